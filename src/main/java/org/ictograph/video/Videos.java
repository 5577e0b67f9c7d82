package org.ictograph.video;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ictograph.work.Progress;

/** The front door to video. Stateless; may be used from any thread except the FX thread, since everything blocks. */
public interface Videos {
    /**
     * What a file really is. Demuxes it once and decodes samples.
     *
     * @throws VideoException when it is missing, no video, empty or damaged beyond use
     */
    VideoFacts probe(Path file, Progress progress) throws VideoException;

    /** The same, and keeps the index that comes with it, so that {@link #index} need not read the file again. */
    default VideoFacts probe(Path file, Path cache, Progress progress) throws VideoException {
        return probe(file, progress);
    }

    /**
     * The time of every frame, from the cache folder when the file is known there, else by demuxing it once.
     *
     * @param cache folder for indexes, made when needed; without one nothing is kept
     */
    FrameIndex index(Path file, Optional<Path> cache, Progress progress) throws VideoException;

    /**
     * The time of every frame as the container tells it, for who decodes all of the file from its start anyway. No frame is decoded
     * for it, so nobody has looked whether frames can be reached by a seek, and whoever reads walks on from the start.
     */
    default FrameIndex times(Path file) throws VideoException {
        return index(file, Optional.empty(), Progress.NONE);
    }

    /**
     * When recording began, as the file itself says in its header; cheap, and as wrong as the clock of the camera. Empty when
     * it says nothing.
     */
    Optional<Instant> madeAt(Path file) throws VideoException;

    /** Identity of the content of a file: cheap even for very large ones. */
    String fingerprint(Path file) throws VideoException;

    /**
     * Opens a recording for reading.
     *
     * @throws VideoException when a file is missing or cannot be decoded, or when its picture has another size than that of
     *     the file before; files after the first are opened when their first frame is wanted
     */
    FrameReader open(Reel reel) throws VideoException;

    /** Opens a single file for reading. */
    default FrameReader open(Path file, FrameIndex index) throws VideoException {
        return open(Reel.of(file, index));
    }

    /** Opens the sound of a recording; nothing is read before it is asked for. See {@link FrameReader#hasSound}. */
    default SoundReader openSound(Reel reel) throws VideoException {
        throw new VideoException("This recording has no sound.");
    }

    /** Starts a new video file. */
    VideoWriter create(Path file, VideoSpec spec) throws VideoException;

    /**
     * Cuts all ordered clips of one recording in one decode pass, then decodes each clip again and compares. Files that were
     * begun are deleted when it fails or is cancelled.
     *
     * @return one outcome for each order, in the same order
     */
    List<CutClip> cut(Reel source, List<ClipOrder> orders, Progress progress) throws VideoException;

    /** How things move from one picture to the next; see also {@link FrameReader#flow}. */
    default OpticalFlow flow() {
        return OpticalFlow.NONE;
    }

    /** Writes a PNG. */
    void writePng(Picture picture, Path file) throws VideoException;

    /** Name and version of the library behind this door, for About and manifests. */
    String libraryVersion();
}
