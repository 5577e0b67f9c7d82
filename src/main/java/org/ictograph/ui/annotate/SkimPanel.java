package org.ictograph.ui.annotate;

import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.session.Skim;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;

/** The bounds of skimming over the picture, or what is missing to skim. */
final class SkimPanel extends VBox {
    private final SkimViewModel model;
    private final Look look;
    private final Label sentence = new Label();
    private final GridPane bounds = new GridPane();
    private final Button start;
    private final Button compute;

    SkimPanel(AnnotateViewModel annotate, Look look) {
        this.model = annotate.skim();
        this.look = look;
        setId("skim");
        getStyleClass().addAll("panel", "picture-panel");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setMaxWidth(300);
        TextSize.grow(sentence);
        sentence.setMinHeight(USE_PREF_SIZE);
        bounds.getStyleClass().add("sliders");
        bound(0, "annotate.skim.fast", Skim.LEAST_FAST, Skim.MOST_FAST, model.fast(), "%.0f×");
        bound(1, "annotate.skim.slow", Skim.LEAST_SLOW, Skim.MOST_SLOW, model.slow(), "%.1f×");
        bound(2, "annotate.skim.threshold", 0.02, 1, model.threshold(), "%.2f");
        start = button("annotate.skim.start", model::toggle);
        compute = button("annotate.skim.compute", model::compute);
        compute.setId("skim-compute");
        compute.disableProperty().bind(model.measuring());
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox head = new HBox(
                new Label(look.text("annotate.skim.title")),
                air,
                new IconButton(
                        Feather.X,
                        look.text("annotate.close"),
                        () -> model.open().set(false)));
        head.getStyleClass().add("strip");
        HBox feet = new HBox(start, compute);
        feet.getStyleClass().add("strip");
        getChildren().addAll(head, bounds, sentence, feet);
        visibleProperty().bind(model.open());
        managedProperty().bind(model.open());
        model.open().addListener((property, before, now) -> refresh());
        model.skim().addListener((property, before, now) -> refresh());
        model.measuring().addListener((property, before, now) -> refresh());
        model.threshold().addListener((property, before, now) -> refresh());
        annotate.session().state().labels().addListener((property, before, now) -> refresh());
        refresh();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(look.text(key));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void bound(int row, String key, double least, double most, DoubleProperty bound, String format) {
        Slider slider = new Slider(least, most, bound.get());
        slider.setAccessibleText(look.text(key));
        slider.valueProperty().bindBidirectional(bound);
        Label value = new Label();
        value.getStyleClass().add("number");
        value.setMinWidth(38);
        TextSize.grow(value);
        value.textProperty().bind(bound.map(now -> look.number(format, now.doubleValue())));
        bounds.addRow(row, new Label(look.text(key)), slider, value);
    }

    private void refresh() {
        if (!model.open().get()) {
            return;
        }
        boolean ready = model.ready();
        show(bounds, ready);
        show(start, ready);
        show(compute, !ready);
        start.setText(look.text(model.skim().get().isPresent() ? "annotate.skim.stop" : "annotate.skim.start"));
        if (ready) {
            sentence.setText(look.text("annotate.skim.share", Math.round(100 * model.slowShare())));
        } else {
            sentence.setText(look.text(model.measuring().get() ? "annotate.skim.measuring" : "annotate.skim.none"));
        }
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
