package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Assignment;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Label;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Role;
import org.ictograph.model.Settlement;
import org.ictograph.model.Signature;
import org.ictograph.model.Submission;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;

/**
 * The one place where an edit that fits is refused nevertheless: because the rater's {@link Role} does not reach so far, or
 * because it changes what was signed or handed in without saying why. What came with a bundle was let through where it was made and
 * does not pass here again. Runs inside the transaction of the edit, before its changes are made.
 */
final class Gate {
    /** What somebody may not do, as the end of a sentence, and the role that may. */
    private record Bar(Role needs, String what) {}

    private final Connection connection;
    private final Seals seals;
    private final Map<UUID, List<Signature>> signatures = new HashMap<>();
    private final Set<String> labels = new HashSet<>();

    Gate(Connection connection) {
        this.connection = connection;
        this.seals = new Seals(connection);
    }

    /** @throws StoreException with a sentence that says who may do this, or that asks for a reason */
    void pass(UUID raterId, Edit edit) throws SQLException, StoreException {
        if (edit.verb() == Verb.CREATE_STUDY) {
            return;
        }
        List<Rater> raters = FrameTables.RATER.list(connection, "ORDER BY rowid");
        Rater self = raters.stream()
                .filter(rater -> rater.id().equals(raterId))
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        "The edit log would refer to a rater that is not in the study. Nothing was changed."));
        Role role = roleOf(self, raters);
        for (Change change : edit.changes()) {
            seals.pass(raterId, edit.verb(), change);
            Bar bar = bar(raterId, edit.verb(), change);
            if (!role.includes(bar.needs())) {
                throw new StoreException(self.name() + " is " + word(role)
                        + " in this study and may not " + bar.what() + "; that takes " + word(bar.needs())
                        + ". Ask somebody who is, or the owner for that role. Nothing was changed.");
            }
        }
        refuseOwnerless(edit, raters);
        refuseOrphans(edit);
        if (edit.reason().isBlank()) {
            refuseUnexplained(edit);
        }
    }

    private static Role roleOf(Rater rater, List<Rater> raters) {
        return rater.role(rater.equals(raters.get(0)));
    }

    private static String word(Role role) {
        return (role == Role.ADJUDICATOR || role == Role.OPERATOR ? "an " : role == Role.OWNER ? "the " : "a ")
                + role.name().toLowerCase(Locale.ROOT);
    }

    /** Looks at the entity before and after, so that nothing slips through by changing hands. */
    private static Bar bar(UUID self, Verb verb, Change change) throws StoreException {
        Bar before = change.before().map(entity -> bar(self, verb, entity)).orElse(new Bar(Role.OPERATOR, ""));
        Bar after = change.after().map(entity -> bar(self, verb, entity)).orElse(before);
        if (change.before().isPresent() && change.before().get() instanceof Signature) {
            throw new StoreException("A signature stays for good; sign anew instead. Nothing was changed.");
        }
        if (change.after().orElse(null) instanceof Signature signature
                && !signature.raterId().equals(self)) {
            throw new StoreException("Nobody can sign for somebody else; work by that name. Nothing was changed.");
        }
        boolean gives = change.after().orElse(null) instanceof Rater now
                && !now.role().equals(change.before().flatMap(was -> ((Rater) was).role()));
        if (gives) {
            return new Bar(Role.OWNER, "give roles");
        }
        if (change.after().orElse(null) instanceof Rater && change.before().isEmpty()) {
            return new Bar(Role.ADJUDICATOR, "add raters");
        }
        return before.needs().includes(after.needs()) ? before : after;
    }

    private static Bar bar(UUID self, Verb verb, Entity entity) {
        if (entity instanceof Settlement || (entity instanceof Mark mark && mark.layer() == Layer.CONSENSUS)) {
            return new Bar(Role.ADJUDICATOR, "change the consensus");
        }
        if (verb == Verb.DECIDE_CONFLICT) {
            return new Bar(Role.ADJUDICATOR, "decide conflicts");
        }
        if ((entity instanceof Mark mark && !mark.raterId().equals(self))
                || (entity instanceof Coverage coverage && !coverage.raterId().equals(self))) {
            return new Bar(Role.OWNER, "change what somebody else rated");
        }
        if (entity instanceof Assignment) {
            return new Bar(Role.OWNER, "make assignments");
        }
        if (entity instanceof Submission && verb == Verb.RECEIVE) {
            return new Bar(Role.OWNER, "take in what was handed in");
        }
        if (entity instanceof Signature signature) {
            return new Bar(
                    signature.meaning().needs(),
                    "sign a recording as " + signature.meaning().name().toLowerCase(Locale.ROOT));
        }
        return entity instanceof Protocol ? new Bar(Role.OWNER, "change the protocol") : new Bar(Role.OPERATOR, "");
    }

    private static void refuseOwnerless(Edit edit, List<Rater> raters) throws StoreException {
        Map<UUID, Role> roles = new HashMap<>();
        raters.forEach(rater -> roles.put(rater.id(), roleOf(rater, raters)));
        boolean changed = false;
        for (Change change : edit.changes()) {
            if (change instanceof Change.Changed taken && taken.to() instanceof Rater rater) {
                roles.put(rater.id(), rater.role(rater.id().equals(raters.get(0).id())));
                changed = true;
            }
        }
        if (changed && !roles.containsValue(Role.OWNER)) {
            throw new StoreException(
                    "A study needs an owner; make somebody else the owner first. Nothing was changed.");
        }
    }

    /** A label that marks or proposals carry stays in the protocol, and no mark gets one that is not there. */
    private void refuseOrphans(Edit edit) throws SQLException, StoreException {
        for (Change change : edit.changes()) {
            if (change instanceof Change.Changed changed
                    && changed.from() instanceof Protocol before
                    && changed.to() instanceof Protocol after) {
                Set<String> used = new LabelQueries(connection).labelsInUse();
                for (Label label : before.labels()) {
                    if (after.label(label.name()).isEmpty() && used.contains(label.name())) {
                        throw new StoreException("Marks or proposals carry the label “" + label.name()
                                + "”; it stays in the protocol. Nothing was changed.");
                    }
                }
            }
        }
        for (Change change : edit.changes()) {
            Optional<String> before = change.before().flatMap(Gate::labelOf);
            Optional<String> after = change.after().flatMap(Gate::labelOf);
            if (after.isPresent() && !after.equals(before) && !known(after.get())) {
                throw new StoreException("The protocol has no label “" + after.get()
                        + "”, so no mark can carry it. Nothing was changed.");
            }
        }
    }

    private static Optional<String> labelOf(Entity entity) {
        return entity instanceof Mark mark ? Optional.of(mark.label()) : Optional.empty();
    }

    /** Undoing and redoing may ask for labels that have left the protocol. */
    private boolean known(String label) throws SQLException {
        if (labels.isEmpty()) {
            for (Protocol protocol : FrameTables.PROTOCOL.list(connection, "")) {
                protocol.labels().forEach(each -> labels.add(each.name()));
            }
        }
        return labels.contains(label);
    }

    private void refuseUnexplained(Edit edit) throws SQLException, StoreException {
        for (Change change : edit.changes()) {
            for (Optional<Entity> entity : List.of(change.before(), change.after())) {
                if (entity.isPresent() && seals.sealed(entity.get())) {
                    throw new StoreException(
                            Trouble.NEEDS_REASON,
                            "This set was submitted; say why it is amended (for a command: --reason). Nothing was"
                                    + " changed.");
                }
                if (entity.isPresent() && signed(entity.get())) {
                    throw new StoreException(
                            Trouble.NEEDS_REASON,
                            "This recording was signed; say why it is changed (for a command: --reason). The change"
                                    + " voids the signature. Nothing was changed.");
                }
            }
        }
    }

    private boolean signed(Entity entity) throws SQLException {
        if (entity instanceof Mark mark) {
            return signed(mark.recordingId(), mark.layer() == Layer.RATING ? mark.raterId() : null);
        }
        if (entity instanceof Settlement settlement) {
            return signed(settlement.recordingId(), null);
        }
        return entity instanceof Coverage coverage
                && coverage.seen() == Coverage.Seen.REVIEWED
                && signed(coverage.recordingId(), coverage.raterId());
    }

    /** @param whose whose own work it is, null for what belongs to nobody alone */
    private boolean signed(UUID recordingId, @org.jspecify.annotations.Nullable UUID whose) throws SQLException {
        List<Signature> known = signatures.get(recordingId);
        if (known == null) {
            known = new Signatures(connection).under(recordingId);
            signatures.put(recordingId, known);
        }
        return known.stream()
                .anyMatch(signature ->
                        signature.meaning().coversAll() || signature.raterId().equals(whose));
    }
}
