package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.ictograph.localizer.ClipTrained;
import org.ictograph.localizer.ClipTrainers;
import org.ictograph.measure.Confusion;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Protocol;
import org.ictograph.ui.kit.Look;
import org.ictograph.video.Modality;

/** A network learns to tell clips with a seizure from clips without one: what it begins from and sees, its curves, its scores. */
final class ClipsSheet implements LearningSheet.Part {
    private static final double OUTCOME = 110;
    private static final double NARROW = 90;
    private static final int EPOCHS = 20;
    private static final int FOLDS = 5;
    private static final int MOST_EPOCHS = 1000;
    private static final int MOST_FOLDS = 20;
    private static final int MOST_SECONDS = 60;

    private final Look look;
    private final ClipsViewModel training;
    private final TextField name = new TextField();
    private final ComboBox<String> source = new ComboBox<>();
    private final ComboBox<Modality> sees = new ComboBox<>();
    private final Spinner<Integer> epochs = new Spinner<>(1, MOST_EPOCHS, EPOCHS);
    private final Spinner<Integer> folds = new Spinner<>(1, MOST_FOLDS, FOLDS);
    private final Spinner<Double> seconds = new Spinner<>(0.5, MOST_SECONDS, 10, 0.5);
    private final LineChart<Number, Number> chart;
    private final Label outlook;
    private final CoursePane<ClipTrained> pane;

    ClipsSheet(Look look, ClipsViewModel training) {
        this.look = look;
        this.training = training;
        this.pane = new CoursePane<>(look, "clips", training.course(), this::told);
        this.outlook = pane.label("outlook");
        name.setId("clips-name");
        name.setPromptText(look.text("clips.name.example"));
        source.setId("clips-source");
        source.getItems().addAll(training.shelf());
        source.getSelectionModel().selectFirst();
        sees.setId("clips-sees");
        sees.getItems().addAll(Modality.values());
        sees.setConverter(new Named());
        sees.getSelectionModel().selectFirst();
        epochs.setId("clips-epochs");
        folds.setId("clips-folds");
        folds.setTooltip(new Tooltip(look.text("clips.folds.why")));
        seconds.setId("clips-seconds");
        List.of(epochs, folds, seconds).forEach(spinner -> {
            spinner.setEditable(true);
            spinner.setPrefWidth(NARROW);
        });
        chart = pane.chart(look.text("training.epoch"), look.text("encoder.loss"), 200, epochs);
        training.prospect()
                .known()
                .addListener((property, before, now) ->
                        now.ifPresent(known -> OutlookLabel.tell(outlook, look, known, folds.getValue())));
        training.folds().addListener((ListChangeListener<List<Double>>) change -> draw());
    }

    @Override
    public Node content(Window owner) {
        Label advice = pane.label("advice");
        advice.setText(look.text(
                !training.possible()
                        ? "training.impossible"
                        : training.shelf().isEmpty() ? "clips.noencoder" : "clips.advice"));
        source.setMaxWidth(Double.MAX_VALUE);
        GridPane fields = pane.fields(List.of(name, source, sees, epochs, folds, seconds), 3);
        VBox content = pane.around(List.of(advice, fields, outlook), chart, training.folds(), OUTCOME);
        BooleanBinding incomplete = Bindings.createBooleanBinding(
                () -> !training.free(name.getText()) || source.getValue() == null,
                name.textProperty(),
                source.valueProperty(),
                training.course().running());
        pane.act(content, incomplete, this::train);
        pane.open(
                "card",
                look.text("card.open"),
                made -> new CardSheet(look).show(owner, made.model(), training.card(made.model())));
        training.prospect().look();
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

    private void train(boolean resume) {
        training.train(new ClipTrainers.Wish(
                name.getText(),
                source.getValue(),
                Protocol.SEIZURE,
                epochs.getValue(),
                folds.getValue(),
                seconds.getValue(),
                sees.getValue(),
                resume));
    }

    /** One curve for each network, by the number of its fold. */
    private void draw() {
        List<XYChart.Series<Number, Number>> curves = new ArrayList<>();
        for (int fold = 0; fold < training.folds().size(); fold++) {
            XYChart.Series<Number, Number> curve = new XYChart.Series<>();
            curve.setName(look.text("clips.fold", fold + 1));
            CoursePane.draw(curve, training.folds().get(fold));
            curves.add(curve);
        }
        chart.getData().setAll(curves);
    }

    private String told(ClipTrained made) {
        List<String> lines = new ArrayList<>();
        lines.add(look.text(
                "clips.scores",
                made.folds().size(),
                mean(made, Confusion::accuracy),
                mean(made, Confusion::sensitivity),
                mean(made, Confusion::specificity),
                mean(made, Confusion::precision),
                mean(made, Confusion::f1)));
        lines.addAll(made.remarks());
        lines.add(look.text("clips.lies", made.model(), made.folder()));
        return String.join("\n", lines);
    }

    private String mean(ClipTrained made, Function<Confusion, Statistic> which) {
        OptionalDouble mean = made.folds().stream()
                .map(fold -> which.apply(fold.scores().confusion()).value())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
        return mean.isPresent() ? look.number("%.2f", mean.getAsDouble()) : "–";
    }

    /** What a network can see, in words. */
    private final class Named extends StringConverter<Modality> {
        private static final Map<Modality, String> KEYS = Map.of(
                Modality.PICTURE, "clips.picture",
                Modality.DIFFERENCE, "clips.difference",
                Modality.FLOW_FARNEBACK, "clips.farneback",
                Modality.FLOW_DIS, "clips.dis");

        @Override
        public String toString(Modality modality) {
            return look.text(KEYS.getOrDefault(modality, "clips.picture"));
        }

        @Override
        public Modality fromString(String words) {
            return sees.getItems().stream()
                    .filter(one -> toString(one).equals(words))
                    .findFirst()
                    .orElse(Modality.PICTURE);
        }
    }
}
