package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ictograph.model.Coverage;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Role;
import org.ictograph.model.Settlement;
import org.ictograph.model.Signature;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.model.Signed;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.Viewer;
import org.ictograph.work.Job;
import org.ictograph.work.Jobs;

/** Puts raters' names under recordings, and says what raters may change. Called on the FX thread. */
public final class Signing {
    private static final int PAGE = 1_000;

    private final StoreLane store;
    private final StudyState state;
    private final Edits edits;
    private final Executor fx;
    private final Jobs jobs;

    Signing(StoreLane store, StudyState state, Edits edits, Workplace workplace) {
        this.store = store;
        this.state = state;
        this.edits = edits;
        this.fx = workplace.fx();
        this.jobs = workplace.jobs();
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

    /** Starts to look up which entry voided each of some signatures under a recording. */
    public Job<List<Undersigned>> fates(List<Signed> signed, String name) {
        return jobs.start(name, progress -> {
            Map<UUID, LogEntry> culprits = new HashMap<>();
            Set<UUID> open = new HashSet<>();
            long after = 0;
            List<LogEntry> page = signed.stream().allMatch(Signed::valid) ? List.of() : page(after);
            while (!page.isEmpty()) {
                progress.check();
                for (LogEntry entry : page) {
                    signed.stream()
                            .filter(one -> open.contains(one.signature().id())
                                    && !culprits.containsKey(one.signature().id())
                                    && touches(entry, one.signature()))
                            .forEach(one -> culprits.put(one.signature().id(), entry));
                    entry.edit().changes().stream()
                            .filter(change -> change.after().orElse(null) instanceof Signature)
                            .forEach(change -> open.add(change.entityId()));
                    after = entry.sequence();
                }
                page = page(after);
            }
            return signed.stream()
                    .map(one -> new Undersigned(
                            one,
                            one.valid()
                                    ? Optional.empty()
                                    : Optional.ofNullable(
                                            culprits.get(one.signature().id()))))
                    .toList();
        });
    }

    private List<LogEntry> page(long after) throws StoreException {
        return store.await(open -> open.log(after, PAGE));
    }

    private static boolean touches(LogEntry entry, Signature signature) {
        return entry.edit().changes().stream().anyMatch(change -> {
            Entity entity = change.after().or(change::before).orElseThrow();
            boolean all = signature.meaning().coversAll();
            if (entity instanceof Mark mark) {
                return mark.recordingId().equals(signature.recordingId())
                        && (all || (mark.raterId().equals(signature.raterId()) && mark.layer() == Layer.RATING));
            } else if (entity instanceof Coverage seen) {
                return seen.recordingId().equals(signature.recordingId())
                        && seen.seen() == Coverage.Seen.REVIEWED
                        && (all || seen.raterId().equals(signature.raterId()));
            }
            return all
                    && entity instanceof Settlement settled
                    && settled.recordingId().equals(signature.recordingId());
        });
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
