package org.ictograph.ui.annotate;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Verb;
import org.ictograph.session.Skim;
import org.ictograph.session.StudySession;
import org.ictograph.settings.KeyMap;
import org.ictograph.timeline.LaneKind;
import org.ictograph.ui.annotate.PictureViewModel.View;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the workspace in several sizes, light and dark, under {@code target/screens}. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // each test opens its own study
class AnnotateScreensTest {
    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;

    @AfterEach
    void close() {
        if (study != null) {
            fx(study::close);
        }
    }

    private void open(boolean filled) throws Exception {
        study = new SampleStudy(folder, new FxLane());
        session = study.session();
        if (filled) {
            UUID id = study.add("Feb-1 M2U00244", true).id();
            fx(() -> session.open(id)).join();
            fill();
        }
    }

    private void fill() throws Exception {
        UUID recording = session.state().recording().get().orElseThrow().id();
        List<Cage> cages = session.state().cages();
        List<Mark> marks = new ArrayList<>();
        mark(marks, cages.get(2), "seizure", 62.4, 101.3);
        mark(marks, cages.get(2), "staring", 62.4, 66.0);
        mark(marks, cages.get(2), "mouth clonus", 65.5, 74.2);
        mark(marks, cages.get(2), "unilateral forelimb clonus", 71.0, 80.0);
        mark(marks, cages.get(2), "bilateral forelimb clonus", 80.0, 92.0);
        mark(marks, cages.get(2), "rearing", 84.2, 90.1);
        mark(marks, cages.get(2), "falling", 90.1, 92.0);
        mark(marks, cages.get(0), "wet dog shakes", 20.0, 22.5);
        mark(marks, cages.get(0), "wet dog shakes", 140.0, 143.1);
        mark(marks, cages.get(3), "wild running", 120.0, 133.0);
        Run run = new Run(UUID.randomUUID(), recording, "rhythm-1", "", new TreeMap<>(), "");
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Added(run));
        proposal(changes, run, cages.get(0), 18.0, 24.0, 0.41);
        proposal(changes, run, cages.get(1), 45.0, 58.0, 0.22);
        proposal(changes, run, cages.get(2), 61.0, 99.0, 0.93);
        proposal(changes, run, cages.get(3), 118.5, 131.0, 0.74);
        fx(() -> {
                    for (Mark mark : marks) {
                        session.edits().make(Edit.adding(Verb.ADD_MARK, mark));
                    }
                    session.edits().make(new Edit(Verb.PROPOSE, changes));
                    session.reviewing().declare(cages.stream().map(Cage::id).toList(), new Span(0, 110_000_000));
                    return session.settled();
                })
                .join();

        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> session.showOthers(true)).join();
    }

    private void mark(List<Mark> marks, Cage cage, String label, double from, double to) {
        marks.add(Mark.byHand(
                cage.recordingId(),
                cage.id(),
                session.state().rater().get().id(),
                label,
                new Span(Math.round(from * 1e6), Math.round(to * 1e6))));
    }

    private static void proposal(List<Change> changes, Run run, Cage cage, double from, double to, double score) {
        Span span = new Span(Math.round(from * 1e6), Math.round(to * 1e6));
        changes.add(new Change.Added(
                new Proposal(UUID.randomUUID(), run.id(), cage.recordingId(), cage.id(), "seizure", span, score)));
    }

    private AnnotateViewModel model;
    private boolean large;

    private Scene picture(String name, Theme theme, int width, int height) throws TimeoutException {
        large = width > 2000;
        Scene scene = fx(() -> {
            model = new AnnotateViewModel(session);
            Look look = new Look(Messages.english(), new ReadOnlyObjectWrapper<>(theme));
            Scene made = new Scene(
                    new AnnotateView(
                            model,
                            look,
                            () -> KeyMap.STANDARD,
                            new AnnotateView.Doors(() -> {}, () -> {}, notice -> {})),
                    width,
                    height);
            theme.applyTo(made);
            made.snapshot(null);
            return made;
        });
        if (session.state().recording().get().isPresent()) {
            fx(() -> showTheSeizure(name.contains("cages")));
            WaitForAsyncUtils.waitFor(
                    10, TimeUnit.SECONDS, () -> fx(() -> model.player().exact().get()));
        }
        fx(() -> scene.snapshot(null));
        PngFile.write(fx(() -> Snapshot.of(scene)), OnScreen.pictures().resolve(name + ".png"));
        return scene;
    }

    private void showTheSeizure(boolean drawingCages) {
        model.timeline().arrangement().show(LaneKind.FILM, !drawingCages && large);
        model.timeline().show(new Span(55_000_000, 110_000_000));
        Mark selected = session.state().labels().get().marks().stream()
                .filter(mark -> mark.label().equals("rearing"))
                .findFirst()
                .orElseThrow();
        session.state().selectedMark().set(Optional.of(selected.id()));
        session.state().focusedCage().set(Optional.of(selected.cageId()));
        session.playback().seek(86_300_000);
        model.boxes().editing().set(drawingCages);
    }

    /** Everything that is looked for lies inside the window, and no text on it is cut. */
    private static void assertAllInside(Scene scene, String... selectors) {
        for (String selector : selectors) {
            Set<Node> found = scene.getRoot().lookupAll(selector);
            assertFalse(found.isEmpty(), selector);
            for (Node node : found) {
                Bounds at = node.localToScene(node.getLayoutBounds());
                boolean inside = at.getMinX() >= 0
                        && at.getMinY() >= 0
                        && at.getMaxX() <= scene.getWidth()
                        && at.getMaxY() <= scene.getHeight();
                assertTrue(!node.isVisible() || inside, selector + " at " + at);
                for (Node text : node.lookupAll(".label")) {
                    if (text instanceof Label label && label.isVisible() && label.isManaged()) {
                        assertTrue(
                                label.getWidth() >= label.prefWidth(-1) - 1,
                                selector + " has room for “" + label.getText() + "”");
                    }
                }
            }
        }
    }

    @Test
    void theSmallestScreenHasRoomForEverything() throws Exception {
        open(true);
        for (Theme theme : Theme.values()) {
            Scene scene = picture("annotate-" + theme.name().toLowerCase(Locale.ROOT), theme, 1310, 690);
            fx(() -> assertAllInside(
                    scene,
                    ".annotate-header",
                    ".transport",
                    ".key-cap",
                    ".selected-mark",
                    "#overview",
                    "#ruler",
                    "#lanes"));
        }
        Scene cages = picture("annotate-cages", Theme.LIGHT, 1310, 690);
        fx(() -> assertAllInside(cages, ".box-toolbar", ".transport", ".key-cap"));
    }

    @Test
    void everyWayToShowThePictureFitsTheSmallestScreen() throws Exception {
        open(true);
        for (View view : View.values()) {
            Scene scene = picture("annotate-view-" + view.name().toLowerCase(Locale.ROOT), Theme.DARK, 1310, 690);
            fx(() -> {
                model.picture().view().set(view);
                model.exposure().change(now -> now.withGamma(1.8).withContrast(0.2));
                model.exposure().open().set(view == View.CAGE);
                model.skim().open().set(view == View.WHOLE);
                session.playback().setLoop(Optional.of(new Span(62_400_000, 101_300_000)));
                session.playback().setSkim(Optional.of(new Skim(SpanSet.EMPTY, 16, 1)));
            });
            fx(() -> scene.snapshot(null));
            PngFile.write(
                    fx(() -> Snapshot.of(scene)),
                    OnScreen.pictures().resolve("annotate-view-" + view.name().toLowerCase(Locale.ROOT) + ".png"));
            String panel = view == View.CAGE ? "#exposure" : view == View.WHOLE ? "#skim" : ".picture-pane";
            fx(() -> assertAllInside(scene, ".annotate-header", ".transport", ".playing-lamp"));
            Bounds at = fx(() -> {
                Node shown = scene.getRoot().lookup(panel);
                return shown.localToScene(shown.getLayoutBounds());
            });
            assertTrue(at.getMaxX() <= scene.getWidth() && at.getMinY() >= 0, panel + " at " + at);
            Set<Node> pieces = scene.getRoot().lookupAll(".mosaic-piece");
            assertEquals(view == View.MOSAIC ? 4 : 0, pieces.size());
            for (Node piece : pieces) {
                double side = piece.getLayoutBounds().getHeight();
                assertTrue(side > 120, "a cage can still be read at " + side);
            }
        }
    }

    @Test
    void largeScreensGiveThePictureWhatTheLanesDoNotNeed() throws Exception {
        open(true);
        Scene scene = picture("annotate-large", Theme.LIGHT, 2500, 1380);
        double picture = fx(
                () -> scene.getRoot().lookup(".picture-pane").getLayoutBounds().getHeight());
        assertTrue(picture > 1380 * 0.6, "picture of " + picture);
        fx(() -> assertAllInside(scene, ".transport", ".key-cap", ".selected-mark", "#lanes"));
    }

    @Test
    void theEmptyScreenSaysWhatToDoFirst() throws Exception {
        open(false);
        Scene scene = picture("annotate-empty", Theme.LIGHT, 1310, 690);
        List<String> buttons = fx(() -> scene.getRoot().lookupAll(".actions .button").stream()
                .map(node -> ((Button) node).getText())
                .toList());
        assertEquals(List.of("Add a recording …", "Open the demo"), buttons);
    }
}
