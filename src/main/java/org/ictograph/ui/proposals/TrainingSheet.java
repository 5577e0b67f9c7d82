package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.ictograph.localizer.Exam;
import org.ictograph.localizer.Trained;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.Statistic;
import org.ictograph.session.Outlook;
import org.ictograph.session.Retrained;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** A new model learns from the study: its name, how the loss falls, stop and go on, and how good it is on other animals. */
public final class TrainingSheet implements LearningSheet.Part {
    private static final double WIDTH = 620;
    private static final double OUTCOME = 120;
    private static final double OUTLOOK = 34;
    private static final double NARROW = 90;
    private static final double HELD_OUT = 250;
    private static final int ROUNDS = 20;
    private static final int MOST = 1000;
    private static final int FOLDS = 10;
    private static final Duration GLANCE = Duration.millis(250);

    private final Look look;
    private final TrainingViewModel training;
    private final TextField name = new TextField();
    private final Spinner<Integer> rounds = new Spinner<>(1, MOST, ROUNDS);
    private final XYChart.Series<Number, Number> classes = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> edges = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> scores = new XYChart.Series<>();
    private final Spinner<Integer> folds = new Spinner<>(1, FOLDS, 1);
    private final ComboBox<String> encoder = new ComboBox<>();
    private final MenuButton heldOut = new MenuButton();
    private final Label outlook = label("training-outlook");
    private final Button card = new Button();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label doing = label("training-doing");
    private final Label outcome = label("training-outcome");
    private final Timeline glance = new Timeline();

    public TrainingSheet(Look look, TrainingViewModel training) {
        this.look = look;
        this.training = training;
        name.setId("training-name");
        name.setPromptText(look.text("training.name.example"));
        rounds.setId("training-rounds");
        rounds.setEditable(true);
        rounds.setPrefWidth(NARROW);
        folds.setId("training-folds");
        folds.setPrefWidth(NARROW);
        folds.setTooltip(new Tooltip(look.text("training.folds.why")));
        heldOut.setId("training-heldout");
        heldOut.setPrefWidth(HELD_OUT);
        encoder.setId("training-encoder");
        encoder.setPrefWidth(HELD_OUT);
        encoder.setAccessibleText(look.text("training.encoder"));
        encoder.getItems().add(look.text("training.encoder.small"));
        encoder.getItems().addAll(training.encoders());
        encoder.getSelectionModel().selectFirst();
        outlook.setMinHeight(OUTLOOK);
        outlook.setAlignment(Pos.TOP_LEFT);
        card.setId("training-card");
        card.setText(look.text("card.open"));
        classes.setName(look.text("training.classes"));
        edges.setName(look.text("training.edges"));
        scores.setName(look.text("training.score"));
        progress.setMaxWidth(Double.MAX_VALUE);
        training.outlook().addListener((property, before, now) -> now.ifPresent(this::outlook));
        training.epochs().addListener((ListChangeListener<Trained.Epoch>) change -> draw());
        glance.getKeyFrames().add(new KeyFrame(GLANCE, tick -> tell()));
        glance.setCycleCount(Timeline.INDEFINITE);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        return label;
    }

    public void show(Window owner) {
        new Sheet(look.text("training.title"), content(owner))
                .onHidden(this::rest)
                .show(owner);
    }

    @Override
    public ReadOnlyBooleanProperty running() {
        return training.running();
    }

    @Override
    public void rest() {
        glance.stop();
    }

    @Override
    public Node content(Window owner) {
        Label advice = label("training-advice");
        advice.setMinHeight(Region.USE_PREF_SIZE);
        advice.setText(look.text(
                !training.possible()
                        ? "training.impossible"
                        : training.ofDecisions() ? "training.decisions" : "training.advice"));
        Label trouble = label("training-trouble");
        trouble.getStyleClass().add("report-warning");
        trouble.textProperty().bind(training.trouble().map(look.messages()::failure));
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        outcome.textProperty()
                .bind(Bindings.createStringBinding(
                        this::outcome, training.outcome(), training.stopped(), training.running()));
        HBox buttons = new HBox(8);
        VBox content = new VBox(8, advice, wishes(), outlook, buttons, progress, doing, trouble, chart(), outcome);
        content.setPrefWidth(WIDTH);
        buttons.getChildren().addAll(buttons(owner, content));
        outcome.setMinHeight(OUTCOME);
        outcome.setAlignment(Pos.TOP_LEFT);
        glance.play();
        training.look();
        return content;
    }

