package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.YuvPicture;
import org.jspecify.annotations.Nullable;

/** Writes pictures that come with their own times. */
final class FfmpegVideoWriter implements VideoWriter {
    private final VideoSpec spec;
    private final EncoderRecipe recipe;
    private final EncodedFile file;
    private final AVFrame frame;
    private final @Nullable FullRange range;
    private long lastStamp = Long.MIN_VALUE;
    private boolean closed;

    FfmpegVideoWriter(Path file, VideoSpec spec) throws VideoException {
        this.spec = spec;
        this.recipe = EncoderRecipe.variable(spec, file);
        this.file = new EncodedFile(file, recipe);
        this.frame = Planes.frame(spec.width(), spec.height(), avutil.AV_PIX_FMT_YUV420P);
        this.range = recipe.fullRange() ? new FullRange(spec.width(), spec.height()) : null;
    }

    @Override
    public void write(YuvPicture picture, long micros) throws VideoException {
        if (picture.width() != spec.width() || picture.height() != spec.height()) {
            throw new IllegalArgumentException("The picture is " + picture.width() + "×" + picture.height()
                    + ", the video " + spec.width() + "×" + spec.height());
        }
        long stamp = Math.max(Math.round(micros * (recipe.ticksPerSecond() / 1e6)), lastStamp + 1);
        avutil.av_frame_make_writable(frame);
        Planes.copyIn(picture, frame);
        AVFrame seen = range == null ? frame : range.of(frame);
        seen.pts(stamp).duration(recipe.ticks()).quality(recipe.quality());
        file.write(seen);
        lastStamp = stamp;
    }

    @Override
    public void finish() throws VideoException {
        file.finish();
        close();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Planes.free(frame);
            if (range != null) {
                range.close();
            }
            file.close();
        }
    }
}
