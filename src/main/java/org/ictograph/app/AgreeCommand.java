package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.Consensus;
import org.ictograph.measure.GroupReport;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.Rater;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.report.AgreementPaper.Everybody;
import org.ictograph.report.Papers;
import org.ictograph.session.Agreeing.Comparison;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Messages;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agree STUDY --rater A --rater B}: agreement over the jointly reviewed time. */
@Command(name = "agree", description = "Measure how two raters agree.", mixinStandardHelpOptions = true)
final class AgreeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(
            names = "--rater",
            paramLabel = "NAME",
            required = true,
            description = "give it twice, once for each rater; with more raters the first two are compared in detail")
    private List<String> raters = List.of();

    @Option(names = "--bin", paramLabel = "S", description = "length of a time bin in seconds (default: 1)")
    private double bin = 1;

    @Option(
            names = "--settle",
            paramLabel = "IOU",
            description = "also make the consensus of events matched at this IoU or better")
    private @Nullable Double settle;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "also write a report with figures: FILE ends in .html or .pdf, or in .csv for every number")
    private @Nullable Path report;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    AgreeCommand(Desk desk) {
        this.desk = desk;
    }

    /** What the plan makes of pairs, however far apart their edges are. */
    private static EdgeRule rule(ReviewPlan plan, double likeness) {
        Outcome outcome = plan.edges().map(EdgeRule::outcome).orElse(Outcome.MEAN);
        return new EdgeRule(outcome, likeness, 24 * 3600 * Span.SECOND);
    }

    @Override
    public Integer call() throws Exception {
        if (raters.size() < 2) {
            throw new SessionException("Agreement needs two raters; write --rater twice.");
        }
        if (!(bin >= 0.001 && bin <= 3600)) {
            throw new SessionException("A time bin lasts from 0.001 to 3600 s, not " + bin + ".");
        }
        if (settle != null && !(settle > 0 && settle <= 1)) {
            throw new SessionException("The IoU to settle at lies above 0 and up to 1, not " + settle + ".");
        }
        if (report != null && !Papers.canWrite(report)) {
            throw new SessionException(
                    report + " is no report; its name ends in " + String.join(", ", Papers.ENDINGS) + ".");
        }
        try (StudySession session = desk.open(study, Optional.empty())) {
            session.showOthers(true).join();
            Rater a = rater(session, raters.get(0));
            Rater b = rater(session, raters.get(1));
            AgreementParameters parameters = AgreementParameters.standard().withBin(Math.round(bin * 1e6));
            Comparison comparison = desk.await(session.agreeing().compare(a, b, parameters));
            if (!comparison.outdated().isEmpty()) {
                desk.console()
                        .note(comparison.outdated().size()
                                + " decisions are about marks that were changed or deleted since; they count for"
                                + " nothing until decided again.");
            }
            if (settle != null) {
                EdgeRule rule = rule(session.adjudicating().plan(), settle);
                int settled = Consensus.of(comparison.open(), Optional.of(rule))
                        .settled()
                        .size();
                desk.await(() ->
                        session.adjudicating().settleByRule(comparison, rule).join());
                desk.console().note(settled + " agreed events became the consensus.");
            }
            desk.console().noProgress();
            int left = session.agreeing().leftOut();
            if (left > 0) {
                desk.console().note(left + " recordings are still being rated blind and are left out.");
            }
            Optional<GroupReport> group = Optional.empty();
            if (raters.size() > 2 || report != null) {
                List<Rater> all = new ArrayList<>();
                for (String name : raters) {
                    all.add(rater(session, name));
                }
                Everybody everybody = session.agreeing().compareAll(all, parameters, Progress.NONE);
                group = raters.size() > 2 ? Optional.of(everybody.report()) : Optional.empty();
                if (report != null) {
                    desk.await(session.agreeing()
                            .write(session.agreeing().paper(comparison, everybody, Messages.english()), report));
                    desk.console().note("The report is in " + report + ".");
                }
            }
            if (json) {
                Map<String, Object> document = AgreementText.document(comparison);
                group.ifPresent(report -> document.put("group", AgreementDetailText.group(report)));
                desk.console().json(document);
            } else {
                AgreementText.lines(comparison).forEach(line -> desk.console().print(line));
                group.ifPresent(report -> AgreementDetailText.groupLines(report)
                        .forEach(line -> desk.console().print(line)));
            }
        }
        return Program.DONE;
    }

    private static Rater rater(StudySession session, String name) throws SessionException {
        List<Rater> all = session.state().study().get().raters();
        return all.stream()
                .filter(rater -> rater.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SessionException("There is no rater " + name + " in the study, only "
                        + String.join(", ", all.stream().map(Rater::name).toList()) + "."));
    }
}
