package org.ictograph.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Snapshot;
import org.ictograph.work.Progress;

/** Makes and opens study files. */
public interface StudyFiles {
    /** The ending of study files. */
    String ENDING = ".icto";

    /**
     * Makes a new study with one rater.
     *
     * @throws StoreException when the file exists or cannot be written there
     */
    StudyStore create(Path file, String name, Protocol protocol, Rater first) throws StoreException;

    /**
     * Opens a study, migrating an older one.
     *
     * @throws StoreException when it is missing, no study, damaged, made by a newer program, already open, or in a
     *     folder that cannot be written; the file is unchanged then
     */
    StudyStore open(Path file) throws StoreException;

    /**
     * Opens a study for writing or, where that cannot be, for reading only: from the newest snapshot while somebody else
     * writes, from the file itself when it may not be written, as far as it is sound when it is damaged. What is read
     * only is never touched. {@link StudyStore#access} tells which it is, and why.
     *
     * @throws StoreException when it cannot be read either
     */
    StudyStore openOrRead(Path file) throws StoreException;

    /**
     * Opens a study for writing whose lease is stale, because a person said so; the log tells of it.
     *
     * @param raterName who takes it over; without one, the first rater of the study
     * @throws StoreException when the lease was renewed meanwhile, or as {@link #open} does
     */
    StudyStore takeOver(Path file, Optional<String> raterName) throws StoreException;

    /** The snapshots beside a study, the newest first. */
    List<Snapshot> snapshots(Path study) throws StoreException;

    /** Number of marks in a snapshot, of all raters together. */
    long marks(Snapshot snapshot) throws StoreException;

    /**
     * Puts a snapshot in the place of a study that is closed. The study is kept as a snapshot first and its files are put
     * aside; the log of what comes tells of it. When this is interrupted, the next opening finishes it or finds the study
     * as it was.
     *
     * @param raterName who does it; without one, the first rater of the snapshot
     * @throws StoreException when the study is open somewhere, or the snapshot is not sound; the study is unchanged then
     */
    Restored restore(Path study, Path snapshot, Optional<String> raterName) throws StoreException;

    /**
     * Makes a new study of what is sound of a damaged one, with its id and name; the log of the new one tells of it. The
     * damaged file is only read.
     *
     * @param into where the new study will be
     * @throws StoreException when there is something already, the damaged one is open somewhere, or nothing of it can be
     *     saved; nothing is written then
     */
    Salvaged salvage(Path damaged, Path into, Progress progress) throws StoreException;
}
