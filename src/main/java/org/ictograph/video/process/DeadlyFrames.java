package org.ictograph.video.process;

import java.util.HashMap;
import java.util.Map;
import org.ictograph.video.FrameIndex;

/**
 * The frames of a video that decoders did not survive. A decoder dies somewhere between a key frame and the frame that was
 * asked for; after two deaths in one group of pictures its frames from the earliest such one on are not tried again.
 */
final class DeadlyFrames {
    private static final int TRIES = 2;

    /**
     * What happened in one group of pictures.
     *
     * @param from the smallest frame that was asked for when a decoder died
     */
    private record Deaths(int from, int count) {}

    private final FrameIndex index;
    private final Map<Integer, Deaths> groups = new HashMap<>();

    DeadlyFrames(FrameIndex index) {
        this.index = index;
    }

    /** A decoder died while this frame was wanted. */
    void add(int frame) {
        groups.merge(
                start(frame),
                new Deaths(frame, 1),
                (before, now) -> new Deaths(Math.min(before.from(), now.from()), before.count() + 1));
    }

    /** The first frame from one to another (inclusive) that is not worth trying, -1 when all are. */
    int firstWithin(int from, int to) {
        int first = Integer.MAX_VALUE;
        for (Map.Entry<Integer, Deaths> group : groups.entrySet()) {
            int deadly = Math.max(from, group.getValue().from());
            if (group.getValue().count() >= TRIES && deadly <= to && start(deadly) == group.getKey()) {
                first = Math.min(first, deadly);
            }
        }
        return first == Integer.MAX_VALUE ? -1 : first;
    }

    /** Where decoding starts to reach a frame. */
    private int start(int frame) {
        return index.seekable() ? index.keyAtOrBefore(frame) : 0;
    }
}
