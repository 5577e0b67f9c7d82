package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.jspecify.annotations.Nullable;

/**
 * The sound of one file, as samples counted from its first picture. Sound is placed by its own stamps; small unevenness of them
 * is not heard, since a piece that fits to the one before within a thirtieth of a second follows it at once.
 */
final class SoundFile implements AutoCloseable {
    private static final AVRational MICRO = avutil.av_make_q(1, 1_000_000);
    private static final int UNEVEN = SoundReader.RATE / 30;
    /** A jump on by less than this is read over. */
    private static final int NEAR = 2 * SoundReader.RATE;
    /** Pictures that come out of order at the start lie within the first few. */
    private static final int FIRST_PICTURES = 32;
    /** How far before a place a seek aims in turn, in microseconds: decoders of sound need a run-up too. */
    private static final long[] RUN_UPS = {200_000, 1_500_000, 5_000_000, 30_000_000};

    /** Samples that lie together, both channels in turn. */
    private static final class Piece {
        private final long at;
        private final short[] samples;

        Piece(long at, short[] samples) {
            this.at = at;
            this.samples = samples;
        }

        long at() {
            return at;
        }

        long end() {
            return at + samples.length / SoundReader.CHANNELS;
        }
    }

    /** What is heard, and what decodes it. */
    private record Track(AVStream stream, AVCodecContext decoder) {}

    private final AVFormatContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private final Resampler resampler;
    private final Deque<Piece> ready = new ArrayDeque<>();
    private final @Nullable Track track;
    /** Time of the first picture on the clock of the file, in microseconds. */
    private final long zero;
    /** Where the next piece begins if it follows the one before; unknown right after a seek. */
    private long follows = AV_NOPTS_VALUE;

    private boolean ended;

    /** A file without sound that can be decoded is silent. */
    SoundFile(Path file) throws VideoException {
        context = Demuxer.opened(file);
        packet = Reason.allocated(avcodec.av_packet_alloc());
        frame = Reason.allocated(avutil.av_frame_alloc());
        resampler = new Resampler();
        track = track();
        zero = firstPicture();
        for (int i = 0; i < context.nb_streams(); i++) {
            boolean heard = track != null && i == track.stream().index();
            context.streams(i).discard(heard ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
        if (track != null) {
            seek(track, 0);
        }
    }

    private @Nullable Track track() {
        int number = avformat.avformat_find_stream_info(context, (AVDictionary) null) < 0
                ? -1
                : avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        AVStream stream = number < 0 ? null : context.streams(number);
        AVCodec codec = stream == null
                ? null
                : avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (stream == null || codec == null) {
            return null;
        }
        AVCodecContext made = Reason.allocated(avcodec.avcodec_alloc_context3(codec));
        avcodec.avcodec_parameters_to_context(made, stream.codecpar());
        made.pkt_timebase(stream.time_base());
        if (avcodec.avcodec_open2(made, codec, (AVDictionary) null) < 0) {
            avcodec.avcodec_free_context(made);
            return null;
        }
        return new Track(stream, made);
    }

    private long firstPicture() {
        int number = avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        long first = Long.MAX_VALUE;
        for (int seen = 0; number >= 0 && seen < FIRST_PICTURES && read(); ) {
            if (packet.stream_index() == number) {
                seen++;
                long stamp = packet.pts() != AV_NOPTS_VALUE ? packet.pts() : packet.dts();
                first = stamp == AV_NOPTS_VALUE ? first : Math.min(first, stamp);
            }
        }
        return first == Long.MAX_VALUE ? 0 : micros(first, context.streams(number));
    }

    private static long micros(long stamp, AVStream of) {
        return avutil.av_rescale_q(stamp, of.time_base(), MICRO);
    }

    private boolean read() {
        avcodec.av_packet_unref(packet);
        boolean more = avformat.av_read_frame(context, packet) >= 0;
        Demuxer.PACKETS_READ.increment();
        return more;
    }

    /**
     * Puts samples into an array that is silent so far.
     *
     * @param from number of the first sample, counted from the first picture of this file
     * @param place where in the array it goes, in samples of each channel
     */
    void read(long from, short[] into, int place, int count) {
        Track heard = track;
        if (heard == null) {
            return;
        }
        Piece first = ready.peek();
        long at = first != null ? first.at() : follows;
        if (at == AV_NOPTS_VALUE || from < at || from > at + NEAR) {
            goTo(heard, from);
        }
        while (!ended && (ready.isEmpty() || ready.getLast().end() < from + count)) {
            decode(heard);
            while (ready.size() > 1 && ready.getFirst().end() <= from) {
                ready.remove();
            }
        }
        for (Piece piece : ready) {
            long begin = Math.max(from, piece.at());
            int length = (int) (Math.min(from + count, piece.end()) - begin);
            if (length > 0) {
                int source = (int) (begin - piece.at()) * SoundReader.CHANNELS;
                int target = (place + (int) (begin - from)) * SoundReader.CHANNELS;
                System.arraycopy(piece.samples, source, into, target, length * SoundReader.CHANNELS);
            }
        }
    }

    /** Goes to a place, with a longer run-up where the first sound after it came too late. */
    private void goTo(Track heard, long from) {
        for (long runUp : RUN_UPS) {
            long aim = zero + from * 1_000_000 / SoundReader.RATE - runUp;
            seek(heard, aim);
            while (!ended && ready.isEmpty()) {
                decode(heard);
            }
            boolean before = !ready.isEmpty() && ready.getFirst().at() <= from;
            if (before || aim <= zero) {
                return;
            }
        }
    }

    private void seek(Track heard, long micros) {
        long stamp = avutil.av_rescale_q(micros, MICRO, heard.stream().time_base());
        int flag = avformat.AVSEEK_FLAG_BACKWARD;
        if (avformat.av_seek_frame(context, heard.stream().index(), stamp, flag) < 0
                && avformat.av_seek_frame(context, -1, micros, flag) < 0) {
            avformat.avformat_seek_file(context, -1, Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 0);
        }
        avcodec.avcodec_flush_buffers(heard.decoder());
        resampler.forget();
        ready.clear();
        follows = AV_NOPTS_VALUE;
        ended = false;
    }

    /** Decodes the next piece of sound, or comes to the end. */
    private void decode(Track heard) {
        while (true) {
            int result = avcodec.avcodec_receive_frame(heard.decoder(), frame);
            if (result == 0) {
                keep(heard.stream());
                return;
            }
            if (result != AVERROR_EAGAIN()) {
                ended = true;
                return;
            }
            boolean more = read();
            while (more && packet.stream_index() != heard.stream().index()) {
                more = read();
            }
            avcodec.avcodec_send_packet(heard.decoder(), more ? packet : null);
        }
    }

    private void keep(AVStream stream) {
        long stamp = frame.best_effort_timestamp();
        long at = follows == AV_NOPTS_VALUE ? 0 : follows;
        if (stamp != AV_NOPTS_VALUE) {
            long stamped = Math.round((micros(stamp, stream) - zero) * (double) SoundReader.RATE / 1_000_000);
            at = follows != AV_NOPTS_VALUE && Math.abs(stamped - follows) <= UNEVEN ? follows : stamped;
        }
        short[] samples = resampler.of(frame);
        if (samples.length > 0) {
            Piece piece = new Piece(at, samples);
            ready.add(piece);
            follows = piece.end();
        }
    }

    @Override
    public void close() {
        resampler.close();
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        if (track != null) {
            avcodec.avcodec_free_context(track.decoder());
        }
        avformat.avformat_close_input(context);
    }
}
