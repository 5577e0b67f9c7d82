package org.ictograph.video.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Video whose files are read in other processes: a file that makes a decoder hang or crash costs that process and one
 * sentence. Each open reader has a process, one more waits. Writing new files and pictures, where nothing strange is read,
 * happens inside. Closing ends all processes; they also end by themselves when the program is gone.
 */
public final class ProcessVideos implements Videos, AutoCloseable {
    /** Longer than a sleeping disk takes to wake up; each packet that is read starts the time anew. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(ProcessVideos.class);

    private final Videos inside;
    private final DecoderPool pool;

    /**
     * Starts the first process, without waiting for it.
     *
     * @param inside writes files, and knows fingerprints
     * @param main a class whose main method runs a {@link DecoderHost} on the standard streams
     */
    public ProcessVideos(Videos inside, Class<?> main) {
        this(inside, main, PATIENCE, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * @param patience how long a decoder may be silent before it is ended
     * @param reports folder for the report that a crash leaves
     */
    public ProcessVideos(Videos inside, Class<?> main, Duration patience, Path reports) {
        this.inside = inside;
        this.pool = new DecoderPool(new DecoderCommand(main, reports), patience);
        try {
            pool.warm();
        } catch (VideoException later) {
            LOG.warn("No decoder could be started yet", later);
        }
    }

    @Override
    public VideoFacts probe(Path file, Progress progress) throws VideoException {
        return ask(new Call.Probe(file, Optional.empty()), file, progress);
    }

    @Override
    public VideoFacts probe(Path file, Path cache, Progress progress) throws VideoException {
        return ask(new Call.Probe(file, Optional.of(cache)), file, progress);
    }

    @Override
    public FrameIndex index(Path file, Optional<Path> cache, Progress progress) throws VideoException {
        return ask(new Call.Index(file, cache), file, progress);
    }

    @Override
    public FrameIndex times(Path file) throws VideoException {
        return ask(new Call.Times(file), file, Progress.NONE);
    }

    @Override
    public Optional<Instant> madeAt(Path file) throws VideoException {
        return ask(new Call.MadeAt(file), file, Progress.NONE);
    }

    @Override
    public String fingerprint(Path file) throws VideoException {
        return inside.fingerprint(file);
    }

    @Override
    public FrameReader open(Reel reel) throws VideoException {
        return new ProcessReader(pool, reel, inside.flow());
    }

    @Override
    public SoundReader openSound(Reel reel) {
        return new ProcessSound(pool, reel);
    }

    @Override
    public VideoWriter create(Path file, VideoSpec spec) throws VideoException {
        return inside.create(file, spec);
    }

    @Override
    public List<CutClip> cut(Reel source, List<ClipOrder> orders, Progress progress) throws VideoException {
        List<Path> begun =
                orders.stream().map(ClipOrder::file).filter(Files::notExists).toList();
        boolean done = false;
        try {
            List<CutClip> clips =
                    ask(new Call.Cut(source, orders), source.pieces().get(0).file(), progress);
            progress.check(); // a wish to stop that came too late for the process still counts
            done = true;
            return clips;
        } finally {
            if (!done) {
                begun.forEach(ProcessVideos::delete);
            }
        }
    }

    /** What a lost process could not clear away itself. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("The unfinished clip {} could not be deleted: {}", file, failure.getMessage());
        }
    }

    private <T> T ask(Call<T> call, Path file, Progress progress) throws VideoException {
        DecoderProcess taken = pool.take();
        try {
            return taken.ask(call, progress);
        } catch (LostDecoder lost) {
            throw new VideoException(
                    "The decoder " + lost.deed() + " when it read “" + file.getFileName()
                            + "”; the file is damaged, or its disk does not answer. Check the disk, or leave the file out.",
                    lost);
        } finally {
            pool.giveBack(taken);
        }
    }

    /** Pictures that were decoded are nothing strange any more. */
    @Override
    public OpticalFlow flow() {
        return inside.flow();
    }

    @Override
    public void writePng(Picture picture, Path file) throws VideoException {
        inside.writePng(picture, file);
    }

    @Override
    public String libraryVersion() {
        return inside.libraryVersion();
    }

    /** Number of processes that run. */
    int processes() {
        return pool.size();
    }

    @Override
    public void close() {
        pool.close();
    }
}
