package org.ictograph.ui.annotate;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.ictograph.model.Span;
import org.ictograph.timeline.Viewport;

/** The piece that is played again and again: a veil from A to B with a line at both ends. */
final class LoopPiece extends Group {
    private final Rectangle veil = new Rectangle();
    private final Line a = new Line();
    private final Line b = new Line();

    LoopPiece() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        veil.getStyleClass().add("loop-veil");
        a.getStyleClass().add("loop-end");
        b.getStyleClass().add("loop-end");
        getChildren().addAll(veil, a, b);
    }

    /** Puts it where a view shows the piece, over a height; out of sight without one. */
    void place(Optional<Span> piece, Viewport view, double height) {
        setVisible(piece.isPresent());
        piece.ifPresent(span -> {
            double from = Math.max(-2, view.xOf(span.start()));
            double to = Math.min(view.width() + 2, view.xOf(span.end()));
            setVisible(to > from);
            veil.setX(from);
            veil.setWidth(Math.max(0, to - from));
            veil.setHeight(height);
            put(a, from, height);
            put(b, to, height);
        });
    }

    private static void put(Line line, double x, double height) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(0);
        line.setEndY(height);
    }
}
