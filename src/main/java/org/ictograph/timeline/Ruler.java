package org.ictograph.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the lines of a ruler. Far away they stand for hours and minutes, then seconds and milliseconds; as soon as
 * single frames have room enough, the lines are the frames themselves, so that variable rates show as they are.
 */
public final class Ruler {
    /** Steps between texts, in microseconds: 10 ms to 12 h, each with the number of short steps inside it. */
    private static final long[][] LADDER = {
        {10_000, 2},
        {20_000, 2},
        {50_000, 5},
        {100_000, 5},
        {200_000, 4},
        {500_000, 5},
        {1_000_000, 5},
        {2_000_000, 4},
        {5_000_000, 5},
        {10_000_000, 5},
        {15_000_000, 3},
        {30_000_000, 6},
        {60_000_000, 6},
        {120_000_000, 4},
        {300_000_000, 5},
        {600_000_000, 5},
        {900_000_000, 3},
        {1_800_000_000L, 6},
        {3_600_000_000L, 6},
        {7_200_000_000L, 4},
        {21_600_000_000L, 6},
        {43_200_000_000L, 6},
    };

    /** Frames between texts. */
    private static final int[] FRAME_LADDER = {1, 2, 5, 10, 20};

    /** Pixels between a text and the next. */
    private static final double AIR = 14;

    /** Pixels that a frame needs before the ruler counts frames. */
    private static final double FRAME_ROOM = 9;

    /** The longest text of a clock. */
    private static final String CLOCK = "00:00:00.00";

    private final double characterWidth;

    /** @param characterWidth pixels of one digit in the font of the ruler */
    public Ruler(double characterWidth) {
        this.characterWidth = characterWidth;
    }

    /** The lines of a view, in rising order. */
    public List<Tick> ticks(Viewport view, FrameTimes frames) {
        int first = frames.frameAt(view.start());
        int last = frames.frameAt(view.end());
        if (last > first && view.width() / (last - first) >= FRAME_ROOM) {
            return frameTicks(view, frames, first, last);
        }
        return timeTicks(view);
    }

    /** The lines of a view at round times of day, in rising order. */
    public List<Tick> clockTicks(Viewport view, WallTime wall) {
        long[] rung = rung(view, CLOCK);
        long step = rung[0] / rung[1];
        long midnight = wall.sinceMidnight(view.start()) - view.start();
        List<Tick> ticks = new ArrayList<>();
        for (long at = roundUp(view.start() + midnight, step) - midnight; at < view.end(); at += step) {
            boolean major = (at + midnight) % rung[0] == 0;
            ticks.add(new Tick(at, view.xOf(at), major ? wall.ruler(at, rung[0]) : ""));
        }
        return ticks;
    }

    private static long roundUp(long micros, long step) {
        return -Math.floorDiv(-micros, step) * step;
    }

    private List<Tick> timeTicks(Viewport view) {
        long[] rung = rung(view, "");
        long step = rung[0] / rung[1];
        List<Tick> ticks = new ArrayList<>();
        for (long at = roundUp(view.start(), step); at < view.end(); at += step) {
            ticks.add(new Tick(at, view.xOf(at), at % rung[0] == 0 ? TimeText.ruler(at, rung[0]) : ""));
        }
        return ticks;
    }

    /** The finest rung whose texts have room; texts are as long as the one given, or as elapsed times are. */
    private long[] rung(Viewport view, String text) {
        for (long[] candidate : LADDER) {
            double room = candidate[0] / view.microsPerPixel();
            String longest = text.isEmpty() ? TimeText.ruler(view.end(), candidate[0]) : text;
            if (room >= textWidth(longest) + AIR) {
                return candidate;
            }
        }
        return LADDER[LADDER.length - 1];
    }

    private List<Tick> frameTicks(Viewport view, FrameTimes frames, int first, int last) {
        double room = view.width() / (last - first);
        double needed = textWidth("f" + TimeText.frame(last)) + AIR;
        int every = FRAME_LADDER[FRAME_LADDER.length - 1];
        for (int i = FRAME_LADDER.length - 1; i >= 0 && FRAME_LADDER[i] * room >= needed; i--) {
            every = FRAME_LADDER[i];
        }
        List<Tick> ticks = new ArrayList<>();
        for (int frame = first; frame <= last; frame++) {
            long at = frames.microsOf(frame);
            if (view.span().contains(at)) {
                ticks.add(new Tick(at, view.xOf(at), frame % every == 0 ? "f" + TimeText.frame(frame) : ""));
            }
        }
        return ticks;
    }

    private double textWidth(String text) {
        return text.length() * characterWidth;
    }
}
