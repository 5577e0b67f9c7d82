package org.ictograph.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The rival without any craft: libavcodec through the same bindings, as it comes. It seeks to a key frame and decodes every
 * frame up to the target; what it decodes is not even converted for the screen.
 */
final class BareDecoder implements AutoCloseable {
    private final AVFormatContext container = new AVFormatContext(null);
    private final AVStream stream;
    private final AVCodecContext decoder;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();

    BareDecoder(Path file) throws IOException {
        if (avformat.avformat_open_input(container, file.toString(), (AVInputFormat) null, (AVDictionary) null) < 0
                || avformat.avformat_find_stream_info(container, (AVDictionary) null) < 0) {
            throw new IOException(file + " cannot be opened.");
        }
        stream = container.streams(0);
        var codec = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        decoder = avcodec.avcodec_alloc_context3(codec);
        avcodec.avcodec_parameters_to_context(decoder, stream.codecpar());
        avcodec.avcodec_open2(decoder, codec, (AVDictionary) null);
    }

    /** Decodes {@code frames} frames from the key frame with a stamp on. */
    void decode(long keyStamp, int frames) throws IOException {
        avformat.av_seek_frame(container, stream.index(), keyStamp, avformat.AVSEEK_FLAG_BACKWARD);
        avcodec.avcodec_flush_buffers(decoder);
        int left = frames;
        while (left > 0) {
            if (avcodec.avcodec_receive_frame(decoder, frame) == 0) {
                left--;
            } else if (avformat.av_read_frame(container, packet) >= 0) {
                avcodec.avcodec_send_packet(decoder, packet);
                avcodec.av_packet_unref(packet);
            } else if (avcodec.avcodec_send_packet(decoder, null) < 0) {
                throw new IOException("The file ended before the frame.");
            }
        }
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(decoder);
        avformat.avformat_close_input(container);
    }
}
