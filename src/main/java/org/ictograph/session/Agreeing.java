package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.measure.Agreement;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.ConsensusRule;
import org.ictograph.measure.Finding;
import org.ictograph.measure.GroupAgreement;
import org.ictograph.measure.RatedCage;
import org.ictograph.measure.Rating;
import org.ictograph.model.Assigned;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.report.AgreementPaper;
import org.ictograph.report.AgreementPaper.Everybody;
import org.ictograph.report.Papers;
import org.ictograph.store.Viewer;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Compares two raters and makes the consensus. Only for a viewer who may see both. Called on the FX thread. */
public final class Agreeing {
    /**
     * Two raters beside each other.
     *
     * @param cages what each of them did with each cage
     * @param settled ids of the marks that a settlement has dealt with
     */
    public record Comparison(Rater a, Rater b, List<RatedCage> cages, AgreementReport report, Set<UUID> settled) {
        public Comparison {
            cages = List.copyOf(cages);
            settled = Set.copyOf(settled);
        }

        /** True when somebody has decided what the consensus says about an event. */
        public boolean settled(Finding finding) {
            return Stream.of(finding.a(), finding.b())
                    .flatMap(Optional::stream)
                    .allMatch(mark -> settled.contains(mark.id()));
        }

        /** Events that nobody has settled, by recording, cage and time within their label. */
        public List<Finding> open() {
            return report.findings().stream()
                    .filter(finding -> !settled(finding))
                    .toList();
        }
    }

    private static final String BLIND =
            "You work blind, so you cannot see how others have marked; switch to review first.";

    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;

