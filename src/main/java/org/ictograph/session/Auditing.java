package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.measure.Anchoring;
import org.ictograph.measure.AuditPlan;
import org.ictograph.measure.AuditWindow;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.UnaidedDraw;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Decision;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.Viewer;

/**
 * Looks, in windows drawn by chance, for what no proposal found, so that what a model misses is known with an interval. A
 * window counts as audited once the rater who works declared it reviewed; what they marked there was missed. Called on the FX
 * thread.
 */
public final class Auditing {
    /**
     * How far the audit of one label is.
     *
     * @param audited how many windows of the plan are looked through, from the first on
     * @param open proposals that the rater has not decided
     * @param hidden windows with proposals that the rater is not to know of before they have looked, in the order in which
     *     they are shown
     * @param anchoring how proposals pull what the rater marks
     */
    public record Standing(
            AuditPlan plan,
            int audited,
            int open,
            RecallEstimate estimate,
            Map<AuditWindow, CandidateGroup> hidden,
            UnaidedDraw draw,
            Anchoring anchoring) {
        public Standing {
            hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
        }

        /** How many windows are looked through, with proposals in them or without. */
        public int looked() {
            return audited + anchoring.unaided().shown();
        }

        /** The window to look through next; none when all are. Whether it has proposals is decided by chance. */
        public Optional<AuditWindow> next() {
            boolean left = audited < plan.windows().size();
            if (!hidden.isEmpty() && (!left || draw.comesNext(looked()))) {
                return hidden.keySet().stream().findFirst();
            }
            return left ? Optional.of(plan.windows().get(audited)) : Optional.empty();
        }
    }

    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Workplace workplace;
    private final NewestProposals newest;
    private final Attention attention;

    Auditing(
            Workplace workplace,
            StudyState state,
            StoreLane store,
            Edits edits,
            NewestProposals newest,
            Attention attention) {
        this.attention = attention;
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
        this.newest = newest;
    }

    /**
     * How far the rater who works is, and what follows from it.
     *
     * @param label whose proposals are audited
     * @param seed by which the windows are drawn
     */
    public CompletableFuture<Standing> standing(String label, long seed) {
        Viewer viewer = state.viewer();
        Study study = state.study().get();
        UUID rater = state.rater().get().id();
        UnaidedDraw draw = new UnaidedDraw(
                label.equals(Unaided.LABEL) ? study.protocol().plan().unaided() : 0, seed);
        return store.ask(open -> {
                    AuditSurvey survey = new AuditSurvey(label, rater, draw);
                    for (Recording recording : study.recordings()) {
                        survey.add(recording, study.cagesOf(recording.id()), newest, open, viewer);
                    }
                    return survey.standing();
                })
                .thenApplyAsync(standing -> standing, workplace.fx());
    }

    /** The rater who works has looked through a window and marked what is there. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> looked(AuditWindow window) {
        return edits.make(Edit.adding(Verb.COVER, coverage(window)));
    }

    /**
     * The rater who works has looked through a window and marked what is there, without knowing of proposals in it. What
     * they marked stands for these; where they marked nothing, they are asked about them now that they may see them.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> looked(AuditWindow window, CandidateGroup hidden) {
        Viewer viewer = state.viewer();
        UUID rater = state.rater().get().id();
        OptionalLong millis = attention.millis(hidden.lead().id());
        return store.ask(open -> open.marks(viewer, window.recordingId()))
                .thenComposeAsync(
                        marks -> {
                            Optional<UUID> mark = marks.stream()
                                    .filter(one -> one.cageId().equals(window.cageId())
                                            && one.raterId().equals(rater)
                                            && one.layer() == Layer.RATING
                                            && one.label().equals(hidden.lead().label())
                                            && one.span().overlaps(hidden.span()))
                                    .max(Comparator.comparingDouble(
                                            one -> one.span().iou(hidden.span())))
                                    .map(Mark::id);
                            List<Change> changes = new ArrayList<>();
                            changes.add(new Change.Added(coverage(window)));
                            hidden.members()
                                    .forEach(member -> changes.add(new Change.Added(new Decision(
                                            Decision.idOf(millis, true),
                                            member.proposal().id(),
                                            rater,
                                            mark.isPresent() ? Verdict.ADJUSTED : Verdict.REJECTED,
                                            mark))));
                            return edits.make(new Edit(Verb.COVER, changes));
                        },
                        workplace.fx());
    }

    private Coverage coverage(AuditWindow window) {
        return new Coverage(
                UUID.randomUUID(),
                state.rater().get().id(),
                window.recordingId(),
                window.cageId(),
                window.span(),
                Seen.REVIEWED,
                0);
    }
}
