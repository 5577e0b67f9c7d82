package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ictograph.model.Assignment;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Mark;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.Recording;
import org.ictograph.model.Submission;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.store.StoreException;

/**
 * What a rater handed in from a package: a bundle of the package's study. The bundle's checksum and chain are proved first,
 * then its log is played up to the seal, and what is there must be what the seal says; what came after is left out.
 */
final class Reception {
    private final Connection connection;
    private final Path file;
    private final Map<UUID, Entity> played = new LinkedHashMap<>();

    Reception(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /**
     * The edit that takes the set in.
     *
     * @throws StoreException with a sentence when it is not what was sealed, or not for an assignment of this study
     */
    Edit edit() throws SQLException, StoreException {
        Submission submission = play(BundleReader.read(file));
        Assignment assignment = new Seals(connection)
                .assignment(submission.assignmentId())
                .orElseThrow(() -> refusal("it answers no assignment of this study"));
        if (!assignment.untold().equals(played.get(assignment.id()))) {
            throw refusal("its assignment is not the one that was given out");
        }
        if (!submission.raterId().equals(assignment.raterId())) {
            throw refusal("another rater submitted it");
        }
        if (!submission.work().equals(Seals.work(assignment, played.values()))) {
            throw refusal("the set is not the one that was sealed");
        }
        for (UUID recording : assignment.recordings()) {
            compare(recording);
        }
        List<Change> changes = new ArrayList<>();
        for (Entity entity : played.values()) {
            boolean own = entity instanceof Mark || entity instanceof Coverage;
            if (own && raterOf(entity).equals(assignment.raterId())) {
                changes.add(new Change.Added(entity));
            }
        }
        changes.add(new Change.Added(submission));
        return new Edit(Verb.RECEIVE, changes);
    }

    private static UUID raterOf(Entity entity) {
        return entity instanceof Mark mark ? mark.raterId() : ((Coverage) entity).raterId();
    }

    /** Plays the log up to the first seal. */
    private Submission play(Bundle bundle) throws StoreException {
        for (MergedEdit edit : bundle.edits()) {
            LogRow made = MergedEdits.entry(edit);
            for (Change change : ChangesJson.read(made.changes())) {
                change.after()
                        .ifPresentOrElse(
                                entity -> played.put(entity.id(), entity), () -> played.remove(change.entityId()));
                if (change.after().orElse(null) instanceof Submission submission) {
                    if (submission.head().sequence() != made.sequence() - 1
                            || !submission.head().hash().equals(made.previousHash())) {
                        throw refusal("its seal names another end of the log");
                    }
                    return submission;
                }
            }
        }
        throw refusal("it was not submitted");
    }

    /** The videos and the cages must be those that were given out. */
    private void compare(UUID recordingId) throws SQLException, StoreException {
        Recording here = FrameTables.RECORDING.list(connection, "WHERE id = ?", recordingId.toString()).stream()
                .findFirst()
                .orElseThrow(() -> refusal("one of its recordings is not in this study"));
        boolean same = played.get(recordingId) instanceof Recording there
                && there.duration() == here.duration()
                && contents(there).equals(contents(here));
        if (!same) {
            throw refusal("its videos are not those of recording " + here.name());
        }
        for (Cage cage : FrameTables.CAGE.list(connection, "WHERE recording_id = ?", recordingId.toString())) {
            boolean drawn = played.get(cage.id()) instanceof Cage there
                    && there.box().equals(cage.box())
                    && there.position() == cage.position();
            if (!drawn) {
                throw refusal("cage " + cage.position() + " of recording " + here.name() + " is drawn elsewhere");
            }
        }
    }

    private static List<String> contents(Recording recording) {
        return recording.files().stream().map(VideoFile::fingerprint).toList();
    }

    private StoreException refusal(String why) {
        return new StoreException("The submission " + file + " was not taken in: " + why
                + ". Ask the rater for it again; nothing was changed.");
    }
}
