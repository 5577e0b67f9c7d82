package org.ictograph.ui.shell;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The banners below the header of the open study. */
final class BannersView extends VBox {
    private final BannersViewModel model;

    BannersView(BannersViewModel model) {
        this.model = model;
        setId("banners");
        model.banners().addListener((javafx.beans.Observable changed) -> show());
        show();
    }

    private void show() {
        getChildren().setAll(model.banners().stream().map(BannersView::banner).toList());
    }

    private static Node banner(BannersViewModel.Banner banner) {
        Label text = new Label(banner.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Feather icon =
                switch (banner.kind()) {
                    case NEWS -> Feather.ROTATE_CCW;
                    case WARNING -> Feather.LOCK;
                    case PROBLEM -> Feather.ALERT_TRIANGLE;
                };
        HBox row = new HBox(new FontIcon(icon), text);
        row.getStyleClass().addAll("study-banner", banner.kind().name().toLowerCase(Locale.ROOT));
        for (BannersViewModel.Way way : banner.ways()) {
            Button button = new Button(way.words());
            button.setId(way.id());
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(pressed -> way.action().run());
            row.getChildren().add(button);
        }
        return row;
    }
}
