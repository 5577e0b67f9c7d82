package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.function.IntToLongFunction;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.YuvPicture;

/**
 * Films with bar codes as cameras write them and Ictograph does not: MPEG-2 with fields, bidirectional frames, any stamps.
 *
 * @param encoder FFmpeg's name of the encoder
 * @param between most bidirectional frames in a row
 * @param fields true for frames of two fields, the upper first
 */
record Film(String encoder, int between, boolean fields) {
    static final int KEY_DISTANCE = 12;
    private static final AVRational MICRO = new AVRational().num(1).den(1_000_000);

    /**
     * Writes a film; the container follows from the name.
     *
     * @param shown when each frame is shown, in microseconds
     * @param decoded when each frame is decoded, counted in decoding order from minus two, in microseconds
     * @return false when the container refuses this codec or these stamps
     */
    boolean write(Path file, int frames, IntToLongFunction shown, IntToLongFunction decoded) {
        AVFormatContext format = new AVFormatContext(null);
        check(avformat.avformat_alloc_output_context2(format, null, null, file.toString()));
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(encoder);
        assertTrue(codec != null, encoder);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.width(Clips.WIDTH).height(Clips.HEIGHT);
        context.pix_fmt(encoder.equals("mjpeg") ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P);
        context.time_base(new AVRational().num(1).den(25));
        context.framerate(new AVRational().num(25).den(1));
        context.gop_size(KEY_DISTANCE).max_b_frames(between).bit_rate(2_000_000).thread_count(1);
        if (fields) {
            context.flags(avcodec.AV_CODEC_FLAG_INTERLACED_DCT | avcodec.AV_CODEC_FLAG_INTERLACED_ME);
        }
        if ((format.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = Planes.frame(Clips.WIDTH, Clips.HEIGHT, context.pix_fmt());
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "movflags", "faststart", 0);
        try {
            check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
            AVStream stream = avformat.avformat_new_stream(format, codec);
            check(avcodec.avcodec_parameters_from_context(stream.codecpar(), context));
            // AVI counts frames, every other container time.
            stream.time_base(new AVRational().num(1).den(file.toString().endsWith(".avi") ? 25 : 90_000));
            stream.avg_frame_rate(context.framerate());
            AVIOContext bytes = new AVIOContext(null);
            check(avformat.avio_open(bytes, file.toString(), avformat.AVIO_FLAG_WRITE));
            format.pb(bytes);
            boolean accepted = avformat.avformat_write_header(format, options) >= 0;
            YuvPicture picture = new YuvPicture(Clips.WIDTH, Clips.HEIGHT);
            int[] number = {0};
            for (int i = 0; accepted && i <= frames; i++) {
                if (i < frames) {
                    check(avutil.av_frame_make_writable(frame));
                    Clips.paint(picture, i);
                    Planes.copyIn(picture, frame);
                    frame.pts(i);
                    frame.flags(fields ? AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST : 0);
                    check(avcodec.avcodec_send_frame(context, frame));
                } else {
                    check(avcodec.avcodec_send_frame(context, null));
                }
                while (accepted && avcodec.avcodec_receive_packet(context, packet) >= 0) {
                    packet.pts(scaled(shown.applyAsLong((int) packet.pts()), stream));
                    packet.dts(scaled(decoded.applyAsLong(number[0]++ - 2), stream));
                    packet.duration(0);
                    packet.stream_index(0);
                    accepted = avformat.av_interleaved_write_frame(format, packet) >= 0;
                }
            }
            return avformat.av_write_trailer(format) >= 0 && accepted;
        } finally {
            avformat.avio_closep(format.pb());
            avutil.av_dict_free(options);
            avcodec.av_packet_free(packet);
            Planes.free(frame);
            avcodec.avcodec_free_context(context);
            avformat.avformat_free_context(format);
        }
    }

    private static long scaled(long micros, AVStream stream) {
        return avutil.av_rescale_q(micros, MICRO, stream.time_base());
    }

    private static void check(int result) {
        assertTrue(result >= 0, () -> Reason.of(result));
    }
}
