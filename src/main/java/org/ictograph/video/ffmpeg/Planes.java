package org.ictograph.video.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.ictograph.video.YuvPicture;

/** Copies rows of pixels between Java arrays and native frames, whose rows may be padded. */
final class Planes {
    private Planes() {}

    /** A frame with memory of its own, undefined pixels. The caller frees it with {@link #free}. */
    static AVFrame frame(int width, int height, int pixelFormat) {
        AVFrame frame = Reason.allocated(avutil.av_frame_alloc());
        frame.width(width).height(height).format(pixelFormat);
        if (avutil.av_frame_get_buffer(frame, 0) < 0) {
            avutil.av_frame_free(frame);
            throw new OutOfMemoryError("No memory left for video.");
        }
        return frame;
    }

    static void free(AVFrame frame) {
        avutil.av_frame_free(frame);
    }

    /** Copies {@code rows} rows of {@code bytes} bytes out of a plane. */
    static void copyOut(AVFrame frame, int plane, int bytes, int rows, byte[] into) {
        BytePointer data = frame.data(plane);
        int stride = frame.linesize(plane);
        if (stride == bytes) {
            data.get(into, 0, bytes * rows);
            return;
        }
        for (int row = 0; row < rows; row++) {
            data.position((long) row * stride).get(into, row * bytes, bytes);
        }
    }

    /** Copies {@code rows} rows of {@code bytes} bytes into a plane. */
    static void copyIn(byte[] from, AVFrame frame, int plane, int bytes, int rows) {
        BytePointer data = frame.data(plane);
        int stride = frame.linesize(plane);
        for (int row = 0; row < rows; row++) {
            data.position((long) row * stride).put(from, row * bytes, bytes);
        }
    }

    /** Fills a 4:2:0 frame of the same size. */
    static void copyIn(YuvPicture picture, AVFrame frame) {
        int width = picture.width();
        int height = picture.height();
        copyIn(picture.y(), frame, 0, width, height);
        copyIn(picture.u(), frame, 1, width / 2, height / 2);
        copyIn(picture.v(), frame, 2, width / 2, height / 2);
    }
}
