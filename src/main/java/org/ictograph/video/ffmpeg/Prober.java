package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReport;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;

/** Gathers the facts about a file: what its header declares and what a survey of its packets and frames found. */
final class Prober {
    private Prober() {}

    /** @param before the file's fingerprint before it was surveyed */
    static VideoFacts probe(Path file, String before, Survey survey) throws VideoException {
        FrameIndex index = survey.index();
        try (Demuxer source = new Demuxer(file)) {
            VideoFacts.Coding coding = new VideoFacts.Coding(
                    source.context().iformat().name().getString(),
                    avcodec.avcodec_get_name(source.stream().codecpar().codec_id())
                            .getString(),
                    pixelFormat(source),
                    source.width(),
                    source.height());
            VideoFacts.Timing timing = new VideoFacts.Timing(
                    source.timeBaseNum(),
                    source.timeBaseDen(),
                    index.frames(),
                    index.duration(),
                    Surveyor.declaredRate(source),
                    measuredRate(index),
                    index.keys(),
                    longestKeyDistance(index),
                    survey.times().firstPts(),
                    index.seekable());
            String fingerprint = Fingerprint.of(file);
            FrameReport report = new ReportWriter(source, survey, timing).report(!fingerprint.equals(before));
            return new VideoFacts(coding, timing, report, source.hasSound(), source.bytes(), fingerprint);
        }
    }

    private static String pixelFormat(Demuxer source) {
        BytePointer name = avutil.av_get_pix_fmt_name(source.stream().codecpar().format());
        return name == null ? "unknown" : name.getString();
    }

    /** Distances between first and last frame, over the time between them; of one frame, over its own length. */
    private static double measuredRate(FrameIndex index) {
        int last = index.frames() - 1;
        return last == 0 ? 1e6 / index.duration() : last * 1e6 / index.microsOf(last);
    }

    private static int longestKeyDistance(FrameIndex index) {
        int longest = 0;
        for (int key = 0; key < index.keys(); key++) {
            int next = key + 1 < index.keys() ? index.keyFrame(key + 1) : index.frames();
            longest = Math.max(longest, next - index.keyFrame(key));
        }
        return longest;
    }
}
