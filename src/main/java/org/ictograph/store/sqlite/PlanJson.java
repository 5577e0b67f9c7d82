package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.ictograph.model.Doubt;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.jspecify.annotations.Nullable;

/** How the plan of a protocol and the rule and the doubt of a settlement are written. */
final class PlanJson {
    private PlanJson() {}

    /** Nothing for the standard plan, so that entries of the log from before plans and their rows stay alike. */
    static @Nullable JsonNode plan(ReviewPlan plan) {
        if (plan.equals(ReviewPlan.standard())) {
            return null;
        }
        ObjectNode node = Json.object().put("inclusion", plan.inclusion().text());
        plan.edges().ifPresent(edges -> node.set("edges", rule(edges)));
        node.put("anonymous", plan.anonymous()).put("reasons", plan.reasons());
        // Only where there is one, so that plans from before are written as they were.
        return plan.unaided() == 0 ? node : node.put("unaided_percent", plan.unaided());
    }

    static ReviewPlan plan(Optional<JsonNode> stored) {
        return stored.map(node -> new ReviewPlan(
                        InclusionRule.parse(node.path("inclusion").asText())
                                .orElseThrow(() -> new IllegalArgumentException("No rule of inclusion: " + node)),
                        Optional.ofNullable(node.get("edges")).map(PlanJson::rule),
                        node.path("anonymous").asBoolean(),
                        node.path("reasons").asBoolean(),
                        node.path("unaided_percent").asInt()))
                .orElseGet(ReviewPlan::standard);
    }

    static JsonNode rule(EdgeRule rule) {
        return Json.object()
                .put("outcome", rule.outcome().name())
                .put("likeness", rule.likeness())
                .put("tolerance_micros", rule.tolerance());
    }

    static EdgeRule rule(JsonNode node) {
        return new EdgeRule(
                Outcome.valueOf(node.path("outcome").asText()),
                node.path("likeness").asDouble(),
                node.path("tolerance_micros").asLong());
    }

    static JsonNode doubt(Doubt doubt) {
        return Json.object()
                .put("label", doubt.label())
                .put("start_micros", doubt.span().start())
                .put("end_micros", doubt.span().end());
    }

    static Doubt doubt(JsonNode node) {
        return new Doubt(
                node.path("label").asText(),
                new Span(
                        node.path("start_micros").asLong(),
                        node.path("end_micros").asLong()));
    }
}
