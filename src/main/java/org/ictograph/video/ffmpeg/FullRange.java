package org.ictograph.video.ffmpeg;

import java.util.function.IntUnaryOperator;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Turns pictures (4:2:0) from the range of video, 16 to 235 for brightness and 16 to 240 for colour, into the full range of
 * JPEG (ITU-T T.871). Value by value through tables, so that the result is the same on every machine. Confined to one thread
 * at a time.
 */
final class FullRange implements AutoCloseable {
    private static final byte[] LUMA = table(value -> (int) Math.round((value - 16) * 255 / 219.0));
    private static final byte[] CHROMA = table(value -> (int) Math.round((value - 128) * 255 / 224.0) + 128);

    private final AVFrame full;
    private final byte[] values;

    FullRange(int width, int height) {
        this.full = Planes.frame(width, height, avutil.AV_PIX_FMT_YUVJ420P);
        this.values = new byte[width * height];
    }

    private static byte[] table(IntUnaryOperator formula) {
        byte[] table = new byte[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = (byte) Math.max(0, Math.min(255, formula.applyAsInt(value)));
        }
        return table;
    }

    /** The picture in full range; valid until the next call. */
    AVFrame of(AVFrame picture) {
        avutil.av_frame_make_writable(full);
        for (int plane = 0; plane < 3; plane++) {
            int part = plane == 0 ? 1 : 2;
            byte[] table = plane == 0 ? LUMA : CHROMA;
            int width = full.width() / part;
            int height = full.height() / part;
            Planes.copyOut(picture, plane, width, height, values);
            for (int i = 0; i < width * height; i++) {
                values[i] = table[values[i] & 0xff];
            }
            Planes.copyIn(values, full, plane, width, height);
        }
        return full;
    }

    @Override
    public void close() {
        Planes.free(full);
    }
}
