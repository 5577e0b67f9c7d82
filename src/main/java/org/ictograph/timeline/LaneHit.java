package org.ictograph.timeline;

import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Span;

/**
 * What lies under the pointer in the lanes.
 *
 * @param bar the bar that was hit, empty for an empty place
 * @param cageId the cage whose lane it is, empty below the last lane
 * @param micros the time under the pointer
 */
public record LaneHit(Part part, Optional<Bar> bar, Optional<UUID> cageId, long micros) {
    /** How far from an edge the pointer still takes hold of it, in pixels. */
    public static final double GRAB = 5;

    /** The parts of a lane. */
    public enum Part {
        BODY,
        START_EDGE,
        END_EDGE,
        /** Any part of a proposal or of a mark that is not the rater's own: can be chosen, not dragged. */
        FIXED,
        EMPTY,
        OUTSIDE
    }

    /** Looks up a place in the lanes. The nearest edge wins over bodies, and an edge lies a little outside its bar too. */
    public static LaneHit at(double x, double y, Lanes lanes, Viewport view) {
        long micros = view.microsAt(x);
        Optional<UUID> cage = lanes.laneAt(y).map(Lanes.CageLane::cageId);
        if (cage.isEmpty()) {
            return new LaneHit(Part.OUTSIDE, Optional.empty(), cage, micros);
        }
        Optional<Bar> bar = lanes.subLaneAt(y).flatMap(sub -> nearest(sub, x, y, view));
        if (bar.isEmpty()) {
            return new LaneHit(Part.EMPTY, bar, cage, micros);
        }
        boolean own = lanes.subLaneAt(y).orElseThrow().group().kind() == LaneKind.OWN;
        return new LaneHit(own ? part(bar.get(), x, view) : Part.FIXED, bar, cage, micros);
    }

    private static Optional<Bar> nearest(Lanes.SubLane sub, double x, double y, Viewport view) {
        int row = (int) ((y - sub.y()) / sub.rowHeight());
        Span around = new Span(view.microsAt(x - GRAB), view.microsAt(x + GRAB) + 1);
        Bar best = null;
        double least = Double.MAX_VALUE;
        for (Bar bar : sub.group().inRow(row, around)) {
            double distance = distance(bar, x, view);
            if (distance < least) {
                best = bar;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** 0 inside the bar, else pixels to the nearer edge. */
    private static double distance(Bar bar, double x, Viewport view) {
        double left = view.xOf(bar.span().start());
        double right = view.xOf(bar.span().end());
        return Math.max(0, Math.max(left - x, x - right));
    }

    /** Inside narrow bars the edges take a third each, so that the body can always be taken hold of. */
    private static Part part(Bar bar, double x, Viewport view) {
        double left = view.xOf(bar.span().start());
        double right = view.xOf(bar.span().end());
        double grab = Math.min(GRAB, (right - left) / 3);
        if (x < left + grab) {
            return Part.START_EDGE;
        }
        return x > right - grab ? Part.END_EDGE : Part.BODY;
    }
}
