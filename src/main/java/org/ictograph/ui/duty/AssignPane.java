package org.ictograph.ui.duty;

import java.util.Locale;
import javafx.beans.property.Property;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Recording;
import org.ictograph.session.Assigning.Drawn;
import org.ictograph.ui.kit.Look;

/** The form of an assignment: for whom, of what, how much, blind to what; and below it what would be drawn. */
final class AssignPane extends VBox {
    private static final double LIST = 96;
    private static final double NUMBER = 110;

    private final Look look;
    private final AssignViewModel model;
    private final GridPane form = new GridPane();

    AssignPane(Look look, AssignViewModel model) {
        super(12);
        this.look = look;
        this.model = model;
        form.setHgap(12);
        form.setVgap(8);
        row("duty.for", rater());
        row("duty.from", recordings());
        row("duty.kind", kind());
        row(
                "duty.share",
                measured(
                        number(
                                "share",
                                look.text("duty.share"),
                                1,
                                100,
                                model.percent().asObject()),
                        "duty.percent"));
        row(
                "duty.plant",
                measured(
                        number(
                                "plant",
                                look.text("duty.plant"),
                                0,
                                1000,
                                model.planting().asObject()),
                        "duty.plant.unit"));
        row(
                "duty.seed",
                measured(
                        number(
                                "seed",
                                look.text("duty.seed"),
                                0,
                                1_000_000,
                                model.seed().asObject()),
                        "duty.seed.unit"));
        row("duty.hides", hides());
        CheckBox packing = new CheckBox(look.text("duty.packing"));
        packing.setId("packing");
        packing.selectedProperty().bindBidirectional(model.packing());
        Label drawn = new Label();
        drawn.setId("drawn");
        drawn.setWrapText(true);
        drawn.setMinHeight(Label.USE_PREF_SIZE);
        model.drawn().addListener((property, before, now) -> now.ifPresent(made -> drawn.setText(sentence(made))));
        model.drawn().get().ifPresent(made -> drawn.setText(sentence(made)));
        getChildren().addAll(form, packing, drawn);
    }

    private void row(String key, Node node) {
        Label label = new Label(look.text(key));
        label.setMinWidth(USE_PREF_SIZE);
        form.addRow(form.getRowCount(), label, node);
    }

    private HBox measured(Node number, String unit) {
        HBox line = new HBox(8, number, unit(unit));
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private Label unit(String key) {
        Label label = new Label(look.text(key));
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Node rater() {
        ComboBox<String> names = new ComboBox<>();
        names.setId("assign-rater");
        names.setAccessibleText(look.text("duty.for"));
        names.setEditable(true);
        names.setPromptText(look.text("duty.for.prompt"));
        names.getItems().setAll(model.raters());
        names.setValue(model.rater().get());
        names.getEditor().textProperty().bindBidirectional(model.rater());
        return names;
    }

    private Node recordings() {
        VBox boxes = new VBox(4);
        for (Recording recording : model.recordings()) {
            boxes.getChildren().add(box(recording.name(), recording, model.chosen()));
        }
        ScrollPane scroll = new ScrollPane(boxes);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(LIST);
        return scroll;
    }

    private Node hides() {
        FlowPane boxes = new FlowPane(14, 6);
        for (Hidden what : Hidden.values()) {
            boxes.getChildren()
                    .add(box(look.text("duty.hides." + what.name().toLowerCase(Locale.ROOT)), what, model.hides()));
        }
        return new VBox(6, boxes, unit("duty.hides.always"));
    }

    private static <T> CheckBox box(String text, T thing, ObservableSet<T> set) {
        CheckBox box = new CheckBox(text);
        box.setMnemonicParsing(false);
        box.setSelected(set.contains(thing));
        box.selectedProperty().addListener((property, before, now) -> {
            if (now) {
                set.add(thing);
            } else {
                set.remove(thing);
            }
        });
        return box;
    }

    private Node kind() {
        ToggleGroup group = new ToggleGroup();
        RadioButton windows = new RadioButton(look.text("duty.kind.windows"));
        RadioButton whole = new RadioButton(look.text("duty.kind.whole"));
        windows.setId("kind-windows");
        whole.setId("kind-whole");
        windows.setToggleGroup(group);
        whole.setToggleGroup(group);
        (model.windows().get() ? windows : whole).setSelected(true);
        windows.selectedProperty()
                .addListener((property, before, now) -> model.windows().set(now));
        Spinner<Double> seconds = new Spinner<>(new SpinnerValueFactory.DoubleSpinnerValueFactory(
                1, 86_400, model.seconds().get(), 10));
        seconds.setId("seconds");
        seconds.setAccessibleText(look.text("duty.kind.windows"));
        seconds.setEditable(true);
        seconds.setPrefWidth(NUMBER);
        seconds.valueProperty()
                .addListener((property, before, now) -> model.seconds().set(now));
        seconds.disableProperty().bind(windows.selectedProperty().not());
        HBox length = new HBox(8, windows, seconds, unit("duty.seconds"));
        length.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return new VBox(6, length, whole);
    }

    private static Spinner<Integer> number(String id, String name, int least, int most, Property<Integer> into) {
        Spinner<Integer> spinner =
                new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, into.getValue()));
        spinner.setId(id);
        spinner.setAccessibleText(name);
        spinner.setEditable(true);
        spinner.setPrefWidth(NUMBER);
        spinner.valueProperty().addListener((property, before, now) -> into.setValue(now));
        return spinner;
    }

    private String sentence(Drawn made) {
        if (made.windows().isEmpty()) {
            return look.text("duty.drawn.none");
        }
        long total = made.windows().stream()
                .mapToLong(window -> window.span().length())
                .sum();
        long recordings = made.windows().stream()
                .map(window -> window.recordingId())
                .distinct()
                .count();
        String minutes = look.number("%.1f", total / 6e7);
        return look.text("duty.drawn", made.windows().size(), recordings, minutes)
                + (made.planted().isEmpty()
                        ? ""
                        : " "
                                + look.text(
                                        "duty.drawn.planted",
                                        Assignment.planted(made.windows(), made.planted())
                                                .size()));
    }
}
