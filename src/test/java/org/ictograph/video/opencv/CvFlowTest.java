package org.ictograph.video.opencv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ictograph.video.FlowCode;
import org.ictograph.video.Modality;
import org.ictograph.video.VideoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CvFlowTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 80;

    private final CvFlow flow = new CvFlow();

    private float[] between(Modality method, int right, int down) throws VideoException {
        return flow.between(
                method, Drift.picture(WIDTH, HEIGHT, 0, 0), Drift.picture(WIDTH, HEIGHT, right, down), WIDTH, HEIGHT);
    }

    /** The middle one of the numbers that lie far enough inside. */
    private static double middle(float[] flow, int axis) {
        double[] inside = new double[(WIDTH - 32) * (HEIGHT - 32)];
        int n = 0;
        for (int y = 16; y < HEIGHT - 16; y++) {
            for (int x = 16; x < WIDTH - 16; x++) {
                inside[n++] = flow[2 * (y * WIDTH + x) + axis];
            }
        }
        Arrays.sort(inside);
        return inside[inside.length / 2];
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOW_FARNEBACK", "FLOW_DIS"})
    void aPictureThatMovesGivesItsWay(Modality method) throws Exception {
        for (int[] way : new int[][] {{3, -2}, {-1, 4}, {5, 0}}) {
            float[] found = between(method, way[0], way[1]);
            assertEquals(way[0], middle(found, 0), 0.1);
            assertEquals(way[1], middle(found, 1), 0.1);
        }
    }

    /** Values of the same call in Python: opencv-python-headless 4.14.0.94, one thread. */
    @ParameterizedTest
    @CsvSource({
        "FLOW_FARNEBACK, 0, 0, 2.37722, -1.18948",
        "FLOW_FARNEBACK, 48, 40, 2.99984, -1.99991",
        "FLOW_FARNEBACK, 95, 79, 3.02929, -1.93086",
        "FLOW_DIS, 0, 0, 2.98148, -1.90666",
        "FLOW_DIS, 48, 40, 2.94615, -1.99394",
        "FLOW_DIS, 95, 79, 3.02101, -1.98852"
    })
    void numbersAreThoseOfPython(Modality method, int x, int y, double right, double down) throws Exception {
        float[] found = between(method, 3, -2);
        assertEquals(right, found[2 * (y * WIDTH + x)], 1e-3);
        assertEquals(down, found[2 * (y * WIDTH + x) + 1], 1e-3);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOW_FARNEBACK", "FLOW_DIS"})
    void theSamePicturesGiveTheSameNumbers(Modality method) throws Exception {
        assertArrayEquals(between(method, 3, -2), between(method, 3, -2));
        assertArrayEquals(new float[2 * WIDTH * HEIGHT], between(method, 0, 0));
    }

    @Test
    void whatIsTooSmallIsRefusedInASentence() {
        VideoException told = assertThrows(
                VideoException.class,
                () -> flow.between(Modality.FLOW_DIS, new byte[12 * 40], new byte[12 * 40], 12, 40));
        assertTrue(String.valueOf(told.getMessage()).contains("not 12 × 40"), told.getMessage());
    }

    /** A Java without the native libraries on its class path. */
    @Test
    void aLibraryThatCannotBeLoadedIsASentence() throws Exception {
        String without = Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry ->
                        !String.valueOf(Path.of(entry).getFileName()).matches("open(cv|blas)-.*(x86_64|arm64)\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        without,
                        Bare.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertTrue(
                said.strip()
                        .matches("(?s)OpenCV 4[.0-9]+ Optical flow needs the library OpenCV, .*another modality\\."),
                said);
    }

    /** Tells what is said where flow is asked for. */
    static final class Bare {
        private Bare() {}

        public static void main(String[] words) {
            CvFlow flow = new CvFlow();
            try {
                flow.between(Modality.FLOW_DIS, new byte[400], Drift.picture(20, 20, 1, 1), 20, 20);
            } catch (VideoException told) {
                System.out.println(flow.library() + " " + told.getMessage());
            }
        }
    }

    @Test
    void movementBecomesColours() {
        byte[] pixels = FlowCode.pixels(new float[] {0, 0, 3, -2, -30, 10});
        // 128 + 3 · 6.35 = 147.05, 128 − 2 · 6.35 = 115.3, √13 · 12.75 = 45.97; −30 is cut at −20, 10 · 6.35 = 63.5.
        int[] expected = {128, 128, 0, 147, 115, 46, 1, 192, 255};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], pixels[i] & 0xff, "number " + i);
        }
    }
}
