package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Assignment.Planted;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Subject;
import org.ictograph.model.Submission;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;

/**
 * Assignments, the seals on what was handed in for them, and the hash of a sealed set: SHA-256 over the rows of the rater's
 * marks, and of the time they declared reviewed, in the windows, each as the edit log would write it, a line each, by id.
 */
final class Seals {
    static final EntityTable<Assignment> ASSIGNMENT = new EntityTable<>(
            Assignment.class,
            "assignment",
            List.of(
                    Column.id("id", Assignment::id),
                    Column.id("rater_id", Assignment::raterId),
                    Column.json("windows", assignment -> Json.array(assignment.windows(), Seals::node)),
                    Column.json(
                            "hides",
                            assignment -> Json.texts(assignment.hides().stream()
                                    .map(Hidden::name)
                                    .toList())),
                    Column.integer("seed", Assignment::seed),
                    Column.json("planted", assignment -> Json.array(assignment.planted(), Seals::node))),
            row -> new Assignment(
                    row.id("id"),
                    row.id("rater_id"),
                    Json.list(row.json("windows"), Seals::window),
                    hidden(Json.list(row.json("hides"), node -> Hidden.valueOf(node.asText()))),
                    row.integer("seed"),
                    Json.list(row.json("planted"), Seals::planted)));

    static final EntityTable<Submission> SUBMISSION = new EntityTable<>(
            Submission.class,
            "submission",
            List.of(
                    Column.id("id", Submission::id),
                    Column.id("assignment_id", Submission::assignmentId),
                    Column.id("rater_id", Submission::raterId),
                    Column.text("submitted_at", submission -> submission.at().toString()),
                    Column.text("work", Submission::work),
                    Column.integer("sequence", submission -> submission.head().sequence()),
                    Column.text("head", submission -> submission.head().hash())),
            row -> new Submission(
                    row.id("id"),
                    row.id("assignment_id"),
                    row.id("rater_id"),
                    row.instantIfAny("submitted_at").orElseThrow(),
                    row.text("work"),
                    new org.ictograph.model.Head(row.integer("sequence"), row.text("head"))));

    private final Connection connection;

    Seals(Connection connection) {
        this.connection = connection;
    }

    private static Set<Hidden> hidden(List<Hidden> words) {
        Set<Hidden> hides = EnumSet.noneOf(Hidden.class);
        hides.addAll(words);
        return hides;
    }

    private static JsonNode node(Window window) {
        return Json.object()
                .put("recording_id", window.recordingId().toString())
                .put("start_micros", window.span().start())
                .put("end_micros", window.span().end());
    }

    private static JsonNode node(Planted event) {
        return Json.object()
                .put("recording_id", event.recordingId().toString())
                .put("cage_id", event.cageId().toString())
                .put("label", event.label())
                .put("start_micros", event.span().start())
                .put("end_micros", event.span().end());
    }

    private static Planted planted(JsonNode node) {
        Window window = window(node);
        return new Planted(
                window.recordingId(),
                UUID.fromString(Json.word(node, "cage_id")),
                Json.word(node, "label"),
                window.span());
    }

    private static Window window(JsonNode node) {
        return new Window(
                UUID.fromString(Json.word(node, "recording_id")),
                new Span(
                        Json.property(node, "start_micros").longValue(),
                        Json.property(node, "end_micros").longValue()));
    }

    /** All assignments, oldest first; what was planted is told of those that are submitted. */
    List<Assigned> all() throws SQLException {
        List<Assigned> all = new ArrayList<>();
        for (Assignment assignment : ASSIGNMENT.list(connection, "ORDER BY rowid")) {
            Optional<Submission> submission = submission(assignment.id());
            boolean same = submission.isEmpty() || submission.get().work().equals(work(assignment));
            all.add(new Assigned(submission.isPresent() ? assignment : assignment.untold(), submission, same));
        }
        return all;
    }

    /** Assignments that are not submitted yet, oldest first. */
    List<Assignment> duties() throws SQLException {
        String open = "WHERE NOT EXISTS (SELECT 1 FROM submission AS s WHERE s.assignment_id = assignment.id)";
        return ASSIGNMENT.list(connection, open + " ORDER BY rowid").stream()
                .map(Assignment::untold)
                .toList();
    }

    /** Recordings of assignments that are not submitted yet. */
    Set<UUID> secret() throws SQLException {
        Set<UUID> secret = new HashSet<>();
        duties().forEach(open -> secret.addAll(open.recordings()));
        return secret;
    }

    Optional<Assignment> assignment(UUID id) throws SQLException {
        return ASSIGNMENT.list(connection, "WHERE id = ?", id.toString()).stream()
                .findFirst();
    }

    private Optional<Submission> submission(UUID assignmentId) throws SQLException {
        return SUBMISSION.list(connection, "WHERE assignment_id = ?", assignmentId.toString()).stream()
                .findFirst();
    }

