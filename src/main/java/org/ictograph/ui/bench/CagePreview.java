package org.ictograph.ui.bench;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.session.Playback;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.VideoView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The picture of the focused cage as large as there is room, with what is needed to look at it again. */
public final class CagePreview extends BorderPane {
    private final StudyState state;
    private final Playback playback;
    private final VideoView video;
    private final ToggleButton whole = new ToggleButton();
    private final Label time = new Label();
    private final IconButton play;

    public CagePreview(Bench bench) {
        state = bench.session().state();
        playback = bench.session().playback();
        video = new VideoView(bench.frame());
        play = new IconButton(Feather.PLAY, bench.text("preview.play"), playback::togglePlay);
        whole.setGraphic(new FontIcon(Feather.MAXIMIZE));
        whole.setTooltip(new Tooltip(bench.text("preview.whole")));
        getStyleClass().add("cage-preview");
        setCenter(video);
        setBottom(controls(bench));
        setMinSize(0, 0);
        state.recording().addListener((property, before, now) -> show());
        state.focusedCage().addListener((property, before, now) -> show());
        state.study().addListener((property, before, now) -> show());
        whole.selectedProperty().addListener((property, before, now) -> show());
        playback.position().addListener((property, before, now) -> showTime());
        playback.playing().addListener((property, before, now) -> play.setPicture(now ? Feather.PAUSE : Feather.PLAY));
        show();
        showTime();
    }

    private HBox controls(Bench bench) {
        time.setMinWidth(USE_PREF_SIZE);
        time.getStyleClass().addAll("number", "on-video");
        whole.setFocusTraversable(false);
        whole.getStyleClass().add("on-video");
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox strip = new HBox(
                new IconButton(Feather.SKIP_BACK, bench.text("preview.back"), () -> playback.step(-1)),
                play,
                new IconButton(Feather.SKIP_FORWARD, bench.text("preview.on"), () -> playback.step(1)),
                time,
                air,
                speed(bench, 0.5),
                speed(bench, 1),
                speed(bench, 2),
                whole);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().addAll("strip", "preview-controls");
        return strip;
    }

    private ToggleButton speed(Bench bench, double times) {
        ToggleButton button = new ToggleButton(bench.look().number(times < 1 ? "%.1f" : "%.0f", times) + "×");
        button.setFocusTraversable(false);
        button.getStyleClass().add("on-video");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> {
            playback.setSpeed(times);
            button.setSelected(true);
        });
        playback.speed().addListener((property, before, now) -> button.setSelected(now.doubleValue() == times));
        button.setSelected(playback.speed().get() == times);
        return button;
    }

    private void show() {
        Optional<Recording> recording = state.recording().get();
        recording.ifPresent(open -> video.setSource(open.width(), open.height()));
        video.setZoom(
                whole.isSelected()
                        ? Optional.empty()
                        : state.focusedCage()
                                .get()
                                .flatMap(state.study().get()::cage)
                                .filter(cage -> recording
                                        .filter(open -> open.id().equals(cage.recordingId()))
                                        .isPresent())
                                .map(Cage::box));
    }

    private void showTime() {
        time.setText(TimeText.clock(playback.position().get()));
    }
}
