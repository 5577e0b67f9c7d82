package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.Codec;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;

/**
 * How frames become packets: one thread and bit-exact, so that the same frames give the same bytes. H.264 gets half a bit a
 * pixel (4.6 Mbit/s at VGA and 30 frames per second), which keeps sensor noise; MPEG-4 and MJPEG
 * the fixed quality 2; FFV1 is lossless.
 *
 * @param rate frames per second, a fraction where there are few in a long time
 * @param ticks units of the time base in one nominal frame
 */
record EncoderRecipe(VideoSpec spec, double rate, int ticks) {
    /** The largest number in a fraction of frames per second. */
    private static final int FINEST = 100_000;

    private static final double BITS_PER_PIXEL = 0.5;
    private static final int QUALITY = 2;
    /** MPEG-4 part 2 stores the denominator of its time base in 16 bits. */
    private static final int MPEG4_TICKS_PER_SECOND = 65535;

    private static final int FINE = 3000;

    /** For frames that come at a constant rate only. */
    static EncoderRecipe constant(VideoSpec spec) {
        return constant(spec, spec.rate());
    }

    /** The same at a rate that may be a fraction. */
    static EncoderRecipe constant(VideoSpec spec, double rate) {
        return new EncoderRecipe(spec, rate, 1);
    }

    /** For frames that may come at any time, as far as the container allows it: AVI and MPEG have a constant rate. */
    static EncoderRecipe variable(VideoSpec spec, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".avi") || name.endsWith(".mpg")) {
            return constant(spec);
        }
        int most = spec.codec() == Codec.MPEG4 ? MPEG4_TICKS_PER_SECOND / spec.rate() : FINE;
        return new EncoderRecipe(spec, spec.rate(), Math.max(1, Math.min(most, FINE)));
    }

    int codecId() {
        return switch (spec.codec()) {
            case H264 -> avcodec.AV_CODEC_ID_H264;
            case MPEG4 -> avcodec.AV_CODEC_ID_MPEG4;
            case MJPEG -> avcodec.AV_CODEC_ID_MJPEG;
            case FFV1 -> avcodec.AV_CODEC_ID_FFV1;
        };
    }

    /** True when the encoder wants pictures in full range, see {@link FullRange}. */
    boolean fullRange() {
        return spec.codec() == Codec.MJPEG;
    }

    /** Units of the time base in a second. */
    int ticksPerSecond() {
        return spec.rate() * ticks;
    }

    private String encoder() {
        return switch (spec.codec()) {
            case H264 -> "libopenh264";
            case MPEG4 -> "mpeg4";
            case MJPEG -> "mjpeg";
            case FFV1 -> "ffv1";
        };
    }

    /** A new encoder, which the caller frees. */
    AVCodecContext open(boolean globalHeader, Path file) throws VideoException {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(encoder());
        AVCodecContext context = Reason.allocated(avcodec.avcodec_alloc_context3(codec));
        context.width(spec.width()).height(spec.height());
        context.pix_fmt(fullRange() ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P);
        context.color_range(fullRange() ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        AVRational frames = avutil.av_d2q(rate, FINEST);
        context.framerate(frames);
        context.time_base(avutil.av_make_q(frames.den(), frames.num() * ticks));
        context.gop_size(spec.keyDistance());
        context.max_b_frames(0);
        context.thread_count(1);
        context.flags(context.flags()
                | avcodec.AV_CODEC_FLAG_BITEXACT
                | (globalHeader ? avcodec.AV_CODEC_FLAG_GLOBAL_HEADER : 0));
        AVDictionary options = new AVDictionary(null);
        switch (spec.codec()) {
            case H264 -> context.bit_rate(Math.round(BITS_PER_PIXEL * spec.width() * spec.height() * rate));
            case MPEG4, MJPEG ->
                context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE).global_quality(quality());
            case FFV1 -> avutil.av_dict_set(options, "level", "3", 0);
        }
        int result = avcodec.avcodec_open2(context, codec, options);
        avutil.av_dict_free(options);
        if (result < 0) {
            avcodec.avcodec_free_context(context);
            throw new VideoException("A video of " + spec.width() + "×" + spec.height() + " pixels at " + spec.rate()
                    + " frames per second cannot be written to " + Reason.name(file) + ": " + Reason.of(result) + ".");
        }
        return context;
    }

    /** Quality that every frame of a fixed-quality encoder carries. */
    int quality() {
        return spec.codec() == Codec.MPEG4 || fullRange() ? QUALITY * avutil.FF_QP2LAMBDA : 0;
    }
}
