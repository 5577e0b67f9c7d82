package org.ictograph.timeline;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Times that a dragged edge is drawn to: edges of other bars, the playhead, frames. Immutable. */
public final class Snap {
    private final long[] targets;

    public Snap(LongStream targets) {
        this.targets = targets.sorted().distinct().toArray();
    }

    /** The nearest target, when one lies within so many pixels. */
    public OptionalLong near(long micros, Viewport view, double pixels) {
        int at = Arrays.binarySearch(targets, micros);
        if (at >= 0) {
            return OptionalLong.of(micros);
        }
        int after = -at - 1;
        long reach = Math.round(pixels * view.microsPerPixel());
        long best = 0;
        long least = Long.MAX_VALUE;
        for (int i = Math.max(0, after - 1); i <= Math.min(after, targets.length - 1); i++) {
            long distance = Math.abs(targets[i] - micros);
            if (distance < least) {
                least = distance;
                best = targets[i];
            }
        }
        return least <= reach ? OptionalLong.of(best) : OptionalLong.empty();
    }

    /** The nearest target within so many pixels, else the nearest frame. */
    public long orFrame(long micros, Viewport view, double pixels, FrameTimes frames) {
        return near(micros, view, pixels).orElseGet(() -> frames.nearest(micros));
    }
}
