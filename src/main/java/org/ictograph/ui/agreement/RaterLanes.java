package org.ictograph.ui.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.ictograph.measure.Finding;
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
 * The lanes of both raters above each other with the consensus below, for the focused cage around the selected event.
 * Where they disagree a band runs through the lanes; a click on one selects it.
 */
final class RaterLanes extends TimeStrip {
    private static final long AROUND = 12 * Span.SECOND;
    private static final double NAME = 15;
    private static final double AIR = 3;

    private final Bench bench;
    private final AgreementViewModel model;
    private final StudyState state;

    RaterLanes(Bench bench, AgreementViewModel model) {
        super(bench);
        this.bench = bench;
        this.model = model;
        this.state = bench.session().state();
        getStyleClass().add("rater-lanes");
        state.labels().addListener((property, before, now) -> repaint());
        state.focusedCage().addListener((property, before, now) -> repaint());
        model.comparison().addListener((property, before, now) -> repaint());
        model.selected().addListener((property, before, now) -> showSelected());
    }

    private void showSelected() {
        showPiece(model.selected()
                .get()
                .map(row -> row.finding().span())
                .map(span -> new Span(Math.max(0, span.start() - AROUND), span.end() + AROUND)));
    }

    @Override
    protected void paint(GraphicsContext canvas, Viewport view, double height) {
        Optional<UUID> cage = state.focusedCage().get();
        if (cage.isEmpty() || model.comparison().get().isEmpty()) {
            return;
        }
        Palette palette = bench.look().palette();
        double lane = height / 3;
        paintDisagreements(canvas, view, palette, cage.get(), height);
        var made = model.comparison().get().get();
        paintLane(
                canvas,
                view,
                made.a().name(),
                group(cage.get(), Optional.of(made.a().id())),
                0,
                lane);
        paintLane(
                canvas,
                view,
                made.b().name(),
                group(cage.get(), Optional.of(made.b().id())),
                lane,
                lane);
        paintLane(canvas, view, bench.text("agreement.consensus"), group(cage.get(), Optional.empty()), 2 * lane, lane);
    }

    private void paintDisagreements(GraphicsContext canvas, Viewport view, Palette palette, UUID cage, double height) {
        Optional<Finding> selected = model.selected().get().map(FindingRow::finding);
        for (FindingRow row : model.everything()) {
            Finding finding = row.finding();
            if (row.agreed() || row.settled() || !finding.cageId().equals(cage) || !here(finding, view)) {
                continue;
            }
            double left = view.xOf(finding.span().start());
            double width = Math.max(3, view.xOf(finding.span().end()) - left);
            Color ink = palette.accent();
            boolean chosen = selected.filter(finding::equals).isPresent();
            canvas.setFill(Color.color(ink.getRed(), ink.getGreen(), ink.getBlue(), chosen ? 0.18 : 0.07));
            canvas.fillRect(left, 0, width, height);
            if (chosen) {
                canvas.setStroke(ink);
                canvas.setLineWidth(1.5);
                canvas.strokeRect(left, 1, width, height - 2);
            }
        }
    }

    private boolean here(Finding finding, Viewport view) {
        return state.labels().get().recordingId().equals(finding.recordingId())
                && finding.span().overlaps(view.span());
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
        double row = Math.max(3, (height - NAME - AIR) / group.rows());
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
                                top + NAME + at * row,
                                right - left,
                                Math.min(16, row - 1))));
        canvas.setFill(palette.muted());
        canvas.setFont(Font.font(11));
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.fillText(name, 6, top + NAME / 2 + 1);
    }

    @Override
    protected void clicked(long micros, double y) {
        Optional<UUID> cage = state.focusedCage().get();
        model.everything().stream()
                .filter(row ->
                        row.finding().recordingId().equals(state.labels().get().recordingId())
                                && cage.filter(row.finding().cageId()::equals).isPresent()
                                && row.finding().span().contains(micros)
                                && !row.agreed())
                .findFirst()
                .ifPresent(row -> model.selected().set(Optional.of(row)));
    }
}
