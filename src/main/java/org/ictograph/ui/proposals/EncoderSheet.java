package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.ictograph.localizer.Encoders;
import org.ictograph.localizer.Pretrained;
import org.ictograph.ui.kit.Look;

/** A new encoder looks at the study's cages without labels: its name, how the loss falls, stop and go on. */
final class EncoderSheet implements LearningSheet.Part {
    private static final double WIDTH = 620;
    private static final double OUTCOME = 100;
    private static final int ROUNDS = 40;
    private static final int CLIPS = 1000;
    private static final int MOST_ROUNDS = 10_000;
    private static final int MOST_CLIPS = 1_000_000;
    private static final double MASK = 0.3;
    private static final Duration GLANCE = Duration.millis(250);

    private final Look look;
    private final EncoderViewModel training;
    private final TextField name = new TextField();
    private final ComboBox<String> source = new ComboBox<>();
    private final Spinner<Integer> rounds = new Spinner<>(1, MOST_ROUNDS, ROUNDS);
    private final Spinner<Integer> clips = new Spinner<>(1, MOST_CLIPS, CLIPS, 100);
    private final Spinner<Double> mask = new Spinner<>(0.05, 0.95, MASK, 0.05);
    private final XYChart.Series<Number, Number> losses = new XYChart.Series<>();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label doing = label("encoder-doing");
    private final Label outcome = label("encoder-outcome");
    private final Timeline glance = new Timeline();

    EncoderSheet(Look look, EncoderViewModel training) {
        this.look = look;
        this.training = training;
        name.setId("encoder-name");
        name.setPromptText(look.text("encoder.name.example"));
        source.setId("encoder-source");
        source.getItems().add(look.text("encoder.nothing"));
        source.getItems().addAll(training.shelf());
        source.getSelectionModel().selectFirst();
        rounds.setId("encoder-rounds");
        clips.setId("encoder-clips");
        mask.setId("encoder-mask");
        List.of(rounds, clips, mask).forEach(spinner -> spinner.setEditable(true));
        progress.setMaxWidth(Double.MAX_VALUE);
        training.losses().addListener((ListChangeListener<Double>) change -> draw());
        glance.getKeyFrames().add(new KeyFrame(GLANCE, tick -> tell()));
        glance.setCycleCount(Timeline.INDEFINITE);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(WIDTH);
        return label;
    }

    @Override
    public Node content(Window owner) {
        Label trouble = label("encoder-trouble");
        trouble.getStyleClass().add("report-warning");
        trouble.textProperty().bind(training.course().trouble().map(look.messages()::failure));
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        outcome.textProperty()
                .bind(Bindings.createStringBinding(
                        this::outcome,
                        training.course().outcome(),
                        training.course().stopped(),
                        training.course().running()));
        Label advice = label("encoder-advice");
        advice.setText(look.text(training.possible() ? "encoder.advice" : "encoder.impossible"));
        HBox buttons = new HBox(8);
        VBox content = new VBox(10, advice, wishes(), buttons, progress, doing, trouble, chart(), outcome);
        content.setPrefWidth(WIDTH);
        buttons.getChildren().addAll(buttons(content));
        outcome.setMinHeight(OUTCOME);
        outcome.setAlignment(Pos.TOP_LEFT);
        glance.play();
        return content;
    }

    @Override
    public ReadOnlyBooleanProperty running() {
        return training.course().running();
    }

    @Override
    public void rest() {
        glance.stop();
    }

    private GridPane wishes() {
        source.setMaxWidth(Double.MAX_VALUE);
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(8);
        int row = 0;
        for (Control field : List.of(name, source, rounds, clips, mask)) {
            Label label = new Label(look.text(field.getId().replace('-', '.')));
            label.setLabelFor(field);
            field.disableProperty().bind(training.course().running());
            field.setAccessibleText(label.getText());
            grid.addRow(row++, label, field);
        }
        return grid;
    }

    private LineChart<Number, Number> chart() {
        NumberAxis across = new NumberAxis();
        across.setLabel(look.text("encoder.round"));
        across.setMinorTickVisible(false);
        NumberAxis up = new NumberAxis();
        up.setLabel(look.text("encoder.loss"));
        up.setForceZeroInRange(false);
        LineChart<Number, Number> chart = new LineChart<>(across, up);
        chart.setId("encoder-chart");
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setPrefHeight(180);
        chart.getData().add(losses);
        VBox.setVgrow(chart, Priority.ALWAYS);
        return chart;
    }

    private List<Button> buttons(Node content) {
        BooleanBinding unnamed = Bindings.createBooleanBinding(
                () -> !training.free(name.getText()),
                name.textProperty(),
                training.course().running());
        Button start = button("encoder.start", () -> train(false));
        start.disableProperty().bind(training.course().running().or(unnamed));
        start.defaultButtonProperty().bind(content.visibleProperty());
        Button stop = button("encoder.stop", training.course()::stop);
        stop.disableProperty().bind(training.course().running().not());
        Button on = button("encoder.on", () -> train(true));
        on.disableProperty().bind(training.course().running().or(unnamed));
        return List.of(start, stop, on);
    }

    private void train(boolean resume) {
        boolean fresh = source.getSelectionModel().getSelectedIndex() <= 0;
        training.train(new Encoders.Wish(
                name.getText(),
                fresh ? "" : source.getValue(),
                rounds.getValue(),
                clips.getValue(),
                mask.getValue(),
                resume));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(look.text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void draw() {
        List<XYChart.Data<Number, Number>> points = new ArrayList<>();
        for (int i = 0; i < training.losses().size(); i++) {
            points.add(new XYChart.Data<>(i + 1, training.losses().get(i)));
        }
        losses.getData().setAll(points);
    }

    private void tell() {
        boolean running = training.course().running().get();
        training.course().state().ifPresent(state -> {
            progress.setProgress(state.fraction());
            doing.setText(running ? state.what() : "");
        });
    }

    private String outcome() {
        if (training.course().stopped().get()) {
            return look.text("encoder.stopped");
        }
        return training.course().outcome().get().map(this::told).orElse("");
    }

    private String told(Pretrained made) {
        List<Double> all = made.losses();
        List<String> lines = new ArrayList<>();
        lines.add(look.text(
                "encoder.losses", number(all.get(0)), number(all.get(all.size() - 1)), all.size(), made.clips()));
        lines.addAll(made.remarks());
        lines.add(look.text("encoder.lies", made.model(), made.folder()));
        return String.join("\n", lines);
    }

    private static String number(double loss) {
        return String.format(Locale.ROOT, "%.3f", loss);
    }
}
