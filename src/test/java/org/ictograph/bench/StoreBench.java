package org.ictograph.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.store.Moment;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.LongHistory;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Jobs;
import org.ictograph.work.Progress;

/**
 * A study with a hundred thousand marks and a million entries in its log: how long until it is usable, all of it is checked
 * and a snapshot of it is there, and how long an edit takes until it is stored, alone, beside both of these, and beside
 * what has both processors busy as an export and a localizer would.
 */
record StoreBench(Films films) implements Measure {
    private static final int RECORDINGS = 200;
    private static final int MARKS = 100_000;
    private static final int ENTRIES = Integer.getInteger("bench.entries", 1_000_000);
    private static final int EDITS = 300;
    private static final int PAUSE = 20;
    private static final int TURNS = 4;

    @Override
    public void into(Table table) throws Exception {
        String on = MARKS + " marks, " + ENTRIES + " entries";
        Path file = LargeStudy.make(films.folder().resolve("history.icto"), RECORDINGS, 4, 0, 0);
        Study study = study(file);
        LongHistory.grow(file, study, MARKS, ENTRIES);
        table.add(Row.limit("usable after opening", on, opening(file), 2, "s"));
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            Marking marking = new Marking(store, study);
            table.add(Row.limit("edit stored, p99", on, marking.alone().p99(), 50, "ms"));
            try (Moment moment = store.moment()) {
                CompletableFuture<Double> verifying = seconds(() -> refuse(moment.verify(Progress.NONE)));
                Samples beside = marking.beside(verifying);
                table.add(Row.limit("whole verification beside edits", on, verifying.get(), 10, "s"));
                table.add(Row.limit("edit stored beside it, p99", on, beside.p99(), 50, "ms"));
            }
            long begun = System.nanoTime();
            try (Moment moment = store.moment()) {
                double blocked = (System.nanoTime() - begun) / 1e6;
                CompletableFuture<Double> keeping = seconds(() -> moment.keep(Snapshot.Reason.WISH, Progress.NONE));
                Samples beside = marking.beside(keeping);
                table.add(Row.limit("begin of a snapshot, while edits wait", on, blocked, 50, "ms"));
                table.add(Row.limit("edit stored beside a snapshot, p99", on, beside.p99(), 50, "ms"));
                table.add(Row.limit("longest edit beside a snapshot", on, beside.longest(), 50, "ms"));
                table.add(Row.limit("snapshot, made and checked", on, keeping.get(), 30, "s"));
            }
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> encoding =
                    CompletableFuture.allOf(seconds(() -> encode(enough)), seconds(() -> encode(enough)));
            Samples beside = marking.paced();
            enough.set(true);
            encoding.get();
            table.add(Row.limit("edit stored beside two encoders, p99", on, beside.p99(), 50, "ms"));
        }
    }

    /** What an export keeps a processor busy with, until it is enough. */
    private void encode(AtomicBoolean enough) throws Exception {
        Path video = films.folder().resolve(UUID.randomUUID() + ".mkv");
        while (!enough.get()) {
            LargeStudy.film(video);
        }
        Files.delete(video);
    }

    private static Study study(Path file) throws Exception {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            return store.study();
        }
    }

    /** Until the study's recordings are listed and one of them is there with its marks, the median of some turns. */
    private static double opening(Path file) throws Exception {
        Samples took = new Samples(1);
        for (int turn = 0; turn < TURNS; turn++) {
            try (Jobs jobs = new Jobs()) {
                StudySession[] session = new StudySession[1];
                took.time(() -> {
                    session[0] = StudySession.open(LargeStudy.workplace(jobs, Runnable::run), file, Optional.of("Anna"))
                            .join();
                    Study study = session[0].state().study().get();
                    session[0].open(study.recordings().get(RECORDINGS - 1).id()).join();
                });
                session[0].close();
            }
        }
        return took.median() / 1000;
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.get(0));
        }
    }

    private static CompletableFuture<Double> seconds(Samples.Timed work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Samples.millis(work) / 1000;
            } catch (Exception failure) {
                throw new CompletionException(failure);
            }
        });
    }

    /** Somebody who adds marks, one about every twenty milliseconds. */
    private record Marking(StudyStore store, Study study) {
        Samples alone() throws Exception {
            Samples samples = new Samples();
            for (int i = 0; i < EDITS; i++) {
                mark(samples);
            }
            return samples;
        }

        Samples paced() throws Exception {
            Samples samples = new Samples();
            for (int i = 0; i < EDITS; i++) {
                mark(samples);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
            return samples;
        }

        Samples beside(CompletableFuture<?> work) throws Exception {
            Samples samples = new Samples();
            while (!work.isDone()) {
                mark(samples);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
            work.get();
            return samples;
        }

        private void mark(Samples samples) throws Exception {
            Recording recording = study.recordings().get(0);
            UUID rater = study.raters().get(0).id();
            Mark mark = Mark.byHand(
                    recording.id(),
                    study.cagesOf(recording.id()).get(0).id(),
                    rater,
                    study.protocol().labels().get(0).name(),
                    new Span(1, 2));
            Edit edit = Edit.adding(Verb.ADD_MARK, mark);
            samples.time(() -> store.commit(rater, edit, OptionalLong.empty(), List.of()));
        }
    }
}
