package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Role;
import org.ictograph.model.Signature;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.model.Signed;
import org.ictograph.model.Verb;
import org.ictograph.store.Viewer;

/** Puts raters' names under recordings, and says what raters may change. Called on the FX thread. */
public final class Signing {
    private final StoreLane store;
    private final StudyState state;
    private final Edits edits;
    private final Executor fx;

    Signing(StoreLane store, StudyState state, Edits edits, Executor fx) {
        this.store = store;
        this.state = state;
        this.edits = edits;
        this.fx = fx;
    }

    /** Signs a recording by the name of the rater who works. It stays for good; a later change of the work voids it. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> sign(UUID recordingId, Meaning meaning) {
        return edits.make(() -> Optional.of(
                Edit.adding(Verb.SIGN, Signature.of(state.rater().get().id(), recordingId, meaning, Instant.now()))));
    }

    /** The signatures under a recording that the rater who works may see, oldest first. */
    public CompletableFuture<List<Signed>> under(UUID recordingId) {
        Viewer viewer = state.viewer();
        return store.ask(open -> open.signatures(viewer, recordingId)).thenApplyAsync(signed -> signed, fx);
    }

    /** Gives a rater a role. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> give(UUID raterId, Role role) {
        return edits.make(() -> {
            Rater rater = state.study().get().rater(raterId).orElseThrow();
            return rater.role().equals(Optional.of(role))
                    ? Optional.empty()
                    : Optional.of(Edit.changing(Verb.GIVE_ROLE, rater, rater.as(role)));
        });
    }
}
