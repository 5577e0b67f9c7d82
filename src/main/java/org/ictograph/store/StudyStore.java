package org.ictograph.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Access;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Conflict;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Draft;
import org.ictograph.model.Edit;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.HandedOver;
import org.ictograph.model.Head;
import org.ictograph.model.LogEntry;
import org.ictograph.model.LogStep;
import org.ictograph.model.Mark;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Settlement;
import org.ictograph.model.Signed;
import org.ictograph.model.Study;
import org.ictograph.model.TakenIn;
import org.ictograph.work.Progress;

/**
 * One open study file. Confined to one thread at a time (the store lane); while it is open no other program can open
 * the file.
 */
public interface StudyStore extends AutoCloseable {
    /** The study file, absolute. */
    Path file();

    /** The frame of the study as stored now. */
    Study study() throws StoreException;

    /** Files of key points that belong to cages, oldest first. */
    List<PoseTrack> poseTracks() throws StoreException;

    /** Names of the labels that marks or proposals of anybody carry: the protocol keeps them. */
    Set<String> labelsInUse() throws StoreException;

    /** Marks of one recording that the viewer may see, by start. A blind rater sees only their own ratings. */
    List<Mark> marks(Viewer viewer, UUID recordingId) throws StoreException;

    /**
     * Runs over one recording that the viewer may see, oldest first. A blind rater sees only those that left nothing but
     * curves of motion: they tell what moves in the picture and judge nothing.
     */
    List<Run> runs(Viewer viewer, UUID recordingId) throws StoreException;

    /** Proposals of one recording that the viewer may see, by start; none for a blind rater. */
    List<Proposal> proposals(Viewer viewer, UUID recordingId) throws StoreException;

    /** Decisions on the proposals of one recording that the viewer may see. */
    List<Decision> decisions(Viewer viewer, UUID recordingId) throws StoreException;

    /** How the raters' marks of one recording were settled, oldest first; none for a blind rater. */
    List<Settlement> settlements(Viewer viewer, UUID recordingId) throws StoreException;

    /** Score tracks of a run that the viewer may see. */
    List<ScoreTrack> tracks(Viewer viewer, UUID runId) throws StoreException;

    /** What has been looked at in one recording by those raters of whom the viewer may know, by start. */
    List<Coverage> coverage(Viewer viewer, UUID recordingId) throws StoreException;

    /** The signatures under one recording, oldest first; a blind rater gets their own. */
    List<Signed> signatures(Viewer viewer, UUID recordingId) throws StoreException;

    /** Assignments that are not submitted yet, oldest first; none tells what was planted. */
    List<Assignment> duties() throws StoreException;

    /** All assignments with what came of them, oldest first. */
    List<Assigned> assignments() throws StoreException;

    /**
     * What a rater handed in from a package of an assignment, proved, as the edit that takes it in.
     *
     * @param submission a bundle of the package
     * @throws StoreException when it is not what was sealed, or answers no assignment of this study
     */
    Edit received(Path submission) throws StoreException;

    /** Exports made from this study, oldest first. */
    List<ExportReceipt> receipts() throws StoreException;

    /**
     * Stores an edit: its log row and all its changes, in one transaction that has reached the disk when this returns.
     * What the edit says was there must be there, else somebody changed it in the meantime and the edit is refused.
     *
     * <p>A run is added with an empty tracks hash; the store puts in the hash of the run's tracks. The returned entry
     * holds the edit as it was stored. In the same way a signature gets the hash of what it covers.
     *
     * <p>What a rater may change is limited by their role, and a change of what was signed needs a reason.
     *
     * @param raterId who did it
     * @param undoes sequence of the entry that this edit takes back
     * @param tracks score tracks of a run that the edit adds, empty for all other edits
     * <p>When the disk fails in between, the file is closed, opened anew and checked; when the edit is found there, it was
     * stored after all.
     *
     * @throws StoreException when the edit does not fit what is stored, or the disk refuses; then nothing has changed
     */
    LogEntry commit(UUID raterId, Edit edit, OptionalLong undoes, List<ScoreTrack> tracks) throws StoreException;

    /**
     * What one rater did, newest first: at most {@code limit} rows of the edit log before a sequence number, without what
     * they changed.
     */
    List<LogStep> steps(UUID raterId, long before, int limit) throws StoreException;

    /** The end of the edit log. */
    Head head() throws StoreException;

    /** The edit log after a sequence number, oldest first, at most {@code limit} rows. */
    List<LogEntry> log(long after, int limit) throws StoreException;

    /** The same rows with the texts from which their hashes are made. */
    List<LoggedEdit> logged(long after, int limit) throws StoreException;

    /** The hash that the first entry of the log follows. */
    String seed() throws StoreException;

    /** The newest entry that is no export: where the log ended for everything that an export could be made of. */
    Head headOfWork() throws StoreException;

    /** The entry whose hash begins with these hexadecimal digits, in lower case; empty when there is none. */
    Optional<Head> find(String digits) throws StoreException;

    /**
     * Why this may not be the file that was open on this machine last, as a sentence: its log lacks the entry with which
     * that one ended. Empty when all is well or nothing is remembered.
     */
    Optional<String> doubt();

    /** A person says that this is the right file nevertheless; from now on its present end is remembered. */
    void trust() throws StoreException;

    /**
     * Writes one rater's edits, and those of others that they refer to, as a bundle for another copy of the study. An
     * existing file is replaced.
     *
     * @throws StoreException when there is no such rater or the file cannot be written; then none is there
     */
    HandedOver handOver(UUID raterId, Path bundle) throws StoreException;

    /**
     * Takes a bundle of another copy of this study in, in one transaction. The outcome depends on which edits are known,
     * not on when and how often they came.
     *
     * @param raterId who does it
     * @param dryRun true to learn what would come of it without changing anything
     * @throws StoreException when it is damaged, changed, or of another study; then nothing has changed
     */
    TakenIn takeIn(UUID raterId, Path bundle, boolean dryRun) throws StoreException;

    /** What does not fit together since bundles were taken in and nobody has decided, as far as the viewer may see it. */
    List<Conflict> conflicts(Viewer viewer) throws StoreException;

    /**
     * Checks everything that can be checked: SQLite's own checks, the hash chain of the log, and the tables against a
     * replay of the log.
     *
     * @return sentences that say what is wrong and where; empty when the study is sound
     */
    List<String> verify(Progress progress) throws StoreException;

    /** Whether edits can be stored. */
    Access access();

    /** Where a rater was and what they had begun, as it was kept last. */
    Optional<Draft> draft(UUID raterId) throws StoreException;

    /** Keeps where a rater is and what they have begun; no edit, and not part of the log. */
    void keep(UUID raterId, Draft draft) throws StoreException;

    /**
     * The study as it stands now, for another thread to copy and check while edits go on. Closing the study waits until
     * the moment is closed.
     *
     * @throws StoreException when there is one already
     */
    Moment moment() throws StoreException;

    @Override
    void close();
}
