package org.ictograph.video.opencv;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;
import org.ictograph.video.Modality;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.VideoException;

/**
 * Optical flow by OpenCV, whose library is loaded when it is first needed. Each picture is computed on the thread that asks: how DIS
 * divides a picture among threads would show in its numbers.
 */
public final class CvFlow implements OpticalFlow {
    /** Smaller ones have no coarser level to begin from. */
    private static final int LEAST = 16;

    private static final double SCALE = 0.5;
    private static final int LEVELS = 3;
    private static final int WINDOW = 15;
    private static final int ITERATIONS = 3;
    private static final int NEIGHBOURS = 5;
    private static final double SIGMA = 1.2;

    @Override
    public String library() {
        // Numbers that the compiler puts here, so that nothing is loaded.
        return "OpenCV " + opencv_core.CV_VERSION_MAJOR + "." + opencv_core.CV_VERSION_MINOR + "."
                + opencv_core.CV_VERSION_REVISION;
    }

    @Override
    public float[] between(Modality method, byte[] before, byte[] after, int width, int height) throws VideoException {
        if (!method.flow()) {
            throw new IllegalArgumentException(method + " is no way to measure flow.");
        }
        if (width < LEAST || height < LEAST) {
            throw new VideoException("Optical flow needs pictures of " + LEAST + " × " + LEAST + " pixels or more, not "
                    + width + " × " + height + "; draw larger cages, or choose a larger side.");
        }
        if (Arrays.equals(before, after)) {
            return new float[2 * width * height];
        }
        try (Mat first = picture(before, width, height);
                Mat second = picture(after, width, height);
                Mat flow = new Mat()) {
            opencv_core.setNumThreads(1);
            if (method == Modality.FLOW_DIS) {
                try (DISOpticalFlow search = DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM)) {
                    search.calc(first, second, flow);
                }
            } else {
                opencv_video.calcOpticalFlowFarneback(
                        first, second, flow, SCALE, LEVELS, WINDOW, ITERATIONS, NEIGHBOURS, SIGMA, 0);
            }
            float[] found = new float[2 * width * height];
            FloatBuffer numbers = flow.createBuffer();
            numbers.get(found);
            return found;
        } catch (LinkageError missing) {
            throw new VideoException(
                    "Optical flow needs the library OpenCV, which cannot be loaded on this machine ("
                            + missing.getMessage() + "). Install Ictograph again, or choose another modality.",
                    missing);
        } catch (RuntimeException failure) {
            throw new VideoException("OpenCV could not measure optical flow: " + failure.getMessage() + ".", failure);
        }
    }

    private static Mat picture(byte[] brightness, int width, int height) {
        Mat picture = new Mat(height, width, opencv_core.CV_8UC1);
        picture.data().put(brightness, 0, width * height);
        return picture;
    }
}
