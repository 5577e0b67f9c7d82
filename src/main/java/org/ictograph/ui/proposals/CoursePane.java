package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ictograph.ui.kit.Look;

/**
 * What all trainings show beside their own fields: start, stop and go on, how far one is, its curves, what went wrong and what
 * came of it.
 *
 * @param <T> what comes of it
 */
final class CoursePane<T> {
    private static final double WIDTH = 620;
    private static final double TICKS = 10;
    private static final Duration GLANCE = Duration.millis(250);

    private final Look look;
    private final String name;
    private final Course<T> course;
    private final HBox buttons = new HBox(8);
    private final ProgressBar progress = new ProgressBar(0);
    private final Label doing;
    private final Label trouble;
    private final Label outcome;
    private final Timeline glance = new Timeline();

    /**
     * @param name with which the ids of its parts begin
     * @param told what came of it, in words
     */
    CoursePane(Look look, String name, Course<T> course, Function<T, String> told) {
        this.look = look;
        this.name = name;
        this.course = course;
        this.doing = label("doing");
        this.trouble = label("trouble");
        this.outcome = label("outcome");
        progress.setMaxWidth(Double.MAX_VALUE);
        trouble.getStyleClass().add("report-warning");
        trouble.textProperty().bind(course.trouble().map(look.messages()::failure));
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        outcome.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> course.stopped().get()
                                ? look.text("learning.stopped")
                                : course.outcome().get().map(told).orElse(""),
                        course.outcome(),
                        course.stopped(),
                        course.running()));
        outcome.setAlignment(Pos.TOP_LEFT);
        course.stopping().addListener((property, before, now) -> tell());
        glance.getKeyFrames().add(new KeyFrame(GLANCE, tick -> tell()));
        glance.setCycleCount(Timeline.INDEFINITE);
    }

    /** A label of this training, as wide as the sheet. */
    Label label(String part) {
        Label label = new Label();
        label.setId(name + "-" + part);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(WIDTH);
        return label;
    }

    /**
     * The fields with their names, which cannot be changed while it learns. A field is called by its id, with dots.
     *
     * @param rows after so many a column beside begins
     */
    GridPane fields(List<Control> fields, int rows) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(8);
        for (int i = 0; i < fields.size(); i++) {
            Control field = fields.get(i);
            Label label = new Label(look.text(field.getId().replace('-', '.')));
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setLabelFor(field);
            field.disableProperty().bind(course.running());
            field.setAccessibleText(label.getText());
            grid.add(label, 2 * (i / rows), i % rows);
            grid.add(field, 2 * (i / rows) + 1, i % rows);
        }
        return grid;
    }

    /** Draws a curve through values of the first epoch and those after it. */
    static void draw(XYChart.Series<Number, Number> curve, List<Double> values) {
        List<XYChart.Data<Number, Number>> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new XYChart.Data<>(i + 1, values.get(i)));
        }
        curve.getData().setAll(points);
    }

    /**
     * Axes for curves by epoch; the caller adds the curves.
     *
     * @param epochs how many there will be, so that one sees how much of the way is left
     */
    LineChart<Number, Number> chart(String epoch, String loss, double height, Spinner<Integer> epochs) {
        NumberAxis across = new NumberAxis(0, epochs.getValue(), 1);
        across.setLabel(epoch);
        across.setMinorTickVisible(false);
        course.running().addListener((property, before, now) -> {
            across.setUpperBound(epochs.getValue());
            across.setTickUnit(Math.ceil(epochs.getValue() / TICKS));
        });
        NumberAxis up = new NumberAxis();
        up.setLabel(loss);
        LineChart<Number, Number> chart = new LineChart<>(across, up);
        chart.setId(name + "-chart");
        chart.setAnimated(false);
        chart.setPrefHeight(height);
        return chart;
    }

    /**
     * Everything, one below the other, and begins to tell how far the training is.
     *
     * @param fields what is above the buttons
     * @param points what the curves are drawn from; while there is none a sentence stands in the place of empty axes
     * @param least height of what came of it, so that the sheet need not grow
     */
    VBox around(List<Node> fields, LineChart<Number, Number> chart, ObservableList<?> points, double least) {
        Label soon = label("soon");
        soon.setText(look.text("learning.soon"));
        soon.getStyleClass().add("muted");
        soon.visibleProperty().bind(Bindings.isEmpty(points));
        chart.visibleProperty().bind(soon.visibleProperty().not());
        StackPane curves = new StackPane(chart, soon);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox content = new VBox(8);
        content.getChildren().addAll(fields);
        content.getChildren().addAll(buttons, progress, doing, trouble, curves, outcome);
        content.setPrefWidth(WIDTH);
        outcome.setMinHeight(least);
        glance.play();
        return content;
    }

    /**
     * Start, stop and go on.
     *
     * @param content in which start is what Enter does
     * @param incomplete while it cannot start
     * @param train starts, or goes on when that is true
     */
    void act(Node content, BooleanExpression incomplete, Consumer<Boolean> train) {
        Button start = button("start", () -> train.accept(false));
        start.disableProperty().bind(course.running().or(incomplete));
        start.defaultButtonProperty().bind(content.visibleProperty());
        Button stop = button("stop", course::stop);
        stop.disableProperty().bind(course.running().not().or(course.stopping()));
        Button on = button("on", () -> train.accept(true));
        on.disableProperty().bind(course.running().or(incomplete));
        buttons.getChildren().setAll(start, stop, on);
    }

    /** Adds a button that opens what came of it, once there is something. */
    void open(String part, String text, Consumer<T> how) {
        Button button = new Button(text);
        button.setId(name + "-" + part);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> course.outcome().get().isEmpty(), course.outcome()));
        button.setOnAction(pressed -> course.outcome().get().ifPresent(how));
        buttons.getChildren().add(button);
    }

    private Button button(String what, Runnable action) {
        Button button = new Button(look.text("learning." + what));
        button.setId(name + "-" + what);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void tell() {
        course.state().ifPresent(state -> {
            progress.setProgress(state.fraction());
            String what = course.stopping().get() ? look.text("learning.stopping") : state.what();
            doing.setText(course.running().get() ? what : "");
        });
    }

    /** Tells no more how far it is. */
    void rest() {
        glance.stop();
    }
}
