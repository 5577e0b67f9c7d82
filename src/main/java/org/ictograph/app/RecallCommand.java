package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.measure.Anchoring;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Protocol;
import org.ictograph.session.Auditing;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall STUDY}: which part of the events was proposed, estimated from one rater's decisions and audit. */
@Command(
        name = "recall",
        description = "Estimate which part of the events was proposed.",
        mixinStandardHelpOptions = true)
final class RecallCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--rater", paramLabel = "R", required = true, description = "whose decisions and audit")
    private String rater = "";

    @Option(names = "--label", paramLabel = "L", description = "of which label (default: seizure)")
    private String label = Protocol.SEIZURE;

    @Option(names = "--seed", paramLabel = "N", description = "by which windows are drawn (default: 1)")
    private long seed = 1;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    RecallCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            if (session.state().study().get().raterNamed(rater).isEmpty()) {
                throw new SessionException("There is no rater " + rater + " in " + study + ".");
            }
            session.workAs(rater).join();
            session.showOthers(true).join();
            Auditing.Standing standing =
                    desk.await(() -> session.auditing().standing(label, seed).join());
            if (json) {
                desk.console().json(row(standing));
            } else {
                print(standing);
            }
        }
        return Program.DONE;
    }

    private void print(Auditing.Standing standing) {
        RecallEstimate estimate = standing.estimate();
        Statistic recall = estimate.recall();
        if (!estimate.proposed()) {
            desk.console().print("%s", recall.undefined());
            return;
        }
        desk.console()
                .print(
                        "%d events that a proposal touches; %d of %d windows without proposals audited, %d with an"
                                + " event",
                        estimate.found(), estimate.audited(), estimate.windows(), estimate.missed());
        if (standing.open() > 0) {
            desk.console().print("%d proposals are still open", standing.open());
        }
        if (recall.value().isPresent() && estimate.complete()) {
            desk.console()
                    .print(
                            "Of the events of %s here, %.0f %% were proposed; all windows were looked through",
                            label, 100 * recall.value().getAsDouble());
        } else if (recall.value().isPresent()) {
            desk.console()
                    .print(
                            "Of the events of %s here, %.0f %% (%.0f–%.0f %%) were proposed",
                            label,
                            100 * recall.value().getAsDouble(),
                            100 * recall.low().orElse(0),
                            100 * recall.high().orElse(1));
        } else {
            desk.console().print("%s", recall.undefined());
        }
        print(standing.anchoring());
        if (!standing.hidden().isEmpty()) {
            desk.console()
                    .print(
                            "%d windows with proposals wait to be shown without them",
                            standing.hidden().size());
        }
    }

    private void print(Anchoring anchoring) {
        if (anchoring.unaided().shown() == 0) {
            return;
        }
        print("with the proposal in sight", anchoring.aided());
        print("without it", anchoring.unaided());
        Statistic difference = anchoring.difference();
        if (difference.value().isPresent()) {
            desk.console()
                    .print(
                            "Anchoring: %+.0f points (%+.0f to %+.0f) more marked with the proposal in sight",
                            100 * difference.value().getAsDouble(),
                            100 * difference.low().orElse(-1),
                            100 * difference.high().orElse(1));
        }
        desk.console()
                .print(
                        "%d windows left empty without the proposal were marked when it was seen",
                        anchoring.secondThoughts());
    }

    private void print(String how, Anchoring.Side side) {
        desk.console()
                .print(
                        "%s: %d of %d windows marked, onset %s s and offset %s s from the model's (median)",
                        how, side.marked(), side.shown(), Console.number(side.onset()), Console.number(side.offset()));
    }

    private Map<String, Object> row(Auditing.Standing standing) {
        RecallEstimate estimate = standing.estimate();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", label);
        row.put("seed", seed);
        row.put("found", estimate.found());
        row.put("windows", estimate.windows());
        row.put("audited", estimate.audited());
        row.put("missed", estimate.missed());
        row.put("open", standing.open());
        estimate.recall().value().ifPresent(value -> row.put("recall", value));
        estimate.recall().low().ifPresent(value -> row.put("low", value));
        estimate.recall().high().ifPresent(value -> row.put("high", value));
        row.put("undefined", estimate.recall().undefined());
        row.put("hidden", standing.hidden().size());
        row.put("anchoring", row(standing.anchoring()));
        return row;
    }

    private static Map<String, Object> row(Anchoring anchoring) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("with_proposal", row(anchoring.aided()));
        row.put("without_proposal", row(anchoring.unaided()));
        anchoring.difference().value().ifPresent(value -> row.put("difference", value));
        anchoring.difference().low().ifPresent(value -> row.put("low", value));
        anchoring.difference().high().ifPresent(value -> row.put("high", value));
        row.put("second_thoughts", anchoring.secondThoughts());
        return row;
    }

    private static Map<String, Object> row(Anchoring.Side side) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("windows", side.shown());
        row.put("marked", side.marked());
        side.onset().value().ifPresent(value -> row.put("onset_seconds", value));
        side.offset().value().ifPresent(value -> row.put("offset_seconds", value));
        return row;
    }
}
