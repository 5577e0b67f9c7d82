package org.ictograph.ui.triage;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ictograph.measure.TriageOrder;
import org.ictograph.model.ReviewPlan;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.Tables;
import org.ictograph.ui.kit.TextSize;
import org.ictograph.ui.kit.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The queue of all recordings beside the looping films of the next candidates, decided with single keys. */
public final class TriagePane extends BorderPane {
    private static final double QUEUE = 500;
    private static final double LONGEST = 30;

    private final Bench bench;
    private final TriageViewModel model;
    private final Consumer<TriageRow> adjuster;
    private final Consumer<TriageRow> opener;
    private final AuditViewModel audit;
    private final Doors doors;
    private final Label recall = new Label();

    /** Everything marked is read anew once nobody decides for a while. */
    private final PauseTransition calm = new PauseTransition(Duration.seconds(2));

    private final TableView<TriageRow> table;
    private final LoopGrid grid;
    private final Label counts = new Label();
    private final List<Button> answers = new ArrayList<>();
    private final HBox decide;
    private boolean following;

    /** What the buttons lead to: the audit, and a new model that learns from what was decided. */
    public record Doors(Runnable audit, Runnable train) {}

    /**
     * @param audit knows what no proposal found
     * @param adjuster makes a mark of a candidate and lets its edges be corrected
     * @param opener shows a candidate in its recording
     */
    public TriagePane(
            Bench bench, AuditViewModel audit, Consumer<TriageRow> adjuster, Consumer<TriageRow> opener, Doors doors) {
        this.audit = audit;
        this.doors = doors;
        this.bench = bench;
        this.model = new TriageViewModel(bench.session());
        this.adjuster = adjuster;
        this.opener = opener;
        this.table = table();
        this.grid = new LoopGrid(bench.look(), model);
        setId("triage");
        decide = deciding();
        setTop(wishes());
        setCenter(halves());
        setBottom(knowledge());
        audit.standing().addListener((property, before, now) -> recall.setText(RecallText.of(bench.look(), now)));
        model.selected().addListener((property, before, now) -> follow());
        model.tally().addListener((property, before, now) -> {
            count();
            calm.playFromStart();
        });
        calm.setOnFinished(over -> audit.read());
        count();
        follow();
    }

    public TriageViewModel model() {
        return model;
    }

    /** It has come to the front. */
    public void entered() {
        model.enter();
        grid.run(true);
        audit.read();
        table.requestFocus();
    }

    /** Something else is in front. */
    public void left() {
        grid.run(false);
        calm.stop();
        model.leave();
    }

    /** Does what a key asks for; false when it means nothing here. */
    public boolean handle(Command command) {
        switch (command) {
            case ACCEPT -> model.accept();
            case REJECT -> model.reject();
            case ADJUST -> model.inTurn(adjuster);
            case CONFIRM, PLAY_PAUSE -> model.selected().get().ifPresent(opener);
            case UNDO -> model.undo();
            case REDO -> bench.session().edits().redo();
            case FRAME_BACK, PREVIOUS_MARK -> model.move(-1);
            case FRAME_FORWARD, NEXT_MARK -> model.move(1);
            case PREVIOUS_EDGE -> model.move(-TriageViewModel.COLUMNS);
            case NEXT_EDGE -> model.move(TriageViewModel.COLUMNS);
            case VIEW_BACK -> model.move(-TriageViewModel.TILES);
            case VIEW_FORWARD -> model.move(TriageViewModel.TILES);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A key of a label accepts what is selected as that; false for any other key. */
    public boolean press(KeyChord chord) {
        Optional<String> label = bench.session().state().study().get().protocol().labels().stream()
                .filter(one -> chord.equals(KeyChord.of(one.key())))
                .map(org.ictograph.model.Label::name)
                .findFirst();
        label.ifPresent(model::accept);
        return label.isPresent();
    }

    private HBox wishes() {
        ComboBox<TriageOrder> order = Choices.box(
                List.of(TriageOrder.values()),
                one -> bench.text("triage.order." + one.name().toLowerCase(Locale.ROOT)));
        order.setId("triage-order");
        order.setAccessibleText(bench.text("triage.order"));
        order.valueProperty().bindBidirectional(model.order());
        HBox strip = new HBox(
                new FieldName(bench.text("triage.order")),
                order,
                slider("triage.least", 1, "%.2f", model.least()),
                slider("triage.shortest", LONGEST, "%.0f s", model.shortest()),
                new FieldName(bench.text("triage.unaided")),
                unaided());
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("strip");
        return strip;
    }

    /** Which share of the proposals is first shown without; the owner of the study chooses it. */
    private ComboBox<Integer> unaided() {
        ComboBox<Integer> box = Choices.box(
                List.of(0, 5, 10, 20, ReviewPlan.MOST_UNAIDED), percent -> bench.text("triage.unaided.share", percent));
        box.setId("triage-unaided");
        box.setAccessibleText(bench.text("triage.unaided"));
        box.setTooltip(new Tooltip(bench.text("triage.unaided.why")));
        Runnable show = () -> {
            box.setValue(model.unaided());
            box.setDisable(!model.mayPlan());
        };
        box.setOnAction(chosen -> Optional.ofNullable(box.getValue()).ifPresent(model::unaided));
        bench.session().state().study().addListener((property, before, now) -> show.run());
        bench.session().state().rater().addListener((property, before, now) -> show.run());
        show.run();
        return box;
    }

    private HBox slider(String key, double most, String format, DoubleProperty value) {
        Slider slider = new Slider(0, most, value.get());
        slider.setId(key.replace('.', '-'));
        slider.setAccessibleText(bench.text(key));
        slider.setBlockIncrement(most / 20);
        slider.setPrefWidth(130);
        slider.valueProperty().bindBidirectional(value);
        Label number = new Label();
        number.getStyleClass().add("number");
        number.setMinWidth(40);
        TextSize.grow(number);
        Runnable tell = () -> number.setText(bench.look().number(format, value.get()));
        value.addListener((property, before, now) -> tell.run());
        tell.run();
        HBox both = new HBox(6, new FieldName(bench.text(key)), slider, number);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private TableView<TriageRow> table() {
        TableView<TriageRow> made = Tables.over(model.rows());
        made.setId("triage-queue");
        made.setAccessibleText(bench.text("triage.queue"));
        made.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        Tables.addNumber(
                made, bench.text("proposals.score"), 52, row -> row.group().score(), score -> decimals("%.2f", score));
        Tables.addText(made, bench.text("word.recording"), 90, TriageRow::recording);
        Tables.addNumber(made, bench.text("word.cage"), 44, TriageRow::cage, String::valueOf);
        Tables.addText(made, bench.text("word.animal"), 56, TriageRow::animal);
        Tables.addNumber(
                made,
                bench.text("proposals.onset"),
                98,
                row -> row.group().span().start(),
                TimeText::clock);
        Tables.addNumber(
                made,
                bench.text("proposals.length"),
                56,
                row -> row.group().span().length(),
                length -> decimals("%.1f s", length / 1e6));
        Tables.addText(
                made,
                bench.text("word.label"),
                60,
                row -> bench.look().label(row.group().lead().label()));
        made.getColumns().forEach(column -> column.setSortable(false));
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label(bench.text("triage.nothing"));
        nothing.setWrapText(true);
        made.setPlaceholder(nothing);
        made.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.select(now);
            }
        });
        return made;
    }

