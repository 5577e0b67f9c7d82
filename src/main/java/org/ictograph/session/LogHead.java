package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Head;

/**
 * The end of the study's edit log, which proves everything before it to whoever keeps it outside the file. Called on the
 * FX thread.
 */
public final class LogHead {
    /** So many digits of a hash tell it from all others in a study. */
    public static final int SHORT = 12;

    private final StoreLane store;
    private final StudyState state;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<String>> doubt = new ReadOnlyObjectWrapper<>(Optional.empty());

    LogHead(StoreLane store, StudyState state, Executor fx) {
        this.store = store;
        this.state = state;
        this.fx = fx;
    }

    /** The end as stored now. */
    public ReadOnlyObjectProperty<Head> head() {
        return state.head();
    }

    /** How the end is shown where there is little room: sequence and the first digits of the hash. */
    public static String brief(Head head) {
        String hash = head.hash();
        return head.sequence() + " · " + hash.substring(0, Math.min(SHORT, hash.length()));
    }

    /** Why this may not be the file that was open on this machine last, as a sentence; empty when all is well. */
    public ReadOnlyObjectProperty<Optional<String>> doubt() {
        return doubt.getReadOnlyProperty();
    }

    /** The person says that this is the right file; its present end is remembered from now on. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> trust() {
        return store.ask(open -> {
                    open.trust();
                    return open.doubt();
                })
                .thenAcceptAsync(doubt::set, fx);
    }

    /**
     * The entry that somebody kept outside the file, on paper for example.
     *
     * @param digits the hash, or at least its first {@value #SHORT} digits
     * @return fails with a {@link SessionException} when these are no such digits
     */
    public CompletableFuture<Optional<Head>> find(String digits) {
        String asked = digits.strip().toLowerCase(Locale.ROOT);
        if (!asked.matches("[0-9a-f]{" + SHORT + ",64}")) {
            return CompletableFuture.failedFuture(new SessionException(
                    "“" + digits + "” is no chain head; give the hash, or at least its first " + SHORT + " digits."));
        }
        return store.ask(open -> open.find(asked)).thenApplyAsync(found -> found, fx);
    }

    /** Learns what the store found at the opening. */
    CompletableFuture<Void> read() {
        return store.ask(open -> open.doubt()).thenAcceptAsync(doubt::set, fx);
    }
}
