package org.ictograph.ui.annotate;

import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.session.Playback;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Lamp;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TimeField;
import org.kordamp.ikonli.feather.Feather;

/** Play, steps and speed; the time, the frame and the time of day; where to go. */
final class TransportBar extends HBox {
    private static final int SECOND = 1;
    private static final double ZOOM = 1.6;

    private final AnnotateViewModel model;
    private final PlayerViewModel player;
    private final Look look;
    private final IconButton play;
    private final IconButton sound;
    private final MenuButton speed = new MenuButton();
    private final Label time = new Label();
    private final Label frame = new Label();
    private final Label clock = new Label();
    private final Lamp exact = new Lamp();
    private final TimeField goTo;

    TransportBar(AnnotateViewModel model, Look look) {
        this.model = model;
        this.player = model.player();
        this.look = look;
        getStyleClass().addAll("strip", "transport");
        Playback playback = player.playback();
        play = new IconButton(Feather.PLAY, look.text("annotate.play"), playback::togglePlay);
        play.setId("play");
        sound = new IconButton(
                Feather.VOLUME_X,
                look.text("annotate.sound"),
                () -> playback.sound().toggle());
        sound.setId("sound");
        goTo = new TimeField(typed -> TimeText.parse(typed, model.timeline().frames()), micros -> {});
        goTo.setId("go-to");
        goTo.setPromptText(look.text("annotate.goto"));
        goTo.setPrefColumnCount(10);
        goTo.setFocusTraversable(false);
        goTo.setOnAction(entered -> go());
        time.getStyleClass().addAll("number", "big-time");
        frame.getStyleClass().add("number");
        clock.getStyleClass().addAll("number", "muted");
        for (Label label : new Label[] {time, frame, clock}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        fillSpeeds();
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        button(
                                Feather.SKIP_BACK,
                                "annotate.mark.previous",
                                () -> model.jumps().mark(-1)),
                        button(Feather.CHEVRONS_LEFT, "annotate.second.back", () -> player.skipSeconds(-SECOND)),
                        button(Feather.CHEVRON_LEFT, "annotate.frame.back", () -> playback.step(-1)),
                        play,
                        button(Feather.CHEVRON_RIGHT, "annotate.frame.on", () -> playback.step(1)),
                        button(Feather.CHEVRONS_RIGHT, "annotate.second.on", () -> player.skipSeconds(SECOND)),
                        button(
                                Feather.SKIP_FORWARD,
                                "annotate.mark.next",
                                () -> model.jumps().mark(1)),
                        speed,
                        sound,
                        new Separator(javafx.geometry.Orientation.VERTICAL),
                        time,
                        frame,
                        clock,
                        exact,
                        space,
                        goTo,
                        button(
                                Feather.ZOOM_OUT,
                                "annotate.zoom.out",
                                () -> model.timeline().zoom(1 / ZOOM)),
                        button(
                                Feather.ZOOM_IN,
                                "annotate.zoom.in",
                                () -> model.timeline().zoom(ZOOM)),
                        button(
                                Feather.MAXIMIZE,
                                "annotate.zoom.fit",
                                () -> model.timeline().fitOrReturn()));
        listen(playback);
        refresh();
    }

    private IconButton button(Feather picture, String key, Runnable action) {
        return new IconButton(picture, look.text(key), action);
    }

    private void fillSpeeds() {
        speed.setId("speed");
        speed.setFocusTraversable(false);
        speed.getStyleClass().add("speed");
        for (double times : Playback.SPEEDS) {
            MenuItem item = new MenuItem(PlayerViewModel.speedText(look, times));
            item.setOnAction(chosen -> player.playback().setSpeed(times));
            speed.getItems().add(item);
        }
    }

    private void listen(Playback playback) {
        widthProperty().addListener((property, before, now) -> showClock());
        clock.fontProperty().addListener((property, before, now) -> showClock());
        playback.position().addListener((property, before, now) -> refresh());
        playback.playing().addListener((property, before, now) -> refresh());
        playback.speed().addListener((property, before, now) -> refresh());
        playback.sound().present().addListener((property, before, now) -> refresh());
        playback.sound().muted().addListener((property, before, now) -> refresh());
        player.exact().addListener((property, before, now) -> refresh());
        player.shownFrame().addListener((property, before, now) -> refresh());
        model.session().state().recording().addListener((property, before, now) -> refresh());
        model.session().state().absent().addListener((property, before, now) -> refresh());
    }

    /** The clock on the wall stands on the ruler too, so it goes first where the bar is too narrow for everything. */
    private void showClock() {
        double others = prefWidth(-1) - (clock.isManaged() ? clock.prefWidth(-1) + getSpacing() : 0);
        boolean room = getWidth() == 0 || others + getSpacing() + clock.prefWidth(-1) <= getWidth();
        boolean shown = player.wallClock().isPresent() && room;
        clock.setVisible(shown);
        clock.setManaged(shown);
    }

    private void refresh() {
        Playback playback = player.playback();
        play.setPicture(playback.playing().get() ? Feather.PAUSE : Feather.PLAY);
        boolean muted = playback.sound().muted().get();
        sound.setPicture(muted ? Feather.VOLUME_X : Feather.VOLUME_2);
        sound.setVisible(playback.sound().present().get());
        sound.setManaged(sound.isVisible());
        speed.setText(PlayerViewModel.speedText(look, playback.speed().get()));
        time.setText(player.time());
        frame.setText(look.text(player.behindMissing() ? "annotate.frame.there" : "annotate.frame", player.frame()));
        clock.setText(player.wallClock().orElse(""));
        showClock();
        if (player.shownFrame().get() < 0) {
            exact.show(Lamp.Light.OFF, "");
        } else if (player.exact().get()) {
            exact.show(Lamp.Light.GOOD, look.text("annotate.exact"));
        } else {
            exact.show(
                    Lamp.Light.BUSY,
                    look.text(
                            "annotate.inexact",
                            TimeText.frame(player.shownFrame().get())));
        }
    }

    /** Puts the cursor into the field for times. */
    void askWhere() {
        goTo.requestFocus();
        goTo.selectAll();
    }

    private void go() {
        OptionalLong micros = TimeText.parse(goTo.getText(), model.timeline().frames());
        goTo.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), micros.isEmpty());
        if (model.jumps().goTo(goTo.getText())) {
            goTo.showTime("");
            getScene().getRoot().requestFocus();
        }
    }
}
