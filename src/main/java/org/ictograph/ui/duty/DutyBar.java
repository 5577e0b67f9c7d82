package org.ictograph.ui.duty;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ictograph.session.DutyStanding;
import org.ictograph.settings.Command;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Below the header, while something waits for the rater who works: where they are in it, what is left, and the way on. */
public final class DutyBar extends HBox {
    private final Look look;
    private final DutyTexts texts;
    private final DutyViewModel model;
    private final Label text = new Label();

    /** @param doer does a command */
    public DutyBar(Look look, DutyViewModel model, Consumer<Command> doer) {
        this.look = look;
        this.texts = new DutyTexts(look);
        this.model = model;
        setId("duty-bar");
        getStyleClass().addAll("study-banner", "news");
        text.setId("duty-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new FontIcon(Feather.CLIPBOARD),
                        text,
                        button(Command.PREVIOUS_WINDOW, "duty.previous", doer),
                        button(Command.NEXT_WINDOW, "duty.next", doer),
                        button(Command.SUBMIT, "duty.submit", doer));
        model.own().addListener((property, before, now) -> show());
        model.at().addListener((property, before, now) -> show());
        show();
    }

    private Button button(Command command, String key, Consumer<Command> doer) {
        Button button = new Button(look.text(key));
        button.setId(command.id());
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> doer.accept(command));
        return button;
    }

    private void show() {
        Optional<DutyStanding> own = model.own().get();
        setVisible(own.isPresent());
        setManaged(own.isPresent());
        own.ifPresent(mine -> text.setText(sentence(mine)));
    }

    private String sentence(DutyStanding mine) {
        String seen = mine.left().isEmpty()
                ? look.text("duty.allseen", mine.windows())
                : look.text("duty.left", mine.left().size(), mine.windows());
        return model.at()
                .get()
                .map(window ->
                        look.text("duty.at", model.number(window), mine.windows(), texts.window(model.study(), window))
                                + " · " + seen)
                .orElseGet(() -> look.text("duty.waits", texts.what(mine)) + " · " + seen);
    }
}
