package org.ictograph.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.localizer.Exam;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.Localizers;
import org.ictograph.localizer.Trainers;
import org.ictograph.localizer.torch.ModelTrainer;
import org.ictograph.localizer.torch.NetworkShelf;
import org.ictograph.measure.AuditPlan;
import org.ictograph.measure.AuditWindow;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.Chance;
import org.ictograph.measure.DetectionScores;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.ProposalScores;
import org.ictograph.measure.ProposedCage;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.ScoredSpan;
import org.ictograph.measure.Segment;
import org.ictograph.measure.Statistic;
import org.ictograph.measure.TriageOrder;
import org.ictograph.measure.TriageQueue;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Verb;
import org.ictograph.session.Auditing;
import org.ictograph.session.StudySession;
import org.ictograph.session.Triaging;
import org.ictograph.session.Workplace;
import org.ictograph.session.demo.DemoMark;
import org.ictograph.session.demo.DemoPlan;
import org.ictograph.session.demo.DemoStudy;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.video.Videos;
import org.ictograph.work.Jobs;

/**
 * A lab that takes up the starting model: in one demo somebody decides about all that it proposes and audits windows without
 * proposals, as the truth says; <em>Train again</em> learns from that; and all models are scored on another demo. Neither has
 * a seed that the starting model has seen. Prints a table of its own.
 */
record TrainAgainBench(Path folder, Videos videos, PrintStream out) implements Measure {
    private static final long SCHOOL = 7001;
    private static final long TEST = 7002;
    private static final int RECORDINGS = 6;
    private static final int MINUTES = 3;
    private static final int ROUNDS = 20;
    private static final int AUDITED_AT_SCHOOL = 80;
    private static final int AUDITED = 40;
    private static final int DRAWS = 100;
    private static final double IOU = 0.5;
    private static final String MADE = "retrained";

    @Override
    public void into(Table table) throws Exception {
        Path place = Files.createTempDirectory(Files.createDirectories(folder), "train-again");
        Path models = place.resolve("models");
        Path cache = folder.resolve("cache");
        try (Jobs jobs = new Jobs()) {
            Localizers localizers = Localizers.withoutWeights()
                    .and(NetworkShelf.of(Path.of("models"), cache))
                    .growing(() -> NetworkShelf.of(models, cache), ModelTrainer.small(models, cache));
            Workplace workplace = new Workplace(
                    videos,
                    new SqliteStudyFiles(),
                    localizers,
                    new Datasets(videos, new JsonManifests(), List.of(), "bench"),
                    List.of(new MarkCsv()),
                    jobs,
                    Runnable::run);
            try (StudySession school = demo(workplace, place.resolve("school"), SCHOOL)) {
                learn(school, localizers);
            }
            try (StudySession test = demo(workplace, place.resolve("test"), TEST)) {
                score(test, localizers);
            }
        }
    }

    private static StudySession demo(Workplace workplace, Path folder, long seed) throws Exception {
        Files.createDirectories(folder);
        StudySession session = StudySession.create(
                        workplace, folder.resolve(DemoStudy.FILE), "demo", DemoStudy.firstRater())
                .join();
        new DemoStudy(session, DemoPlan.of(seed, RECORDINGS, MINUTES))
                .start()
                .result()
                .join();
        return session;
    }

    /** The true seizures of each cage. */
    private static Map<UUID, List<Span>> truth(StudySession session, long seed) {
        DemoPlan plan = DemoPlan.of(seed, RECORDINGS, MINUTES);
        Map<UUID, List<Span>> truth = new HashMap<>();
        for (Recording recording : session.state().study().get().recordings()) {
            List<DemoMark> marks = plan.recordings().stream()
                    .filter(one -> Optional.of(one.startedAt()).equals(recording.startedAt()))
                    .findFirst()
                    .orElseThrow()
                    .truth();
            for (Cage cage : session.state().study().get().cagesOf(recording.id())) {
                truth.put(
                        cage.id(),
                        marks.stream()
                                .filter(mark -> mark.cage() == cage.position()
                                        && mark.label().equals(Protocol.SEIZURE))
                                .map(DemoMark::span)
                                .toList());
            }
        }
        return truth;
    }

