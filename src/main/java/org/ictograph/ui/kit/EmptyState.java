package org.ictograph.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a screen shows while there is nothing to show: what it is for, and what to do first. */
public final class EmptyState extends VBox {
    private static final double WIDEST = 460;

    private final HBox actions = new HBox();

    public EmptyState(Ikon picture, String title, String advice) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon icon = new FontIcon(picture);
        icon.getStyleClass().add("empty-icon");
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        Label text = new Label(advice);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(WIDEST);
        TextSize.grow(text);
        actions.setAlignment(Pos.CENTER);
        actions.getStyleClass().add("actions");
        getChildren().addAll(icon, heading, text, actions);
    }

    /** Adds a button; the first one is the one to press. */
    public EmptyState with(String words, Runnable action) {
        Button button = new Button(words);
        if (actions.getChildren().isEmpty()) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        button.setOnAction(pressed -> action.run());
        actions.getChildren().add(button);
        return this;
    }
}
