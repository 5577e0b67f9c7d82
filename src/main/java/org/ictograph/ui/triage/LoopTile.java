package org.ictograph.ui.triage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.ictograph.ui.kit.FrameImage;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.VideoView;
import org.ictograph.video.Picture;

/** One candidate as a film that runs again and again. */
final class LoopTile extends BorderPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Look look;
    private final FrameImage frame = new FrameImage();
    private final VideoView video = new VideoView(frame);
    private final Label name = new Label();
    private final Label absent = new Label();
    private Optional<TriageRow> row = Optional.empty();
    private List<Picture> film = List.of();

    LoopTile(Look look, Consumer<TriageRow> chooser) {
        this.look = look;
        getStyleClass().addAll("mosaic-piece", "loop-tile");
        setMinSize(0, 0);
        name.getStyleClass().add("loop-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        absent.getStyleClass().add("muted");
        absent.setWrapText(true);
        StackPane picture = new StackPane(video, absent);
        picture.setMinSize(0, 0);
        StackPane.setAlignment(absent, Pos.CENTER);
        setCenter(picture);
        setBottom(name);
        setOnMouseClicked(clicked -> row.ifPresent(chooser));
    }

    /** @param pictures none while they are not there; without any the film cannot be shown */
    void show(Optional<TriageRow> shown, Optional<List<Picture>> pictures, boolean chosen) {
        row = shown;
        setVisible(shown.isPresent());
        pseudoClassStateChanged(CHOSEN, chosen);
        shown.ifPresent(one -> {
            name.setText(look.text(
                    "triage.tile",
                    one.group().score(),
                    one.cage(),
                    one.animal().isEmpty() ? 0 : 1,
                    one.animal(),
                    look.label(one.group().lead().label()),
                    one.proposals()));
            setAccessibleText(name.getText());
        });
        List<Picture> now = pictures.orElse(List.of());
        absent.setText(pictures.isPresent() && now.isEmpty() ? look.text("triage.nofilm") : "");
        if (!now.equals(film)) {
            film = now;
            if (film.isEmpty()) {
                frame.clear();
            } else {
                video.setSource(film.get(0).width(), film.get(0).height());
            }
        }
    }

    /** Shows the picture of a moment; films of any length begin again by themselves. */
    void tick(long beat) {
        if (!film.isEmpty()) {
            frame.show(film.get((int) (beat % film.size())));
        }
    }
}