    private GridPane wishes() {
        Label ofName = new Label(look.text("training.name"));
        ofName.setLabelFor(name);
        Label ofRounds = new Label(look.text("training.rounds"));
        ofName.setMinWidth(Region.USE_PREF_SIZE);
        ofRounds.setMinWidth(Region.USE_PREF_SIZE);
        ofRounds.setLabelFor(rounds);
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(8);
        grid.addRow(0, ofName, name);
        Label ofFolds = new Label(look.text("training.folds"));
        ofFolds.setLabelFor(folds);
        Label ofHeldOut = new Label(look.text("training.heldout"));
        ofHeldOut.setLabelFor(heldOut);
        ofHeldOut.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(ofRounds, 2, 0);
        grid.add(rounds, 3, 0);
        grid.addRow(1, ofHeldOut, heldOut);
        grid.add(ofFolds, 2, 1);
        grid.add(folds, 3, 1);
        Label ofEncoder = new Label(look.text("training.encoder"));
        ofEncoder.setLabelFor(encoder);
        ofEncoder.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(2, ofEncoder, encoder);
        encoder.disableProperty().bind(training.running());
        folds.disableProperty().bind(training.running());
        heldOut.disableProperty().bind(training.running());
        tellHeldOut();
        name.disableProperty().bind(training.running());
        rounds.disableProperty().bind(training.running());
        return grid;
    }

    private LineChart<Number, Number> chart() {
        NumberAxis across = new NumberAxis();
        across.setLabel(look.text("training.round"));
        across.setMinorTickVisible(false);
        NumberAxis up = new NumberAxis();
        up.setLabel(look.text("training.loss"));
        LineChart<Number, Number> chart = new LineChart<>(across, up);
        chart.setId("training-chart");
        chart.setAnimated(false);
        chart.setPrefHeight(220);
        chart.getData().add(classes);
        chart.getData().add(edges);
        chart.getData().add(scores);
        VBox.setVgrow(chart, Priority.ALWAYS);
        return chart;
    }

    /** Says what there is to learn from, with a warning where it is little, and lets animals be chosen. */
    private void outlook(Outlook known) {
        List<String> lines = new ArrayList<>();
        lines.add(look.text(
                "training.outlook", known.all(), known.having(), known.events().size(), known.hours()));
        if (known.having() < 2) {
            lines.add(look.text("training.oneanimal"));
        } else if (known.all() < Outlook.FEW) {
            lines.add(look.text("training.few", Outlook.FEW));
        } else if (known.having() < Outlook.FEW_ANIMALS) {
            lines.add(look.text("training.fewanimals", known.having()));
        }
        outlook.setText(String.join(" ", lines));
        outlook.getStyleClass().removeAll("report-warning");
        if (lines.size() > 1) {
            outlook.getStyleClass().add("report-warning");
        }
        Set<String> chosen = Set.copyOf(heldOut());
        heldOut.getItems().clear();
        known.events().forEach((animal, events) -> {
            CheckMenuItem item = new CheckMenuItem(look.text("training.animal", animal, events));
            item.setUserData(animal);
            item.setSelected(chosen.contains(animal));
            item.setOnAction(pressed -> tellHeldOut());
            heldOut.getItems().add(item);
        });
        tellHeldOut();
    }

    /** The animals that somebody chose; none leaves it to chance. */
    private List<String> heldOut() {
        return heldOut.getItems().stream()
                .filter(item -> item instanceof CheckMenuItem one && one.isSelected())
                .map(item -> String.valueOf(item.getUserData()))
                .toList();
    }

