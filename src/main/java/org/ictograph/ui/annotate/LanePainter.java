package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.ictograph.model.Coverage;
import org.ictograph.model.Label;
import org.ictograph.model.Pattern;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.CurvePyramid;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.PixelRuns;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.FittedText;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.LabelPaint.Provenance;
import org.ictograph.ui.kit.Palette;
import org.ictograph.ui.kit.Raster;
import org.ictograph.ui.kit.Theme;
import org.ictograph.ui.kit.Tile;

/**
 * Paints what lies in lanes: unseen time, gaps, bars, bands, curves. Areas are painted into memory and shown as one
 * picture, names are written above it at the end, so a repaint costs its pixels and not the number of marks. For one
 * theme, one protocol and one size of text.
 */
final class LanePainter {
    private static final double TEXT = 11;
    private static final double TEXT_INDENT = 4;
    /** Leaves the lock or the pattern to be seen before the text. */
    private static final double LOCK_INDENT = 16;
    /** Bars reach this far out of the picture, so that their outline is not seen at its border. */
    private static final double OUTSIDE = 8;
    /** At most so many names are written, on the widest bars: a name costs as much as the areas of many bars. */
    private static final int MOST_NAMES = 100;

    /** A bar with room for its name, or for the lock of the consensus. */
    private record Named(
            Bar bar, Label label, Provenance provenance, double x, double y, double width, double height) {}

    private final Theme theme;
    private final Palette palette;
    private final LabelPaint paint;
    private final Protocol protocol;
    private final String language;
    private final Map<String, Label> labels;
    private final Tile unseen;
    private final Tile noVideo;
    private final Tile noFile;
    private final Map<Coverage.Seen, Tile> seen;
    private final Tile curve;
    private final double factor;
    private final FittedText text;
    private final Raster raster;
    private final List<Named> named = new ArrayList<>();
    private double top;

    /** @param language of the titles of labels */
    LanePainter(Theme theme, Protocol protocol, String language) {
        this(theme, protocol, language, 1, new Raster());
    }

    private LanePainter(Theme theme, Protocol protocol, String language, double factor, Raster raster) {
        this.factor = factor;
        this.text = new FittedText(Font.font(TEXT * factor));
        this.language = language;
        this.theme = theme;
        this.palette = theme.palette();
        this.paint = new LabelPaint(theme);
        this.protocol = protocol;
        this.labels = protocol.labels().stream()
                .collect(Collectors.toMap(Label::name, label -> label, (first, second) -> first));
        this.raster = raster;
        this.unseen = paint.unseen();
        this.noVideo = paint.noVideo();
        this.noFile = paint.noFile();
        Color muted = palette.muted();
        this.seen = Map.of(
                Coverage.Seen.SKIMMED, new Tile((x, y) -> (x + y) % 4 == 0 ? muted : palette.ground()),
                Coverage.Seen.WATCHED, new Tile((x, y) -> y % 3 == 0 ? muted : palette.ground()),
                Coverage.Seen.REVIEWED, new Tile((x, y) -> palette.hatch()));
        Color shade = muted.deriveColor(0, 1, 1, 0.55);
        this.curve = new Tile((x, y) -> shade);
    }

    /**
     * The same painter while nothing of these changes, so that its patterns and text widths are made once.
     *
     * @param textFactor how many times as large as usual names are written
     */
    LanePainter orFor(Theme wantedTheme, Protocol wantedProtocol, double textFactor) {
        return theme == wantedTheme && protocol.equals(wantedProtocol) && factor == textFactor
                ? this
                : new LanePainter(wantedTheme, wantedProtocol, language, textFactor, raster);
    }

    /**
     * Starts a picture.
     *
     * @param scrolled how many pixels of the lanes are scrolled out of sight at the top
     */
    void begin(double width, double height, double scrolled, Color ground) {
        raster.begin(width, height, ground);
        named.clear();
        top = scrolled;
    }

    /** Puts the picture on a canvas and writes the names. */
    void finish(GraphicsContext canvas) {
        canvas.drawImage(raster.image(), 0, 0);
        if (named.size() > MOST_NAMES) {
            named.sort(Comparator.comparingDouble(Named::width).reversed());
        }
        named.stream().limit(MOST_NAMES).forEach(bar -> write(canvas, bar));
    }

    /** An area of one colour. */
    void ground(Color colour, double y, double height) {
        raster.fill(0, y - top, raster.width(), height, colour);
    }

    /** Grey hatch over time that the rater has not looked at. */
    void unseen(List<Span> pieces, Viewport view, double y, double height) {
        fill(pieces, view, y, height, unseen);
    }

    /** Crosses over time in which nothing was filmed. */
    void gaps(SpanSet gaps, Viewport view, double y, double height) {
        fill(gaps.spans(), view, y, height, noVideo);
    }

    /** Bars over time whose file is missing. */
    void absent(SpanSet absent, Viewport view, double y, double height) {
        fill(absent.spans(), view, y, height, noFile);
    }

