package org.ictograph.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan STUDY}: how two ratings become one data set. */
@Command(
        name = "plan",
        description = "Print or change how two ratings become one data set.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(
            names = "--include",
            paramLabel = "RULE",
            description = "which events an export counts: adjudicated, both:IOU or any")
    private @Nullable String include;

    @Option(
            names = "--edges",
            paramLabel = "WAY",
            description = "what becomes of pairs within the tolerance: mean, union, intersection, first or none")
    private @Nullable String edges;

    @Option(names = "--tolerance", paramLabel = "S", description = "how far their edges may be apart, in seconds")
    private @Nullable Double tolerance;

    @Option(names = "--iou", paramLabel = "IOU", description = "the least IoU of such pairs")
    private @Nullable Double likeness;

    @Option(names = "--anonymous", negatable = true, description = "who rated is hidden until a question is settled")
    private @Nullable Boolean anonymous;

    @Option(names = "--reasons", negatable = true, description = "every decision needs a reason")
    private @Nullable Boolean reasons;

    @Option(
            names = "--unaided",
            paramLabel = "PERCENT",
            description = "share of the proposals that raters are first shown without, in the audit: 0 to 50")
    private @Nullable Integer unaided;

    PlanCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            ReviewPlan wanted = changed(session.adjudicating().plan());
            desk.await(() -> session.adjudicating().plan(wanted).join());
            desk.console().print("include    %s", wanted.inclusion().text());
            desk.console()
                    .print(
                            "edges      %s",
                            wanted.edges().map(PlanCommand::words).orElse("none"));
            desk.console().print("anonymous  %s", wanted.anonymous() ? "yes" : "no");
            desk.console().print("reasons    %s", wanted.reasons() ? "yes" : "no");
            desk.console().print("unaided    %d %%", wanted.unaided());
            return Program.DONE;
        }
    }

    private static String words(EdgeRule rule) {
        return String.format(
                Locale.ROOT,
                "%s where the IoU is %s or more and edges are within %s s",
                rule.outcome().name().toLowerCase(Locale.ROOT),
                rule.likeness(),
                rule.tolerance() / 1e6);
    }

    private ReviewPlan changed(ReviewPlan now) throws SessionException {
        ReviewPlan plan = now;
        if (include != null) {
            String text = include;
            plan = plan.withInclusion(InclusionRule.parse(text)
                    .orElseThrow(() -> new SessionException(
                            "There is no rule " + text + "; write adjudicated, both:0.5 (an IoU) or any.")));
        }
        if (edges != null || tolerance != null || likeness != null) {
            plan = plan.withEdges(edges(plan.edges().orElse(EdgeRule.standard())));
        }
        if (anonymous != null) {
            plan = plan.withAnonymous(anonymous);
        }
        if (reasons != null) {
            plan = plan.withReasons(reasons);
        }
        return unaided == null ? plan : plan.withUnaided(share(unaided));
    }

    private static int share(int percent) throws SessionException {
        if (percent < 0 || percent > ReviewPlan.MOST_UNAIDED) {
            throw new SessionException("From 0 to " + ReviewPlan.MOST_UNAIDED
                    + " % of the proposals can be hidden at first, not " + percent + " %.");
        }
        return percent;
    }

    private Optional<EdgeRule> edges(EdgeRule now) throws SessionException {
        String way = edges == null ? now.outcome().name() : edges.toUpperCase(Locale.ROOT);
        if (way.equals("NONE")) {
            return Optional.empty();
        }
        double seconds = tolerance == null ? now.tolerance() / 1e6 : tolerance;
        double least = likeness == null ? now.likeness() : likeness;
        if (!(seconds >= 0 && seconds <= 3600)) {
            throw new SessionException("Edges may be from 0 to 3600 s apart, not " + seconds + ".");
        }
        if (!(least > 0 && least <= 1)) {
            throw new SessionException("The least IoU lies above 0 and up to 1, not " + least + ".");
        }
        try {
            return Optional.of(new EdgeRule(Outcome.valueOf(way), least, Math.round(seconds * 1e6)));
        } catch (IllegalArgumentException unknown) {
            throw new SessionException(
                    "Pairs become the mean, union, intersection, first or none, not " + edges + ".", unknown);
        }
    }
}
