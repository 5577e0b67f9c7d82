package org.ictograph.video.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.ictograph.video.SoundReader;
import org.jspecify.annotations.Nullable;

/** Turns decoded sound of any kind into two channels of 16 bits at one rate. Confined to one thread at a time. */
final class Resampler implements AutoCloseable {
    /** What sound must be alike in to be resampled in one go. */
    private record Kind(int format, int rate, int channels) {}

    private final AVChannelLayout two = new AVChannelLayout();
    private @Nullable SwrContext context;
    private @Nullable Kind kind;

    Resampler() {
        avutil.av_channel_layout_default(two, SoundReader.CHANNELS);
    }

    /** The samples of a frame, the channels in turn; none when it cannot be converted. */
    short[] of(AVFrame frame) {
        Kind now =
                new Kind(frame.format(), frame.sample_rate(), frame.ch_layout().nb_channels());
        SwrContext ready = context;
        if (ready == null || !now.equals(kind)) {
            forget();
            ready = prepared(now);
            context = ready;
            kind = now;
        }
        int room = ready == null ? 0 : swresample.swr_get_out_samples(ready, frame.nb_samples());
        if (ready == null || room <= 0) {
            return new short[0];
        }
        try (ShortPointer buffer = new ShortPointer((long) room * SoundReader.CHANNELS);
                PointerPointer<ShortPointer> planes = new PointerPointer<>(1)) {
            planes.put(0, buffer);
            int made = swresample.swr_convert(ready, planes, room, frame.extended_data(), frame.nb_samples());
            short[] samples = new short[Math.max(0, made) * SoundReader.CHANNELS];
            buffer.get(samples);
            return samples;
        }
    }

    /** Null when FFmpeg does not know how. */
    private @Nullable SwrContext prepared(Kind from) {
        SwrContext made = new SwrContext(null);
        try (AVChannelLayout layout = new AVChannelLayout()) {
            avutil.av_channel_layout_default(layout, from.channels());
            int result = swresample.swr_alloc_set_opts2(
                    made, two, avutil.AV_SAMPLE_FMT_S16, SoundReader.RATE, layout, from.format(), from.rate(), 0, null);
            if (result < 0 || swresample.swr_init(made) < 0) {
                swresample.swr_free(made);
                return null;
            }
        }
        return made;
    }

    /** Starts anew at another place. */
    void forget() {
        SwrContext old = context;
        context = null;
        if (old != null) {
            swresample.swr_free(old);
        }
    }

    @Override
    public void close() {
        forget();
        two.close();
    }
}
