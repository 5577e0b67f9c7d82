package org.ictograph.bench;

import static org.ictograph.bench.Screen.fx;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.ictograph.session.StudySession;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.annotate.AnnotateView;
import org.ictograph.ui.annotate.AnnotateViewModel;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.PaintedRegion;
import org.ictograph.ui.kit.Theme;
import org.ictograph.work.Jobs;

/**
 * A full repaint of the detail strip, drawn to pixels, with a hundred thousand marks against a thousand: sixteen lanes
 * over 24 hours, shown as a whole and at random places four times and sixty times as close. Both take turns.
 */
record TimelineBench(Films films) implements Measure {
    private static final int MANY = 100_000;
    private static final int FEW = 1_000;
    private static final int LANES = 16;
    private static final int TURNS = 300;
    private static final int WARM = 100;
    private static final double LIMIT = 8;

    /** One study on a screen of its own. */
    private record Strip(
            StudySession session, AnnotateViewModel model, Scene scene, PaintedRegion lanes, Samples took) {
        void repaint(double from, double zoom) {
            model.timeline().view().get().ifPresent(view -> {
                long length = Math.round(view.duration() / zoom);
                long start = Math.round(from * (view.duration() - length));
                model.timeline().showBetween(start, start + length);
            });
            lanes.repaint();
            lanes.layout();
        }
    }

    @Override
    public void into(Table table) throws Exception {
        Screen.start();
        Path folder = films.folder();
        Path few = LargeStudy.make(folder.resolve("few.icto"), 1, LANES, FEW, 24);
        Path many = LargeStudy.make(folder.resolve("many.icto"), 1, LANES, MANY, 24);
        try (Jobs jobs = new Jobs()) {
            Strip small = open(jobs, few);
            Strip large = open(jobs, many);
            Random random = new Random(3);
            double[] zooms = {1, 4, 60};
            for (int turn = -WARM; turn < TURNS; turn++) {
                double from = random.nextDouble();
                double zoom = zooms[Math.floorMod(turn, zooms.length)];
                measure(small, from, zoom, turn >= 0);
                measure(large, from, zoom, turn >= 0);
            }
            String on = MANY + " marks, " + LANES + " lanes, 24 h";
            double ours = large.took().p95();
            table.add(new Row("detail repaint, p95", on, ours, small.took().p95(), "ms", 1.5, FEW + " marks"));
            table.add(Row.limit("detail repaint, p95", on, ours, LIMIT, "ms"));
            for (Strip strip : new Strip[] {small, large}) {
                fx(() -> {
                    strip.session().close();
                    return 0;
                });
            }
        }
    }

    /** Painting and drawing to pixels, as one pulse does both. */
    private static void measure(Strip strip, double from, double zoom, boolean counts) throws Exception {
        fx(() -> {
            WritableImage pixels = new WritableImage(
                    (int) strip.lanes().getWidth(), (int) strip.lanes().getHeight());
            Samples took = counts ? strip.took() : new Samples();
            took.time(() -> {
                strip.repaint(from, zoom);
                strip.lanes().snapshot(null, pixels);
            });
            return 0;
        });
    }

    private static Strip open(Jobs jobs, Path study) throws Exception {
        StudySession session = StudySession.open(LargeStudy.workplace(jobs, new FxLane()), study, Optional.empty())
                .get();
        var recording = session.state().study().get().recordings().get(0);
        fx(() -> session.open(recording.id())).get();
        return fx(() -> {
            AnnotateViewModel model = new AnnotateViewModel(session);
            Look look = new Look(Messages.english(), new ReadOnlyObjectWrapper<>(Theme.LIGHT));
            AnnotateView view = new AnnotateView(
                    model, look, () -> KeyMap.STANDARD, new AnnotateView.Doors(() -> {}, () -> {}, notice -> {}));
            Scene scene = new Scene(view, 1366, 1000);
            Theme.LIGHT.applyTo(scene);
            scene.snapshot(null);
            PaintedRegion lanes = (PaintedRegion) view.lookup("#lanes");
            return new Strip(session, model, scene, lanes, new Samples());
        });
    }
}
