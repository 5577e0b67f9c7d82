package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.Modality;

/**
 * What a network sees of clips. A picture belongs to several clips that overlap, so where a network sees pictures as they are,
 * each is prepared once, when it comes. The picture is its brightness in all channels: colour is not looked at. Immutable.
 */
record ClipPixels(Sight sight, int frames) {
    /** One picture of a film, prepared as far as that is possible before it is known which clips it belongs to. */
    float[] picture(float[] brightness) {
        if (!asTheyAre()) {
            return brightness;
        }
        Preprocessing preprocessing = sight.preprocessing();
        int channels = preprocessing.channels();
        float[] prepared = new float[channels * brightness.length];
        for (int channel = 0; channel < channels; channel++) {
            preprocessing.put(brightness, channel, prepared, channel * brightness.length);
        }
        return prepared;
    }

    /**
     * Memory for so many clips, outside of Java's, which the network reads as it lies.
     *
     * @throws IllegalArgumentException when they are more than fit into one piece
     */
    ByteBuffer memory(int clips) {
        long bytes = (long) clips * frames * length() * Float.BYTES;
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("So many clips take " + bytes + " bytes, which are too many.");
        }
        return ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
    }

    private boolean asTheyAre() {
        return sight.preprocessing().modality() == Modality.PICTURE;
    }

    private int length() {
        Preprocessing preprocessing = sight.preprocessing();
        return preprocessing.channels() * preprocessing.size() * preprocessing.size();
    }

    /**
     * @param clips pictures of each, as {@link #picture} gives them
     * @param memory for as many or more; what it held is written over
     * @return [batch, frames, channels, height, width], over that memory: nothing must go backward through it
     * @throws LocalizerException when flow cannot be measured
     */
    NDArray of(NDManager manager, List<List<float[]>> clips, ByteBuffer memory) throws LocalizerException {
        memory.clear();
        FloatBuffer pixels = memory.asFloatBuffer();
        for (List<float[]> pictures : clips) {
            if (asTheyAre()) {
                pictures.forEach(pixels::put);
            } else {
                float[] compared = new float[frames * length()];
                sight.put(pictures, compared, 0);
                pixels.put(compared);
            }
        }
        memory.limit(pixels.position() * Float.BYTES);
        int size = sight.preprocessing().size();
        Shape shape = new Shape(clips.size(), frames, sight.preprocessing().channels(), size, size);
        return Layers.lent(manager, memory, shape);
    }
}
