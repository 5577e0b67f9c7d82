package org.ictograph.ui.annotate;

import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ictograph.model.Cage;
import org.ictograph.ui.annotate.PictureViewModel.View;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What of the picture is shown, how the cage is lit up, and skimming. */
final class PictureButtons extends HBox {
    private final AnnotateViewModel model;
    private final Look look;
    private final MenuButton views = new MenuButton();

    PictureButtons(AnnotateViewModel model, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().add("picture-buttons");
        views.setId("picture-view");
        views.setFocusTraversable(false);
        views.setMinWidth(USE_PREF_SIZE);
        views.setGraphic(new FontIcon(Feather.GRID));
        views.setTooltip(new Tooltip(look.text("annotate.view.tip")));
        views.setOnShowing(showing -> fill());
        model.picture().view().addListener((property, before, now) -> refresh());
        getChildren()
                .addAll(
                        toggle(
                                "skim-bounds",
                                Feather.FAST_FORWARD,
                                "annotate.skim.tip",
                                model.skim().open()),
                        toggle(
                                "exposure-open",
                                Feather.SUN,
                                "annotate.exposure.tip",
                                model.exposure().open()),
                        views);
        refresh();
        fill();
    }

    private ToggleButton toggle(String id, Feather picture, String tip, javafx.beans.property.BooleanProperty open) {
        ToggleButton button = new ToggleButton("", new FontIcon(picture));
        button.setId(id);
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(look.text(tip)));
        button.setAccessibleText(look.text(tip));
        button.selectedProperty().bindBidirectional(open);
        return button;
    }

    private String name(View view) {
        return look.text("annotate.view." + view.name().toLowerCase(Locale.ROOT));
    }

    private void refresh() {
        views.setText(name(model.picture().view().get()));
    }

    private void fill() {
        views.getItems().clear();
        for (View view : View.values()) {
            CheckMenuItem item = new CheckMenuItem(name(view));
            item.setSelected(model.picture().view().get() == view);
            item.setOnAction(chosen -> model.picture().view().set(view));
            views.getItems().add(item);
        }
        views.getItems().add(new SeparatorMenuItem());
        for (Cage cage : model.session().state().cages()) {
            CheckMenuItem item =
                    new CheckMenuItem(look.text("annotate.view.inmosaic", String.valueOf(cage.position())));
            item.setSelected(!model.picture().leftOut().get().contains(cage.id()));
            item.setOnAction(chosen -> model.picture().toggle(cage.id()));
            views.getItems().add(item);
        }
    }
}
