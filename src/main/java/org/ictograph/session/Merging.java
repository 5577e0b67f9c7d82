package org.ictograph.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Conflict;
import org.ictograph.model.HandedOver;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Study;
import org.ictograph.model.TakenIn;
import org.ictograph.store.Viewer;

/**
 * Brings the work of several copies of a study together: hands a rater's work over as a bundle, takes bundles in, and
 * keeps the review list of what did not fit together. Called on the FX thread.
 */
public final class Merging {
    /** The ending of bundles. */
    public static final String ENDING = ".ictobundle";

    /** What a bundle changes on the screens. */
    private record After(TakenIn taken, Study study, Optional<Labels> labels) {}

    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Safekeeping safekeeping;

    Merging(Workplace workplace, StudyState state, StoreLane store, Edits edits, Safekeeping safekeeping) {
        this.safekeeping = safekeeping;
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
    }

    /** Writes a rater's work as a bundle; an existing file is replaced. Fails with a sentence. */
    public CompletableFuture<HandedOver> handOver(String raterName, Path bundle) {
        if (state.disguised()) {
            return CompletableFuture.failedFuture(new SessionException(
                    "A bundle would tell names that are hidden from you while an assignment waits for"
                            + " you; submit it first."));
        }
        Optional<Rater> rater = state.study().get().raterNamed(raterName);
        if (rater.isEmpty()) {
            return CompletableFuture.failedFuture(new SessionException("There is no rater “" + raterName
                    + "” in the study; its raters are "
                    + String.join(
                            ", ",
                            state.study().get().raters().stream()
                                    .map(Rater::name)
                                    .toList())
                    + "."));
        }
        UUID id = rater.get().id();
        return edits.settled()
                .thenCompose(done -> store.ask(open -> open.handOver(id, bundle.toAbsolutePath())))
                .thenApplyAsync(handed -> handed, workplace.fx());
    }

    /**
     * Takes a bundle in and shows what it changed. Fails with a sentence, and nothing has changed then.
     *
     * @param dryRun true to learn what would come of it
     */
    public CompletableFuture<TakenIn> takeIn(Path bundle, boolean dryRun) {
        UUID rater = state.rater().get().id();
        Viewer viewer = state.viewer();
        Optional<UUID> shown = state.recording().get().map(Recording::id);
        return edits.settled()
                .thenCompose(done -> dryRun
                        ? CompletableFuture.completedFuture(Optional.<Snapshot>empty())
                        : safekeeping.keep(Snapshot.Reason.IMPORT).thenApply(Optional::of))
                .thenCompose(done -> store.ask(open -> {
                    TakenIn taken = open.takeIn(rater, bundle.toAbsolutePath(), dryRun);
                    Optional<Labels> labels =
                            shown.isEmpty() ? Optional.empty() : Optional.of(Labels.read(open, viewer, shown.get()));
                    return new After(taken, open.study(), labels);
                }))
                .thenComposeAsync(this::show, workplace.fx());
    }

    private CompletableFuture<TakenIn> show(After after) {
        state.show(after.study());
        after.labels().ifPresent(state::show);
        return edits.recall(state.rater().get().id()).thenApply(done -> after.taken());
    }

    /** The review list as far as the rater who works may see it. */
    public CompletableFuture<List<Conflict>> conflicts() {
        Viewer viewer = state.viewer();
        Secrecy secrecy = state.secrecy();
        return edits.settled()
                .thenCompose(done -> store.ask(open -> open.conflicts(viewer)))
                .thenApplyAsync(
                        conflicts -> conflicts.stream().filter(secrecy::tells).toList(), workplace.fx());
    }

    /** The whole review list, for the program itself, never for a screen. */
    public CompletableFuture<List<Conflict>> allConflicts() {
        return store.ask(open -> open.conflicts(Viewer.PROGRAM));
    }

    /** Decides a conflict; an edit like any other, which can be undone. */
    public CompletableFuture<Optional<LogEntry>> decide(Conflict conflict, Conflict.Version version) {
        return edits.make(conflict.decide(version));
    }
}
