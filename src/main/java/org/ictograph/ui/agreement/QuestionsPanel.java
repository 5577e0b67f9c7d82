package org.ictograph.ui.agreement;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ictograph.measure.Dispute;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.ictograph.ui.kit.Wrapped;

/** The queue: kinds of questions with their numbers, how far it is done, and the questions. */
final class QuestionsPanel extends BorderPane {
    private final Bench bench;
    private final AdjudicationViewModel model;
    private final TableView<QuestionRow> table;
    private final Map<Dispute.Kind, ToggleButton> kinds = new EnumMap<>(Dispute.Kind.class);
    private final Label progress = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button rule = new Button();
    private boolean following;

    /**
     * @param jump shows a question in the video
     * @param settleByRule lets the rule settle what it can
     */
    QuestionsPanel(Bench bench, AdjudicationViewModel model, Consumer<QuestionRow> jump, Runnable settleByRule) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("panel");
        table = Tables.over(model.questions());
        table.setId("questions");
        table.setAccessibleText(bench.text("adjudicate.queue"));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setPlaceholder(Waiting.orNothing(bench.look(), model.busy(), "adjudicate.nothing"));
        double kinds = java.util.Arrays.stream(Dispute.Kind.values())
                .mapToDouble(kind -> Tables.width(bench.text(key(kind)), 104))
                .max()
                .orElse(104);
        text("adjudicate.kind", kinds, row -> bench.text(key(row.dispute().kind())));
        text("word.label", 196, this::labels);
        number("adjudicate.stake", 74, row -> row.dispute().atStake(), this::seconds);
        text("word.recording", 96, QuestionRow::recording);
        number("word.cage", 52, QuestionRow::cage, String::valueOf);
        text("word.animal", 60, QuestionRow::animal);
        number("proposals.onset", 96, row -> row.dispute().span().start(), TimeText::clock);
        text("adjudicate.answer", 110, this::answer);
        table.getColumns().get(table.getColumns().size() - 1).visibleProperty().bind(model.answered());
        rule.setId("settleByRule");
        rule.setMinWidth(USE_PREF_SIZE);
        rule.setFocusTraversable(false);
        rule.setOnAction(pressed -> settleByRule.run());
        setTop(new VBox(head(), filters()));
        setCenter(table);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.selected().set(Optional.of(now));
            }
        });
        model.selected().addListener((property, before, now) -> {
            follow(now);
            now.filter(row -> !before.map(QuestionRow::dispute).equals(Optional.of(row.dispute())))
                    .ifPresent(jump);
        });
        model.questions().addListener((ListChangeListener<QuestionRow>) change -> show());
        model.kind().addListener((property, before, now) -> show());
        show();
    }

    static String key(Dispute.Kind kind) {
        return "adjudicate.kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** By name, since the order of the raters would tell who is who. */
    private String labels(QuestionRow row) {
        return row.dispute().labels().stream().sorted().map(bench.look()::label).collect(Collectors.joining(" / "));
    }

    private String seconds(long micros) {
        return bench.look().number("%.1f s", micros / 1e6);
    }

    private HBox head() {
        Label title = new Label(bench.text("adjudicate.queue"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        progress.setId("progress");
        progress.setMinWidth(USE_PREF_SIZE);
        progress.getStyleClass().add("muted");
        bar.setPrefWidth(110);
        HBox head = new HBox(title, Wrapped.right(bar, progress, rule));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        return head;
    }

    private FlowPane filters() {
        FlowPane strip = Wrapped.line();
        strip.getStyleClass().add("strip");
        for (Dispute.Kind kind : Dispute.Kind.values()) {
            ToggleButton button = new ToggleButton();
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(pressed -> model.kind().set(button.isSelected() ? Optional.of(kind) : Optional.empty()));
            kinds.put(kind, button);
            strip.getChildren().add(button);
        }
        CheckBox answered = new CheckBox(bench.text("adjudicate.answered"));
        answered.setId("answered");
        answered.selectedProperty().bindBidirectional(model.answered());
        strip.getChildren().add(answered);
        return strip;
    }

    private <V extends Comparable<? super V>> void number(
            String key, double width, Function<QuestionRow, V> value, Function<V, String> text) {
        Tables.addNumber(table, bench.text(key), width, value, text);
    }

    private void text(String key, double width, Function<QuestionRow, String> text) {
        Tables.addText(table, bench.text(key), width, text);
    }

    private String answer(QuestionRow row) {
        return row.outcome()
                .map(outcome ->
                        bench.text("adjudicate.outcome." + outcome.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    /** Takes the keyboard, so that no box beside the queue has a use for Enter and the arrows. */
    void focus() {
        table.requestFocus();
    }

    /** Numbers and the rule's button, which change with every answer. */
    void show() {
        kinds.forEach((kind, button) -> {
            button.setText(bench.text("adjudicate.filter", bench.text(key(kind)), model.open(kind)));
            button.setSelected(model.kind().get().equals(Optional.of(kind)));
        });
        progress.setText(bench.text("adjudicate.progress", model.done(), model.asked()));
        bar.setProgress(model.asked() == 0 ? 1 : (double) model.done() / model.asked());
        int ruled = model.ruled();
        rule.setText(model.plan()
                .edges()
                .map(edges -> bench.text(
                        "adjudicate.byrule",
                        ruled,
                        bench.text("adjudicate.way." + edges.outcome().name().toLowerCase(Locale.ROOT)),
                        edges.tolerance() / 1e6))
                .orElse(bench.text("adjudicate.norule")));
        rule.setDisable(ruled == 0);
        bench.editing(rule);
    }

    private void follow(Optional<QuestionRow> selected) {
        following = true;
        Tables.show(table, selected);
        following = false;
    }
}
