package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.localizer.Encoders;
import org.ictograph.localizer.Pretrained;
import org.ictograph.ui.kit.Look;

/** A new encoder looks at the study's cages without labels: its name, how the loss falls, stop and go on. */
final class EncoderSheet implements LearningSheet.Part {
    private static final double OUTCOME = 100;
    private static final int EPOCHS = 40;
    private static final int CLIPS = 1000;
    private static final int MOST_EPOCHS = 10_000;
    private static final int MOST_CLIPS = 1_000_000;
    private static final double MASK = 0.3;

    private final Look look;
    private final EncoderViewModel training;
    private final TextField name = new TextField();
    private final ComboBox<String> source = new ComboBox<>();
    private final Spinner<Integer> epochs = new Spinner<>(1, MOST_EPOCHS, EPOCHS);
    private final Spinner<Integer> clips = new Spinner<>(1, MOST_CLIPS, CLIPS, 100);
    private final Spinner<Double> mask = new Spinner<>(0.05, 0.95, MASK, 0.05);
    private final XYChart.Series<Number, Number> losses = new XYChart.Series<>();
    private final CoursePane<Pretrained> pane;

    EncoderSheet(Look look, EncoderViewModel training) {
        this.look = look;
        this.training = training;
        this.pane = new CoursePane<>(look, "encoder", training.course(), this::told);
        name.setId("encoder-name");
        name.setPromptText(look.text("encoder.name.example"));
        source.setId("encoder-source");
        source.getItems().add(look.text("encoder.nothing"));
        source.getItems().addAll(training.shelf());
        source.getSelectionModel().selectFirst();
        epochs.setId("encoder-epochs");
        clips.setId("encoder-clips");
        mask.setId("encoder-mask");
        List.of(epochs, clips, mask).forEach(spinner -> spinner.setEditable(true));
        training.losses()
                .addListener((ListChangeListener<Double>) change -> CoursePane.draw(losses, training.losses()));
    }

    @Override
    public Node content(Window owner) {
        Label advice = pane.label("advice");
        advice.setText(look.text(training.possible() ? "encoder.advice" : "encoder.impossible"));
        source.setMaxWidth(Double.MAX_VALUE);
        List<Control> wishes = List.of(name, source, epochs, clips, mask);
        GridPane fields = pane.fields(wishes, wishes.size());
        VBox content = pane.around(List.of(advice, fields), chart(), training.losses(), OUTCOME);
        BooleanBinding unnamed = Bindings.createBooleanBinding(
                () -> !training.free(name.getText()),
                name.textProperty(),
                training.course().running());
        pane.act(content, unnamed, this::train);
        return content;
    }

    @Override
    public ReadOnlyBooleanProperty running() {
        return training.course().running();
    }

    @Override
    public void rest() {
        pane.rest();
    }

    private LineChart<Number, Number> chart() {
        LineChart<Number, Number> chart =
                pane.chart(look.text("encoder.epoch"), look.text("encoder.loss"), 180, epochs);
        if (chart.getYAxis() instanceof NumberAxis up) {
            up.setForceZeroInRange(false);
        }
        chart.setLegendVisible(false);
        chart.getData().add(losses);
        return chart;
    }

    private void train(boolean resume) {
        boolean fresh = source.getSelectionModel().getSelectedIndex() <= 0;
        training.train(new Encoders.Wish(
                name.getText(),
                fresh ? "" : source.getValue(),
                epochs.getValue(),
                clips.getValue(),
                mask.getValue(),
                resume));
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

    private String number(double loss) {
        return look.number("%.3f", loss);
    }
}
