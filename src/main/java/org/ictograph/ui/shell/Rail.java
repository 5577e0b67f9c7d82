package org.ictograph.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.javafx.FontIcon;

/** The workspaces as a slim column of pictures with a word below each. */
final class Rail extends VBox {
    private final Map<Workspace, ToggleButton> buttons = new EnumMap<>(Workspace.class);

    Rail(Look look, Supplier<KeyMap> keys, Consumer<Workspace> goer) {
        getStyleClass().add("rail");
        setAccessibleText(look.text("guide.tour.rail"));
        setMinWidth(Region.USE_PREF_SIZE);
        for (Workspace workspace : Workspace.values()) {
            String name = look.text("workspace." + workspace.key());
            ToggleButton button = new ToggleButton(name, new FontIcon(workspace.icon()));
            button.setId("rail-" + workspace.key());
            button.getStyleClass().add("rail-button");
            button.setContentDisplay(ContentDisplay.TOP);
            button.setFocusTraversable(false);
            Supplier<String> words = () -> look.text(
                    "workspace.tip",
                    look.text("workspace." + workspace.key() + ".tip"),
                    KeysViewModel.keys(look.messages(), keys.get(), workspace.command()));
            Tooltip tip = new Tooltip(words.get());
            tip.setOnShowing(shown -> tip.setText(words.get()));
            button.setTooltip(tip);
            button.setOnAction(pressed -> {
                button.setSelected(true);
                goer.accept(workspace);
            });
            buttons.put(workspace, button);
            getChildren().add(button);
        }
    }

    /** Marks the workspace that is in front. */
    void show(Workspace workspace) {
        buttons.forEach((each, button) -> button.setSelected(each == workspace));
    }
}