    private String decimals(String format, double value) {
        return bench.look().number(format, value);
    }

    private HBox halves() {
        counts.setId("triage-counts");
        counts.getStyleClass().add("muted");
        counts.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(counts);
        foot.getStyleClass().addAll("strip", "panel-foot");
        BorderPane queue = new BorderPane(table);
        queue.setBottom(foot);
        queue.getStyleClass().add("panel");
        queue.setPrefWidth(QUEUE);
        queue.setMinWidth(QUEUE);
        TextSize.grow(queue);
        VBox films = new VBox(grid, decide);
        films.getStyleClass().add("panel");
        VBox.setVgrow(grid, Priority.ALWAYS);
        HBox.setHgrow(films, Priority.ALWAYS);
        HBox both = new HBox(queue, films);
        both.getStyleClass().addAll("halves", "below-choice");
        return both;
    }

    private HBox deciding() {
        Label labels = new Label(bench.text("triage.labels"));
        labels.getStyleClass().add("muted");
        answers.add(button("proposals.accept", Feather.CHECK, Command.ACCEPT, Styles.SUCCESS));
        answers.add(button("proposals.adjust", Feather.MOVE, Command.ADJUST, Styles.ACCENT));
        answers.add(button("proposals.reject", Feather.X, Command.REJECT, Styles.DANGER));
        FlowPane line = Wrapped.line(answers.toArray(Node[]::new));
        line.getChildren().add(labels);
        line.setRowValignment(VPos.CENTER);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox bar = new HBox(line, button("proposals.undo", Feather.CORNER_UP_LEFT, Command.UNDO, Styles.FLAT));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("strip", "decision-bar");
        return bar;
    }

    /** What is known of what was not proposed, and what can be done with the decisions. */
    private HBox knowledge() {
        recall.setId("recall");
        recall.setWrapText(true);
        recall.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(recall, Priority.ALWAYS);
        recall.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(recall, door("audit.begin", doors.audit()), door("triage.train", doors.train()));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("strip", "below-choice");
        bench.editing(foot.getChildren().get(1));
        return foot;
    }

    private Button door(String key, Runnable action) {
        Button button = new Button(bench.text(key));
        button.setId(key.replace('.', '-'));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private Button button(String key, Feather icon, Command command, String style) {
        Button button = new Button(bench.text(key), new FontIcon(icon));
        button.setId("triage-" + command.id());
        button.getStyleClass().add(style);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> handle(command));
        return button;
    }

    private void count() {
        TriageViewModel.Tally tally = model.tally().get();
        OptionalDouble median = model.pace().median();
        counts.setText(bench.text(
                "triage.counts",
                tally.open(),
                tally.hidden(),
                tally.decided(),
                tally.taken(),
                median.isPresent() ? 1 : 0,
                median.orElse(0),
                model.pace().last().orElse(0)));
    }

    private void follow() {
        following = true;
        Tables.show(table, model.selected().get());
        following = false;
        answers.forEach(button -> button.setDisable(model.selected().get().isEmpty()));
        bench.editing(decide);
    }
}
