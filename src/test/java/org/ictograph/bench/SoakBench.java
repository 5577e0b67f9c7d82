package org.ictograph.bench;

import static org.ictograph.bench.Screen.fx;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.ictograph.app.Decoder;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.Profiles;
import org.ictograph.model.Cage;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.session.demo.DemoPlan;
import org.ictograph.session.demo.DemoStudy;
import org.ictograph.settings.Settings;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Theme;
import org.ictograph.ui.shell.TestPlace;
import org.ictograph.ui.shell.Workspace;
import org.ictograph.ui.shell.Workstation;
import org.ictograph.video.Videos;
import org.ictograph.video.process.ProcessVideos;

/**
 * The real window, worked in for a long time: it switches recordings and workspaces, scrubs, plays, edits, undoes, runs a
 * localizer, exports, closes the study and opens it again. Every half minute it tells what it holds on to; what rises
 * steadily after the first third misses, and fails the run. {@code mvn -Pbench verify -Dbench.only=Soak
 * -Dbench.minutes=60}
 */
record SoakBench(Path folder, Videos inside, PrintStream out) implements Measure {
    private static final long MINUTES = Long.getLong("bench.minutes", 10);
    private static final double EVERY = 0.5;
    private static final int SCRUBS = 25;
    private static final int RUN_EVERY = 8;
    private static final int EXPORT_EVERY = 12;
    private static final int REOPEN_EVERY = 10;

    @Override
    public void into(Table table) throws Exception {
        Screen.start();
        Path place = Files.createDirectories(folder.resolve("soak"));
        clear(place);
        Files.createDirectories(place);
        try (TestPlace parts = new TestPlace();
                ProcessVideos outside = new ProcessVideos(inside, Decoder.class)) {
            Path study = demo(parts, place);
            Workplace real = parts.with(new FxLane());
            Workplace isolated = new Workplace(
                    outside, real.files(), real.localizers(), real.datasets(), real.formats(), real.jobs(), real.fx());
            Soak soak = new Soak(isolated, place, study);
            List<Vitals> vitals = soak.run();
            if (vitals.size() >= 6) {
                judge(table, vitals);
            }
            soak.refuseTroubles();
        }
    }

    private static Path demo(TestPlace parts, Path place) throws Exception {
        Path study = place.resolve(DemoStudy.FILE);
        try (StudySession session = StudySession.create(
                        parts.with(Runnable::run), study, "soak", DemoStudy.firstRater())
                .get()) {
            var unused = new DemoStudy(session, DemoPlan.of(DemoPlan.DEFAULT_SEED, 2, 1))
                    .start()
                    .result()
                    .get();
        }
        return study;
    }

    /** Compares the middle of the first samples after warming up with the middle of the last ones. */
    private void judge(Table table, List<Vitals> vitals) {
        List<Vitals> warm = vitals.subList(vitals.size() / 3, vitals.size());
        int part = Math.max(2, warm.size() / 3);
        List<Vitals> early = warm.subList(0, part);
        List<Vitals> late = warm.subList(warm.size() - part, warm.size());
        String on = String.format(
                Locale.ROOT, "%.0f min", vitals.get(vitals.size() - 1).minute());
        List<Row> rows = List.of(
                row("soak: heap after collection", on, early, late, Vitals::heap, 1.1, 8, "MB"),
                row("soak: resident memory", on, early, late, Vitals::resident, 1.1, 40, "MB"),
                row("soak: memory of decoders", on, early, late, Vitals::children, 1.15, 60, "MB"),
                row("soak: handles", on, early, late, Vitals::handles, 1, 12, ""),
                row("soak: threads", on, early, late, Vitals::threads, 1, 4, ""));
        rows.forEach(table::add);
        List<String> rising = rows.stream()
                .filter(row -> row.verdict().equals("MISS"))
                .map(Row::measure)
                .toList();
        if (!rising.isEmpty()) {
            throw new IllegalStateException("These rise while the window is worked in: " + rising);
        }
    }

    private static Row row(
            String measure,
            String on,
            List<Vitals> early,
            List<Vitals> late,
            ToDoubleFunction<Vitals> what,
            double times,
            double more,
            String unit) {
        return Row.limit(measure, on, middle(late, what), middle(early, what) * times + more, unit);
    }

