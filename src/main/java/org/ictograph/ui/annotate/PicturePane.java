package org.ictograph.ui.annotate;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.ui.kit.FrameImage;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.VideoView;

/** The picture with its cages, and the focused cage enlarged beside it. */
final class PicturePane extends HBox {
    private final StudyState state;
    private final FrameImage frame = new FrameImage();
    private final VideoView whole = new VideoView(frame);
    private final VideoView enlarged = new VideoView(frame);
    private final Label enlargedName = new Label();
    private final StackPane enlargedPane = new StackPane(enlarged, enlargedName);

    PicturePane(AnnotateViewModel model, Look look) {
        StudySession session = model.session();
        this.state = session.state();
        getStyleClass().add("picture-pane");
        PlayingLamps lamps = new PlayingLamps(model, look);
        StackPane main = new StackPane(whole, new CageOverlay(model.boxes(), state, whole), lamps);
        main.setMinSize(0, 0);
        enlargedPane.setMinSize(0, 0);
        enlargedPane.getStyleClass().add("enlarged-cage");
        enlargedPane.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        enlargedName.getStyleClass().addAll("cage-tag", "focused");
        setHgrow(main, Priority.ALWAYS);
        main.setPrefWidth(0);
        enlargedPane.prefWidthProperty().bind(widthProperty().multiply(0.4));
        getChildren().addAll(main, enlargedPane);
        session.playback().onFrame(shown -> frame.show(shown.picture()));
        state.recording().addListener((property, before, now) -> recordingChanged(now));
        state.focusedCage().addListener((property, before, now) -> focus(look));
        state.study().addListener((property, before, now) -> focus(look));
        recordingChanged(state.recording().get());
        focus(look);
    }

    private void recordingChanged(Optional<Recording> now) {
        frame.clear();
        now.ifPresent(open -> {
            whole.setSource(open.width(), open.height());
            enlarged.setSource(open.width(), open.height());
        });
    }

    private void focus(Look look) {
        Optional<Cage> cage = state.focusedCage().get().flatMap(state.study().get()::cage);
        enlarged.setZoom(cage.map(Cage::box));
        enlargedPane.setVisible(cage.isPresent());
        enlargedPane.setManaged(cage.isPresent());
        cage.ifPresent(focused -> enlargedName.setText(name(focused, look)));
    }

    private String name(Cage cage, Look look) {
        String number = String.valueOf(cage.position());
        return state.study()
                .get()
                .subjectIn(cage)
                .map(Subject::name)
                .map(animal -> look.text("annotate.enlarged", number, animal))
                .orElseGet(() -> look.text("annotate.boxes.cage", number));
    }
}
