package org.ictograph.store;

import java.util.List;
import java.util.Optional;
import org.ictograph.model.Head;
import org.ictograph.model.Snapshot;
import org.ictograph.work.Progress;

/**
 * A study as it stands at one moment, for another thread to copy and check while edits go on. It takes room as long as it
 * is open: what is stored meanwhile gathers beside the study file.
 */
public interface Moment extends AutoCloseable {
    /** The end of the edit log at this moment. */
    Head head();

    /**
     * Keeps a verified copy on the shelf of snapshots, and in the second place if there is one, and clears old ones away.
     * When the newest snapshot already holds the same, that one is given.
     *
     * @throws StoreException when there is no room, or the copy does not hold what it should; the shelf is as before then
     * @throws java.util.concurrent.CancellationException when the progress said so
     */
    Snapshot keep(Snapshot.Reason reason, Progress progress) throws StoreException;

    /**
     * What should be known of the last {@link #keep} although it succeeded, as a sentence: the second place was not there, or
     * full.
     */
    Optional<String> remark();

    /** Checks everything that can be checked; see {@link StudyStore#verify}. */
    List<String> verify(Progress progress) throws StoreException;

    @Override
    void close();
}
