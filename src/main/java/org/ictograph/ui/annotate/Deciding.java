package org.ictograph.ui.annotate;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Proposal;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;

/** Deciding about proposals one after the other, in the order of time. */
public final class Deciding {
    private final StudySession session;
    private final StudyState state;
    private final Jumps jumps;
    private final Chosen together;

    Deciding(StudySession session, Jumps jumps, Chosen chosen) {
        this.session = session;
        this.state = session.state();
        this.jumps = jumps;
        this.together = chosen;
    }

    /** The selected proposal becomes a mark as it is; then the next one is shown. Several become marks with one edit. */
    public void accept() {
        if (together.several()) {
            session.proposing().accept(together.ids().get());
            return;
        }
        chosen().ifPresent(chosen -> then(session.proposing().accept(chosen.id()), chosen));
    }

    /** The selected proposal becomes a mark whose edges are to be corrected. */
    public void adjust() {
        chosen().ifPresent(chosen -> session.proposing().adjust(chosen.id()));
    }

    /** The selected proposal is rejected; then the next one is shown. Several are rejected with one edit. */
    public void reject() {
        if (together.several()) {
            session.proposing().reject(together.ids().get());
            return;
        }
        chosen().ifPresent(chosen -> then(session.proposing().reject(chosen.id()), chosen));
    }

    /** The selected proposal. */
    public Optional<Proposal> chosen() {
        return state.selectedProposal().get().flatMap(state.labels().get()::proposal);
    }

    private void showNext(Proposal decided) {
        UUID self = state.rater().get().id();
        state.selectedProposal().set(Optional.empty());
        state.labels().get().open(self).stream()
                .filter(open -> open.span().start() >= decided.span().start())
                .min(Comparator.comparing(Proposal::span))
                .ifPresent(next -> {
                    state.selectedMark().set(Optional.empty());
                    state.selectedProposal().set(Optional.of(next.id()));
                    state.focusedCage().set(Optional.of(next.cageId()));
                    jumps.goTo(OptionalLong.of(next.span().start()));
                });
    }

    private void then(CompletableFuture<?> stored, Proposal decided) {
        var unused = stored.thenRun(() -> showNext(decided));
    }
}