    private static double middle(List<Vitals> vitals, ToDoubleFunction<Vitals> what) {
        return vitals.stream().mapToDouble(what).sorted().toArray()[vitals.size() / 2];
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One long sitting. */
    private final class Soak {
        private final Path place;
        private final Path study;
        private final Random random = new Random(11);
        private final List<String> troubles = new CopyOnWriteArrayList<>();
        private final Workstation window;

        Soak(Workplace workplace, Path place, Path study) throws Exception {
            this.place = place;
            this.study = study;
            workplace
                    .jobs()
                    .onChange(job -> job.state()
                            .failure()
                            .filter(failure -> !Sentence.calledOff(failure))
                            .ifPresent(failure -> troubles.add(job.name() + ": " + Sentence.of(failure))));
            this.window = fx(() -> {
                Stage stage = new Stage();
                Workstation made = new Workstation(
                        stage,
                        workplace,
                        new Settings(place.resolve("settings")),
                        Messages.english(),
                        place.resolve("unused.icto"));
                made.show();
                return made;
            });
        }

        List<Vitals> run() throws Exception {
            List<Vitals> vitals = new ArrayList<>();
            long start = System.nanoTime();
            StudySession session = open();
            for (int round = 1; minutes(start) < MINUTES; round++) {
                session = round(session, round);
                if (minutes(start) >= vitals.size() * EVERY) {
                    pause(1_000);
                    vitals.add(Vitals.at(minutes(start)));
                    Vitals now = vitals.get(vitals.size() - 1);
                    out.printf(
                            Locale.ROOT,
                            "%5.1f min, round %d, log %d: heap %.1f MB, resident %.0f MB, %d decoders %.0f MB, %d handles, %d threads%n",
                            now.minute(),
                            round,
                            session.logHead().head().get().sequence(),
                            now.heap(),
                            now.resident(),
                            now.processes(),
                            now.children(),
                            now.handles(),
                            now.threads());
                }
            }
            done(window::leave);
            return vitals;
        }

        void refuseTroubles() {
            if (!troubles.isEmpty()) {
                throw new IllegalStateException("Jobs failed while the window was worked in: " + troubles);
            }
        }

        private static double minutes(long start) {
            return (System.nanoTime() - start) / 60e9;
        }

        private StudySession open() throws Exception {
            StudySession session = done(() -> window.open(study));
            done(() -> session.showOthers(true));
            return session;
        }

        private StudySession round(StudySession session, int round) throws Exception {
            List<Recording> recordings = fx(() -> session.state().study().get().recordings());
            Recording recording = recordings.get(round % recordings.size());
            for (Workspace workspace : Workspace.values()) {
                look(workspace);
            }
            fx(() -> {
                window.go(Workspace.ANNOTATE);
                window.dress(round % 2 == 0 ? Theme.LIGHT : Theme.DARK);
                return 0;
            });
            done(() -> session.open(recording.id()));
            scrub(session, recording);
            edit(session, recording);
            if (round % RUN_EVERY == 0) {
                done(() -> session.proposing()
                        .run(recording.id(), session.proposing().localizers().get(0))
                        .result());
                done(() -> session.edits().undo());
            }
            if (round % EXPORT_EVERY == 0) {
                export(session);
            }
            if (round % REOPEN_EVERY == 0) {
                done(window::leave);
                return open();
            }
            return session;
        }

        private void look(Workspace workspace) throws Exception {
            fx(() -> {
                window.go(workspace);
                return 0;
            });
            pause(150);
        }

        private void scrub(StudySession session, Recording recording) throws Exception {
            for (int i = 0; i < SCRUBS; i++) {
                long at = (long) (random.nextDouble() * recording.duration());
                fx(() -> {
                    session.playback().seek(at);
                    return 0;
                });
                pause(30);
            }
            fx(() -> {
                session.playback().play();
                return 0;
            });
            pause(800);
            fx(() -> {
                session.playback().pause();
                return 0;
            });
        }

        /** Leaves the study with as many marks and looked at as before. */
        private void edit(StudySession session, Recording recording) throws Exception {
            List<Cage> cages = fx(() -> session.state().cages());
            for (int i = 0; i < 6; i++) {
                long at = (long) (random.nextDouble() * (recording.duration() - 2_000_000));
                Cage cage = cages.get(i % cages.size());
                Optional<LogEntry> made =
                        done(() -> session.marking().add(cage.id(), "seizure", new Span(at, at + 1_000_000)));
                var mark = made.orElseThrow().edit().changes().get(0).entityId();
                done(() -> session.marking().change(mark, now -> now.withNote("soak")));
                done(() -> session.edits().undo());
                done(() -> session.edits().redo());
                done(() -> session.marking().delete(mark));
            }
            done(() -> session.reviewing().withdraw(cages.stream().map(Cage::id).toList(), recording.span()));
        }

        private void export(StudySession session) throws Exception {
            DatasetPlan plan = done(() ->
                    session.exporting().plan(ExportOrder.of(Profiles.RODEPIL)).result());
            Path target = place.resolve("export");
            done(() -> session.exporting().write(plan, target).result());
            clear(target);
        }

        private static void pause(long millis) throws Exception {
            done(() -> {
                CompletableFuture<Integer> over = new CompletableFuture<>();
                PauseTransition pause = new PauseTransition(Duration.millis((double) millis));
                pause.setOnFinished(event -> over.complete(0));
                pause.play();
                return over;
            });
        }

        @com.google.errorprone.annotations.CanIgnoreReturnValue
        private static <T> T done(Callable<CompletableFuture<T>> work) throws Exception {
            return fx(work).get(5, TimeUnit.MINUTES);
        }
    }
}
