package org.ictograph.dataset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/** Passes everything on to the real thing, so that a test can make one part of it fail. */
class PassingVideos implements Videos {
    private final Videos real;

    PassingVideos(Videos real) {
        this.real = real;
    }

    @Override
    public VideoFacts probe(Path file, Progress progress) throws VideoException {
        return real.probe(file, progress);
    }

    @Override
    public FrameIndex index(Path file, Optional<Path> cache, Progress progress) throws VideoException {
        return real.index(file, cache, progress);
    }

    @Override
    public FrameIndex times(Path file) throws VideoException {
        return real.times(file);
    }

    @Override
    public Optional<Instant> madeAt(Path file) throws VideoException {
        return real.madeAt(file);
    }

    @Override
    public String fingerprint(Path file) throws VideoException {
        return real.fingerprint(file);
    }

    @Override
    public FrameReader open(Reel reel) throws VideoException {
        return real.open(reel);
    }

    @Override
    public VideoWriter create(Path file, VideoSpec spec) throws VideoException {
        return real.create(file, spec);
    }

    @Override
    public List<CutClip> cut(Reel source, List<ClipOrder> orders, Progress progress) throws VideoException {
        return real.cut(source, orders, progress);
    }

    @Override
    public OpticalFlow flow() {
        return real.flow();
    }

    @Override
    public void writePng(Picture picture, Path file) throws VideoException {
        real.writePng(picture, file);
    }

    @Override
    public String libraryVersion() {
        return real.libraryVersion();
    }
}