    private void tellHeldOut() {
        List<String> chosen = heldOut();
        heldOut.setText(chosen.isEmpty() ? look.text("training.heldout.chance") : String.join(", ", chosen));
    }

    private Exam exam() {
        return new Exam(heldOut(), folds.getValue());
    }

    private List<Button> buttons(Window owner, Node content) {
        BooleanBinding unnamed =
                Bindings.createBooleanBinding(() -> !training.free(name.getText()), name.textProperty());
        Button start = button("training.start", () -> train(false));
        start.disableProperty().bind(training.running().or(unnamed));
        start.defaultButtonProperty().bind(content.visibleProperty());
        Button stop = button("training.stop", training::stop);
        stop.disableProperty().bind(training.running().not());
        Button on = button("training.on", () -> train(true));
        on.disableProperty().bind(training.running().or(unnamed));
        card.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> training.outcome().get().isEmpty(), training.outcome()));
        card.setOnAction(pressed -> training.outcome().get().ifPresent(made -> {
            var unused = training.card(made.model())
                    .thenAccept(read -> read.ifPresent(shown -> new CardSheet(look).show(owner, made.model(), shown)));
        }));
        return List.of(start, stop, on, card);
    }

    private void train(boolean resume) {
        boolean small = encoder.getSelectionModel().getSelectedIndex() <= 0;
        training.train(name.getText(), small ? "" : encoder.getValue(), rounds.getValue(), resume, exam());
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(look.text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void draw() {
        List<XYChart.Data<Number, Number>> ofClasses = new ArrayList<>();
        List<XYChart.Data<Number, Number>> ofEdges = new ArrayList<>();
        List<XYChart.Data<Number, Number>> ofScores = new ArrayList<>();
        for (int i = 0; i < training.epochs().size(); i++) {
            ofClasses.add(new XYChart.Data<>(i + 1, training.epochs().get(i).classes()));
            ofEdges.add(new XYChart.Data<>(i + 1, training.epochs().get(i).edges()));
            OptionalDouble score = training.epochs().get(i).score();
            if (score.isPresent()) {
                ofScores.add(new XYChart.Data<>(i + 1, score.getAsDouble()));
            }
        }
        classes.getData().setAll(ofClasses);
        edges.getData().setAll(ofEdges);
        scores.getData().setAll(ofScores);
    }

    private void tell() {
        boolean running = training.running().get();
        training.state().ifPresent(state -> {
            progress.setProgress(state.fraction());
            doing.setText(running ? state.what() : "");
        });
    }

    private String outcome() {
        if (training.stopped().get()) {
            return look.text("training.stopped");
        }
        return training.outcome().get().map(this::told).orElse("");
    }

    private String told(Trained trained) {
        List<String> lines = new ArrayList<>();
        lines.add(look.text("training.learned", String.join(", ", trained.learned())));
        lines.add(look.text("training.tested", String.join(", ", trained.heldOut())));
        lines.add(look.text(
                "training.scores",
                String.format(Locale.ROOT, "%.2f", trained.least()),
                number(trained.proposals().found()),
                number(trained.proposals().falsePerHour()),
                number(trained.proposals().rate(EventRate.F1)),
                number(trained.scores().averageMap())));
        training.compared().ifPresent(both -> lines.add(compared(both)));
        lines.addAll(trained.remarks());
        lines.add(look.text("training.lies", trained.model(), trained.folder()));
        return String.join("\n", lines);
    }

    private String compared(Retrained both) {
        double now = both.scores().rate(EventRate.F1).value().orElse(0);
        double before = both.scoresBefore().rate(EventRate.F1).value().orElse(0);
        return look.text(
                now > before ? "training.better" : now < before ? "training.worse" : "training.same",
                both.before(),
                number(both.scores().rate(EventRate.F1)),
                number(both.scoresBefore().rate(EventRate.F1)),
                number(both.scores().found()),
                number(both.scoresBefore().found()),
                number(both.scores().falsePerHour()),
                number(both.scoresBefore().falsePerHour()));
    }

    private static String number(Statistic statistic) {
        OptionalDouble value = statistic.value();
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "–";
    }
}
