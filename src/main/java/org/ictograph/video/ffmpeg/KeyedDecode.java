package org.ictograph.video.ffmpeg;

import java.util.Arrays;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** Some frames as a decoder gives them that started at a key frame, for comparison with a sequential decode. */
final class KeyedDecode {
    private final boolean landed;
    private final boolean brokenEnd;
    private final int frames;
    private final long[] sums;

    /**
     * Decodes from a key frame on.
     *
     * @param cursor over the file, wherever it stands: opening a long file anew for each place would take longer than
     *     decoding there
     * @param key where to start, key frames counted from 0
     * @param first number of the first frame whose checksum is wanted
     * @param most checksums wanted; all frames to the end when larger than what is left
     */
    KeyedDecode(FrameCursor cursor, int key, int first, int most, Progress progress) throws VideoException {
        FrameIndex index = cursor.index();
        long[] found = new long[Math.min(most, index.frames() - first)];
        int filled = 0;
        int decoded = 0;
        boolean broken = false;
        int start = index.keyFrame(key);
        try (LumaPlane luma = new LumaPlane(cursor.width(), cursor.height())) {
            cursor.startAt(start);
            landed = cursor.next() == start;
            while (landed && (filled < found.length || most > found.length)) {
                int frame = cursor.advance();
                if (frame < 0) {
                    break;
                }
                decoded++;
                broken = SequentialDecode.isBroken(cursor.frame());
                if (filled < found.length && frame == first + filled) {
                    found[filled++] = SequentialDecode.checksum(luma.of(cursor.frame()));
                }
                progress.check();
            }
        }
        frames = decoded;
        brokenEnd = broken;
        sums = Arrays.copyOf(found, filled);
    }

    /** True when the file gave the key frame that was asked for. */
    boolean landed() {
        return landed;
    }

    /** Number of frames decoded. */
    int frames() {
        return frames;
    }

    /** True when the last frame decoded is damaged. */
    boolean brokenEnd() {
        return brokenEnd;
    }

    /** Checksums of the brightness of the wanted frames; fewer where decoding skipped a frame or ended. */
    long[] sums() {
        return sums.clone();
    }
}
