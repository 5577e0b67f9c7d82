package org.ictograph.ui.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.TextSize;

/** The plan by which questions are settled; only an owner changes it, and every change is an edit. */
final class PlanBar extends FlowPane {
    private static final double GAP = 6;

    private final Bench bench;
    private final AdjudicationViewModel model;
    private final ComboBox<Optional<Outcome>> way;
    private final ComboBox<Long> tolerance;
    private final CheckBox anonymous = new CheckBox();
    private final CheckBox reasons = new CheckBox();

    PlanBar(Bench bench, AdjudicationViewModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().addAll("strip", "plan-bar");
        setAlignment(Pos.CENTER_LEFT);
        setHgap(GAP);
        setVgap(GAP);
        setMinWidth(0);
        List<Optional<Outcome>> ways = new ArrayList<>();
        ways.add(Optional.empty());
        List.of(Outcome.MEAN, Outcome.UNION, Outcome.INTERSECTION, Outcome.FIRST)
                .forEach(outcome -> ways.add(Optional.of(outcome)));
        way = Choices.box(
                ways,
                chosen -> chosen.map(outcome ->
                                bench.text("adjudicate.way." + outcome.name().toLowerCase(Locale.ROOT)))
                        .orElse(bench.text("adjudicate.way.none")));
        way.setId("edgeRule");
        way.setAccessibleText(bench.text("adjudicate.plan"));
        way.setPrefWidth(150);
        tolerance = Choices.box(
                List.of(Span.SECOND / 4, Span.SECOND / 2, Span.SECOND, 2 * Span.SECOND, 5 * Span.SECOND),
                micros -> bench.text("adjudicate.within", micros / 1e6));
        tolerance.setPrefWidth(104);
        TextSize.grow(way, tolerance);
        tolerance.setAccessibleText(bench.text("adjudicate.plan.within"));
        anonymous.setId("anonymous");
        anonymous.setText(bench.text("adjudicate.anonymous"));
        reasons.setId("reasons");
        reasons.setText(bench.text("adjudicate.reasons"));
        for (CheckBox box : List.of(anonymous, reasons)) {
            box.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(new FieldName(bench.text("adjudicate.plan")), way, tolerance, anonymous, reasons);
        way.setOnAction(chosen -> changeRule());
        tolerance.setOnAction(chosen -> changeRule());
        anonymous.setOnAction(chosen -> model.plan(model.plan().withAnonymous(anonymous.isSelected())));
        reasons.setOnAction(chosen -> model.plan(model.plan().withReasons(reasons.isSelected())));
        bench.session().state().study().addListener((property, before, now) -> show());
        bench.session().state().rater().addListener((property, before, now) -> show());
        show();
    }

    private void changeRule() {
        Optional<Outcome> chosen = way.getValue();
        Long within = tolerance.getValue();
        if (chosen == null || within == null) {
            return;
        }
        double likeness = model.plan().edges().orElse(EdgeRule.standard()).likeness();
        Optional<EdgeRule> rule = chosen.map(outcome -> new EdgeRule(outcome, likeness, within));
        if (!rule.equals(model.plan().edges())) {
            model.plan(model.plan().withEdges(rule));
        }
    }

    private void show() {
        ReviewPlan plan = model.plan();
        setDisable(!model.mayPlan() || !bench.writing());
        way.setValue(plan.edges().map(EdgeRule::outcome));
        tolerance.setValue(plan.edges().orElse(EdgeRule.standard()).tolerance());
        tolerance.setDisable(plan.edges().isEmpty());
        anonymous.setSelected(plan.anonymous());
        reasons.setSelected(plan.reasons());
    }
}
