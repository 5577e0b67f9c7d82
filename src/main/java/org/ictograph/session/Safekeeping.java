package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.ObjLongConsumer;
import org.ictograph.model.Snapshot;
import org.ictograph.store.Moment;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Job;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;
import org.ictograph.work.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps snapshots of the open study and checks it, on a lane of its own while edits go on. Once started, a snapshot is
 * kept before the first edit, every ten minutes in which something was stored, and when the study is closed; in any case
 * before an import. Called on the FX thread.
 */
public final class Safekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Safekeeping.class);
    private static final long EVERY_MILLIS = 600_000;

    private final StoreLane store;
    private final StudyState state;
    private final Executor fx;
    private final Lane lane = new Lane("snapshot");
    private final Progress progress = new Watched();
    private volatile Progress watcher = Progress.NONE;
    private Optional<String> told = Optional.empty();
    private volatile Optional<Ticker> clock = Optional.empty();

    Safekeeping(StoreLane store, StudyState state, Edits edits, Executor fx) {
        this.store = store;
        this.state = state;
        this.fx = fx;
        edits.beforeCommit(new FirstEdit());
    }

    /** Starts to keep snapshots without being asked. */
    public void start() {
        if (clock.isEmpty() && state.access().writing()) {
            clock = Optional.of(
                    new Ticker("snapshots", EVERY_MILLIS, () -> fx.execute(() -> keep(Snapshot.Reason.WORK))));
        }
    }

    /**
     * Keeps a snapshot, unless the newest one holds the same. What goes wrong is told, too.
     *
     * @return the newest snapshot; completes on the lane of snapshots
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Snapshot> keep(Snapshot.Reason reason) {
        return lane.submit(() -> {
                    try (Moment moment = store.await(StudyStore::moment)) {
                        return keep(moment, reason);
                    }
                })
                .whenComplete(this::tell);
    }

    /** On the lane of snapshots. What is wrong with the second place is told when it is news. */
    private Snapshot keep(Moment moment, Snapshot.Reason reason) throws StoreException {
        Snapshot kept = moment.keep(reason, progress);
        Optional<String> remark = moment.remark();
        if (!remark.equals(told)) {
            told = remark;
            remark.ifPresent(sentence -> fx.execute(() -> state.say(Notice.problem(new SessionException(sentence)))));
        }
        return kept;
    }

    private void tell(@Nullable Snapshot kept, @Nullable Throwable failure) {
        if (failure != null && !Sentence.calledOff(failure)) {
            LOG.warn("No snapshot was kept: {}", Sentence.of(failure));
            fx.execute(() -> state.say(Notice.problem(failure)));
        }
    }

    /** What is wrong with the study as it is now: sentences, none when it is sound. */
    CompletableFuture<List<String>> verify(Progress progress) {
        if (!state.access().writing()) {
            return store.ask(open -> open.verify(progress));
        }
        return lane.submit(() -> {
            try (Moment moment = store.await(StudyStore::moment)) {
                return moment.verify(progress);
            }
        });
    }

    /** The snapshots beside a study, the newest first. */
    public static CompletableFuture<List<Snapshot>> of(Workplace workplace, Path study) {
        return done(workplace, () -> workplace.files().snapshots(study));
    }

    /**
     * Puts a snapshot in the place of a study that is closed.
     *
     * @return number of edits in it now
     */
    public static CompletableFuture<Long> restore(
            Workplace workplace, Path study, Snapshot snapshot, Optional<String> raterName) {
        return done(
                workplace,
                () -> workplace
                        .files()
                        .restore(study, snapshot.file(), raterName)
                        .edits());
    }

    /** True when a failure tells of a damaged study, of which a part may be saved. */
    public static boolean salvageable(Throwable failure) {
        return Sentence.cause(failure) instanceof StoreException told
                && told.trouble() == StoreException.Trouble.DAMAGED;
    }

    /**
     * Starts to make a new study of what is sound of a damaged one, which is only read.
     *
     * @return the job; its result are sentences that say what was saved and what was lost
     */
    public static Job<List<String>> salvage(Workplace workplace, Path damaged, Path into, String name) {
        return workplace
                .jobs()
                .start(
                        name,
                        progress -> workplace
                                .files()
                                .salvage(damaged, into, progress)
                                .sentences());
    }

    /**
     * Counts the marks in snapshots, one after the other.
     *
     * @param counted gets each as it is counted, on the FX thread
     */
    public static void countMarks(Workplace workplace, List<Snapshot> snapshots, ObjLongConsumer<Snapshot> counted) {
        Lane own = new Lane("counting");
        for (Snapshot snapshot : snapshots) {
            own.execute(() -> {
                try {
                    long marks = workplace.files().marks(snapshot);
                    workplace.fx().execute(() -> counted.accept(snapshot, marks));
                } catch (StoreException unreadable) {
                    LOG.info("The marks of {} are not known: {}", snapshot.file(), unreadable.getMessage());
                }
            });
        }
        own.execute(own::close);
    }

    private static <T> CompletableFuture<T> done(Workplace workplace, java.util.concurrent.Callable<T> work) {
        Lane own = new Lane("restore");
        return own.submit(work)
                .whenComplete((outcome, failure) -> own.close())
                .thenApplyAsync(outcome -> outcome, workplace.fx());
    }

    /** Keeps the last snapshot, when it was started, and waits until all are kept. */
    @Override
    public void close() {
        close(Progress.NONE);
    }

    /** The same, until the progress says that nobody waits for snapshots any more. */
    void close(Progress watching) {
        watcher = watching;
        clock.ifPresent(ticker -> {
            ticker.close();
            keep(Snapshot.Reason.CLOSE);
        });
        lane.close();
    }

    /** Whoever waits for the closing of the study sees how far its snapshots are, and can do without them. */
    private final class Watched implements Progress {
        @Override
        public void report(double fraction, String what) {
            watcher.report(fraction, what);
        }

        @Override
        public boolean cancelled() {
            return watcher.cancelled();
        }
    }

    /** Takes the study as it is before the first edit; copying it is left to the lane of snapshots. */
    private final class FirstEdit implements StoreLane.Work<Boolean> {
        private boolean done;

        @Override
        public Boolean on(StudyStore open) {
            if (done || clock.isEmpty()) {
                return false;
            }
            done = true;
            try {
                Moment moment = open.moment();
                var unused = lane.submit(() -> {
                            try (moment) {
                                return keep(moment, Snapshot.Reason.FIRST_EDIT);
                            }
                        })
                        .whenComplete(Safekeeping.this::tell);
            } catch (StoreException busy) {
                LOG.info("No snapshot before the first edit: {}", busy.getMessage());
            }
            return true;
        }
    }
}
