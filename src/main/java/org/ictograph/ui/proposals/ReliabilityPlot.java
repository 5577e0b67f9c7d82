package org.ictograph.ui.proposals;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.ictograph.measure.Calibration;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.PaintedRegion;
import org.ictograph.ui.kit.Palette;
import org.ictograph.ui.kit.TextSize;

/** The share of right proposals over their score; on the dashed line scores mean what they say. The more proposals, the larger. */
final class ReliabilityPlot extends PaintedRegion {
    private static final double SIZE = 190;
    private static final double LEFT = 34;
    private static final double FOOT = 34;
    private static final double AIR = 8;
    private static final double TEXT = 11;

    private final Look look;
    private List<Calibration.Bin> bins = List.of();

    ReliabilityPlot(Look look) {
        this.look = look;
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        TextSize.grow(this);
    }

    void show(List<Calibration.Bin> shown) {
        bins = List.copyOf(shown);
        repaint();
    }

    /** Everything is drawn for usual text and then enlarged. */
    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        graphics.save();
        graphics.scale(textFactor(), textFactor());
        paintUsual(graphics, width / textFactor(), height / textFactor());
        graphics.restore();
    }

    private void paintUsual(GraphicsContext graphics, double width, double height) {
        Palette palette = look.palette();
        double across = width - LEFT - AIR;
        double up = height - FOOT - AIR;
        graphics.setStroke(palette.line());
        graphics.setLineWidth(1);
        graphics.strokeRect(LEFT + 0.5, AIR + 0.5, across, up);
        graphics.setStroke(palette.muted());
        graphics.setLineDashes(4, 4);
        graphics.strokeLine(LEFT, AIR + up, LEFT + across, AIR);
        graphics.setLineDashes();
        int most = bins.stream().mapToInt(Calibration.Bin::proposals).max().orElse(1);
        graphics.setFill(palette.accent());
        for (Calibration.Bin bin : bins) {
            double size = 5 + 7 * Math.sqrt((double) bin.proposals() / most);
            graphics.fillOval(
                    LEFT + across * bin.score() - size / 2, AIR + up * (1 - bin.right()) - size / 2, size, size);
        }
        graphics.setFill(palette.muted());
        graphics.setFont(Font.font(TEXT));
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText("0", LEFT, AIR + up + 3);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText("1", LEFT + across, AIR + up + 3);
        graphics.fillText("1", LEFT - 5, AIR - 3);
        graphics.fillText("0", LEFT - 5, AIR + up - TEXT);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(look.text("card.score"), LEFT + across / 2, AIR + up + 3 + TEXT + 3);
        graphics.save();
        graphics.translate(3, AIR + up / 2);
        graphics.rotate(-90);
        graphics.fillText(look.text("card.right"), 0, 0);
        graphics.restore();
    }
}
