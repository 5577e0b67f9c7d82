package org.ictograph.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;

/** All keys on one page over the window. Typing searches; Esc or a click beside the page closes it. */
final class KeysOverlay extends StackPane {
    private static final double WIDTH = 1120;
    private static final double SECTION = 340;

    /** So many letters of keys stand beside each other; longer ones stand below each other. */
    private static final int BESIDE = 20;

    private final Look look;
    private final KeysViewModel model;
    private final TextField search = new TextField();
    private final FlowPane sections = new FlowPane();

    KeysOverlay(Look look, KeysViewModel model, Runnable changing) {
        this.look = look;
        this.model = model;
        getStyleClass().add("overlay");
        setVisible(false);
        setId("keys");
        search.setPromptText(look.text("keys.search"));
        search.setAccessibleText(look.text("keys.search"));
        search.setPrefWidth(240);
        TextSize.grow(search);
        model.search().bindBidirectional(search.textProperty());
        sections.getStyleClass().add("key-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        BorderPane page = new BorderPane(scroll);
        page.getStyleClass().addAll("panel", "key-page");
        page.setTop(head(changing));
        page.setMaxWidth(WIDTH);
        TextSize.grow(page);
        getChildren().add(page);
        setOnMouseClicked(click -> {
            if (click.getTarget() == this) {
                close();
            }
        });
        setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                close();
                pressed.consume();
            }
        });
        model.rows().addListener((javafx.beans.Observable changed) -> show());
        show();
    }

    private HBox head(Runnable changing) {
        Label title = new Label(look.text("keys.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Button change = new Button(look.text("menu.keychanges"));
        change.setId("keys-change");
        change.setOnAction(pressed -> changing.run());
        HBox head = new HBox(
                8, title, air, search, change, new IconButton(Feather.X, look.text("keys.close"), this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        return head;
    }

    /** Opens the page with an empty search, or closes it. */
    void toggle() {
        if (isVisible()) {
            close();
        } else {
            search.clear();
            setVisible(true);
            search.requestFocus();
        }
    }

    void close() {
        setVisible(false);
    }

    private void show() {
        Map<String, List<KeyRow>> bySection = new LinkedHashMap<>();
        model.rows()
                .forEach(row -> bySection
                        .computeIfAbsent(row.group(), group -> new java.util.ArrayList<>())
                        .add(row));
        sections.getChildren().clear();
        bySection.forEach((title, rows) -> sections.getChildren().add(section(title, rows)));
        if (bySection.isEmpty()) {
            sections.getChildren().add(new Label(look.text("keys.none")));
        }
    }

    private static Node section(String title, List<KeyRow> rows) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section");
        VBox box = new VBox(heading);
        box.getStyleClass().add("key-section");
        box.setPrefWidth(SECTION);
        TextSize.grow(box);
        rows.forEach(row -> box.getChildren().add(line(row)));
        return box;
    }

    private static Node line(KeyRow row) {
        Label what = new Label(row.what());
        what.setMinWidth(0);
        what.setWrapText(true);
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox line = new HBox(4, what, air);
        line.setAlignment(Pos.CENTER_LEFT);
        Pane caps = row.keys().length() > BESIDE ? below() : new HBox(4);
        caps.setMinWidth(USE_PREF_SIZE);
        for (String key : row.keys().split("   ", -1)) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key-sign");
            cap.setMinWidth(USE_PREF_SIZE);
            caps.getChildren().add(cap);
        }
        line.getChildren().add(caps);
        return line;
    }

    private static VBox below() {
        VBox caps = new VBox(2);
        caps.setAlignment(Pos.CENTER_RIGHT);
        return caps;
    }
}
