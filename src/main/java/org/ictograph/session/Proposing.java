package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.ModelCard;
import org.ictograph.model.Cage;
import org.ictograph.model.Certainty;
import org.ictograph.model.Change;
import org.ictograph.model.Decision;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.model.Visibility;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Runs localizers and lets raters decide about what they propose. Called on the FX thread. */
public final class Proposing {
    private final Workplace workplace;
    private final StudyState state;
    private final Edits edits;
    private final Recordings recordings;
    private final Attention attention;

    Proposing(Workplace workplace, StudyState state, Edits edits, Recordings recordings, Attention attention) {
        this.workplace = workplace;
        this.state = state;
        this.edits = edits;
        this.recordings = recordings;
        this.attention = attention;
        state.selectedProposal()
                .addListener((property, before, now) -> now.ifPresentOrElse(attention::on, attention::away));
    }

    /** The models on the shelf, the default one first. */
    public List<Localizer> localizers() {
        return workplace.localizers().all();
    }

    /** Reads what a model says of itself; the future ends on the FX executor. */
    public CompletableFuture<Optional<ModelCard>> card(Localizer localizer) {
        return workplace
                .jobs()
                .start(localizer.model(), progress -> {
                    try {
                        return localizer.card();
                    } catch (LocalizerException failure) {
                        throw new SessionException(Sentence.of(failure), failure);
                    }
                })
                .result()
                .thenApplyAsync(card -> card, workplace.fx());
    }

