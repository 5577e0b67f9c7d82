package org.ictograph.video.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * Converts frames to another size and pixel format. Colours follow the frame: its own matrix, or the usual one for its size
 * (BT.709 from 720 rows, BT.601 below), full range where the source says so. Confined to one thread at a time.
 */
final class FrameScaler implements AutoCloseable {
    private static final int HIGH_DEFINITION_ROWS = 720;
    private static final int ONE = 1 << 16;

    private final int method;
    private SwsContext context = new SwsContext(null);
    private @Nullable Job prepared;

    /** What the context was prepared for. */
    private record Job(
            int width, int height, int format, int matrix, boolean full, int toWidth, int toHeight, int toFormat) {}

    /** @param method swscale's way to interpolate, for example {@link swscale#SWS_BICUBIC} */
    FrameScaler(int method) {
        this.method = method;
    }

    /** Fills {@code to}, whose size and format say what is wanted. */
    void scale(AVFrame from, AVFrame to) {
        boolean full = from.color_range() == avutil.AVCOL_RANGE_JPEG || isFullRangeFormat(from.format());
        Job job = new Job(
                from.width(), from.height(), from.format(), matrixOf(from), full, to.width(), to.height(), to.format());
        if (!job.equals(prepared)) {
            prepare(job);
            prepared = job;
        }
        swscale.sws_scale(context, from.data(), from.linesize(), 0, from.height(), to.data(), to.linesize());
    }

    private void prepare(Job job) {
        context = swscale.sws_getCachedContext(
                context,
                job.width(),
                job.height(),
                job.format(),
                job.toWidth(),
                job.toHeight(),
                job.toFormat(),
                method,
                null,
                null,
                (DoublePointer) null);
        Reason.allocated(context);
        IntPointer matrix = swscale.sws_getCoefficients(job.matrix());
        int toFull = isYuv(job.toFormat()) ? 0 : 1;
        swscale.sws_setColorspaceDetails(context, matrix, job.full() ? 1 : 0, matrix, toFull, 0, ONE, ONE);
    }

    private static int matrixOf(AVFrame frame) {
        return switch (frame.colorspace()) {
            case avutil.AVCOL_SPC_BT709 -> swscale.SWS_CS_ITU709;
            case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> swscale.SWS_CS_BT2020;
            case avutil.AVCOL_SPC_SMPTE240M -> swscale.SWS_CS_SMPTE240M;
            case avutil.AVCOL_SPC_FCC -> swscale.SWS_CS_FCC;
            case avutil.AVCOL_SPC_BT470BG, avutil.AVCOL_SPC_SMPTE170M -> swscale.SWS_CS_ITU601;
            default -> frame.height() >= HIGH_DEFINITION_ROWS ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601;
        };
    }

    /** The older formats whose name alone says full range. */
    private static boolean isFullRangeFormat(int format) {
        return format == avutil.AV_PIX_FMT_YUVJ420P
                || format == avutil.AV_PIX_FMT_YUVJ422P
                || format == avutil.AV_PIX_FMT_YUVJ444P
                || format == avutil.AV_PIX_FMT_YUVJ440P
                || format == avutil.AV_PIX_FMT_YUVJ411P;
    }

    private static boolean isYuv(int format) {
        var description = avutil.av_pix_fmt_desc_get(format);
        return (description.flags() & avutil.AV_PIX_FMT_FLAG_RGB) == 0 && description.nb_components() >= 3;
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
        context = new SwsContext(null);
    }
}
