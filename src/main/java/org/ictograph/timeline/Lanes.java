package org.ictograph.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Span;

/**
 * Where the lanes of the cages lie, from the top in pixels. Every cage has one lane; an open lane has a sub-lane for each
 * group of bars, a closed one squeezes its first group and its proposals into one row's height. Immutable.
 *
 * @param cages from the top
 * @param height of all lanes together
 */
public record Lanes(List<CageLane> cages, double height) {
    /** Height of one row of marks. */
    public static final double ROW = 16;

    /** Height of one row of proposals. */
    public static final double PROPOSAL_ROW = 14;

    /** Height of a curve. */
    public static final double CURVE = 24;

    /** Height of stills. */
    public static final double STILL = 44;

    /** Height of a band of looked-at time. */
    public static final double BAND = 10;

    /** Height of the marks in a closed lane. */
    public static final double CLOSED = 20;

    /** Height of the proposals in a closed lane. */
    public static final double CLOSED_PROPOSALS = 6;

    /** Air above and below what is in a lane, and between sub-lanes. */
    public static final double AIR = 3;

    /** A lane is never lower than this, so that its name has room. */
    public static final double LOWEST = 32;

    /** What a lane is to hold. */
    public record Content(UUID cageId, List<BarGroup> groups, boolean closed) {
        public Content {
            groups = List.copyOf(groups);
        }
    }

    /** One group of bars in place. The group is empty where a lane {@linkplain LaneKind#hasBars has no bars}. */
    public record SubLane(UUID cageId, BarGroup group, double y, double height) {
        public double rowHeight() {
            return height / group.rows();
        }

        /** Top of a row. */
        public double rowY(int row) {
            return y + row * rowHeight();
        }
    }

    /** One cage's lane in place. */
    public record CageLane(UUID cageId, double y, double height, boolean closed, List<SubLane> subLanes) {
        public CageLane {
            subLanes = List.copyOf(subLanes);
        }
    }

    public Lanes {
        cages = List.copyOf(cages);
    }

    /** Lays lanes out below each other for usual text. */
    public static Lanes of(List<Content> contents) {
        return of(contents, 1);
    }

    /**
     * Lays lanes out below each other.
     *
     * @param textFactor how many times as large as usual the names are that are written into rows and beside lanes
     */
    public static Lanes of(List<Content> contents, double textFactor) {
        List<CageLane> placed = new ArrayList<>();
        double y = 0;
        for (Content content : contents) {
            CageLane lane = place(content, y, textFactor);
            placed.add(lane);
            y += lane.height();
        }
        return new Lanes(placed, y);
    }

    private static CageLane place(Content content, double top, double textFactor) {
        List<SubLane> subLanes = new ArrayList<>();
        double y = top + AIR;
        for (BarGroup group : content.groups()) {
            double height =
                    content.closed() ? closedHeight(group, subLanes, textFactor) : openHeight(group, textFactor);
            if (height > 0) {
                subLanes.add(new SubLane(content.cageId(), group, y, height));
                y += height + AIR;
            }
        }
        double height = Math.max(Math.rint(LOWEST * textFactor), y - top);
        return new CageLane(content.cageId(), top, height, content.closed(), subLanes);
    }

    private static double openHeight(BarGroup group, double textFactor) {
        return switch (group.kind()) {
            case OWN, OTHER, CONSENSUS -> group.rows() * Math.rint(ROW * textFactor);
            case PROPOSALS -> group.rows() * Math.rint(PROPOSAL_ROW * textFactor);
            case COVERAGE -> Math.rint(BAND * textFactor);
            case ACTIVITY, SCORE -> Math.rint(CURVE * textFactor);
            case FILM -> STILL;
        };
    }

    /** A closed lane shows the marks of one group and the proposals. */
    private static double closedHeight(BarGroup group, List<SubLane> placed, double textFactor) {
        if (group.kind() == LaneKind.PROPOSALS) {
            return CLOSED_PROPOSALS;
        }
        boolean first = placed.stream().allMatch(sub -> sub.group().kind() == LaneKind.PROPOSALS);
        return first && group.kind().hasBars() ? Math.rint(CLOSED * textFactor) : 0;
    }

    /** The lane at a height. */
    public Optional<CageLane> laneAt(double y) {
        return cages.stream()
                .filter(lane -> y >= lane.y() && y < lane.y() + lane.height())
                .findFirst();
    }

    /** The sub-lane at a height; empty between sub-lanes. */
    public Optional<SubLane> subLaneAt(double y) {
        return laneAt(y)
                .flatMap(lane -> lane.subLanes().stream()
                        .filter(sub -> y >= sub.y() && y < sub.y() + sub.height())
                        .findFirst());
    }

    /** The lane of a cage. */
    public Optional<CageLane> laneOf(UUID cageId) {
        return cages.stream().filter(lane -> lane.cageId().equals(cageId)).findFirst();
    }

    /** The rater's own marks and the proposals that a rectangle touches, from the top. */
    public List<Bar> touched(double top, double bottom, Span span) {
        List<Bar> found = new ArrayList<>();
        for (CageLane lane : cages) {
            for (SubLane sub : lane.subLanes()) {
                boolean mine = sub.group().kind() == LaneKind.OWN || sub.group().kind() == LaneKind.PROPOSALS;
                if (mine && sub.y() < bottom && sub.y() + sub.height() > top) {
                    sub.group().overlapping(span.start(), span.end(), (bar, row) -> {
                        if (sub.rowY(row) < bottom && sub.rowY(row) + sub.rowHeight() > top) {
                            found.add(bar);
                        }
                    });
                }
            }
        }
        return found;
    }

    /** The group of bars that a mark or proposal belongs to. */
    public Optional<BarGroup> groupOf(UUID id) {
        return cages.stream()
                .flatMap(lane -> lane.subLanes().stream())
                .map(SubLane::group)
                .filter(group -> group.bars().stream().anyMatch(bar -> bar.id().equals(id)))
                .findFirst();
    }
}
