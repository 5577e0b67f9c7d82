package org.ictograph.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.measure.Agreement;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.Finding;
import org.ictograph.measure.GroupAgreement;
import org.ictograph.measure.RatedCage;
import org.ictograph.measure.Rating;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.report.AgreementPaper;
import org.ictograph.report.AgreementPaper.Everybody;
import org.ictograph.report.Papers;
import org.ictograph.report.Words;
import org.ictograph.store.Viewer;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Compares two raters. Only for a viewer who may see both. Called on the FX thread. */
public final class Agreeing {
    /**
     * Two raters beside each other.
     *
     * @param cages what each of them did with each cage
     * @param settled the settlements that have dealt with marks, by the marks' ids
     * @param outdated the decisions that raters' marks were changed after; they settle nothing
     */
    public record Comparison(
            Rater a,
            Rater b,
            List<RatedCage> cages,
            AgreementReport report,
            Map<UUID, Settlement> settled,
            List<Outdated> outdated) {
        public Comparison {
            cages = List.copyOf(cages);
            settled = Map.copyOf(settled);
            outdated = List.copyOf(outdated);
        }

        /** True when somebody has decided what the consensus says about an event. */
        public boolean settled(Finding finding) {
            return Stream.of(finding.a(), finding.b())
                    .flatMap(Optional::stream)
                    .allMatch(mark -> settled.containsKey(mark.id()));
        }

        /** Events that nobody has settled, by recording, cage and time within their label. */
        public List<Finding> open() {
            return report.findings().stream()
                    .filter(finding -> !settled(finding))
                    .toList();
        }

        /** The same comparison after more was settled. */
        public Comparison with(List<Settlement> settlements) {
            Map<UUID, Settlement> all = new HashMap<>(settled);
            settlements.forEach(settlement -> settlement.sources().forEach(mark -> all.put(mark, settlement)));
            Set<UUID> answered = settlements.stream()
                    .flatMap(settlement -> settlement.sources().stream())
                    .collect(Collectors.toSet());
            return new Comparison(
                    a,
                    b,
                    cages,
                    report,
                    all,
                    outdated.stream()
                            .filter(one -> one.settlement().sources().stream().noneMatch(answered::contains))
                            .toList());
        }
    }

    static final String BLIND = "You work blind, so you cannot see how others have marked; switch to review first.";

    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;

    Agreeing(Workplace workplace, StudyState state, StoreLane store) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
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
        Study study = state.whole();
        List<Recording> sealed = sealed(study);
        List<RatedCage> cages = new ArrayList<>();
        List<Settlement> settled = new ArrayList<>();
        List<Outdated> outdated = new ArrayList<>();
        int done = 0;
        for (Recording recording : sealed) {
            progress.check();
            progress.report((double) done++ / sealed.size(), recording.name());
            Labels labels = store.ask(open -> Labels.read(open, Viewer.PROGRAM, recording.id()))
                    .join();
            cages.addAll(rated(study, labels, a.id(), b.id()));
            settled.addAll(Outdated.without(labels).settlements());
            outdated.addAll(Outdated.among(labels));
        }
        if (!outdated.isEmpty()) {
            int changed = outdated.size();
            workplace.fx().execute(() -> state.say(Notice.done("agreement.outdated", changed)));
        }
        AgreementReport report = Agreement.compare(cages, study.protocol().labels(), parameters, progress::cancelled);
        return new Comparison(a, b, cages, report, Map.of(), outdated).with(settled);
    }

    /**
     * All these raters together and each with each, within a job that is already under way. Blocks; not for the FX
     * thread.
     */
    public Everybody compareAll(List<Rater> raters, AgreementParameters parameters, Progress progress)
            throws SessionException {
        Study study = state.whole();
        List<Recording> sealed = sealed(study);
        List<CageRatings> cages = new ArrayList<>();
        int done = 0;
        for (Recording recording : sealed) {
            progress.check();
            progress.report((double) done++ / sealed.size(), recording.name());
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

    /** The report on a comparison and on all raters together, in these words. */
    public AgreementPaper paper(Comparison comparison, Everybody everybody, Words words) {
        Study study = state.study().get();
        Map<UUID, String> names = new LinkedHashMap<>();
        inOrder(study).forEach(recording -> names.put(recording.id(), recording.name()));
        return new AgreementPaper(
                study.name(),
                new AgreementPaper.Pair(
                        comparison.a().name(), comparison.b().name(), comparison.cages(), comparison.report()),
                everybody,
                names,
                study.protocol().labels(),
                words);
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

    /**
     * The recordings that may be compared: while a set is open, a number about it would tell its rater what another found, and
     * the other way round.
     */
    private List<Recording> sealed(Study study) throws SessionException {
        Secrecy secrecy = state.secrecy();
        List<Recording> sealed = inOrder(study).stream()
                .filter(recording -> secrecy.open(recording.id()))
                .toList();
        int left = study.recordings().size() - sealed.size();
        if (left > 0) {
            workplace.fx().execute(() -> state.say(Notice.done("duty.agree", left)));
        }
        if (sealed.isEmpty() && !study.recordings().isEmpty()) {
            throw new SessionException(
                    "All recordings are still being rated blind, so nobody sees yet how raters agree;"
                            + " compare them when what was assigned is submitted.");
        }
        return sealed;
    }

    /** How many recordings no comparison holds, because somebody still rates them blind. */
    public int leftOut() {
        Secrecy secrecy = state.secrecy();
        return (int) state.study().get().recordings().stream()
                .filter(recording -> !secrecy.open(recording.id()))
                .count();
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

    /** Every event of one recording as any two raters have it. */
    static List<Finding> findings(Study study, Labels labels) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < study.raters().size(); i++) {
            for (int j = i + 1; j < study.raters().size(); j++) {
                List<RatedCage> cages = rated(
                        study,
                        labels,
                        study.raters().get(i).id(),
                        study.raters().get(j).id());
                findings.addAll(Agreement.findings(cages, study.protocol().labels(), AgreementParameters.standard()));
            }
        }
        return findings;
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
    static Rating rating(Labels labels, Cage cage, UUID rater, SpanSet gaps) {
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
}