    /** True of what belongs to a set that was handed in. */
    boolean sealed(Entity entity) throws SQLException {
        for (Assignment assignment : ASSIGNMENT.list(
                connection, "WHERE EXISTS (SELECT 1 FROM submission AS s WHERE s.assignment_id = assignment.id)")) {
            if (assignment.holds(entity)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Part of the {@link Gate}.
     *
     * @throws StoreException with a sentence when an assignment or a submission would not stay as it is, or is somebody else's
     */
    void pass(UUID self, Verb verb, Change change) throws SQLException, StoreException {
        if (change.before()
                .filter(was -> was instanceof Assignment || was instanceof Submission)
                .filter(was -> verb != Verb.WITHDRAW && !change.after().equals(change.before()))
                .isPresent()) {
            throw new StoreException("Assignments and submissions stay as they were made. Nothing was changed.");
        }
        if (change.before().filter(Seals::framing).isPresent() && verb != Verb.RELINK_RECORDING && blindfolded(self)) {
            throw new StoreException(
                    "While an assignment waits for you, recordings, cages and animals stay as they are;"
                            + " submit it first, or ask somebody else. Nothing was changed.");
        }
        if (verb == Verb.WITHDRAW && !withdraws(change)) {
            throw new StoreException("Only an assignment that is not submitted can be withdrawn. Nothing was changed.");
        }
        if (change.after().orElse(null) instanceof Submission submission) {
            Assignment assignment = assignment(submission.assignmentId())
                    .orElseThrow(() -> new StoreException("There is no such assignment. Nothing was changed."));
            if (!assignment.raterId().equals(submission.raterId())
                    || (verb != Verb.RECEIVE && !submission.raterId().equals(self))) {
                throw new StoreException("Only the rater whom an assignment names can submit it. Nothing was changed.");
            }
            if (submission(assignment.id()).isPresent()) {
                throw new StoreException("This assignment was submitted already. Nothing was changed.");
            }
        }
    }

    private boolean withdraws(Change change) throws SQLException {
        return change.after().isEmpty()
                && change.before().orElse(null) instanceof Assignment assignment
                && submission(assignment.id()).isEmpty();
    }

    /** What a rater from whom something is hidden sees in another form. */
    private static boolean framing(Entity entity) {
        return entity instanceof Recording
                || entity instanceof Cage
                || entity instanceof Subject
                || entity instanceof PoseTrack;
    }

    private boolean blindfolded(UUID rater) throws SQLException {
        return duties().stream()
                .anyMatch(open -> open.raterId().equals(rater) && !open.hides().isEmpty());
    }

    /**
     * The edit with hash and head in the submissions that it adds, and with what was planted in the assignments that it takes
     * away; one that comes with a package has them already.
     */
    Edit proving(Edit edit) throws SQLException {
        if (edit.verb() == Verb.RECEIVE) {
            return edit;
        }
        List<Change> changes = new ArrayList<>();
        for (Change change : edit.changes()) {
            Optional<Assignment> assignment = change.after().orElse(null) instanceof Submission made
                            && change.before().isEmpty()
                    ? assignment(made.assignmentId())
                    : Optional.empty();
            if (assignment.isPresent()) {
                Submission made = (Submission) change.after().orElseThrow();
                changes.add(new Change.Added(made.over(work(assignment.get()), new EditLog(connection).head())));
            } else if (change.after().isEmpty() && change.before().orElseThrow() instanceof Assignment told) {
                changes.add(
                        assignment(told.id()).<Change>map(Change.Removed::new).orElse(change));
            } else {
                changes.add(change);
            }
        }
        return changes.equals(edit.changes()) ? edit : edit.withChanges(changes);
    }

    /** @throws StoreException when the tables hold another set than the one whose seal was just added */
    void prove(Edit edit) throws SQLException, StoreException {
        for (Change change : edit.changes()) {
            if (change.after().orElse(null) instanceof Submission made
                    && !made.work().equals(work(assignment(made.assignmentId()).orElseThrow()))) {
                throw new StoreException("The set is not the one that was sealed: this study holds other marks of the"
                        + " rater in the windows of the assignment. Nothing was changed.");
            }
        }
    }

    private String work(Assignment assignment) throws SQLException {
        List<Entity> set = new ArrayList<>();
        for (UUID recording : assignment.recordings()) {
            set.addAll(LabelTables.MARK.list(
                    connection,
                    "WHERE recording_id = ? AND rater_id = ?",
                    recording.toString(),
                    assignment.raterId().toString()));
            set.addAll(LabelTables.COVERAGE.list(
                    connection,
                    "WHERE recording_id = ? AND rater_id = ?",
                    recording.toString(),
                    assignment.raterId().toString()));
        }
        return work(assignment, set);
    }

    /** The hash of what an assignment holds of these. */
    static String work(Assignment assignment, Collection<? extends Entity> of) {
        List<String> lines = of.stream()
                .filter(assignment::holds)
                .sorted(Comparator.comparing(Entity::id))
                .map(entity -> {
                    EntityTable<?> table = EntityTables.of(entity);
                    return table.name() + " " + Json.text(table.row(entity).json());
                })
                .toList();
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
