package org.ictograph.ui.agreement;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.model.Protocol;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;

/** What the answer to a question can be, each with its key, and why it is given. */
final class AnswerBar extends VBox {
    private final Bench bench;
    private final AdjudicationViewModel model;
    private final Consumer<Outcome> settle;
    private final Map<Outcome, Button> buttons = new EnumMap<>(Outcome.class);
    private final TextField reason = new TextField();
    private final ComboBox<String> label = new ComboBox<>();
    private final Label drawn = new Label();

    /** @param settle gives an answer, as the screen shows it */
    AnswerBar(Bench bench, AdjudicationViewModel model, Consumer<Outcome> settle, Runnable undo) {
        this.bench = bench;
        this.model = model;
        this.settle = settle;
        getStyleClass().add("decision-bar");
        Button back = new IconButton(Feather.CORNER_UP_LEFT, bench.text("proposals.undo"), undo);
        getChildren()
                .addAll(
                        strip(answer(Outcome.FIRST), answer(Outcome.SECOND), answer(Outcome.MEAN), air(), back),
                        strip(
                                answer(Outcome.UNION),
                                answer(Outcome.INTERSECTION),
                                answer(Outcome.NEITHER),
                                answer(Outcome.UNCLEAR)),
                        strip(answer(Outcome.DRAWN), label, drawn),
                        strip(reason));
        drawn.getStyleClass().addAll("number", "muted");
        drawn.setMinWidth(USE_PREF_SIZE);
        reason.setId("reason");
        reason.setFocusTraversable(false);
        reason.textProperty().bindBidirectional(model.reason());
        reason.setOnAction(entered -> getScene().getRoot().requestFocus());
        HBox.setHgrow(reason, Priority.ALWAYS);
        label.setId("drawnLabel");
        label.setAccessibleText(bench.text("word.label"));
        label.setPrefWidth(140);
        label.setMinWidth(100);
        TextSize.grow(label);
        label.getItems()
                .setAll(bench.session().state().study().get().protocol().labels().stream()
                        .map(org.ictograph.model.Label::name)
                        .toList());
        label.setConverter(Choices.shownAs(bench.look()::label));
        label.valueProperty().bindBidirectional(model.label());
        model.selected().addListener((property, before, now) -> show());
        model.onset().addListener((property, before, now) -> show());
        model.offset().addListener((property, before, now) -> show());
        bench.session().state().study().addListener((property, before, now) -> show());
        show();
    }

    private Button answer(Outcome outcome) {
        Button button = new Button();
        button.setId("answer-" + outcome.name().toLowerCase(Locale.ROOT));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip(bench.text("adjudicate.tip." + outcome.name().toLowerCase(Locale.ROOT))));
        button.setOnAction(pressed -> settle.accept(outcome));
        if (outcome == Outcome.FIRST || outcome == Outcome.SECOND) {
            button.getStyleClass().add(Styles.ACCENT);
        } else if (outcome == Outcome.NEITHER) {
            button.getStyleClass().add(Styles.DANGER);
        }
        buttons.put(outcome, button);
        return button;
    }

    private static HBox strip(Node... parts) {
        HBox strip = new HBox(parts);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("strip");
        return strip;
    }

    private static Region air() {
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        return air;
    }

    /** Where the reason is typed; Enter leaves it again. */
    void sayWhy() {
        reason.requestFocus();
        reason.end();
    }

    private void show() {
        Optional<QuestionRow> row = model.selected().get();
        buttons.forEach((outcome, button) -> {
            button.setText(text(outcome, row));
            button.setDisable(!model.possible(outcome));
            bench.editing(button);
        });
        reason.setPromptText(bench.text(model.plan().reasons() ? "adjudicate.reason.needed" : "adjudicate.reason"));
        drawn.setText(bench.text(
                "adjudicate.drawn",
                model.onset().get().map(TimeText::clock).orElse("–"),
                model.offset().get().map(TimeText::clock).orElse("–")));
    }

    private String text(Outcome outcome, Optional<QuestionRow> row) {
        String key = "adjudicate.take." + outcome.name().toLowerCase(Locale.ROOT);
        return switch (outcome) {
            case FIRST, SECOND -> {
                boolean nothing = row.filter(
                                shown -> (outcome == Outcome.FIRST ? shown.first() : shown.second()).isEmpty())
                        .isPresent();
                yield bench.text(nothing ? key + ".nothing" : key, model.name(outcome));
            }
            case NEITHER ->
                bench.text(
                        key,
                        row.filter(shown -> shown.dispute().labels().contains(Protocol.SEIZURE))
                                .map(shown -> 1)
                                .orElse(0));
            default -> bench.text(key);
        };
    }
}
