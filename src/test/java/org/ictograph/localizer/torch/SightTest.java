package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.Modality;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.opencv.CvFlow;
import org.ictograph.video.opencv.Drift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightTest {
    private static final int SIZE = 64;
    private static final int AREA = SIZE * SIZE;

    private static Sight sight(Modality modality) {
        List<Double> none = List.of(0.0, 0.0, 0.0);
        return new Sight(new Preprocessing(0, SIZE, 1, 0, none, List.of(1.0, 1.0, 1.0), 2, modality), new CvFlow());
    }

    /** Pictures of one clip, the content of which moves 3 to the right and 2 up each time. */
    private static List<float[]> drift(int frames, float more) {
        float[][] pictures = new float[frames][AREA];
        for (int frame = 0; frame < frames; frame++) {
            byte[] bytes = Drift.picture(SIZE, SIZE, 3 * frame, -2 * frame);
            for (int i = 0; i < AREA; i++) {
                pictures[frame][i] = (bytes[i] & 0xff) + more;
            }
        }
        return List.of(pictures);
    }

    private static float[] put(Modality modality, List<float[]> pictures) throws LocalizerException {
        float[] pixels = new float[1 + pictures.size() * 3 * AREA];
        assertEquals(pixels.length, sight(modality).put(pictures, pixels, 1));
        return Arrays.copyOfRange(pixels, 1, pixels.length);
    }

    private static double middle(float[] pixels, int picture, int channel) {
        float[] plane = Arrays.copyOfRange(pixels, (3 * picture + channel) * AREA, (3 * picture + channel + 1) * AREA);
        float[] inside = new float[AREA / 4];
        int n = 0;
        for (int y = SIZE / 4; y < SIZE * 3 / 4; y++) {
            for (int x = SIZE / 4; x < SIZE * 3 / 4; x++) {
                inside[n++] = plane[y * SIZE + x];
            }
        }
        Arrays.sort(inside);
        return inside[n / 2];
    }

    /** As in exported clips: 128 + 3 · 127/20, 128 − 2 · 127/20, √13 · 255/20. */
    @ParameterizedTest
    @EnumSource(names = {"FLOW_FARNEBACK", "FLOW_DIS"})
    void networksSeeFlowInTheColoursOfClips(Modality modality) throws Exception {
        float[] seen = put(modality, drift(3, 0));
        for (int picture = 0; picture < 3; picture++) {
            assertEquals(147.05, middle(seen, picture, 0), 1);
            assertEquals(115.3, middle(seen, picture, 1), 1);
            assertEquals(45.97, middle(seen, picture, 2), 1);
        }
    }

    /** Clips are learned from as whole numbers, and looked at as the scaler gives them. */
    @ParameterizedTest
    @EnumSource(names = {"FLOW_FARNEBACK", "FLOW_DIS"})
    void learningAndProposingSeeTheSame(Modality modality) throws Exception {
        assertArrayEquals(put(modality, drift(3, 0)), put(modality, drift(3, 0.4f)));
    }

    @Test
    void differencesAreFromThePictureBefore() throws Exception {
        float[] one = new float[AREA];
        float[] two = new float[AREA];
        float[] three = new float[AREA];
        Arrays.fill(two, 10);
        Arrays.fill(three, 7);
        float[] seen = put(Modality.DIFFERENCE, List.of(one, two, three));
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(10, middle(seen, 0, channel), "the first shows what the second shows");
            assertEquals(10, middle(seen, 1, channel));
            assertEquals(3, middle(seen, 2, channel));
        }
        assertEquals(7, middle(put(Modality.PICTURE, List.of(one, two, three)), 2, 1));
    }

    @Test
    void whatCannotMeasureFlowSaysSo() {
        Sight without = new Sight(sight(Modality.FLOW_DIS).preprocessing(), OpticalFlow.NONE);
        LocalizerException told =
                assertThrows(LocalizerException.class, () -> without.put(drift(2, 0), new float[6 * AREA], 0));
        assertTrue(String.valueOf(told.getMessage()).contains("Nothing here measures"), told.getMessage());
    }
}
