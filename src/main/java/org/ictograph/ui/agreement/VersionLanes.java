package org.ictograph.ui.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.ictograph.model.Layer;
import org.ictograph.model.Span;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.TimeStrip;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.LabelPaint.Provenance;
import org.ictograph.ui.kit.Palette;

/**
 * The lanes of two raters above each other with the consensus below, around the event that is looked at. Where they
 * disagree a band runs through the lanes.
 */
final class VersionLanes extends TimeStrip {
    private static final long AROUND = 12 * Span.SECOND;
    private static final double TEXT = 11;
    private static final double NAME = 15;
    private static final double AIR = 3;

    private final Bench bench;
    private final Supplier<Optional<Versions>> versions;
    private final StudyState state;
    private Consumer<Long> clicks = micros -> {};
    private Consumer<Span> drags = span -> {};

    VersionLanes(Bench bench, Supplier<Optional<Versions>> versions) {
        super(bench);
        this.bench = bench;
        this.versions = versions;
        this.state = bench.session().state();
        getStyleClass().add("rater-lanes");
        setMinHeight(170);
        setPrefHeight(190);
        state.labels().addListener((property, before, now) -> repaint());
        state.focusedCage().addListener((property, before, now) -> repaint());
    }

    void onClick(Consumer<Long> taker) {
        clicks = taker;
    }

    /** A pointer that is dragged over the lanes draws a span. */
    void onDraw(Consumer<Span> taker) {
        drags = taker;
    }

    /** Shows the event that is looked at now. */
    void renew() {
        showPiece(versions.get()
                .flatMap(Versions::chosen)
                .map(span -> new Span(Math.max(0, span.start() - AROUND), span.end() + AROUND)));
    }

    @Override
    protected void paint(GraphicsContext canvas, Viewport view, double height) {
        versions.get().ifPresent(shown -> {
            Palette palette = bench.look().palette();
            double lane = height / 3;
            shown.open().forEach(span -> paintBand(canvas, view, palette.accent(), span, height, false));
            shown.chosen().ifPresent(span -> paintBand(canvas, view, palette.accent(), span, height, true));
            UUID cage = shown.cageId();
            paintLane(canvas, view, shown.firstName(), group(cage, Optional.of(shown.first())), 0, lane);
            paintLane(canvas, view, shown.secondName(), group(cage, Optional.of(shown.second())), lane, lane);
            paintLane(canvas, view, bench.text("agreement.consensus"), group(cage, Optional.empty()), 2 * lane, lane);
            shown.drawn().ifPresent(span -> paintDrawn(canvas, view, palette.ink(), span, 2 * lane, lane));
        });
    }

    private static void paintBand(
            GraphicsContext canvas, Viewport view, Color ink, Span span, double height, boolean chosen) {
        if (!span.overlaps(view.span())) {
            return;
        }
        double left = view.xOf(span.start());
        double width = Math.max(3, view.xOf(span.end()) - left);
        canvas.setFill(Color.color(ink.getRed(), ink.getGreen(), ink.getBlue(), chosen ? 0.18 : 0.07));
        canvas.fillRect(left, 0, width, height);
        if (chosen) {
            canvas.setStroke(ink);
            canvas.setLineWidth(1.5);
            canvas.strokeRect(left, 1, width, height - 2);
        }
    }

    /** Height of the line with a name. */
    private double name() {
        return NAME * textFactor();
    }

    private void paintDrawn(GraphicsContext canvas, Viewport view, Color ink, Span span, double top, double height) {
        double left = view.xOf(span.start());
        canvas.setStroke(ink);
        canvas.setLineWidth(2);
        canvas.setLineDashes(5, 3);
        canvas.strokeRect(left, top + name(), Math.max(2, view.xOf(span.end()) - left), height - name() - AIR);
        canvas.setLineDashes();
    }

    /** Marks of a rater in a cage, or of the consensus. */
    private BarGroup group(UUID cage, Optional<UUID> rater) {
        List<Bar> bars = state.labels().get().marks().stream()
                .filter(mark -> mark.cageId().equals(cage))
                .filter(mark -> rater.map(id ->
                                mark.layer() == Layer.RATING && mark.raterId().equals(id))
                        .orElse(mark.layer() == Layer.CONSENSUS))
                .map(Bar::of)
                .toList();
        return new BarGroup(rater.isPresent() ? LaneKind.OTHER : LaneKind.CONSENSUS, rater, bars);
    }

    private void paintLane(
            GraphicsContext canvas, Viewport view, String name, BarGroup group, double top, double height) {
        Palette palette = bench.look().palette();
        LabelPaint paint = new LabelPaint(bench.look().theme().get());
        canvas.setStroke(palette.line());
        canvas.setLineWidth(1);
        canvas.strokeLine(0, Math.floor(top) + 0.5, view.width(), Math.floor(top) + 0.5);
        double row = Math.max(3, (height - name() - AIR) / group.rows());
        Provenance from = group.kind() == LaneKind.CONSENSUS ? Provenance.CONSENSUS : Provenance.PERSON;
        group.paint(
                view,
                (bar, at, left, right) -> state.study()
                        .get()
                        .protocol()
                        .label(bar.label())
                        .ifPresent(label -> paint.bar(
                                canvas,
                                label,
                                from,
                                1,
                                left,
                                top + name() + at * row,
                                right - left,
                                Math.min(16, row - 1))));
        canvas.setFill(palette.muted());
        canvas.setFont(Font.font(TEXT * textFactor()));
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.fillText(name, 6, top + name() / 2 + 1);
    }

    @Override
    protected void clicked(long micros, double y) {
        clicks.accept(micros);
    }

    @Override
    protected void dragged(long fromMicros, long toMicros) {
        if (fromMicros != toMicros) {
            drags.accept(new Span(Math.min(fromMicros, toMicros), Math.max(fromMicros, toMicros)));
        }
    }
}
