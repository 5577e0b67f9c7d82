package org.ictograph.localizer.torch;

import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.FlowCode;
import org.ictograph.video.Modality;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.VideoException;

/**
 * How the pictures of a clip become the numbers that a network sees: the pictures themselves, or what changes from each to the next;
 * the first, before which there is none, then shows what the second shows. Thread-safe.
 *
 * @param flow used where the network sees optical flow
 */
record Sight(Preprocessing preprocessing, OpticalFlow flow) {
    private static final float WHITE = 255;

    /**
     * Writes the numbers of a clip: of each picture, channel after channel.
     *
     * @param pictures brightness from 0 to 255, oldest first
     * @param at where to begin
     * @return where it ended
     * @throws LocalizerException when flow cannot be measured
     */
    int put(List<float[]> pictures, float[] pixels, int at) throws LocalizerException {
        int next = at;
        float[][] seen = new float[0][];
        for (int picture = 0; picture < pictures.size(); picture++) {
            if (picture != 1 || preprocessing.modality() == Modality.PICTURE) {
                seen = seen(pictures, picture);
            }
            for (int channel = 0; channel < preprocessing.channels(); channel++) {
                float[] plane = seen[channel % seen.length];
                preprocessing.put(plane, channel, pixels, next);
                next += plane.length;
            }
        }
        return next;
    }

    /** Numbers from 0 to 255, in one plane for all channels or one for each. */
    private float[][] seen(List<float[]> pictures, int picture) throws LocalizerException {
        float[] now = pictures.get(Math.min(Math.max(1, picture), pictures.size() - 1));
        float[] before = pictures.get(Math.max(0, picture - 1));
        return switch (preprocessing.modality()) {
            case PICTURE -> new float[][] {pictures.get(picture)};
            case DIFFERENCE -> new float[][] {difference(before, now)};
            case FLOW_FARNEBACK, FLOW_DIS -> movement(before, now);
        };
    }

    private static float[] difference(float[] before, float[] now) {
        float[] difference = new float[now.length];
        for (int i = 0; i < now.length; i++) {
            difference[i] = Math.abs(now[i] - before[i]);
        }
        return difference;
    }

    private float[][] movement(float[] before, float[] now) throws LocalizerException {
        int size = preprocessing.size();
        float[] moved;
        try {
            moved = flow.between(preprocessing.modality(), bytes(before), bytes(now), size, size);
        } catch (VideoException failure) {
            throw new LocalizerException(String.valueOf(failure.getMessage()), failure);
        }
        float[][] planes = new float[preprocessing.channels()][now.length];
        for (int channel = 0; channel < planes.length; channel++) {
            for (int i = 0; i < now.length; i++) {
                planes[channel][i] = (float) FlowCode.of(channel, moved[2 * i], moved[2 * i + 1]);
            }
        }
        return planes;
    }

    private static byte[] bytes(float[] brightness) {
        byte[] bytes = new byte[brightness.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(Math.min(WHITE, Math.max(0, brightness[i])));
        }
        return bytes;
    }
}
