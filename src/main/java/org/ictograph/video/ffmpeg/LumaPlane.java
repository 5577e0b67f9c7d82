package org.ictograph.video.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/**
 * The brightness of frames as bytes of one fixed size. Formats that hold it as a plane of bytes are copied, all others
 * (10 bits, packed, RGB) and frames of another size are converted. Confined to one thread at a time.
 */
final class LumaPlane implements AutoCloseable {
    private final int width;
    private final int height;
    private final byte[] luma;
    private final FrameScaler scaler = new FrameScaler(swscale.SWS_BILINEAR);
    private final AVFrame converted;

    LumaPlane(int width, int height) {
        this.width = width;
        this.height = height;
        this.luma = new byte[width * height];
        this.converted = Planes.frame(width, height, avutil.AV_PIX_FMT_YUV420P);
    }

    /** The brightness of a frame, {@code width × height} bytes; the array is used again by the next call. */
    byte[] of(AVFrame frame) {
        copy(frame, luma);
        return luma;
    }

    /** Writes the brightness of a frame into an array of that length. */
    void copy(AVFrame frame, byte[] into) {
        AVFrame from = frame;
        if (frame.width() != width || frame.height() != height || !hasPlaneOfBytes(frame.format())) {
            scaler.scale(frame, converted);
            from = converted;
        }
        Planes.copyOut(from, 0, width, height, into);
    }

    private static boolean hasPlaneOfBytes(int format) {
        AVPixFmtDescriptor description = avutil.av_pix_fmt_desc_get(format);
        long other = avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_PAL | avutil.AV_PIX_FMT_FLAG_BITSTREAM;
        return (description.flags() & other) == 0
                && description.comp(0).depth() == 8
                && description.comp(0).step() == 1
                && description.comp(0).offset() == 0;
    }

    @Override
    public void close() {
        Planes.free(converted);
        scaler.close();
    }
}
