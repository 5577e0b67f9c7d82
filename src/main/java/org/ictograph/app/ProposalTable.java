package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ictograph.exchange.Destination;
import org.ictograph.exchange.Fitting;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.Translation;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.measure.Chance;
import org.ictograph.measure.DetectionScores;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.ProposalScores;
import org.ictograph.measure.ProposedCage;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.ScoredSpan;
import org.ictograph.measure.Segment;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;

/** The models of the shelf beside each other, scored on seizures whose truth is known. */
final class ProposalTable {
    private static final double IOU = 0.5;
    private static final double FOUND = 0.8;
    private static final int DRAWS = 100;

    private final Desk desk;
    private final StudySession session;

    ProposalTable(Desk desk, StudySession session) {
        this.desk = desk;
        this.session = session;
    }

    /** Reads known marks; the study stays as it is. */
    List<Mark> truth(Path file) throws Exception {
        Rater rater = new Rater(UUID.randomUUID(), "truth");
        Destination here = new Destination(session.state().study().get(), rater, Translation.NONE, FrameClock.NONE);
        ImportedMarks read = Fitting.fit(desk.format("csv").read(file), here);
        List<Mark> seizures = read.marks().stream()
                .filter(mark -> mark.label().equals(Protocol.SEIZURE))
                .toList();
        if (seizures.isEmpty()) {
            throw new SessionException("The truth " + file + " has no seizure in a recording of this study.");
        }
        return seizures;
    }

    /** Prints the scores of a model that has run, and of every other one, which is tried out for it. */
    void print(List<Recording> recordings, List<Mark> truth, String model, List<Localization> found) throws Exception {
        desk.console()
                .print(
                        "%-13s %6s %8s %10s   %-20s   %-20s %6s   %s",
                        "model",
                        "found",
                        "false/h",
                        "at found .8",
                        "IoU 0.3: prec rec F1",
                        "IoU 0.5: prec rec F1",
                        "AP 0.5",
                        "10 s clips: prec rec F1 AUROC");
        print(recordings, truth, model, found, true);
        for (Localizer other : desk.localizers().all()) {
            if (other.proposes() && !other.model().equals(model)) {
                List<Localization> tried = new ArrayList<>();
                for (Recording recording : recordings) {
                    tried.add(desk.await(session.proposing().tryOut(recording.id(), other)));
                }
                desk.console().noProgress();
                print(recordings, truth, other.model(), tried, false);
            }
        }
    }

    private void print(
            List<Recording> recordings, List<Mark> truth, String model, List<Localization> found, boolean kept) {
        List<ProposedCage> cages = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            for (Cage cage :
                    session.state().study().get().cagesOf(recordings.get(i).id())) {
                cages.add(proposed(recordings.get(i), cage, truth, found.get(i)));
            }
        }
        print(model, cages, kept ? "" : "  (tried out, not kept)");
        if (kept) {
            print("chance", Chance.of(cages, DRAWS, 1), "  (as many as " + model + ", anywhere)");
        }
    }

    private void print(String model, List<ProposedCage> cages, String remark) {
        ProposalScores scores = ProposalScores.of(cages);
        desk.console()
                .print(
                        "%-13s %6s %8s %10s   %-20s   %-20s %6s   %s%s",
                        model,
                        Console.number(scores.found()),
                        Console.number(scores.falsePerHour()),
                        Console.number(ProposalScores.falsePerHourAt(cages, FOUND)),
                        rates(scores),
                        rates(ProposalScores.of(cages, IOU)),
                        precision(cages),
                        row(
                                scores.clips().confusion().precision(),
                                scores.clips().confusion().sensitivity(),
                                scores.clips().confusion().f1(),
                                scores.clips().auroc()),
                        remark);
    }

    private static String rates(ProposalScores scores) {
        return row(scores.rate(EventRate.PRECISION), scores.rate(EventRate.RECALL), scores.rate(EventRate.F1));
    }

    /** Average precision. */
    private static String precision(List<ProposedCage> cages) {
        List<Segment> truth = new ArrayList<>();
        List<ScoredSegment> predictions = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            String video = Integer.toString(i);
            cages.get(i).truth().forEach(span -> truth.add(segment(video, span)));
            cages.get(i)
                    .proposals()
                    .forEach(one -> predictions.add(new ScoredSegment(segment(video, one.span()), one.score())));
        }
        return String.format(
                Locale.ROOT,
                "%.3f",
                DetectionScores.of(truth, predictions, List.of(IOU)).map().get(0));
    }

    private static Segment segment(String video, Span span) {
        double second = Span.SECOND;
        return new Segment(video, span.start() / second, span.end() / second, Protocol.SEIZURE);
    }

    private static ProposedCage proposed(Recording recording, Cage cage, List<Mark> truth, Localization found) {
        List<Span> events = truth.stream()
                .filter(mark -> mark.cageId().equals(cage.id()))
                .map(Mark::span)
                .toList();
        List<ScoredSpan> proposals = found.proposals().stream()
                .filter(proposal -> proposal.cageId().equals(cage.id()))
                .filter(proposal -> proposal.label().equals(Protocol.SEIZURE))
                .map(proposal -> new ScoredSpan(proposal.span(), proposal.score()))
                .toList();
        return new ProposedCage(SpanSet.of(recording.span()).minus(recording.gaps()), events, proposals);
    }

    private static String row(Statistic... statistics) {
        List<String> numbers = new ArrayList<>();
        for (Statistic statistic : statistics) {
            numbers.add(Console.number(statistic));
        }
        return String.join(" ", numbers);
    }
}
