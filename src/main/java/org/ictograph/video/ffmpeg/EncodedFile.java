package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.ictograph.video.VideoException;

/**
 * A video file being written: encoder, container and a hidden sibling that gets its real name when it is complete. The same
 * frames give the same bytes. Confined to one thread at a time.
 */
final class EncodedFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final AVFormatContext container;
    private final AVStream stream;
    private final AVCodecContext encoder;
    private final AVPacket packet;
    private boolean closed;

    /** @param recipe how to encode; made for this file, which closes the encoder */
    EncodedFile(Path file, EncoderRecipe recipe) throws VideoException {
        this.file = file.toAbsolutePath();
        this.part = this.file.resolveSibling("." + file.getFileName() + ".part");
        AVOutputFormat format =
                avformat.av_guess_format(null, file.getFileName().toString(), null);
        if (format == null || avformat.avformat_query_codec(format, recipe.codecId(), 0) == 0) {
            throw new VideoException("A video named " + Reason.name(file) + " cannot be written with this codec. "
                    + "Use the ending .mp4, .mov, .mkv, .avi, .mpg or .asf.");
        }
        container = new AVFormatContext(null);
        Reason.written(avformat.avformat_alloc_output_context2(container, format, (String) null, null), file);
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        try {
            encoder = recipe.open((format.flags() & avformat.AVFMT_GLOBALHEADER) != 0, file);
        } catch (VideoException failure) {
            avformat.avformat_free_context(container);
            throw failure;
        }
        packet = Reason.allocated(avcodec.av_packet_alloc());
        stream = Reason.allocated(avformat.avformat_new_stream(container, null));
        try {
            stream.time_base(encoder.time_base());
            stream.avg_frame_rate(encoder.framerate());
            Reason.written(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder), file);
            stream.codecpar().codec_tag(0);
            openPart();
            Reason.written(avformat.avformat_write_header(container, (AVDictionary) null), file);
        } catch (VideoException failure) {
            close();
            throw failure;
        }
    }

    private void openPart() throws VideoException {
        try {
            Files.createDirectories(part.getParent());
        } catch (IOException failure) {
            throw new VideoException(
                    "The folder " + part.getParent() + " cannot be made. Check its permissions.", failure);
        }
        AVIOContext output = new AVIOContext(null);
        try (BytePointer url = new BytePointer("file:" + part, StandardCharsets.UTF_8)) {
            Reason.written(avformat.avio_open2(output, url, avformat.AVIO_FLAG_WRITE, null, (AVDictionary) null), file);
        }
        container.pb(output);
    }

    /** Encodes a frame whose stamp and duration are in the encoder's time base. */
    void write(AVFrame frame) throws VideoException {
        Reason.written(avcodec.avcodec_send_frame(encoder, frame), file);
        drain();
    }

    private void drain() throws VideoException {
        while (true) {
            int result = avcodec.avcodec_receive_packet(encoder, packet);
            if (result == AVERROR_EAGAIN() || result == avutil.AVERROR_EOF) {
                return;
            }
            Reason.written(result, file);
            if (packet.duration() == 0) {
                packet.duration(avutil.av_rescale_q(1, avutil.av_inv_q(encoder.framerate()), encoder.time_base()));
            }
            avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            Reason.written(avformat.av_interleaved_write_frame(container, packet), file);
            Reason.written(container.pb().error(), file);
        }
    }

    /** Writes what is still under way and gives the file its name. */
    void finish() throws VideoException {
        Reason.written(avcodec.avcodec_send_frame(encoder, null), file);
        drain();
        Reason.written(avformat.av_write_trailer(container), file);
        avformat.avio_flush(container.pb());
        Reason.written(container.pb().error(), file);
        Reason.written(closeOutput(), file);
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException denied) {
            throw new VideoException(
                    Reason.name(file) + " cannot be replaced; another program may have it open. Close it there.",
                    denied);
        } catch (IOException failure) {
            throw new VideoException(Reason.name(file) + " could not be given its name. Check the folder.", failure);
        }
    }

    private int closeOutput() {
        AVIOContext output = container.pb();
        if (output == null || output.isNull()) {
            return 0;
        }
        container.pb(null);
        return avformat.avio_close(output);
    }

    /** Frees everything and deletes what was not finished. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        closeOutput();
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(encoder);
        avformat.avformat_free_context(container);
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            part.toFile().deleteOnExit();
        }
    }
}
