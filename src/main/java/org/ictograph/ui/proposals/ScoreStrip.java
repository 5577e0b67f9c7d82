package org.ictograph.ui.proposals;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ictograph.model.Label;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.timeline.CurvePyramid;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.TimeStrip;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.LabelPaint.Provenance;
import org.ictograph.ui.kit.Palette;

/** How the model's score runs around the selected proposal, with the proposals of the same cage above it. */
final class ScoreStrip extends TimeStrip {
    private static final long AROUND = 20 * Span.SECOND;
    private static final double BAR = 12;
    private static final double TOP = 4;

    private final Bench bench;
    private final ProposalsViewModel model;
    private Optional<CurvePyramid> curve = Optional.empty();

    ScoreStrip(Bench bench, ProposalsViewModel model) {
        super(bench);
        this.bench = bench;
        this.model = model;
        getStyleClass().add("score-strip");
    }

    /** Shows the surroundings of the selected proposal. */
    void showSelected() {
        curve = model.selectedTrack().filter(ScoreStrip::hasValues).map(CurvePyramid::of);
        showPiece(model.selectedRow()
                .map(row -> row.proposal().span())
                .map(span -> new Span(Math.max(0, span.start() - AROUND), span.end() + AROUND)));
    }

    private static boolean hasValues(ScoreTrack track) {
        return !track.values().isEmpty();
    }

    @Override
    protected void paint(GraphicsContext graphics, Viewport view, double height) {
        Palette palette = bench.look().palette();
        Optional<ProposalRow> selected = model.selectedRow();
        if (selected.isEmpty()) {
            return;
        }
        double top = TOP + BAR + TOP;
        curve.ifPresent(values -> paintCurve(graphics, view, palette, values, top, height - top));
        LabelPaint paint = new LabelPaint(bench.look().theme().get());
        for (ProposalRow row : model.queue()) {
            if (row.proposal().cageId().equals(selected.get().proposal().cageId())
                    && row.proposal().span().overlaps(view.span())) {
                paintProposal(
                        graphics,
                        view,
                        palette,
                        paint,
                        row,
                        row.id().equals(selected.get().id()),
                        height);
            }
        }
    }

    private void paintProposal(
            GraphicsContext graphics,
            Viewport view,
            Palette palette,
            LabelPaint paint,
            ProposalRow row,
            boolean selected,
            double height) {
        double left = view.xOf(row.proposal().span().start());
        double width = Math.max(2, view.xOf(row.proposal().span().end()) - left);
        if (selected) {
            Color accent = palette.accent();
            graphics.setFill(Color.color(accent.getRed(), accent.getGreen(), accent.getBlue(), 0.12));
            graphics.fillRect(left, 0, width, height);
        }
        Optional<Label> label = bench.session()
                .state()
                .study()
                .get()
                .protocol()
                .label(row.proposal().label());
        label.ifPresent(known ->
                paint.bar(graphics, known, Provenance.PROPOSAL, row.proposal().score(), left, TOP, width, BAR));
        if (selected) {
            graphics.setStroke(palette.accent());
            graphics.setLineWidth(1.5);
            graphics.strokeRect(left, TOP, width, BAR);
        }
    }

    private static void paintCurve(
            GraphicsContext graphics, Viewport view, Palette palette, CurvePyramid values, double top, double height) {
        graphics.setStroke(palette.line());
        graphics.setLineWidth(1);
        double half = Math.floor(top + height / 2) + 0.5;
        graphics.strokeLine(0, half, view.width(), half);
        graphics.setFill(palette.muted());
        for (int x = 0; x < (int) view.width(); x++) {
            CurvePyramid.Range range = values.range(view.microsAt(x), view.microsAt(x + 1.0));
            if (!range.isEmpty()) {
                double tall = Math.max(1, range.greatest() * (height - 2));
                graphics.fillRect(x, top + height - tall, 1, tall);
            }
        }
    }
}
