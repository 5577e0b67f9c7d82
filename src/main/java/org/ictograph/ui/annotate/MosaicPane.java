package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ictograph.model.Cage;
import org.ictograph.model.Subject;
import org.ictograph.session.StudyState;
import org.ictograph.ui.kit.FrameImage;
import org.ictograph.ui.kit.VideoView;

/** Cages side by side, each cut out of the same frame and enlarged. A click focuses one, a double click enlarges it. */
final class MosaicPane extends Region {
    private static final double GAP = 3;
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("chosen");

    /** One cage of the mosaic. */
    private record Piece(Cage cage, VideoView video, PointsOverlay points, StackPane pane) {
        void detach() {
            video.detach();
            points.detach();
        }
    }

    private final PictureViewModel model;
    private final PointsViewModel points;
    private final StudyState state;
    private final FrameImage frame;
    private List<Piece> pieces = List.of();

    MosaicPane(PictureViewModel model, PointsViewModel points, StudyState state, FrameImage frame) {
        this.model = model;
        this.points = points;
        this.state = state;
        this.frame = frame;
        getStyleClass().add("mosaic");
        setMinSize(0, 0);
        visibleProperty().addListener((property, before, now) -> rebuild());
        model.leftOut().addListener((property, before, now) -> rebuild());
        state.study().addListener((property, before, now) -> rebuild());
        state.recording().addListener((property, before, now) -> rebuild());
        state.focusedCage().addListener((property, before, now) -> mark());
        rebuild();
    }

    /** Pieces follow the frame only while they are shown. */
    private void rebuild() {
        pieces.forEach(Piece::detach);
        List<Piece> made = new ArrayList<>();
        if (isVisible()) {
            model.mosaic().forEach(cage -> made.add(piece(cage)));
        }
        pieces = made;
        getChildren().setAll(made.stream().map(Piece::pane).toList());
        mark();
        requestLayout();
    }

    private Piece piece(Cage cage) {
        VideoView video = new VideoView(frame);
        state.recording().get().ifPresent(open -> video.setSource(open.width(), open.height()));
        video.setZoom(java.util.Optional.of(cage.box()));
        String animal = state.study().get().subjectIn(cage).map(Subject::name).orElse("");
        Label name = new Label((cage.position() + "  " + animal).strip());
        name.getStyleClass().add("cage-tag");
        PointsOverlay overlay = new PointsOverlay(points, video);
        StackPane pane = new StackPane(video, overlay, name);
        pane.getStyleClass().add("mosaic-piece");
        StackPane.setAlignment(name, Pos.TOP_LEFT);
        pane.setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2) {
                model.enlarge(cage.id());
            } else {
                state.focusedCage().set(java.util.Optional.of(cage.id()));
            }
        });
        return new Piece(cage, video, overlay, pane);
    }

    private void mark() {
        for (Piece piece : pieces) {
            boolean focused =
                    state.focusedCage().get().filter(piece.cage().id()::equals).isPresent();
            piece.pane().pseudoClassStateChanged(FOCUSED, focused);
        }
    }

    @Override
    protected void layoutChildren() {
        if (pieces.isEmpty()) {
            return;
        }
        int columns = columns();
        int rows = (pieces.size() + columns - 1) / columns;
        double width = (getWidth() - GAP * (columns - 1)) / columns;
        double height = (getHeight() - GAP * (rows - 1)) / rows;
        for (int i = 0; i < pieces.size(); i++) {
            pieces.get(i)
                    .pane()
                    .resizeRelocate(
                            Math.rint(i % columns * (width + GAP)),
                            Math.rint(Math.floorDiv(i, columns) * (height + GAP)),
                            Math.floor(Math.max(1, width)),
                            Math.floor(Math.max(1, height)));
        }
    }

    /** So many columns that the cages are shown largest. */
    private int columns() {
        double wide = pieces.stream()
                .mapToDouble(piece -> piece.cage().box().width())
                .max()
                .orElse(1);
        double high = pieces.stream()
                .mapToDouble(piece -> piece.cage().box().height())
                .max()
                .orElse(1);
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= pieces.size(); columns++) {
            int rows = (pieces.size() + columns - 1) / columns;
            double scale = Math.min(getWidth() / columns / wide, getHeight() / rows / high);
            if (scale > largest * 1.001) {
                largest = scale;
                best = columns;
            }
        }
        return best;
    }
}
