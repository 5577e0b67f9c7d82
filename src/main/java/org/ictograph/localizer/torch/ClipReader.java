package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ictograph.model.Cage;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Reads single clips of cages, by time and not by frame number: picture k is the frame that is on the screen k / rate seconds
 * after the clip begins.
 *
 * @param rate pictures a second
 * @param frames pictures of a clip
 */
record ClipReader(Preprocessing preprocessing, double rate, int frames) {
    /** Time from the first to after the last picture, microseconds. */
    long length() {
        return Math.round(frames * (double) Span.SECOND / rate);
    }

    /** Bytes that a clip takes in memory. */
    double bytes() {
        return (double) frames * preprocessing.size() * preprocessing.size();
    }

    /**
     * @param start of the clip, microseconds
     * @throws VideoException when the video cannot be decoded
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    StoredClip read(FrameReader reader, Cage cage, long start, Progress progress) throws VideoException {
        CropScaler scaler = new CropScaler(cage, reader.width(), preprocessing);
        int[] numbers = new int[frames];
        for (int k = 0; k < frames; k++) {
            long at = start + Math.round(k * (double) Span.SECOND / rate);
            numbers[k] = Math.max(0, reader.index().frameAt(at));
        }
        byte[][] pictures = new byte[frames][];
        reader.scan(
                numbers[0],
                numbers[frames - 1] + 1,
                (frame, micros, luma) -> {
                    byte[] shown = null;
                    for (int k = 0; k < frames; k++) {
                        if (numbers[k] == frame) {
                            shown = shown == null ? bytes(scaler.scale(luma)) : shown;
                            pictures[k] = shown;
                        }
                    }
                },
                silent(progress));
        List<byte[]> all = new ArrayList<>();
        for (byte[] picture : pictures) {
            all.add(Objects.requireNonNull(picture, "Every frame of the stretch was shown."));
        }
        return new StoredClip(all, preprocessing.size());
    }

    private static byte[] bytes(float[] brightness) {
        byte[] bytes = new byte[brightness.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(Math.min(255, Math.max(0, brightness[i])));
        }
        return bytes;
    }

    /** A clip is too short to tell how far it is. */
    private static Progress silent(Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