    Agreeing(Workplace workplace, StudyState state, StoreLane store, Edits edits) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
    }

    /** Starts comparing two raters over all recordings. Fails with a sentence for a rater who works blind. */
    public Job<Comparison> compare(Rater a, Rater b, AgreementParameters parameters) {
        boolean sighted = state.sighted().get();
        return workplace.jobs().start(a.name() + " · " + b.name(), progress -> {
            if (!sighted) {
                throw new SessionException(BLIND);
            }
            return compare(a, b, parameters, progress);
        });
    }

    /** Compares two raters within a job that is already under way and shows nobody. Blocks; not for the FX thread. */
    public Comparison compare(Rater a, Rater b, AgreementParameters parameters, Progress progress)
            throws SessionException {
        if (a.equals(b)) {
            throw new SessionException("Agreement needs two raters; " + a.name() + " was named twice.");
        }
        refuseUnsealed(List.of(a, b));
        Study study = workplace
                .onFx(() -> CompletableFuture.completedFuture(state.study().get()))
                .join();
        List<RatedCage> cages = new ArrayList<>();
        List<UUID> settled = new ArrayList<>();
        int done = 0;
        for (Recording recording : inOrder(study)) {
            progress.check();
            progress.report((double) done++ / study.recordings().size(), recording.name());
            Labels labels = store.ask(open -> Labels.read(open, Viewer.PROGRAM, recording.id()))
                    .join();
            cages.addAll(rated(study, labels, a.id(), b.id()));
            labels.settlements().forEach(settlement -> settled.addAll(settlement.sources()));
        }
        AgreementReport report = Agreement.compare(cages, study.protocol().labels(), parameters, progress::cancelled);
        return new Comparison(a, b, cages, report, settled.stream().collect(Collectors.toSet()));
    }

    /**
     * All these raters together and each with each, within a job that is already under way. Blocks; not for the FX
     * thread.
     */
    public Everybody compareAll(List<Rater> raters, AgreementParameters parameters, Progress progress)
            throws SessionException {
        refuseUnsealed(raters);
        Study study = workplace
                .onFx(() -> CompletableFuture.completedFuture(state.study().get()))
                .join();
        List<CageRatings> cages = new ArrayList<>();
        int done = 0;
        for (Recording recording : inOrder(study)) {
            progress.check();
            progress.report((double) done++ / study.recordings().size(), recording.name());
            Labels labels = store.ask(open -> Labels.read(open, Viewer.PROGRAM, recording.id()))
                    .join();
            study.cagesOf(recording.id())
                    .forEach(cage -> cages.add(new CageRatings(
                            cage.recordingId(),
                            cage.id(),
                            animal(study, cage),
                            raters.stream()
                                    .map(rater -> rating(labels, cage, rater.id(), recording.gaps()))
                                    .toList())));
        }
        return new Everybody(
                cages,
                GroupAgreement.compare(
                        raters.stream().map(Rater::name).toList(),
                        cages,
                        study.protocol().labels(),
                        parameters,
                        progress::cancelled));
    }

    /** Starts comparing all raters of the study. Fails with a sentence for a rater who works blind. */
    public Job<Everybody> compareAll(AgreementParameters parameters) {
        boolean sighted = state.sighted().get();
        List<Rater> raters = state.study().get().raters();
        return workplace.jobs().start("all raters", progress -> {
            if (!sighted) {
                throw new SessionException(BLIND);
            }
            return compareAll(raters, parameters, progress);
        });
    }

    /** The report on a comparison and on all raters together. */
    public AgreementPaper paper(Comparison comparison, Everybody everybody) {
        Study study = state.study().get();
        Map<UUID, String> names = new LinkedHashMap<>();
        inOrder(study).forEach(recording -> names.put(recording.id(), recording.name()));
        return new AgreementPaper(
                study.name(),
                new AgreementPaper.Pair(
                        comparison.a().name(), comparison.b().name(), comparison.cages(), comparison.report()),
                everybody,
                names,
                study.protocol().labels());
    }

    /** Starts writing a report in the form that the file's ending names. Fails with a sentence when it cannot. */
    public Job<Path> write(AgreementPaper paper, Path file) {
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            if (!Papers.canWrite(file)) {
                throw new SessionException(
                        file + " is no report; its name ends in " + String.join(", ", Papers.ENDINGS) + ".");
            }
            try {
                Papers.write(paper, file);
            } catch (IOException e) {
                throw new SessionException(
                        "The report could not be written to " + file + " (" + e.getMessage()
                                + "); choose another folder.",
                        e);
            }
            return file;
        });
    }

    /** While a set is open, a number about it would tell its rater what another found, and the other way round. */
    private void refuseUnsealed(List<Rater> raters) throws SessionException {
        List<Assigned> all = store.ask(open -> open.assignments()).join();
        for (Rater rater : raters) {
            if (all.stream()
                    .anyMatch(one -> one.submission().isEmpty()
                            && one.assignment().raterId().equals(rater.id()))) {
                throw new SessionException(
                        rater.name()
                                + " has not submitted what was assigned to them, so nobody sees how it agrees with others yet.");
            }
        }
    }

    /** By wall-clock start where it is known, so that drift over time can be seen. */
    private static List<Recording> inOrder(Study study) {
        return study.recordings().stream()
                .sorted(Comparator.comparing(
                        (Recording recording) -> recording.startedAt().orElse(Instant.MAX)))
                .toList();
    }

    private static String animal(Study study, Cage cage) {
        return study.subjectIn(cage).map(Subject::name).orElse(cage.id().toString());
    }

    /** Events of one recording that any two raters see differently, or only one of them sees, and nobody has settled. */
    static List<Finding> unsettled(Study study, Labels labels) {
        Set<UUID> settled = labels.settlements().stream()
                .flatMap(settlement -> settlement.sources().stream())
                .collect(Collectors.toSet());
        List<Finding> unsettled = new ArrayList<>();
        for (int i = 0; i < study.raters().size(); i++) {
            for (int j = i + 1; j < study.raters().size(); j++) {
                List<RatedCage> cages = rated(
                        study,
                        labels,
                        study.raters().get(i).id(),
                        study.raters().get(j).id());
                Agreement.findings(cages, study.protocol().labels(), AgreementParameters.standard()).stream()
                        .filter(finding -> finding.kind() != Finding.Kind.AGREED)
                        .filter(finding -> Stream.of(finding.a(), finding.b())
                                .flatMap(Optional::stream)
                                .anyMatch(mark -> !settled.contains(mark.id())))
                        .forEach(unsettled::add);
            }
        }
        return unsettled;
    }

    /** The cages of one recording as two raters have them. */
    private static List<RatedCage> rated(Study study, Labels labels, UUID a, UUID b) {
        SpanSet gaps =
                study.recording(labels.recordingId()).map(Recording::gaps).orElse(SpanSet.EMPTY);
        return study.cagesOf(labels.recordingId()).stream()
                .map(cage -> new RatedCage(
                        cage.recordingId(),
                        cage.id(),
                        animal(study, cage),
                        rating(labels, cage, a, gaps),
                        rating(labels, cage, b, gaps)))
                .toList();
    }

    /** What was declared reviewed in one go may hold gaps, in which there was nothing to see. */
    private static Rating rating(Labels labels, Cage cage, UUID rater, SpanSet gaps) {
        List<Span> reviewed = labels.coverage().stream()
                .filter(piece -> piece.raterId().equals(rater) && piece.cageId().equals(cage.id()))
                .filter(piece -> piece.seen() != Coverage.Seen.SKIMMED)
                .map(Coverage::span)
                .toList();
        List<Mark> marks = labels.marks().stream()
                .filter(mark -> mark.layer() == Layer.RATING
                        && mark.raterId().equals(rater)
                        && mark.cageId().equals(cage.id()))
                .toList();
        return new Rating(new SpanSet(reviewed).minus(gaps), marks);
    }

    /** Makes the consensus of all open events that the raters agree on, as one edit. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settleAgreed(Comparison comparison, ConsensusRule rule) {
        return make(rule.settle(comparison.open()).settled().stream()
                .map(both -> new Ruling(
                        both.a(), List.of(both.a().id(), both.b().id()), Outcome.MEAN, Optional.of(both.span())))
                .toList());
    }

    /** Decides one open event; nothing happens when the outcome asks for a mark that is not there. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settle(Finding finding, Outcome outcome) {
        return make(ruling(finding, outcome).stream().toList());
    }

    /** Decides many open events with one edit: where the first rater has a mark it is taken, elsewhere nothing is. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settleForFirst(List<Finding> findings) {
        return make(findings.stream()
                .flatMap(finding -> ruling(finding, finding.a().isPresent() ? Outcome.FIRST : Outcome.NEITHER).stream())
                .toList());
    }

    /** What becomes of one event: a consensus mark like this one with this span, or none. */
    private record Ruling(Mark like, List<UUID> sources, Outcome outcome, Optional<Span> span) {
        List<Change> changes(UUID rater) {
            Optional<Mark> mark = span.map(agreed -> consensus(agreed, rater));
            Settlement settlement = new Settlement(
                    UUID.randomUUID(), like.recordingId(), like.cageId(), rater, sources, outcome, mark.map(Mark::id));
            return Stream.concat(mark.stream(), Stream.of(settlement))
                    .<Change>map(Change.Added::new)
                    .toList();
        }

        private Mark consensus(Span agreed, UUID rater) {
            return new Mark(
                    UUID.randomUUID(),
                    like.recordingId(),
                    like.cageId(),
                    rater,
                    Layer.CONSENSUS,
                    like.label(),
                    agreed,
                    like.stage(),
                    like.certainty(),
                    like.visibility(),
                    "",
                    new Origin(Origin.Kind.ADJUDICATION, sources));
        }
    }

    private static Optional<Ruling> ruling(Finding finding, Outcome outcome) {
        List<Mark> marks =
                Stream.of(finding.a(), finding.b()).flatMap(Optional::stream).toList();
        List<UUID> sources = marks.stream().map(Mark::id).toList();
        return switch (outcome) {
            case FIRST -> finding.a().map(mark -> new Ruling(mark, sources, outcome, Optional.of(mark.span())));
            case SECOND -> finding.b().map(mark -> new Ruling(mark, sources, outcome, Optional.of(mark.span())));
            case MEAN ->
                finding.isPair()
                        ? Optional.of(new Ruling(marks.get(0), sources, outcome, Optional.of(mean(marks))))
                        : Optional.empty();
            case NEITHER -> Optional.of(new Ruling(marks.get(0), sources, outcome, Optional.empty()));
        };
    }

    private static Span mean(List<Mark> pair) {
        Span one = pair.get(0).span();
        Span other = pair.get(1).span();
        return new Span((one.start() + other.start()) / 2, (one.end() + other.end()) / 2);
    }

    private CompletableFuture<Optional<LogEntry>> make(List<Ruling> rulings) {
        return edits.make(() -> {
            UUID rater = state.rater().get().id();
            List<Change> changes = rulings.stream()
                    .flatMap(ruling -> ruling.changes(rater).stream())
                    .toList();
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.SETTLE_CONSENSUS, changes));
        });
    }
}
