package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Protocol;
import org.ictograph.model.Role;
import org.ictograph.model.Verb;
import org.ictograph.store.StudyStore;

/** Says what raters look for: the labels of the protocol and its scale. Called on the FX thread. */
public final class Defining {
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;

    Defining(StudyState state, StoreLane store, Edits edits) {
        this.state = state;
        this.store = store;
        this.edits = edits;
    }

    /** True when the rater who works may change the protocol here. */
    public boolean may() {
        return state.mayEdit() && state.study().get().roleOf(state.rater().get().id()) == Role.OWNER;
    }

    /** Names of the labels that marks or proposals of anybody carry; the protocol keeps them. */
    public CompletableFuture<Set<String>> inUse() {
        return store.ask(StudyStore::labelsInUse);
    }

    /**
     * Makes the next version of the protocol; nothing happens when it would say the same. Only an owner may, and the store
     * refuses to let go of a label that marks or proposals carry.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> revise(
            String name, List<Label> labels, String scale, List<String> stages) {
        return edits.make(() -> {
            Protocol now = state.study().get().protocol();
            boolean same = now.name().equals(name)
                    && now.labels().equals(labels)
                    && now.scale().equals(scale)
                    && now.stages().equals(stages);
            return same
                    ? Optional.empty()
                    : Optional.of(Edit.changing(Verb.CHANGE_PROTOCOL, now, now.revised(name, labels, scale, stages)));
        });
    }
}
