package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Subject;
import org.ictograph.session.Playback;
import org.ictograph.session.StudyState;
import org.ictograph.settings.Exposure;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.annotate.PictureViewModel.View;
import org.ictograph.ui.kit.FrameImage;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Tone;
import org.ictograph.ui.kit.VideoView;

/** The frame: whole with its cages, the focused cage enlarged, or a mosaic; lamps and small panels lie over it. */
final class PicturePane extends StackPane {
    private static final double BESIDE = 0.4;

    private final AnnotateViewModel model;
    private final StudyState state;
    private final Playback playback;
    private final Look look;
    private final FrameImage frame = new FrameImage();
    private final VideoView whole = new VideoView(frame);
    private final VideoView enlarged = new VideoView(frame);
    private final Label enlargedName = new Label();
    private final StackPane wholePane;
    private final StackPane enlargedPane;
    private final MosaicPane mosaic;
    private final Label noPicture = new Label();

    PicturePane(AnnotateViewModel model, Look look) {
        this.model = model;
        this.state = model.session().state();
        this.playback = model.session().playback();
        this.look = look;
        getStyleClass().add("picture-pane");
        wholePane = new StackPane(
                whole, new PointsOverlay(model.points(), whole), new CageOverlay(model.boxes(), state, whole));
        enlargedPane = new StackPane(enlarged, new PointsOverlay(model.points(), enlarged), enlargedName);
        mosaic = new MosaicPane(model.picture(), model.points(), state, frame);
        enlargedPane.getStyleClass().add("enlarged-cage");
        enlargedPane.setAlignment(Pos.TOP_LEFT);
        enlargedName.getStyleClass().addAll("cage-tag", "focused");
        noPicture.getStyleClass().add("no-picture");
        noPicture.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        HBox pictures = new HBox(wholePane, enlargedPane, mosaic);
        pictures.getStyleClass().add("pictures");
        for (javafx.scene.layout.Region part : List.of(wholePane, enlargedPane, mosaic)) {
            part.setMinSize(0, 0);
            part.setPrefWidth(0);
        }
        HBox.setHgrow(wholePane, Priority.ALWAYS);
        HBox.setHgrow(mosaic, Priority.ALWAYS);
        VBox panels = new VBox(new ExposurePanel(model.exposure(), look), new SkimPanel(model, look));
        panels.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        panels.setPickOnBounds(false);
        panels.getStyleClass().add("picture-panels");
        setAlignment(panels, Pos.TOP_RIGHT);
        PointsLegend legend = new PointsLegend(model.points());
        setAlignment(legend, Pos.BOTTOM_LEFT);
        getChildren().addAll(pictures, legend, noPicture, new PlayingLamps(model, look), panels);
        listen();
        recordingChanged(state.recording().get());
        focus();
        refreshGap();
    }

    private void listen() {
        playback.onFrame(shown -> frame.show(shown.picture()));
        state.recording().addListener((property, before, now) -> recordingChanged(now));
        state.focusedCage().addListener((property, before, now) -> focus());
        state.study().addListener((property, before, now) -> focus());
        model.boxes().editing().addListener((property, before, now) -> focus());
        model.picture().view().addListener((property, before, now) -> focus());
        model.exposure().exposures().addListener((property, before, now) -> lightUp());
        playback.position().addListener((property, before, now) -> refreshGap());
        state.absent().addListener((property, before, now) -> refreshGap());
    }

    private void recordingChanged(Optional<Recording> now) {
        frame.clear();
        now.ifPresent(open -> {
            whole.setSource(open.width(), open.height());
            enlarged.setSource(open.width(), open.height());
        });
        lightUp();
    }

    /** Cages are drawn on the whole picture, which stays where it is with the first of them, whatever is shown otherwise. */
    private void focus() {
        Optional<Cage> cage = state.focusedCage().get().flatMap(state.study().get()::cage);
        boolean drawing = model.boxes().editing().get();
        View view = model.picture().view().get();
        boolean beside = !drawing && cage.isPresent() && view == View.BESIDE;
        boolean alone = !drawing && cage.isPresent() && view == View.CAGE;
        boolean parts = !drawing && cage.isPresent() && view == View.MOSAIC;
        show(mosaic, parts);
        show(wholePane, !alone && !parts);
        show(enlargedPane, beside || alone);
        enlargedPane.prefWidthProperty().unbind();
        if (alone) {
            HBox.setHgrow(enlargedPane, Priority.ALWAYS);
        } else {
            HBox.setHgrow(enlargedPane, Priority.NEVER);
            enlargedPane.prefWidthProperty().bind(widthProperty().multiply(BESIDE));
        }
        enlarged.setZoom(cage.map(Cage::box));
        cage.ifPresent(focused -> enlargedName.setText(name(focused)));
        lightUp();
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** Cages that are lit up otherwise are painted so from the next frame on, and tags that must not be read are black. */
    private void lightUp() {
        List<Tone> tones = new ArrayList<>();
        for (Cage cage : state.cages()) {
            if (!exposure(cage).equals(Exposure.NONE)) {
                tones.add(new Tone(cage.box(), exposure(cage).table()));
            }
            cage.tagMask().filter(mask -> state.hides(Hidden.ANIMALS)).ifPresent(mask -> tones.add(Tone.black(mask)));
        }
        state.recording().get().ifPresent(open -> {
            if (frame.setTones(tones, open.width(), open.height())) {
                playback.showAgain();
            }
        });
    }

    private Exposure exposure(Cage cage) {
        return model.exposure().exposures().get().of(cage.id());
    }

    private void refreshGap() {
        Optional<Span> gap = playback.gap();
        if (gap.isPresent() != noPicture.isVisible()) {
            noPicture.setVisible(gap.isPresent());
        }
        gap.ifPresent(span -> noPicture.setText(look.text(
                state.absent().get().covers(span) ? "annotate.nofile.picture" : "annotate.nopicture",
                TimeText.clock(span.start()),
                TimeText.clock(span.end()))));
    }

    private String name(Cage cage) {
        String number = String.valueOf(cage.position());
        return state.study()
                .get()
                .subjectIn(cage)
                .map(Subject::name)
                .map(animal -> look.text("annotate.enlarged", number, animal))
                .orElseGet(() -> look.text("annotate.boxes.cage", number));
    }
}
