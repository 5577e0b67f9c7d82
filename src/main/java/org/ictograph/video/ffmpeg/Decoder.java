package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.Set;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.VideoException;

/** Turns packets into frames. Confined to one thread at a time, whatever threads FFmpeg uses inside. */
final class Decoder implements AutoCloseable {
    /** Codecs in which a picture says for sure that no other refers to it. */
    private static final Set<Integer> TELLING = Set.of(
            avcodec.AV_CODEC_ID_H264,
            avcodec.AV_CODEC_ID_MPEG4,
            avcodec.AV_CODEC_ID_MPEG2VIDEO,
            avcodec.AV_CODEC_ID_MPEG1VIDEO);

    /** Pictures up to so many pixels are decoded sooner by one thread than handed from one to another (see SeekBench). */
    private static final int FEW_PIXELS = 1 << 20;

    private final AVCodecContext context;

    /** A decoder for the video stream of a file. */
    Decoder(Demuxer source) throws VideoException {
        this(source, 1);
    }

    /** @param threads that decode neighbouring frames at the same time, where pictures are large */
    Decoder(Demuxer source, int threads) throws VideoException {
        int codecId = source.stream().codecpar().codec_id();
        AVCodec codec = avcodec.avcodec_find_decoder(codecId);
        if (codec == null) {
            throw undecodable(source, codecId);
        }
        context = Reason.allocated(avcodec.avcodec_alloc_context3(codec));
        avcodec.avcodec_parameters_to_context(context, source.stream().codecpar());
        boolean small = (long) source.width() * source.height() <= FEW_PIXELS;
        context.thread_count(small ? 1 : Math.max(1, threads)).thread_type(AVCodecContext.FF_THREAD_FRAME);
        context.pkt_timebase(source.stream().time_base());
        context.max_pixels((long) Demuxer.LONGEST_SIDE * Demuxer.LONGEST_SIDE);
        if (avcodec.avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            avcodec.avcodec_free_context(context);
            throw undecodable(source, codecId);
        }
    }

    private static VideoException undecodable(Demuxer source, int codecId) {
        return new VideoException(Reason.name(source.file()) + " is encoded as “"
                + avcodec.avcodec_get_name(codecId).getString()
                + "”, which Ictograph cannot decode. Convert it to H.264 first.");
    }

    /** From now on edges of blocks are not smoothed: quicker, but not the right pixels. */
    void leaveEdges() {
        context.skip_loop_filter(avcodec.AVDISCARD_ALL);
    }

    /**
     * Shows the decoder the file's first packet without wanting its frame. Some encoders (x264) put a message there by which
     * the decoder picks its rules; a decoder that starts at a later key frame without it paints garbage.
     */
    void prime(AVPacket first) {
        avcodec.avcodec_send_packet(context, first);
        flush();
    }

    /** Forgets all frames under way, for a start at another key frame. */
    void flush() {
        avcodec.avcodec_flush_buffers(context);
        // The HEVC decoder (FFmpeg 8.0) keeps frames that wait to be taken; they belong to the place before.
        AVFrame stale = Reason.allocated(avutil.av_frame_alloc());
        while (avcodec.avcodec_receive_frame(context, stale) == 0) {
            avutil.av_frame_unref(stale);
        }
        avutil.av_frame_free(stale);
    }

    /** True when pictures that nothing refers to can be left out without harm to the others. */
    boolean canLeaveOut() {
        return TELLING.contains(context.codec_id());
    }

    /**
     * The next frame in presentation order; damaged packets are passed over.
     *
     * @return false after the last frame
     */
    boolean next(Demuxer source, AVFrame into) {
        return next(source, into, packet -> false);
    }

    /**
     * The next frame in presentation order; damaged packets are passed over.
     *
     * @param spare packets whose frames need not be decoded unless others refer to them
     * @return false after the last frame
     */
    boolean next(Demuxer source, AVFrame into, Predicate<AVPacket> spare) {
        boolean ended = false;
        while (true) {
            int result = avcodec.avcodec_receive_frame(context, into);
            if (result == 0) {
                return true;
            }
            if (result == avutil.AVERROR_EOF || (ended && result == AVERROR_EAGAIN())) {
                return false;
            }
            if (result == AVERROR_EAGAIN()) {
                ended = !source.next();
                boolean leaveOut = !ended && spare.test(source.packet());
                context.skip_frame(leaveOut ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT);
                avcodec.avcodec_send_packet(context, ended ? null : source.packet());
            }
        }
    }

    /** Decodes one packet alone; false when it gives no frame. Flush afterwards. */
    boolean alone(AVPacket packet, AVFrame into) {
        avcodec.avcodec_send_packet(context, packet);
        avcodec.avcodec_send_packet(context, null);
        return avcodec.avcodec_receive_frame(context, into) == 0;
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(context);
    }
}
