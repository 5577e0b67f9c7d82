package org.ictograph.ui.kit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.ictograph.model.Label;
import org.ictograph.model.Pattern;

/**
 * How labels look: one of the eight colours of Okabe and Ito (2008), which people with any colour vision can tell apart,
 * and a pattern. The way of filling tells where a bar comes from, so that colour is never the only difference. For one
 * theme; FX thread.
 */
public final class LabelPaint {
    /** Where a bar comes from. */
    public enum Provenance {
        /** A person: filled. */
        PERSON,
        /** A model: dashed outline and thin hatch, fainter for a lower score. */
        PROPOSAL,
        /** Agreed by adjudication: filled, with a lock. */
        CONSENSUS
    }

    static final List<Color> OKABE_ITO = List.of(
            Color.web("#E69F00"),
            Color.web("#56B4E9"),
            Color.web("#009E73"),
            Color.web("#F0E442"),
            Color.web("#0072B2"),
            Color.web("#D55E00"),
            Color.web("#CC79A7"));
    private static final Color DARK_INK = Color.web("#16191d");
    private static final int TILE = Tile.SIDE;
    private static final double LOCK_WIDTH = 7;
    private static final double ROOM_FOR_LOCK = 18;

    private final Palette palette;
    private final Map<Pattern, Map<Integer, Tile>> fills = new EnumMap<>(Pattern.class);
    private final IdentityHashMap<Label, Tile> tiles = new IdentityHashMap<>();
    private final Map<Integer, Tile> hatches = new HashMap<>();
    private final Map<Tile, Paint> paints = new HashMap<>();
    private final Map<Integer, Color> edges = new HashMap<>();

    public LabelPaint(Theme theme) {
        this.palette = theme.palette();
    }

    /** The colour of a label without its pattern. */
    public Color colour(Label label) {
        return colour(label.colour());
    }

    private Color colour(int number) {
        return number == 0 ? palette.first() : OKABE_ITO.get(number - 1);
    }

    /** A colour for text on a bar of the label that can be read. */
    public Color ink(Label label) {
        Color colour = colour(label);
        return Contrast.ratio(DARK_INK, colour) > Contrast.ratio(Color.WHITE, colour) ? DARK_INK : Color.WHITE;
    }

    /** What areas of a label are filled with. */
    public Paint fill(Label label) {
        return paint(tile(label));
    }

    /** What areas of a label are filled with, for a raster. Asked for every bar of a repaint, so labels are told apart by identity first. */
    public Tile tile(Label label) {
        Tile known = tiles.get(label);
        if (known == null) {
            known = made(label);
            tiles.put(label, known);
        }
        return known;
    }

    private Tile made(Label label) {
        return fills.computeIfAbsent(label.pattern(), pattern -> new HashMap<>())
                .computeIfAbsent(label.colour(), number -> filled(number, label.pattern()));
    }

    private Tile hatch(Label label) {
        return hatches.computeIfAbsent(label.colour(), this::hatched);
    }

    private Paint paint(Tile tile) {
        return paints.computeIfAbsent(tile, Tile::paint);
    }

    /** Paints a bar as {@link #bar} does, but for the lock of the consensus. */
    public void bar(
            Raster raster,
            Label label,
            Provenance provenance,
            double score,
            double x,
            double y,
            double width,
            double height) {
        area(raster, label, provenance, score, x, y, width, height);
        if (width > 3) {
            raster.outline(x, y, width, height, edge(label));
        }
    }

    /** Paints a bar without an outline. */
    public void area(
            Raster raster,
            Label label,
            Provenance provenance,
            double score,
            double x,
            double y,
            double width,
            double height) {
        if (provenance == Provenance.PROPOSAL) {
            raster.fill(x, y, width, height, hatch(label), opacity(score));
        } else {
            raster.fill(x, y, width, height, tile(label));
        }
    }

