package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.opencv.CvFlow;
import org.ictograph.work.Progress;

/** The video room on FFmpeg. */
public final class FfmpegVideos implements Videos {
    private final OpticalFlow flow;

    /** Optical flow is that of OpenCV. */
    public FfmpegVideos() {
        this(new CvFlow());
    }

    /** Makes FFmpeg silent: what matters is said in sentences, and its own log would go to the standard error stream. */
    public FfmpegVideos(OpticalFlow flow) {
        this.flow = flow;
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    /** Number of packets that this process has read from files: as long as it grows, no call is stuck. */
    public static long packetsRead() {
        return Demuxer.PACKETS_READ.sum();
    }

    @Override
    public VideoFacts probe(Path file, Progress progress) throws VideoException {
        String before = fingerprint(file);
        return Prober.probe(file, before, Surveyor.survey(file, progress));
    }

    @Override
    public VideoFacts probe(Path file, Path cache, Progress progress) throws VideoException {
        String before = fingerprint(file);
        Survey survey = Surveyor.survey(file, progress);
        VideoFacts facts = Prober.probe(file, before, survey);
        keep(survey.index(), new IndexCache(cache, before), facts.fingerprint().equals(before));
        return facts;
    }

    /** The index of a file that grew meanwhile is right for now but belongs to no fingerprint. */
    private static void keep(FrameIndex index, IndexCache cache, boolean unchanged) {
        if (unchanged) {
            cache.write(index);
        }
    }

    @Override
    public FrameIndex index(Path file, Optional<Path> cache, Progress progress) throws VideoException {
        if (cache.isEmpty()) {
            return Surveyor.survey(file, progress).index();
        }
        String fingerprint = fingerprint(file);
        IndexCache kept = new IndexCache(cache.get(), fingerprint);
        Optional<FrameIndex> known = kept.read();
        if (known.isPresent()) {
            return known.get();
        }
        FrameIndex index = Surveyor.survey(file, progress).index();
        keep(index, kept, fingerprint(file).equals(fingerprint));
        return index;
    }

    @Override
    public FrameIndex times(Path file) throws VideoException {
        return Surveyor.times(file);
    }

    @Override
    public Optional<Instant> madeAt(Path file) throws VideoException {
        try (Demuxer source = new Demuxer(file)) {
            return source.madeAt();
        }
    }

    @Override
    public String fingerprint(Path file) throws VideoException {
        return Fingerprint.of(file);
    }

    @Override
    public FrameReader open(Reel reel) throws VideoException {
        return new FfmpegFrameReader(reel, flow);
    }

    @Override
    public SoundReader openSound(Reel reel) {
        return new ReelSound(reel);
    }

    @Override
    public VideoWriter create(Path file, VideoSpec spec) throws VideoException {
        return new FfmpegVideoWriter(file, spec);
    }

    @Override
    public List<CutClip> cut(Reel source, List<ClipOrder> orders, Progress progress) throws VideoException {
        return ClipCutter.cut(source, orders, flow, progress);
    }

    @Override
    public OpticalFlow flow() {
        return flow;
    }

    @Override
    public void writePng(Picture picture, Path file) throws VideoException {
        PngFile.write(picture, file);
    }

    @Override
    public String libraryVersion() {
        return "FFmpeg " + avutil.av_version_info().getString();
    }
}
