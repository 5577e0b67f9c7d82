package org.ictograph.video.ffmpeg;

import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/**
 * Makes one still picture of a frame that consists of two fields: keeps the first field and draws the lines of the second
 * along the edges found in the first (FFmpeg's {@code estdif}). It looks at nothing but the frame itself, so a frame is the
 * same whichever way it was reached; filters that look at neighbours (yadif, bwdif) would give other pixels after a seek.
 * Frames that say they are one picture pass untouched. Confined to one thread at a time.
 */
final class Deinterlacer implements AutoCloseable {
    private final AVFrame given = Reason.allocated(avutil.av_frame_alloc());
    private final AVFrame made = Reason.allocated(avutil.av_frame_alloc());
    private AVFilterGraph graph = new AVFilterGraph((Pointer) null);
    private AVFilterContext source = new AVFilterContext((Pointer) null);
    private AVFilterContext sink = new AVFilterContext((Pointer) null);
    private String shape = "";
    private long clock;

    /** The frame itself when it is one picture, else the picture made of it, valid until the next call. */
    AVFrame of(AVFrame frame) {
        if ((frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) == 0) {
            return frame;
        }
        prepare(frame);
        // The filter gives a frame when the next one comes; the next one is the same frame, said to be one picture,
        // which
        // costs nothing.
        give(frame, frame.flags());
        give(frame, frame.flags() & ~AVFrame.AV_FRAME_FLAG_INTERLACED);
        if (made.width() == 0) {
            throw new IllegalStateException("The deinterlacer gave no picture.");
        }
        return made;
    }

    private void give(AVFrame frame, int flags) {
        avutil.av_frame_unref(given);
        done(avutil.av_frame_ref(given, frame));
        given.pts(clock++);
        given.flags(flags);
        done(avfilter.av_buffersrc_write_frame(source, given));
        avutil.av_frame_unref(made);
        done(Math.min(0, takeLast()));
    }

    /** Takes what is ready; the number of an error other than that nothing more is. */
    private int takeLast() {
        AVFrame next = Reason.allocated(avutil.av_frame_alloc());
        try {
            while (true) {
                int result = avfilter.av_buffersink_get_frame(sink, next);
                if (result < 0) {
                    return result == org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN() ? 0 : result;
                }
                avutil.av_frame_unref(made);
                avutil.av_frame_move_ref(made, next);
            }
        } finally {
            avutil.av_frame_free(next);
        }
    }

    private void prepare(AVFrame frame) {
        String wanted = String.format(
                Locale.ROOT,
                "video_size=%dx%d:pix_fmt=%d:colorspace=%d:range=%d:time_base=1/1000:pixel_aspect=1/1",
                frame.width(),
                frame.height(),
                frame.format(),
                frame.colorspace(),
                frame.color_range());
        if (wanted.equals(shape)) {
            return;
        }
        avfilter.avfilter_graph_free(graph);
        graph = Reason.allocated(avfilter.avfilter_graph_alloc());
        graph.nb_threads(1);
        source = added("buffer", wanted);
        AVFilterContext filter = added("estdif", "mode=frame:deint=interlaced");
        sink = added("buffersink", "");
        done(avfilter.avfilter_link(source, 0, filter, 0));
        done(avfilter.avfilter_link(filter, 0, sink, 0));
        done(avfilter.avfilter_graph_config(graph, null));
        shape = wanted;
    }

    private AVFilterContext added(String kind, String options) {
        AVFilterContext context = new AVFilterContext((Pointer) null);
        done(avfilter.avfilter_graph_create_filter(
                context, avfilter.avfilter_get_by_name(kind), kind, options, null, graph));
        return context;
    }

    private static void done(int result) {
        if (result < 0) {
            throw new IllegalStateException("The deinterlacer failed: " + Reason.of(result));
        }
    }

    @Override
    public void close() {
        avutil.av_frame_free(given);
        avutil.av_frame_free(made);
        avfilter.avfilter_graph_free(graph);
    }
}