    private static List<Span> at(Map<UUID, List<Span>> truth, UUID cage) {
        return truth.getOrDefault(cage, List.of());
    }

    /** Decides about everything that the starting model proposes, audits, and trains again. */
    private void learn(StudySession session, Localizers localizers) throws Exception {
        Map<UUID, List<Span>> truth = truth(session, SCHOOL);
        Localizer starting = localizers.byModel("starting-1").orElseThrow();
        for (Recording recording : session.state().study().get().recordings()) {
            session.proposing().run(recording.id(), starting).result().join();
        }
        session.workAs("Reviewer").join();
        session.showOthers(true).join();
        Triaging.Heap heap = session.triaging().read().join();
        int taken = 0;
        List<CandidateGroup> queue = new TriageQueue(TriageOrder.SCORE, 0, 0).of(heap.candidates(), heap.filmed());
        for (CandidateGroup group : queue) {
            boolean right = at(truth, group.lead().cageId()).stream().anyMatch(event -> event.overlaps(group.span()));
            taken += right ? 1 : 0;
            (right ? session.triaging().accept(group) : session.triaging().reject(group)).join();
        }
        int found = 0;
        for (int i = 0; i < AUDITED_AT_SCHOOL; i++) {
            Optional<AuditWindow> next = standing(session).next();
            if (next.isPresent()) {
                found += audit(session, truth, next.get());
            }
        }
        out.println();
        out.printf(
                Locale.ROOT,
                "School, seed %d: %d of %d proposals taken; %d windows audited, %d seizures found there%n",
                SCHOOL,
                taken,
                queue.size(),
                AUDITED_AT_SCHOOL,
                found);
        var retrained = session.teaching()
                .trainAgain(localizers
                        .trainers()
                        .orElseThrow()
                        .make(
                                new Trainers.Wish(MADE, "", List.of(Protocol.SEIZURE), ROUNDS, false, Exam.USUAL),
                                epochs -> {}))
                .result()
                .join();
        out.printf(
                Locale.ROOT,
                "On its animals that were held out: F1 %s, before %s%n",
                number(retrained.scores().rate(EventRate.F1)),
                number(retrained.scoresBefore().rate(EventRate.F1)));
    }

    private static Auditing.Standing standing(StudySession session) {
        return session.auditing().standing(Protocol.SEIZURE, 1).join();
    }

    /** Marks what begins in a window and is not marked yet, and goes on. */
    private static int audit(StudySession session, Map<UUID, List<Span>> truth, AuditWindow window) {
        int found = 0;
        UUID rater = session.state().rater().get().id();
        List<Mark> own = session.everythingAbout(window.recordingId()).join().marks().stream()
                .filter(mark -> mark.raterId().equals(rater) && mark.cageId().equals(window.cageId()))
                .toList();
        for (Span event : at(truth, window.cageId())) {
            boolean known = own.stream().anyMatch(mark -> mark.span().overlaps(event));
            if (window.span().contains(event.start()) && !known) {
                found++;
                session.edits()
                        .make(Edit.adding(
                                Verb.ADD_MARK,
                                Mark.byHand(window.recordingId(), window.cageId(), rater, Protocol.SEIZURE, event)))
                        .join();
            }
        }
        session.auditing().looked(window).join();
        return found;
    }

