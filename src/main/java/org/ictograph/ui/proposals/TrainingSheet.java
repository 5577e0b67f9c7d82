package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
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
    private static final double OUTCOME = 120;
    private static final double OUTLOOK = 34;
    private static final double NARROW = 90;
    private static final double HELD_OUT = 250;
    private static final int EPOCHS = 20;
    private static final int MOST = 1000;
    private static final int FOLDS = 10;

    private final Look look;
    private final TrainingViewModel training;
    private final TextField name = new TextField();
    private final Spinner<Integer> epochs = new Spinner<>(1, MOST, EPOCHS);
    private final XYChart.Series<Number, Number> classes = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> edges = new XYChart.Series<>();
    private final XYChart.Series<Number, Number> scores = new XYChart.Series<>();
    private final Spinner<Integer> folds = new Spinner<>(1, FOLDS, 1);
    private final ComboBox<String> encoder = new ComboBox<>();
    private final MenuButton heldOut = new MenuButton();
    private final Label outlook;
    private final CoursePane<Trained> pane;

    public TrainingSheet(Look look, TrainingViewModel training) {
        this.look = look;
        this.training = training;
        this.pane = new CoursePane<>(look, "training", training.course(), this::told);
        this.outlook = pane.label("outlook");
        name.setId("training-name");
        name.setPromptText(look.text("training.name.example"));
        epochs.setId("training-epochs");
        epochs.setEditable(true);
        epochs.setPrefWidth(NARROW);
        folds.setId("training-folds");
        folds.setPrefWidth(NARROW);
        folds.setTooltip(new Tooltip(look.text("training.folds.why")));
        heldOut.setId("training-heldout");
        heldOut.setPrefWidth(HELD_OUT);
        encoder.setId("training-encoder");
        encoder.setPrefWidth(HELD_OUT);
        encoder.getItems().add(look.text("training.encoder.small"));
        encoder.getItems().addAll(training.encoders());
        encoder.getSelectionModel().selectFirst();
        outlook.setMinHeight(OUTLOOK);
        outlook.setAlignment(Pos.TOP_LEFT);
        classes.setName(look.text("training.classes"));
        edges.setName(look.text("training.edges"));
        scores.setName(look.text("training.score"));
        training.prospect().known().addListener((property, before, now) -> now.ifPresent(this::outlook));
        training.epochs().addListener((ListChangeListener<Trained.Epoch>) change -> draw());
    }

    public void show(Window owner) {
        new Sheet(look.text("training.title"), content(owner))
                .onHidden(this::rest)
                .show(owner);
    }

    @Override
    public ReadOnlyBooleanProperty running() {
        return training.course().running();
    }

    @Override
    public void rest() {
        pane.rest();
    }

    @Override
    public Node content(Window owner) {
        Label advice = pane.label("advice");
        advice.setText(look.text(
                !training.possible()
                        ? "training.impossible"
                        : training.ofDecisions() ? "training.decisions" : "training.advice"));
        GridPane fields = pane.fields(List.of(name, heldOut, encoder, epochs, folds), 3);
        tellHeldOut();
        VBox content = pane.around(List.of(advice, fields, outlook), chart(), training.epochs(), OUTCOME);
        BooleanBinding unnamed = Bindings.createBooleanBinding(
                () -> !training.free(name.getText()),
                name.textProperty(),
                training.course().running());
        pane.act(content, unnamed, this::train);
        pane.open(
                "card",
                look.text("card.open"),
                made -> new CardSheet(look).show(owner, made.model(), training.card(made.model())));
        training.prospect().look();
        return content;
    }

    private LineChart<Number, Number> chart() {
        LineChart<Number, Number> chart =
                pane.chart(look.text("training.epoch"), look.text("training.loss"), 220, epochs);
        chart.getData().add(classes);
        chart.getData().add(edges);
        chart.getData().add(scores);
        return chart;
    }

    /** Says what there is to learn from, and lets animals be chosen. */
    private void outlook(Outlook known) {
        OutlookLabel.tell(outlook, look, known, Outlook.FEW_ANIMALS);
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

    private void train(boolean resume) {
        boolean small = encoder.getSelectionModel().getSelectedIndex() <= 0;
        training.train(name.getText(), small ? "" : encoder.getValue(), epochs.getValue(), resume, exam());
    }

    private void draw() {
        CoursePane.draw(
                classes, training.epochs().stream().map(Trained.Epoch::classes).toList());
        CoursePane.draw(
                edges, training.epochs().stream().map(Trained.Epoch::edges).toList());
        List<XYChart.Data<Number, Number>> ofScores = new ArrayList<>();
        for (int i = 0; i < training.epochs().size(); i++) {
            OptionalDouble score = training.epochs().get(i).score();
            if (score.isPresent()) {
                ofScores.add(new XYChart.Data<>(i + 1, score.getAsDouble()));
            }
        }
        scores.getData().setAll(ofScores);
    }

    private String told(Trained trained) {
        List<String> lines = new ArrayList<>();
        lines.add(look.text("training.learned", String.join(", ", trained.learned())));
        lines.add(look.text("training.tested", String.join(", ", trained.heldOut())));
        lines.add(look.text(
                "training.scores",
                look.number("%.2f", trained.least()),
                FoundText.of(look, trained.proposals().found()),
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
                FoundText.percent(look, both.scores().found().value()),
                FoundText.percent(look, both.scoresBefore().found().value()),
                number(both.scores().falsePerHour()),
                number(both.scoresBefore().falsePerHour()));
    }

    private String number(Statistic statistic) {
        OptionalDouble value = statistic.value();
        return value.isPresent() ? look.number("%.2f", value.getAsDouble()) : "–";
    }
}
