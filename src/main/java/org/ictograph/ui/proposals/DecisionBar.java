package org.ictograph.ui.proposals;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ictograph.model.Mark;
import org.ictograph.session.Marking.Edge;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.IconButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Accept, adjust, reject; and while a mark is being corrected, its two edges. */
final class DecisionBar extends StackPane {
    private final Bench bench;
    private final ProposalsViewModel model;
    private final Label onset = new Label();
    private final Label offset = new Label();
    private final HBox decide;
    private final HBox correct;

    DecisionBar(Bench bench, ProposalsViewModel model) {
        this.bench = bench;
        this.model = model;
        decide = deciding();
        correct = correcting();
        getChildren().addAll(decide, correct);
        getStyleClass().add("decision-bar");
        model.adjusting().addListener((property, before, now) -> show());
        model.selected().addListener((property, before, now) -> show());
        model.tally().addListener((property, before, now) -> show());
        bench.session().state().labels().addListener((property, before, now) -> show());
        show();
    }

    private HBox deciding() {
        return bar(
                button("proposals.accept", Feather.CHECK, model::accept, Styles.SUCCESS),
                button("proposals.adjust", Feather.MOVE, model::adjust, Styles.ACCENT),
                button("proposals.reject", Feather.X, model::reject, Styles.DANGER),
                air(),
                button("proposals.undo", Feather.CORNER_UP_LEFT, model::undo, Styles.FLAT));
    }

    private HBox correcting() {
        onset.getStyleClass().add("number");
        offset.getStyleClass().add("number");
        FieldName first = new FieldName(bench.text("proposals.onset"));
        FieldName second = new FieldName(bench.text("proposals.offset"));
        return bar(
                first,
                nudge(Edge.ONSET, -1),
                onset,
                nudge(Edge.ONSET, 1),
                here(Edge.ONSET),
                second,
                nudge(Edge.OFFSET, -1),
                offset,
                nudge(Edge.OFFSET, 1),
                here(Edge.OFFSET),
                air(),
                button("proposals.finish", Feather.CHECK, model::finishAndGoOn, Styles.ACCENT));
    }

    private IconButton nudge(Edge edge, int frames) {
        String key = frames < 0 ? "proposals.earlier" : "proposals.later";
        return new IconButton(
                frames < 0 ? Feather.CHEVRON_LEFT : Feather.CHEVRON_RIGHT,
                bench.text(key),
                () -> model.nudge(edge, frames));
    }

    private IconButton here(Edge edge) {
        return new IconButton(Feather.CROSSHAIR, bench.text("proposals.here"), () -> model.edgeToPlayhead(edge));
    }

    private Button button(String key, Feather icon, Runnable action, String style) {
        Button button = new Button(bench.text(key), new FontIcon(icon));
        button.setId(key.substring(key.indexOf('.') + 1));
        button.getStyleClass().add(style);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private static HBox bar(javafx.scene.Node... parts) {
        HBox bar = new HBox(parts);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("strip");
        return bar;
    }

    private static Region air() {
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        return air;
    }

    private void show() {
        Optional<Mark> mark = model.adjusted();
        correct.setVisible(mark.isPresent());
        decide.setVisible(mark.isEmpty());
        boolean decidable = model.selectedRow().filter(ProposalRow::open).isPresent();
        decide.getChildren().subList(0, 3).forEach(button -> button.setDisable(!decidable));
        bench.editing(decide);
        mark.ifPresent(corrected -> {
            onset.setText(TimeText.clock(corrected.span().start()));
            offset.setText(TimeText.clock(corrected.span().end()));
        });
    }
}