    private void score(StudySession session, Localizers localizers) {
        Map<UUID, List<Span>> truth = truth(session, TEST);
        int events = truth.values().stream().mapToInt(List::size).sum();
        out.printf(Locale.ROOT, "Test, seed %d: %d recordings, %d seizures%n%n", TEST, RECORDINGS, events);
        out.println("| Model | F1 at IoU 0.5 | AP of seizure at 0.5 | False per hour | Found | Recall as estimated |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        List<ProposedCage> starting = proposed(session, localizers, "starting-1", truth);
        print("chance", Chance.of(starting, DRAWS, 1), Chance.of(starting, 1, 1));
        for (String model : List.of("motion-1", "rhythm-1")) {
            List<ProposedCage> cages = proposed(session, localizers, model, truth);
            print(model, cages, cages);
        }
        print("starting-1", starting, starting);
        List<ProposedCage> made = proposed(session, localizers, MADE, truth);
        print(MADE, made, made);
    }

    private static List<ProposedCage> proposed(
            StudySession session, Localizers localizers, String model, Map<UUID, List<Span>> truth) {
        List<ProposedCage> cages = new ArrayList<>();
        for (Recording recording : session.state().study().get().recordings()) {
            Localization found = session.proposing()
                    .tryOut(recording.id(), localizers.byModel(model).orElseThrow())
                    .result()
                    .join();
            for (Cage cage : session.state().study().get().cagesOf(recording.id())) {
                cages.add(new ProposedCage(
                        SpanSet.of(recording.span()),
                        at(truth, cage.id()),
                        found.proposals().stream()
                                .filter(one -> one.cageId().equals(cage.id())
                                        && one.label().equals(Protocol.SEIZURE))
                                .map(one -> new ScoredSpan(one.span(), one.score()))
                                .toList()));
            }
        }
        return cages;
    }

    /** @param once cages that an audit can go through */
    private void print(String model, List<ProposedCage> cages, List<ProposedCage> once) {
        ProposalScores scores = ProposalScores.of(cages, IOU);
        Statistic recall = recall(once).recall();
        out.printf(
                Locale.ROOT,
                "| `%s` | %s | %.3f | %s | %s | %s (%s–%s) |%n",
                model,
                number(scores.rate(EventRate.F1)),
                precision(cages),
                number(scores.falsePerHour()),
                number(scores.found()),
                number(recall),
                recall.low().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", recall.low().getAsDouble())
                        : "–",
                recall.high().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", recall.high().getAsDouble())
                        : "–");
    }

    /** What somebody would estimate who decides about all proposals and audits the first windows that are drawn. */
    private static RecallEstimate recall(List<ProposedCage> cages) {
        int found = 0;
        List<AuditPlan.Free> free = new ArrayList<>();
        Map<UUID, ProposedCage> byId = new HashMap<>();
        for (int i = 0; i < cages.size(); i++) {
            ProposedCage cage = cages.get(i);
            UUID id = new UUID(1, i);
            byId.put(id, cage);
            found += (int)
                    cage.truth().stream().filter(event -> touched(cage, event)).count();
            SpanSet proposed =
                    new SpanSet(cage.proposals().stream().map(ScoredSpan::span).toList());
            free.add(new AuditPlan.Free(new UUID(2, i), id, cage.reviewed().minus(proposed)));
        }
        AuditPlan plan = AuditPlan.of(free, 1);
        int audited = Math.min(AUDITED, plan.windows().size());
        int missed = (int) plan.windows().subList(0, audited).stream()
                .filter(window -> Optional.ofNullable(byId.get(window.cageId())).stream()
                        .anyMatch(cage -> cage.truth().stream()
                                .anyMatch(event -> window.span().contains(event.start()) && !touched(cage, event))))
                .count();
        return RecallEstimate.of(found, plan.windows().size(), audited, missed);
    }

    private static boolean touched(ProposedCage cage, Span event) {
        return cage.proposals().stream().anyMatch(one -> one.span().overlaps(event));
    }

    private static double precision(List<ProposedCage> cages) {
        List<Segment> truth = new ArrayList<>();
        List<ScoredSegment> predictions = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            String video = Integer.toString(i);
            cages.get(i).truth().forEach(span -> truth.add(segment(video, span)));
            cages.get(i)
                    .proposals()
                    .forEach(one -> predictions.add(new ScoredSegment(segment(video, one.span()), one.score())));
        }
        return DetectionScores.of(truth, predictions, List.of(IOU)).map().get(0);
    }

    private static Segment segment(String video, Span span) {
        double second = Span.SECOND;
        return new Segment(video, span.start() / second, span.end() / second, Protocol.SEIZURE);
    }

    private static String number(Statistic statistic) {
        return statistic.value().isPresent()
                ? String.format(Locale.ROOT, "%.2f", statistic.value().getAsDouble())
                : "–";
    }
}
