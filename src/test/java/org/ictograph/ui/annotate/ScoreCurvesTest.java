package org.ictograph.ui.annotate;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.session.StudySession;
import org.ictograph.settings.KeyMap;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.CurvePyramid;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A model that tells several labels has a curve for each of them, by name, colour and pattern. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // opened before each test
class ScoreCurvesTest {
    private static final List<String> LABELS = List.of("seizure", "wet dog shakes", "rearing");
    private static final long STEP = Span.SECOND / 2;

    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;

    /** Scores that rise to 1 at 30 s, 60 s and 90 s, one for each label. */
    private static final class Peaks implements Localizer {
        @Override
        public String model() {
            return "peaks";
        }

        @Override
        public String description() {
            return "peaks";
        }

        @Override
        public SortedMap<String, Double> parameters() {
            return new TreeMap<>();
        }

        @Override
        public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress) {
            Run run = new Run(UUID.randomUUID(), recording.id(), model(), "", parameters(), "");
            List<ScoreTrack> tracks = new ArrayList<>();
            for (Cage cage : cages) {
                for (int label = 0; label < LABELS.size(); label++) {
                    List<Float> values = new ArrayList<>();
                    for (long at = 0; at < recording.duration(); at += STEP) {
                        double away = (at - peak(label)) / (8.0 * Span.SECOND);
                        values.add((float) Math.exp(-away * away));
                    }
                    tracks.add(new ScoreTrack(run.id(), cage.id(), LABELS.get(label), 0, STEP, values));
                }
            }
            return new Localization(run, List.of(), tracks);
        }
    }

    private static long peak(int label) {
        return (label + 1) * 30L * Span.SECOND;
    }

    @BeforeEach
    void open() throws Exception {
        study = new SampleStudy(folder, new FxLane());
        session = study.session();
        UUID id = study.add("Feb-1 M2U00244", true).id();
        fx(() -> session.open(id)).join();
        var unused = fx(() -> session.proposing().run(id, new Peaks())).result().get();
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> session.showOthers(true)).join();
        fx(() -> session.state()
                .focusedCage()
                .set(Optional.of(session.state().cages().get(0).id())));
    }

    @AfterEach
    void close() {
        fx(study::close);
    }

    private static List<Lanes.SubLane> scores(LanesViewModel lanes, Cage cage) {
        return lanes.lanes().get().laneOf(cage.id()).orElseThrow().subLanes().stream()
                .filter(sub -> sub.group().kind() == LaneKind.SCORE)
                .toList();
    }

    private static List<String> labels(LanesViewModel lanes, Cage cage) {
        return scores(lanes, cage).stream()
                .map(Lanes.SubLane::group)
                .map(BarGroup::label)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void eachLabelHasItsOwnAndCanBeHidden() {
        LanesViewModel lanes = fx(() -> new LanesViewModel(session));
        Cage cage = session.state().cages().get(0);
        assertEquals(LABELS, labels(lanes, cage));
        assertEquals(LABELS, lanes.scored());
        Map<String, CurvePyramid> curves = lanes.background().get().scores().getOrDefault(cage.id(), Map.of());
        assertEquals(LABELS, List.copyOf(curves.keySet()));
        for (int label = 0; label < LABELS.size(); label++) {
            for (int other = 0; other < LABELS.size(); other++) {
                CurvePyramid curve = Objects.requireNonNull(curves.get(LABELS.get(label)));
                float there = curve.range(peak(other), peak(other) + STEP).greatest();
                assertTrue(label == other ? there > 0.99 : there < 0.01, label + " at the peak of " + other);
            }
        }
        fx(() -> lanes.showScore("wet dog shakes", false));
        assertEquals(List.of("seizure", "rearing"), labels(lanes, cage));
        assertTrue(lanes.taste().get().hidden().contains("score:wet dog shakes"));
        assertEquals(LABELS, lanes.scored(), "what is hidden can be shown again");
        fx(() -> lanes.showScore("wet dog shakes", true));
        assertEquals(LABELS, labels(lanes, cage));
        fx(() -> lanes.show(LaneKind.SCORE, false));
        assertEquals(List.of(), labels(lanes, cage));
    }

    @Test
    void eachIsDrawnInTheColourOfItsLabel() throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Look look = new Look(Messages.english(), new ReadOnlyObjectWrapper<>(theme));
            AnnotateViewModel model = fx(() -> new AnnotateViewModel(session));
            Scene scene = fx(() -> {
                Scene made = new Scene(
                        new AnnotateView(
                                model,
                                look,
                                () -> KeyMap.STANDARD,
                                new AnnotateView.Doors(() -> {}, () -> {}, notice -> {})),
                        1310,
                        690);
                theme.applyTo(made);
                made.snapshot(null);
                model.timeline().show(new Span(0, 120 * Span.SECOND));
                made.snapshot(null);
                return made;
            });
            Picture picture = fx(() -> Snapshot.of(scene));
            PngFile.write(
                    picture,
                    OnScreen.pictures().resolve("score-curves-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            Node lanes = scene.getRoot().lookup("#lanes");
            Bounds at = fx(() -> lanes.localToScene(lanes.getLayoutBounds()));
            LabelPaint paint = new LabelPaint(theme);
            for (Lanes.SubLane sub : scores(
                    model.timeline().arrangement(), session.state().cages().get(0))) {
                String label = sub.group().label().orElseThrow();
                Color wanted = paint.colour(
                        session.state().study().get().protocol().label(label).orElseThrow());
                double x = model.timeline().view().get().orElseThrow().xOf(peak(LABELS.indexOf(label)));
                boolean found = false;
                for (int dx = 0; dx < 8; dx++) {
                    for (int dy = 4; dy < 16; dy++) {
                        Color seen = OnScreen.pixel(
                                picture, (int) (at.getMinX() + x) + dx, (int) (at.getMinY() + sub.y()) + dy);
                        found |= near(seen, wanted);
                    }
                }
                assertTrue(found, label + " in " + wanted + " in " + theme);
            }
        }
    }

    @Test
    void theOverviewShowsTheGreatestOfThoseThatAreShown() {
        Theme theme = Theme.LIGHT;
        Look look = new Look(Messages.english(), new ReadOnlyObjectWrapper<>(theme));
        TimelineViewModel timeline = fx(() -> new TimelineViewModel(session));
        OverviewView overview = fx(() -> {
            OverviewView made = new OverviewView(timeline, look);
            Scene scene = new Scene(made, 1200, 120);
            theme.applyTo(scene);
            scene.snapshot(null);
            return made;
        });
        Picture all = fx(() -> Snapshot.of(overview.getScene()));
        fx(() -> timeline.arrangement().showScore("wet dog shakes", false));
        Picture two = fx(() -> Snapshot.of(overview.getScene()));
        fx(() -> LABELS.forEach(label -> timeline.arrangement().showScore(label, false)));
        Picture none = fx(() -> Snapshot.of(overview.getScene()));
        assertEquals(List.of(true, true, true), peaks(overview, all, none));
        assertEquals(List.of(true, false, true), peaks(overview, two, none));
    }

    /** Whether half the band of the first cage is drawn over at the peak of each label. */
    private List<Boolean> peaks(OverviewView overview, Picture drawn, Picture bare) {
        long duration = session.state().recording().get().orElseThrow().duration();
        int y = (int) (overview.getHeight() / session.state().cages().size() / 2);
        return IntStream.range(0, LABELS.size())
                .mapToObj(label -> (int) (overview.getWidth() * peak(label) / duration))
                .map(x -> !near(OnScreen.pixel(drawn, x, y), OnScreen.pixel(bare, x, y)))
                .toList();
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 0.02
                && Math.abs(one.getGreen() - other.getGreen()) < 0.02
                && Math.abs(one.getBlue() - other.getBlue()) < 0.02;
    }
}
