package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.ictograph.video.VideoException;

/**
 * The packets of a file's video stream, in decoding order. Opens plain files in known containers only: no playlists, no
 * network, no files named inside files. Confined to one thread at a time.
 */
final class Demuxer implements AutoCloseable {
    /** Longest side of a picture that is read, in pixels; beyond it a file is damaged or hostile. */
    static final int LONGEST_SIDE = 8192;

    /** Packets read by this process so far; whoever watches it sees that it is not stuck. */
    static final LongAdder PACKETS_READ = new LongAdder();

    private static final String CONTAINERS = "mov,avi,matroska,mpeg,mpegts,asf,flv,ogg,dv,m4v,mpegvideo,h264";
    /** How far before a key frame a seek aims in turn, in seconds, until the key frame comes by. */
    private static final int[] RUN_UPS = {0, 1, 5, 30};

    private final Path file;
    private final AVFormatContext context;
    private final AVStream stream;
    private final AVPacket packet;
    private final int streamNumber;
    private final int timeBaseNum;
    private final int timeBaseDen;
    private boolean numbering;
    private long number;
    private boolean held;
    private boolean damaged;

    Demuxer(Path file) throws VideoException {
        this.file = file;
        context = opened(file);
        try {
            requireSize();
            if (avformat.avformat_find_stream_info(context, (AVDictionary) null) < 0) {
                throw unreadable(file);
            }
            int number = avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
            if (number < 0) {
                throw new VideoException(Reason.name(file) + " holds no video, only other streams such as sound. "
                        + "Choose a file with pictures.");
            }
            stream = context.streams(number);
            streamNumber = number;
            requireSize();
            if (stream.codecpar().width() <= 0 || stream.codecpar().height() <= 0) {
                throw unreadable(file);
            }
            for (int i = 0; i < context.nb_streams(); i++) {
                if (i != number) {
                    context.streams(i).discard(avcodec.AVDISCARD_ALL);
                }
            }
            timeBaseNum = stream.time_base().num();
            timeBaseDen = stream.time_base().den();
            packet = Reason.allocated(avcodec.av_packet_alloc());
        } catch (VideoException | RuntimeException failure) {
            avformat.avformat_close_input(context);
            throw failure;
        }
    }

    private static void requireReadable(Path file) throws VideoException {
        if (!Files.isRegularFile(file)) {
            throw Reason.noFile(file);
        }
        if (!Files.isReadable(file)) {
            throw new VideoException("You are not allowed to read " + Reason.name(file) + ". Ask for access to it.");
        }
        try {
            if (Files.size(file) == 0) {
                throw new VideoException(
                        Reason.name(file) + " is empty (0 bytes). Copy it again from where it was recorded.");
            }
        } catch (IOException failure) {
            throw new VideoException("The size of " + Reason.name(file) + " cannot be read. Check its disk.", failure);
        }
    }