    /** A band that tells how closely the rater has looked. */
    void seen(Map<Coverage.Seen, SpanSet> pieces, Viewport view, double y, double height) {
        for (Coverage.Seen way : Coverage.Seen.values()) {
            Tile tile = seen.get(way);
            if (tile != null) {
                fill(pieces.getOrDefault(way, SpanSet.EMPTY).spans(), view, y, height, tile);
            }
        }
    }

    private void fill(List<Span> pieces, Viewport view, double y, double height, Tile tile) {
        PixelRuns.visit(pieces, view, (piece, left, right) -> raster.fill(left, y - top, right - left, height, tile));
    }

    /** All visible bars of a sub-lane, the selected ones outlined. */
    void bars(Lanes.SubLane sub, Viewport view, Set<UUID> selected) {
        double height = sub.rowHeight() - (sub.rowHeight() > 8 ? 1 : 0);
        Provenance provenance = provenance(sub.group().kind());
        sub.group().paint(view, (bar, row, left, right) -> {
            Label label = labels.get(bar.label());
            if (label == null) {
                return;
            }
            double x = Math.max(-OUTSIDE, left);
            double width = Math.max(1, Math.min(view.width() + OUTSIDE, right) - x);
            double y = sub.rowY(row) - top;
            paint.bar(raster, label, provenance, bar.score(), x, y, width, height);
            if (height >= TEXT * factor && width > LOCK_INDENT) {
                double seenFrom = Math.max(0, x);
                named.add(new Named(bar, label, provenance, seenFrom, y, x + width - seenFrom, height));
            }
            if (!selected.isEmpty() && selected.contains(bar.id())) {
                raster.outline(x - 1, y - 1, width + 2, height + 2, palette.ink());
                raster.outline(x, y, width, height, palette.ink());
                raster.outline(x + 1, y + 1, width - 2, height - 2, palette.ground());
            }
        });
    }

    private static Provenance provenance(LaneKind kind) {
        return switch (kind) {
            case PROPOSALS -> Provenance.PROPOSAL;
            case CONSENSUS -> Provenance.CONSENSUS;
            default -> Provenance.PERSON;
        };
    }

    private void write(GraphicsContext canvas, Named bar) {
        Label label = bar.label();
        boolean proposal = bar.provenance() == Provenance.PROPOSAL;
        boolean consensus = bar.provenance() == Provenance.CONSENSUS;
        if (consensus) {
            paint.lock(canvas, label, bar.x(), bar.y(), bar.width(), bar.height());
        }
        boolean plain = !proposal && label.pattern() == Pattern.SOLID;
        double indent = plain && !consensus ? TEXT_INDENT : LOCK_INDENT;
        String title = label.title(language);
        String words = proposal ? title + " " + Math.round(bar.bar().score() * 100) + "%" : title;
        String shown = text.fit(words, bar.width() - indent - TEXT_INDENT);
        if (shown.isEmpty()) {
            return;
        }
        if (!plain) {
            canvas.setFill(proposal ? palette.ground() : paint.colour(label));
            canvas.fillRect(bar.x() + indent - 2, bar.y() + 1, text.width(shown) + 4, bar.height() - 2);
        }
        canvas.setFill(proposal ? palette.ink() : paint.ink(label));
        canvas.setFont(text.font());
        canvas.setTextBaseline(VPos.CENTER);
        canvas.fillText(shown, bar.x() + indent, bar.y() + bar.height() / 2);
    }

    /** Scores of a label as an area in its colour and pattern; grey for one that the protocol does not have. */
    void score(String label, Optional<CurvePyramid> values, Viewport view, double y, double height) {
        curve(Optional.ofNullable(labels.get(label)).map(paint::tile).orElse(curve), values, view, y, height);
    }

    /** Values from 0 to 1 as a grey area, one column for each pixel. */
    void curve(Optional<CurvePyramid> values, Viewport view, double y, double height) {
        curve(curve, values, view, y, height);
    }

    private void curve(Tile tile, Optional<CurvePyramid> values, Viewport view, double y, double height) {
        values.ifPresent(known -> {
            line(y + height - 1);
            for (int x = 0; x < view.width(); x++) {
                long from = view.microsAt(x);
                CurvePyramid.Range range = known.range(from, Math.max(from + 1, view.microsAt(x + 1)));
                if (!range.isEmpty()) {
                    double high = Math.max(0, Math.min(1, range.greatest())) * (height - 1);
                    raster.fill(x, y - top + height - 1 - high, 1, high, tile);
                }
            }
        });
    }

    /** A line from side to side. */
    void line(double y) {
        raster.fill(0, Math.floor(y) - top, raster.width(), 1, palette.line());
    }

    /** Bars of one cage as a thin band, for the overview: rows are squeezed into the height. */
    void band(Lanes.SubLane sub, Viewport view, double y, double height) {
        double rowHeight = height / sub.group().rows();
        Provenance provenance = provenance(sub.group().kind());
        sub.group().paint(view, (bar, row, left, right) -> {
            Label label = labels.get(bar.label());
            if (label != null) {
                double width = Math.max(2, right - left);
                paint.area(raster, label, provenance, bar.score(), left, y + row * rowHeight, width, rowHeight);
            }
        });
    }
}
