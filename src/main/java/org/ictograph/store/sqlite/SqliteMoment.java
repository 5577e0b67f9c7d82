package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ictograph.model.Head;
import org.ictograph.model.Snapshot;
import org.ictograph.store.Moment;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.work.Progress;

/**
 * A moment of an open study. On a local disk the write-ahead log has been folded into the main file and is not folded
 * again until the moment is closed, so the main file stands still and is read through a second connection that locks
 * nothing. On other disks it is a copy that was made while the study waited.
 */
final class SqliteMoment implements Moment {
    private final Path study;
    private final Copying copying;
    private final Head head;
    private final Optional<Path> copy;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean spoilt;

    /** @param copy empty when the study file itself stands still */
    SqliteMoment(Path study, Copying copying, Head head, Optional<Path> copy) {
        this.study = study;
        this.copying = copying;
        this.head = head;
        this.copy = copy;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public Snapshot keep(Snapshot.Reason reason, Progress progress) throws StoreException {
        try {
            Optional<Snapshot> unchanged = copying.unchanged(head);
            if (unchanged.isPresent()) {
                return unchanged.get();
            }
            progress.report(0, "copying the study");
            Path hidden = copy.isPresent() ? copy.get() : copying.copy(study);
            if (spoilt) {
                Shelf.discard(hidden);
                throw new StoreException(
                        Trouble.DISK, "No snapshot was made, because the disk of " + study + " refused to work.");
            }
            return copying.keep(hidden, head, reason, progress.part(0.3, 1));
        } catch (SQLException failure) {
            throw Sentences.noSnapshot(copying.shelf().folder(), failure);
        } catch (IOException failure) {
            throw Sentences.noSnapshot(copying.shelf().folder(), failure);
        }
    }

    @Override
    public Optional<String> remark() {
        return copying.remark();
    }

    @Override
    public List<String> verify(Progress progress) throws StoreException {
        Path still = copy.orElse(study);
        try (Connection look = StudyConnection.look(still);
                Connection beside = StudyConnection.look(still)) {
            return Verification.run(look, beside, progress);
        } catch (SQLException failure) {
            throw Sentences.of(study, failure);
        }
    }

    /** The study had to be opened anew: the file may have moved under the copy. */
    void spoil() {
        spoilt = true;
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits until whoever has the moment closes it; false after a minute. */
    boolean awaitClosed() {
        try {
            return closed.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        copy.ifPresent(Shelf::discard);
        closed.countDown();
    }
}