    /** The same for a model of the shelf, by its name; empty where there is none. */
    public CompletableFuture<Optional<ModelCard>> card(String model) {
        return workplace
                .localizers()
                .byModel(model)
                .map(this::card)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /**
     * Starts a localizer over a recording. When the job is done its run, proposals and score tracks are stored.
     *
     * @return the job; its result is what was found
     */
    public Job<Localization> run(UUID recordingId, Localizer localizer) {
        Recording recording = state.study().get().recording(recordingId).orElseThrow();
        return workplace
                .jobs()
                .start(recording.name() + " · " + localizer.model(), progress -> run(recording, localizer, progress));
    }

    /**
     * Runs a localizer within a job that is already under way; the time of missing files is passed over, and said. Blocks; not
     * for the FX thread.
     */
    public Localization run(Recording recording, Localizer localizer, Progress progress)
            throws SessionException, VideoException {
        List<Cage> cages = workplace
                .onFx(() ->
                        CompletableFuture.completedFuture(state.study().get().cagesOf(recording.id())))
                .join();
        if (cages.isEmpty()) {
            throw new SessionException(
                    "The recording " + recording.name() + " has no cages yet; draw them before asking for proposals.");
        }
        Localization found = localize(recording, cages, localizer, progress);
        var unused = store(found).join();
        return found;
    }

    /**
     * Starts looking at a recording and keeps nothing: to compare a model with known truth.
     *
     * @return the job; its result is what was found
     */
    public Job<Localization> tryOut(UUID recordingId, Localizer localizer) {
        Recording recording = state.study().get().recording(recordingId).orElseThrow();
        List<Cage> cages = state.study().get().cagesOf(recordingId);
        return workplace
                .jobs()
                .start(
                        recording.name() + " · " + localizer.model(),
                        progress -> localize(recording, cages, localizer, progress));
    }

    private Localization localize(Recording recording, List<Cage> cages, Localizer localizer, Progress progress)
            throws SessionException, VideoException {
        Reel reel = recordings.present(recording, progress.part(0, 0.1));
        long missing = reel.index().gaps().minus(recording.gaps()).total();
        if (missing > 0) {
            double seconds = missing / (double) Span.SECOND;
            workplace.fx().execute(() -> state.say(Notice.done("proposals.skipped", recording.name(), seconds)));
        }
        try (FrameReader reader = workplace.videos().open(reel)) {
            return localizer.localize(recording, cages, reader, progress.part(0.1, 1));
        } catch (LocalizerException failure) {
            throw new SessionException(Sentence.of(failure), failure);
        }
    }

    private CompletableFuture<Optional<LogEntry>> store(Localization found) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Added(found.run()));
        found.proposals().forEach(proposal -> changes.add(new Change.Added(proposal)));
        return workplace.onFx(() -> edits.make(new Edit(Verb.PROPOSE, changes), found.tracks()));
    }

    /** The proposal becomes a mark of the rater who works, as it is, or joins the one that they have there already. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> accept(UUID proposalId) {
        return accept(Set.of(proposalId));
    }

    /** Several proposals become marks with one edit. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> accept(Set<UUID> proposalIds) {
        return shown(decide(proposalIds, Verb.ACCEPT_PROPOSAL, Verdict.ACCEPTED));
    }

    /** The proposal becomes a mark of the rater who works, which is selected so that its edges can be corrected. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> adjust(UUID proposalId) {
        return shown(decide(Set.of(proposalId), Verb.ADJUST_PROPOSAL, Verdict.ADJUSTED));
    }

    /** The proposal is kept as rejected. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> reject(UUID proposalId) {
        return reject(Set.of(proposalId));
    }

    /** Several proposals are kept as rejected, with one edit. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> reject(Set<UUID> proposalIds) {
        return decide(proposalIds, Verb.REJECT_PROPOSAL, Verdict.REJECTED);
    }

    /** Selects the mark that came of a decision, and tells when it was there already. */
    private CompletableFuture<Optional<LogEntry>> shown(CompletableFuture<Optional<LogEntry>> made) {
        return made.thenApply(entry -> {
            entry.flatMap(SameEvent::decided)
                    .ifPresent(mark -> state.selectedMark().set(Optional.of(mark)));
            int joined = entry.map(SameEvent::joined).orElse(0);
            if (joined > 0) {
                state.say(Notice.done("done.joined", joined));
            }
            return entry;
        });
    }

    private CompletableFuture<Optional<LogEntry>> decide(Set<UUID> proposalIds, Verb verb, Verdict verdict) {
        OptionalLong millis = proposalIds.size() == 1
                ? attention.millis(proposalIds.iterator().next())
                : OptionalLong.empty();
        return edits.make(() -> {
            UUID rater = state.rater().get().id();
            Labels labels = state.labels().get();
            List<Mark> marks = new ArrayList<>(labels.marks());
            List<Change> changes = new ArrayList<>();
            for (Proposal proposal : labels.proposals()) {
                if (proposalIds.contains(proposal.id())
                        && labels.decision(proposal.id(), rater).isEmpty()) {
                    changes.add(new Change.Added(new Decision(
                            Decision.idOf(millis, false),
                            proposal.id(),
                            rater,
                            verdict,
                            verdict == Verdict.REJECTED
                                    ? Optional.empty()
                                    : Optional.of(mark(proposal, rater, marks, changes)))));
                }
            }
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(verb, changes));
        });
    }

    /** The mark that a proposal becomes or joins; one that is made is added to both lists. */
    private static UUID mark(Proposal proposal, UUID rater, List<Mark> marks, List<Change> changes) {
        Optional<Mark> same = SameEvent.of(marks, rater, proposal.cageId(), proposal.label(), proposal.span());
        if (same.isPresent()) {
            return same.get().id();
        }
        Mark made = mark(proposal, rater);
        marks.add(made);
        changes.add(new Change.Added(made));
        return made.id();
    }

    private static Mark mark(Proposal proposal, UUID rater) {
        return new Mark(
                UUID.randomUUID(),
                proposal.recordingId(),
                proposal.cageId(),
                rater,
                Layer.RATING,
                proposal.label(),
                proposal.span(),
                "",
                Certainty.CERTAIN,
                Visibility.FULL,
                "",
                Origin.proposal(proposal.id()));
    }
}
