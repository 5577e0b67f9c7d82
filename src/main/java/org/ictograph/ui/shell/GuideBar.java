package org.ictograph.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.shell.GuideStep.Progress;
import org.ictograph.ui.shell.GuideViewModel.Place;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Below the header, while a guide is under way: its steps, what to do now, and the way on, back and out. */
final class GuideBar extends VBox {
    private final Look look;
    private final GuideViewModel model;
    private final Supplier<KeyMap> keys;
    private final HBox steps = new HBox(4);
    private final Label text = new Label();
    private final Button back;
    private final Button next;

    /** @param doer does a command */
    GuideBar(Look look, GuideViewModel model, Supplier<KeyMap> keys, Consumer<Command> doer) {
        this.look = look;
        this.model = model;
        this.keys = keys;
        setId("guide");
        getStyleClass().addAll("study-banner", "guide");
        back = button(Command.GUIDE_BACK, "guide.back", doer);
        next = button(Command.GUIDE_NEXT, "guide.next", doer);
        next.getStyleClass().add(Styles.ACCENT);
        Button leave = button(Command.GUIDE_LEAVE, "guide.leave", doer);
        text.setId("guide-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setFocusTraversable(true);
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        steps.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(6, steps, air, back, next, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, text);
        model.place().addListener((property, before, now) -> show());
        show();
    }

    private Button button(Command command, String key, Consumer<Command> doer) {
        Button button = new Button(look.text(key));
        button.setId(command.id());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> doer.accept(command));
        button.setTooltip(new Tooltip(keys(command)));
        return button;
    }

    private String keys(Command command) {
        return KeysViewModel.keys(look.messages(), keys.get(), command);
    }

    /** Shows where the guide is and how far the study has come. */
    void show() {
        Optional<Place> now = model.place().get();
        setVisible(now.isPresent());
        setManaged(now.isPresent());
        now.ifPresent(this::show);
    }

    private void show(Place now) {
        steps.getChildren().clear();
        for (int i = 0; i < now.guide().steps().size(); i++) {
            steps.getChildren().add(chip(now, i));
        }
        back.setDisable(now.number() == 0);
        next.setText(look.text(now.last() ? now.guide().messageKey() + ".finish" : "guide.next"));
        String told = sentence(now);
        if (!told.equals(text.getText())) {
            text.setText(told);
            text.setAccessibleText(look.text(
                    "guide.spoken",
                    now.number() + 1,
                    now.guide().steps().size(),
                    title(now.guide(), now.step()),
                    told));
            text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private Node chip(Place now, int number) {
        GuideStep step = now.guide().steps().get(number);
        boolean done = model.progress(step).complete();
        boolean here = number == now.number();
        String words = number + 1 + (here || now.guide() == Guide.STUDY ? " " + title(now.guide(), step) : "");
        Button chip = new Button(words, done ? new FontIcon(Feather.CHECK) : null);
        chip.setId("guide-step-" + (number + 1));
        chip.getStyleClass().addAll(Styles.SMALL, here ? Styles.ACCENT : Styles.BUTTON_OUTLINED);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setAccessibleText(
                look.text(done ? "guide.step.done" : "guide.step", number + 1, title(now.guide(), step)));
        chip.setOnAction(pressed -> model.go(number));
        return chip;
    }

    private String title(Guide guide, GuideStep step) {
        return look.text(guide.messageKey() + "." + step.name());
    }

    private String sentence(Place now) {
        String key = now.guide().messageKey() + "." + now.step().name();
        Object[] named = now.step().keys().stream().map(look.messages()::key).toArray();
        String told = look.text(key + ".text", named);
        if (now.guide() == Guide.TOUR) {
            return told;
        }
        Progress progress = model.progress(now.step());
        String so = told + " " + look.text(key + ".so", progress.there(), progress.wanted());
        return model.lacking(now.step())
                .map(recording -> so + " " + look.text("guide.lacking", recording))
                .orElse(so);
    }
}
