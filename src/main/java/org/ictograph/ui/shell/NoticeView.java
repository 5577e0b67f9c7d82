package org.ictograph.ui.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem as a card at the head of the window: the sentence, a way to mend it where there is one, and a cross. */
final class NoticeView extends HBox {
    private static final double WIDEST = 760;
    private static final double MENU = 34;

    private final Label sentence = new Label();
    private final Button mend = new Button();

    NoticeView(Look look, NoticesViewModel model) {
        getStyleClass().add("notice");
        setId("notice");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(WIDEST, USE_PREF_SIZE);
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        mend.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(icon, sentence, mend, new IconButton(Feather.X, look.text("notice.dismiss"), model::dismiss));
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        StackPane.setMargin(this, new Insets(2 * MENU, 0, 0, 0));
        model.problem().addListener((property, before, now) -> show(now));
        show(model.problem().get());
    }

    /** Keeps off what lies at the top of the window: header and banners. */
    void below(ReadOnlyDoubleProperty height) {
        StackPane.setMargin(this, new Insets(MENU + height.get(), 0, 0, 0));
        height.addListener(
                (property, before, now) -> StackPane.setMargin(this, new Insets(MENU + now.doubleValue(), 0, 0, 0)));
    }

    /** Offers a way to mend the problem, until the next one. */
    void offer(Optional<String> words, String id, Runnable action) {
        mend.setText(words.orElse(""));
        mend.setId(id);
        mend.setVisible(words.isPresent());
        mend.setManaged(words.isPresent());
        mend.setOnAction(pressed -> action.run());
    }

    private void show(Optional<NoticesViewModel.Said> problem) {
        offer(Optional.empty(), "", () -> {});
        setVisible(problem.isPresent());
        problem.ifPresent(said -> sentence.setText(said.text()));
    }
}
