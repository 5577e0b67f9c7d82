package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Cuts the film of one cage into overlapping clips, by time and not by frame number: tick k is at k / rate seconds and shows
 * the frame that is on the screen then, whatever the rate of the film. A clip is {@code frames} ticks, a new one begins
 * every {@code stride}. Confined to one thread.
 */
final class CageClips {
    private final Function<byte[], float[]> scaler;
    private final Grid grid;
    private final BiConsumer<Integer, List<float[]>> clips;
    private final float[][] recent;
    private float[] shown = new float[0];
    private int ticks;

    /**
     * @param scaler what is to be seen of a picture, given its brightness
     * @param clips gets the number of each clip and its pictures, oldest first; the pictures are not written to
     *     again
     */
    CageClips(Function<byte[], float[]> scaler, Grid grid, BiConsumer<Integer, List<float[]>> clips) {
        this.scaler = scaler;
        this.grid = grid;
        this.clips = clips;
        this.recent = new float[grid.frames()][];
    }

    /** The next frame, with its time. */
    void see(long micros, byte[] luma) {
        showUntil(micros);
        shown = scaler.apply(luma);
    }

    /** After the last frame: it stays until the end. */
    void finish(long duration) {
        showUntil(duration);
    }

    /** All ticks before this time show what is on the screen. */
    private void showUntil(long micros) {
        while (shown.length > 0 && Math.round(ticks * 1e6 / grid.rate()) < micros) {
            recent[ticks % recent.length] = shown;
            ticks++;
            int first = ticks - recent.length;
            if (first >= 0 && first % grid.stride() == 0) {
                List<float[]> clip = new ArrayList<>();
                for (int i = first; i < ticks; i++) {
                    clip.add(recent[i % recent.length]);
                }
                clips.accept(first / grid.stride(), clip);
            }
        }
    }
}
