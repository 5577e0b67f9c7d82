package org.ictograph.ui.annotate;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.settings.Exposure;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;

/** Three sliders over the picture that light the focused cage up. */
final class ExposurePanel extends VBox {
    /** The gamma slider stands in the middle at 1 and reaches from a quarter to four. */
    private static final int GAMMA_DOUBLINGS = 2;

    /**
     * What a slider changes.
     *
     * @param most where the slider ends, at the other side minus that
     * @param place where the slider stands
     * @param number what is written beside it
     */
    private record Part(
            String name,
            double most,
            Function<Exposure, Double> place,
            Function<Exposure, Double> number,
            BiFunction<Exposure, Double, Exposure> with) {}

    private final ExposureViewModel model;
    private final Look look;
    private final Label title = new Label();
    private final GridPane sliders = new GridPane();
    private Consumer<Exposure> showing = exposure -> {};
    private boolean refreshing;

    ExposurePanel(ExposureViewModel model, Look look) {
        this.model = model;
        this.look = look;
        setId("exposure");
        getStyleClass().addAll("panel", "picture-panel");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        sliders.getStyleClass().add("sliders");
        slider(0, new Part("brightness", 1, Exposure::brightness, Exposure::brightness, Exposure::withBrightness));
        slider(1, new Part("contrast", 1, Exposure::contrast, Exposure::contrast, Exposure::withContrast));
        slider(
                2,
                new Part(
                        "gamma",
                        GAMMA_DOUBLINGS,
                        exposure -> Math.log(exposure.gamma()) / Math.log(2),
                        Exposure::gamma,
                        (exposure, doublings) -> exposure.withGamma(Math.pow(2, doublings))));
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox head = new HBox(
                title,
                air,
                new IconButton(
                        Feather.X,
                        look.text("annotate.close"),
                        () -> model.open().set(false)));
        head.getStyleClass().add("strip");
        HBox feet = new HBox(
                button("annotate.exposure.reset", model::reset), button("annotate.exposure.forall", model::forAll));
        feet.getStyleClass().add("strip");
        getChildren().addAll(head, sliders, feet);
        visibleProperty().bind(model.open());
        managedProperty().bind(model.open());
        model.exposures().addListener((property, before, now) -> refresh());
        model.open().addListener((property, before, now) -> refresh());
        refresh();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(look.text(key));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void slider(int row, Part part) {
        String name = look.text("annotate.exposure." + part.name());
        Slider slider = new Slider(-part.most(), part.most(), 0);
        slider.setId(part.name());
        slider.setAccessibleText(name);
        Label value = new Label();
        value.getStyleClass().add("number");
        value.setMinWidth(38);
        TextSize.grow(value);
        slider.valueProperty().addListener((property, before, now) -> {
            if (!refreshing) {
                model.change(exposure -> part.with().apply(exposure, now.doubleValue()));
            }
        });
        showing = showing.andThen(exposure -> {
            slider.setValue(part.place().apply(exposure));
            value.setText(look.number("%.2f", part.number().apply(exposure)));
        });
        sliders.addRow(row, new Label(name), slider, value);
    }

    /** Shows what holds for the focused cage. */
    void refresh() {
        title.setText(model.cage()
                .map(cage -> look.text("annotate.exposure.cage", String.valueOf(cage.position())))
                .orElseGet(() -> look.text("annotate.boxes.none")));
        refreshing = true;
        showing.accept(model.focused());
        refreshing = false;
    }
}
