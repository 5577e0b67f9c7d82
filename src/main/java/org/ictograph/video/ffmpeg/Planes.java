package org.ictograph.video.ffmpeg;

import java.nio.ByteBuffer;
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
        int stride = frame.linesize(plane);
        if (stride < bytes) {
            copyOutUpwards(frame.data(plane), stride, bytes, rows, into);
            return;
        }
        ByteBuffer pixels = pixels(frame, plane, bytes, rows);
        for (int row = 0; row < rows; row++) {
            pixels.get(row * stride, into, row * bytes, bytes);
        }
    }

    /** Some decoders give rows from the last to the first. */
    private static void copyOutUpwards(BytePointer data, int stride, int bytes, int rows, byte[] into) {
        for (int row = 0; row < rows; row++) {
            data.position((long) row * stride).get(into, row * bytes, bytes);
        }
    }

    /** Copies {@code rows} rows of {@code bytes} bytes into a plane of a frame that was made here. */
    static void copyIn(byte[] from, AVFrame frame, int plane, int bytes, int rows) {
        int stride = frame.linesize(plane);
        ByteBuffer pixels = pixels(frame, plane, bytes, rows);
        for (int row = 0; row < rows; row++) {
            pixels.put(row * stride, from, row * bytes, bytes);
        }
    }

    /** A plane up to the last byte that counts: rows are copied from it without a call of native code for each. */
    private static ByteBuffer pixels(AVFrame frame, int plane, int bytes, int rows) {
        return frame.data(plane)
                .capacity((long) (rows - 1) * frame.linesize(plane) + bytes)
                .asByteBuffer();
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