    private Color edge(Label label) {
        return edges.computeIfAbsent(label.colour(), number -> colour(number).interpolate(palette.ink(), 0.45));
    }

    private static double opacity(double score) {
        return 0.35 + 0.65 * score;
    }

    /**
     * Paints a bar.
     *
     * @param score 1 for what a person said, the model's score for a proposal
     */
    public void bar(
            GraphicsContext canvas,
            Label label,
            Provenance provenance,
            double score,
            double x,
            double y,
            double width,
            double height) {
        if (provenance == Provenance.PROPOSAL) {
            proposal(canvas, label, score, x, y, width, height);
            return;
        }
        canvas.setFill(fill(label));
        canvas.fillRect(x, y, width, height);
        if (width > 3) {
            canvas.setStroke(edge(label));
            canvas.setLineWidth(1);
            canvas.strokeRect(Math.floor(x) + 0.5, Math.floor(y) + 0.5, width - 1, height - 1);
        }
        if (provenance == Provenance.CONSENSUS) {
            lock(canvas, label, x, y, width, height);
        }
    }

    private void proposal(
            GraphicsContext canvas, Label label, double score, double x, double y, double width, double height) {
        canvas.save();
        canvas.setGlobalAlpha(opacity(score));
        canvas.setFill(paint(hatch(label)));
        canvas.fillRect(x, y, width, height);
        canvas.setStroke(colour(label).interpolate(palette.ink(), 0.25));
        canvas.setLineWidth(1);
        canvas.setLineDashes(4, 3);
        if (width > 3) {
            canvas.strokeRect(Math.floor(x) + 0.5, Math.floor(y) + 0.5, width - 1, height - 1);
        }
        canvas.restore();
    }

    /** The lock of the consensus, at the left of a bar with room for it. */
    public void lock(GraphicsContext canvas, Label label, double x, double y, double width, double height) {
        if (width > ROOM_FOR_LOCK) {
            lock(canvas, ink(label), x + 4, y + height / 2);
        }
    }

    private static void lock(GraphicsContext canvas, Color ink, double x, double middle) {
        canvas.setFill(ink);
        canvas.fillRect(x, middle - 1, LOCK_WIDTH, 5);
        canvas.setStroke(ink);
        canvas.setLineWidth(1.2);
        canvas.strokeArc(x + 1.5, middle - 4.5, LOCK_WIDTH - 3, 7, 0, 180, javafx.scene.shape.ArcType.OPEN);
    }

    private Tile filled(int number, Pattern pattern) {
        Color colour = colour(number);
        Color light = colour.interpolate(palette.ground(), 0.62);
        return new Tile((x, y) -> onPattern(pattern, x, y) ? colour : light);
    }

    private Tile hatched(int number) {
        Color colour = colour(number);
        Color air = Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0.22);
        return new Tile((x, y) -> (x + y) % 4 == 0 ? colour : air);
    }

    private static boolean onPattern(Pattern pattern, int x, int y) {
        return switch (pattern) {
            case SOLID -> true;
            case DIAGONAL -> (x + y) % TILE < TILE / 2;
            case CROSS -> x % TILE < 2 || y % TILE < 2;
            case DOTS -> x % 4 < 2 && y % 4 < 2;
        };
    }

    /** Grey diagonal lines: time that nobody has looked at. */
    public Tile unseen() {
        return new Tile((x, y) -> (x + y) % TILE == 0 ? palette.hatch() : Color.TRANSPARENT);
    }

    /** Grey crosses on a dark ground: time in which nothing was filmed. */
    public Tile noVideo() {
        return new Tile((x, y) -> x == y || x + y == TILE - 1 ? palette.muted() : palette.hatch());
    }

    /** Grey upright bars on a dark ground: time whose file is missing. */
    public Tile noFile() {
        return new Tile((x, y) -> x % (TILE / 2) == 0 ? palette.muted() : palette.hatch());
    }
}
