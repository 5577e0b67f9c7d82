package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.VideoException;

/** Turns packets into frames, on one thread at a time. */
final class Decoder implements AutoCloseable {
    private final AVCodecContext context;

    /** A decoder for the video stream of a file. */
    Decoder(Demuxer source) throws VideoException {
        int codecId = source.stream().codecpar().codec_id();
        AVCodec codec = avcodec.avcodec_find_decoder(codecId);
        if (codec == null) {
            throw undecodable(source, codecId);
        }
        context = Reason.allocated(avcodec.avcodec_alloc_context3(codec));
        avcodec.avcodec_parameters_to_context(context, source.stream().codecpar());
        context.thread_count(1);
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
    }

    /**
     * The next frame in presentation order; damaged packets are passed over.
     *
     * @return false after the last frame
     */
    boolean next(Demuxer source, AVFrame into) {
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
