package org.ictograph.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.dataset.SampledClip;
import org.ictograph.session.ContactPrint;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.FrameImage;
import org.ictograph.ui.kit.VideoView;
import org.ictograph.video.Picture;

/** One clip on a contact sheet: its middle picture, its label, its animal and its part. */
final class ContactTile extends Button {
    private static final double SIDE = 140;

    private final ContactPrint print;
    private final FrameImage frame = new FrameImage();
    private List<Picture> film = List.of();

    ContactTile(Bench bench, ContactPrint print, Consumer<ContactTile> player) {
        this.print = print;
        SampledClip clip = print.clip();
        VideoView video = new VideoView(frame);
        print.middle().ifPresent(picture -> video.setSource(picture.width(), picture.height()));
        Label absent = new Label(print.middle().isPresent() ? "" : bench.text("contact.unreadable"));
        absent.setWrapText(true);
        absent.getStyleClass().add("muted");
        StackPane picture = new StackPane(video, absent);
        picture.setMinSize(SIDE, SIDE);
        picture.setPrefSize(SIDE, SIDE);
        picture.setMaxSize(SIDE, SIDE);
        String label = clip.classes().stream().map(name -> name(bench, name)).collect(Collectors.joining(", "));
        String place = clip.subject() + " · " + clip.part();
        Label name = new Label(label);
        name.setMaxWidth(SIDE);
        Label under = new Label(place);
        under.setMaxWidth(SIDE);
        under.getStyleClass().add("muted");
        VBox box = new VBox(2, picture, name, under);
        box.setAlignment(Pos.TOP_LEFT);
        setGraphic(box);
        getStyleClass().addAll("flat", "contact-tile");
        setMaxWidth(USE_PREF_SIZE);
        String told = bench.text(
                "contact.tile",
                label,
                clip.subject(),
                clip.part(),
                clip.recording(),
                TimeText.clock(clip.startMicros()));
        setAccessibleText(told);
        setTooltip(new Tooltip(told + "\n" + clip.file().getFileName()));
        setOnAction(pressed -> player.accept(this));
        rest();
    }

    private static String name(Bench bench, String label) {
        String key = "export.class." + label.toLowerCase(Locale.ROOT);
        return bench.look().messages().has(key) ? bench.text(key) : label;
    }

    ContactPrint print() {
        return print;
    }

    /** Plays from the next tick on. */
    void play(List<Picture> pictures) {
        film = pictures;
    }

    /** Shows the middle picture again. */
    void rest() {
        film = List.of();
        print.middle().ifPresent(frame::show);
    }

    void tick(long beat) {
        if (!film.isEmpty()) {
            frame.show(film.get((int) (beat % film.size())));
        }
    }
}
