package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.SoundReader;

/** Puts a track with a tone to a film: 48 kHz, two channels, not compressed, so that every sample is known. */
final class SoundFilm {
    static final double HERTZ = 440;
    private static final double LOUD = 20_000;
    /** Samples in a packet. */
    private static final int BLOCK = 960;

    private SoundFilm() {}

    /** The tone at a sample; the right channel is half as loud as the left. */
    static short tone(long sample, int channel) {
        double wave = Math.sin(2 * Math.PI * HERTZ * sample / SoundReader.RATE);
        return (short) Math.round(LOUD * wave / (channel + 1));
    }

    /**
     * Copies a film and adds the tone.
     *
     * @param seconds length of the tone, which begins with the first frame
     */
    static void write(Path silent, Path sounding, int seconds) throws Exception {
        AVFormatContext out = new AVFormatContext(null);
        check(avformat.avformat_alloc_output_context2(out, null, null, sounding.toString()));
        AVPacket packet = avcodec.av_packet_alloc();
        try (Demuxer source = new Demuxer(silent)) {
            AVStream video = avformat.avformat_new_stream(out, null);
            check(avcodec.avcodec_parameters_copy(
                    video.codecpar(), source.stream().codecpar()));
            video.codecpar().codec_tag(0);
            video.time_base(source.stream().time_base());
            AVStream sound = avformat.avformat_new_stream(out, null);
            sound.codecpar().codec_type(avutil.AVMEDIA_TYPE_AUDIO).codec_id(avcodec.AV_CODEC_ID_PCM_S16LE);
            sound.codecpar().sample_rate(SoundReader.RATE).format(avutil.AV_SAMPLE_FMT_S16);
            sound.codecpar().bits_per_coded_sample(16).block_align(4);
            avutil.av_channel_layout_default(sound.codecpar().ch_layout(), SoundReader.CHANNELS);
            sound.time_base(avutil.av_make_q(1, SoundReader.RATE));
            AVIOContext bytes = new AVIOContext(null);
            check(avformat.avio_open(bytes, sounding.toString(), avformat.AVIO_FLAG_WRITE));
            out.pb(bytes);
            check(avformat.avformat_write_header(out, (AVDictionary) null));
            long first = Long.MIN_VALUE;
            while (source.next()) {
                AVPacket copy = avcodec.av_packet_clone(source.packet());
                first = first == Long.MIN_VALUE ? source.stamp() : first;
                avcodec.av_packet_rescale_ts(copy, source.stream().time_base(), video.time_base());
                copy.stream_index(0);
                check(avformat.av_interleaved_write_frame(out, copy));
                avcodec.av_packet_free(copy);
            }
            long begin = avutil.av_rescale_q(first, source.stream().time_base(), sound.time_base());
            for (long at = 0; at < (long) seconds * SoundReader.RATE; at += BLOCK) {
                check(avcodec.av_new_packet(packet, BLOCK * 4));
                for (int i = 0; i < BLOCK * SoundReader.CHANNELS; i++) {
                    short value = tone(at + i / SoundReader.CHANNELS, i % SoundReader.CHANNELS);
                    packet.data().put(2L * i, (byte) value).put(2L * i + 1, (byte) (value >> 8));
                }
                packet.stream_index(1);
                packet.pts(begin + at).dts(begin + at).duration(BLOCK);
                avcodec.av_packet_rescale_ts(packet, avutil.av_make_q(1, SoundReader.RATE), sound.time_base());
                check(avformat.av_interleaved_write_frame(out, packet));
            }
            check(avformat.av_write_trailer(out));
        } finally {
            avcodec.av_packet_free(packet);
            avformat.avio_closep(out.pb());
            avformat.avformat_free_context(out);
        }
    }

    private static void check(int result) {
        assertTrue(result >= 0, () -> Reason.of(result));
    }
}
