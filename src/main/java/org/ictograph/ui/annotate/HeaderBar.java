package org.ictograph.ui.annotate;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.settings.KeyScope;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Undo and redo, drawing of cages, and who owns the letters. */
final class HeaderBar extends HBox {
    private final AnnotateViewModel model;
    private final Look look;
    private final ToggleButton code = new ToggleButton();

    HeaderBar(AnnotateViewModel model, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().addAll("strip", "annotate-header");
        code.setId("scope");
        code.setFocusTraversable(false);
        code.setMinWidth(USE_PREF_SIZE);
        code.setOnAction(pressed -> model.scope().set(model.scope().get().other()));
        ToggleButton draw = new ToggleButton(look.text("annotate.boxes.draw"), new FontIcon(Feather.EDIT_2));
        draw.setId("draw-cages");
        draw.setFocusTraversable(false);
        draw.setMinWidth(USE_PREF_SIZE);
        draw.selectedProperty().bindBidirectional(model.boxes().editing());
        IconButton undo = new IconButton(
                Feather.CORNER_UP_LEFT,
                look.text("annotate.undo"),
                () -> model.session().edits().undo());
        IconButton redo = new IconButton(
                Feather.CORNER_UP_RIGHT,
                look.text("annotate.redo"),
                () -> model.session().edits().redo());
        undo.disableProperty().bind(model.session().edits().canUndo().not());
        redo.disableProperty().bind(model.session().edits().canRedo().not());
        if (!model.session().state().access().writing()) {
            draw.setDisable(true);
            undo.disableProperty().unbind();
            undo.setDisable(true);
            redo.disableProperty().unbind();
            redo.setDisable(true);
        }
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(undo, redo, space, new PictureButtons(model, look), draw, code);
        model.scope().addListener((property, before, now) -> refresh());
        refresh();
    }

    private void refresh() {
        code.setSelected(model.scope().get() == KeyScope.CODE);
        code.setText(look.text(model.scope().get() == KeyScope.CODE ? "annotate.scope.code" : "annotate.scope.review"));
    }
}
