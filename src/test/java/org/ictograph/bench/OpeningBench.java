package org.ictograph.bench;

import static org.ictograph.bench.Screen.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Settings;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.shell.Workstation;
import org.ictograph.work.Jobs;

/**
 * From opening a study in the window to the first exact frame with its lanes: a hundred thousand marks in two hundred
 * recordings against one recording without marks. And the memory in use then, after collecting garbage.
 */
record OpeningBench(Films films) implements Measure {
    private static final int TURNS = 5;
    private static final int RECORDINGS = 200;
    private static final int MARKS = 100_000;
    private static final double SECONDS = 2;
    private static final double MEGABYTES = 512;

    @Override
    public void into(Table table) throws Exception {
        Screen.start();
        Path folder = films.folder();
        Path empty = LargeStudy.make(folder.resolve("empty.icto"), 1, 4, 0, 0);
        Path full = LargeStudy.make(folder.resolve("full.icto"), RECORDINGS, 4, MARKS, 0);
        Samples little = new Samples();
        Samples much = new Samples();
        Samples heap = new Samples();
        for (int turn = -1; turn < TURNS; turn++) {
            open(empty, turn < 0 ? new Samples() : little, new Samples());
            open(full, turn < 0 ? new Samples() : much, heap);
        }
        String on = MARKS + " marks, " + RECORDINGS + " recordings";
        double over = (much.median() - little.median()) / 1_000;
        table.add(Row.limit("opening over an empty study", on, over, SECONDS, "s"));
        table.add(Row.limit("heap after opening", on, heap.median(), MEGABYTES, "MB"));
    }

    private static void open(Path study, Samples took, Samples heap) throws Exception {
        Path settings = Files.createTempDirectory("ictograph-bench");
        try (Jobs jobs = new Jobs()) {
            Workstation window = fx(() -> {
                Workstation made = new Workstation(
                        new Stage(),
                        LargeStudy.workplace(jobs, new FxLane()),
                        new Settings(settings),
                        Messages.english(),
                        settings.resolve("demo.icto"));
                made.show();
                return made;
            });
            took.time(() -> {
                CompletableFuture<Boolean> shown = new CompletableFuture<>();
                StudySession session = fx(() -> window.open(study)).get();
                fx(() -> {
                    session.playback().onFrame(frame -> {
                        if (frame.exact()) {
                            shown.complete(true);
                        }
                    });
                    session.playback().showAgain();
                    return 0;
                });
                shown.get(2, TimeUnit.MINUTES);
                fx(() -> window.scene().snapshot(null));
            });
            System.gc();
            heap.add((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
            fx(window::leave).get();
            fx(() -> {
                window.scene().getWindow().hide();
                return 0;
            });
        }
    }
}
