package org.ictograph.ui.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Spot;
import org.ictograph.ui.kit.PaintedRegion;
import org.ictograph.ui.kit.Palette;
import org.ictograph.ui.kit.Theme;

/**
 * Paints a figure. A click on a spot follows it; arrow keys go to the nearest spot on that side, Enter and Space follow
 * it, and its sentence is shown below the title and read aloud.
 */
public final class FigureCanvas extends PaintedRegion {
    /** Draws a figure in a size; empty while there is nothing to draw. */
    @FunctionalInterface
    public interface Source {
        Optional<Drawing> drawing(double width, double height);
    }

    private static final double HEAD = 22;
    private static final double MARGIN = 8;

    private final Bench bench;
    private final Source source;
    private final String nothing;
    private final Consumer<Spot> follow;
    private final Tooltip tip = new Tooltip();
    private Optional<Drawing> drawing = Optional.empty();
    private Optional<Spot> chosen = Optional.empty();

    /**
     * @param id by which it is found
     * @param nothing the sentence that stands while there is nothing to draw
     */
    public FigureCanvas(Bench bench, String id, Source source, String nothing, Consumer<Spot> follow) {
        this.bench = bench;
        this.source = source;
        this.nothing = nothing;
        this.follow = follow;
        setId(id);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDelay(Duration.millis(200));
        bench.look().theme().addListener((property, before, now) -> repaint());
        focusedProperty().addListener((property, before, now) -> repaint());
        setOnMouseMoved(this::hover);
        setOnMouseClicked(this::clicked);
        setOnKeyPressed(this::key);
    }

    /** Draws the figure anew; what was chosen is chosen no more. */
    public void renew() {
        chosen = Optional.empty();
        repaint();
    }

    /** Everything is drawn for usual text and then enlarged. */
    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        canvas.save();
        canvas.scale(textFactor(), textFactor());
        paintUsual(canvas, width / textFactor(), height / textFactor());
        canvas.restore();
    }

    private void paintUsual(GraphicsContext canvas, double width, double height) {
        Palette palette = bench.look().palette();
        drawing = source.drawing(width - 2 * MARGIN, height - HEAD - MARGIN);
        canvas.setFill(palette.ground());
        canvas.fillRect(0, 0, width, height);
        canvas.setFont(Font.font(12));
        canvas.setTextBaseline(VPos.BASELINE);
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setFill(palette.muted());
        String title = drawing.map(Drawing::title).orElse(nothing);
        canvas.fillText(chosen.map(Spot::words).orElse(title), MARGIN, 15, width - 2 * MARGIN);
        setAccessibleText(chosen.map(Spot::words).orElse(title));
        canvas.save();
        canvas.translate(MARGIN, HEAD);
        drawing.ifPresent(figure -> FigurePainter.paint(
                canvas, figure, palette, bench.look().theme().get() != Theme.LIGHT));
        chosen.ifPresent(spot -> {
            canvas.setStroke(palette.accent());
            canvas.setLineWidth(2);
            canvas.strokeRect(spot.x(), spot.y(), spot.width(), spot.height());
        });
        canvas.restore();
        if (isFocused()) {
            canvas.setStroke(palette.accent());
            canvas.setLineWidth(1);
            canvas.strokeRect(0.5, 0.5, width - 1, height - 1);
        }
    }

    private List<Spot> spots() {
        return drawing.map(Drawing::spots).orElse(List.of());
    }

    /** The smallest spot under the pointer. */
    private Optional<Spot> under(MouseEvent event) {
        double x = event.getX() / textFactor() - MARGIN;
        double y = event.getY() / textFactor() - HEAD;
        return spots().stream()
                .filter(spot -> spot.contains(x, y))
                .min(Comparator.comparingDouble(spot -> spot.width() * spot.height()));
    }

    private void hover(MouseEvent event) {
        Optional<Spot> under = under(event);
        if (under.isEmpty()) {
            Tooltip.uninstall(this, tip);
        } else if (!under.get().words().equals(tip.getText()) || !tip.isShowing()) {
            tip.setText(under.get().words());
            Tooltip.install(this, tip);
        }
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        under(event).ifPresent(spot -> {
            choose(spot);
            follow.accept(spot);
        });
    }

    private void choose(Spot spot) {
        chosen = Optional.of(spot);
        repaint();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || spots().isEmpty()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            chosen.ifPresent(follow);
        } else if (code.isArrowKey()) {
            if (chosen.isEmpty()) {
                choose(spots().get(0));
            } else {
                neighbour(chosen.get(), code).ifPresent(this::choose);
            }
        } else {
            return;
        }
        event.consume();
    }

    /** The nearest spot on one side; being out of line counts double. */
    private Optional<Spot> neighbour(Spot from, KeyCode side) {
        return spots().stream()
                .filter(spot -> along(from, spot, side) > 0.5)
                .min(Comparator.comparingDouble(spot -> along(from, spot, side) + 2 * across(from, spot, side)));
    }

    private static double along(Spot from, Spot to, KeyCode side) {
        return switch (side) {
            case LEFT -> from.centreX() - to.centreX();
            case RIGHT -> to.centreX() - from.centreX();
            case UP -> from.centreY() - to.centreY();
            default -> to.centreY() - from.centreY();
        };
    }

    private static double across(Spot from, Spot to, KeyCode side) {
        return side == KeyCode.LEFT || side == KeyCode.RIGHT
                ? Math.abs(from.centreY() - to.centreY())
                : Math.abs(from.centreX() - to.centreX());
    }
}