    /** Opens a plain file in a known container, and nothing else. */
    static AVFormatContext opened(Path file) throws VideoException {
        requireReadable(file);
        AVFormatContext context = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
        try (BytePointer url = new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8)) {
            if (avformat.avformat_open_input(context, url, null, options) < 0) {
                throw unreadable(file);
            }
        } finally {
            avutil.av_dict_free(options);
        }
        return context;
    }

    private static VideoException unreadable(Path file) {
        String what = looksLikeMp4(file)
                ? " is cut short: its table of contents is missing, as when a recorder is interrupted. "
                        + "Copy it again, or have it repaired."
                : " is not a video that Ictograph can read, or it is damaged. "
                        + "Readable are MP4, MOV, AVI, MKV, MPEG, MTS, ASF, WMV and FLV files.";
        return new VideoException(Reason.name(file) + what);
    }

    /** MP4 and its relatives have the letters {@code ftyp} at byte 4. */
    private static boolean looksLikeMp4(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(8), StandardCharsets.ISO_8859_1).endsWith("ftyp");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void requireSize() throws VideoException {
        for (int i = 0; i < context.nb_streams(); i++) {
            int width = context.streams(i).codecpar().width();
            int height = context.streams(i).codecpar().height();
            if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
                throw new VideoException("The picture of " + Reason.name(file) + " is said to be " + width + "×"
                        + height + " pixels; at most " + LONGEST_SIDE + "×" + LONGEST_SIDE + " can be read.");
            }
        }
    }

    Path file() {
        return file;
    }

    AVFormatContext context() {
        return context;
    }

    AVStream stream() {
        return stream;
    }

    int width() {
        return stream.codecpar().width();
    }

    int height() {
        return stream.codecpar().height();
    }

    /** Size of the file. */
    long bytes() {
        return avformat.avio_size(context.pb());
    }

    /** True when there is sound beside the video. */
    boolean hasSound() {
        for (int i = 0; i < context.nb_streams(); i++) {
            if (context.streams(i).codecpar().codec_type() == avutil.AVMEDIA_TYPE_AUDIO) {
                return true;
            }
        }
        return false;
    }

    /** When recording began, as the container or the stream says. */
    Optional<Instant> madeAt() {
        return creationTime(context.metadata()).or(() -> creationTime(stream.metadata()));
    }

    private static Optional<Instant> creationTime(AVDictionary metadata) {
        AVDictionaryEntry entry = avutil.av_dict_get(metadata, "creation_time", null, 0);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(entry.value().getString()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    int timeBaseNum() {
        return timeBaseNum;
    }

    int timeBaseDen() {
        return timeBaseDen;
    }

    /** Moves to the next packet; false at the end of what can be read. */
    boolean next() {
        if (held) {
            held = false;
            return true;
        }
        while (true) {
            avcodec.av_packet_unref(packet);
            int result = avformat.av_read_frame(context, packet);
            PACKETS_READ.increment();
            if (result < 0) {
                damaged |= result != avutil.AVERROR_EOF;
                return false;
            }
            if (packet.stream_index() == streamNumber) {
                if (numbering) {
                    packet.pts(number++).dts(AV_NOPTS_VALUE);
                }
                return true;
            }
        }
    }

    /** From now on packets carry their number, from 0, in place of a time stamp, so that a frame tells which it came from. */
    Demuxer numbering() {
        numbering = true;
        return this;
    }

    /** The packet that {@link #next} moved to; valid until the next move. */
    AVPacket packet() {
        return packet;
    }

    /** The packet's time stamp by which it can be found again: when it is shown, else when it is decoded. */
    long stamp() {
        return packet.pts() != AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    }

    /** True when the packet says itself when its frame is shown. */
    boolean stampedForShow() {
        return packet.pts() != AV_NOPTS_VALUE;
    }

    boolean isKey() {
        return (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
    }

    /** Lets {@link #next} give the present packet once more. */
    void hold() {
        held = true;
    }

    /** True once reading stopped for another reason than the end of the file. */
    boolean damaged() {
        return damaged;
    }

    /**
     * Goes to a key frame, so that the next packet is that key frame and no other. Some containers (MPEG program streams)
     * land near rather than at the place, so the packet is awaited by its own stamp, if need be with a longer run-up.
     *
     * @return false when the key frame was not found
     */
    boolean seek(long stamp) {
        for (int seconds : RUN_UPS) {
            held = false;
            long aim = stamp - (long) seconds * timeBaseDen / timeBaseNum;
            if (avformat.av_seek_frame(context, streamNumber, aim, avformat.AVSEEK_FLAG_BACKWARD) >= 0
                    && awaitKey(stamp)) {
                return true;
            }
        }
        return false;
    }

    private boolean awaitKey(long stamp) {
        while (next()) {
            if (isKey() && stamp() == stamp) {
                hold();
                return true;
            }
            if (packet.dts() != AV_NOPTS_VALUE && packet.dts() > stamp) {
                return false;
            }
        }
        return false;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avformat.avformat_close_input(context);
    }
}
