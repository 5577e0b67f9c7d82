package org.ictograph.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * Finds out what the files of a new recording really are and where each starts on the common time axis. The most exact clock
 * wins: time stamps that go on from file to file, as camcorders write them; then times of day; without either a file follows
 * the one before directly.
 */
final class Joining {
    /** Times of day are whole seconds, rounded by each camera as it likes. */
    private static final long ROUGH = 2_000_000;
    /** A camera's frame clock and its time of day may drift apart by a second in so many. */
    private static final long DRIFT = 1000;
    /** Time stamps that go on differ by no more than this from the end of the file before. */
    private static final long NEAR = 5_000_000;

    /** One file as it is. */
    record Piece(NewFile file, Path path, VideoFacts facts, FrameIndex index) {}

    private final Videos videos;
    private final Optional<Path> cache;

    /** @param cache where frame indexes are kept; empty when nothing is to be kept */
    Joining(Videos videos, Optional<Path> cache) {
        this.videos = videos;
        this.cache = cache;
    }

    /**
     * Reads all files.
     *
     * @throws SessionException when the files do not make one recording
     */
    List<Piece> read(List<NewFile> files, Progress progress) throws VideoException, SessionException {
        List<Piece> pieces = readEach(files, progress);
        checkTogether(pieces);
        return pieces;
    }

    /** Reads all files, whether they belong together or not. */
    List<Piece> readEach(List<NewFile> files, Progress progress) throws VideoException {
        List<Piece> pieces = new ArrayList<>();
        double share = 1.0 / files.size();
        for (NewFile file : files) {
            Progress part = progress.part(pieces.size() * share, (pieces.size() + 1) * share);
            Path path = file.path().toAbsolutePath().normalize();
            VideoFacts facts = facts(path, part.part(0, 0.95));
            pieces.add(new Piece(file, path, facts, videos.index(path, cache, part.part(0.95, 1))));
        }
        return pieces;
    }

    private VideoFacts facts(Path path, Progress progress) throws VideoException {
        return cache.isPresent() ? videos.probe(path, cache.get(), progress) : videos.probe(path, progress);
    }

    /** @throws SessionException when the files do not make one recording */
    static void checkTogether(List<Piece> pieces) throws SessionException {
        Set<String> contents = new HashSet<>();
        for (Piece piece : pieces) {
            if (!contents.add(piece.facts().fingerprint())) {
                throw new SessionException(
                        piece.file().name() + " is among the files of the recording twice; leave one of them out.");
            }
            checkPicture(pieces.get(0), piece);
        }
    }

    private static void checkPicture(Piece first, Piece piece) throws SessionException {
        VideoFacts wanted = first.facts();
        VideoFacts found = piece.facts();
        if (found.width() != wanted.width() || found.height() != wanted.height()) {
            throw new SessionException("The picture of " + piece.file().name() + " is " + found.width() + "×"
                    + found.height() + ", that of " + first.file().name() + " " + wanted.width() + "×"
                    + wanted.height() + "; add them as two recordings.");
        }
    }

    /**
     * Lays the pieces on one time axis.
     *
     * @throws SessionException when the times of day cannot be right
     */
    static Reel joined(List<Piece> pieces) throws SessionException {
        List<Reel.Part> parts = new ArrayList<>();
        Optional<Instant> zero = Optional.empty();
        long start = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (i > 0) {
                start = next(pieces.get(i - 1), start, piece, zero);
            }
            long at = start;
            zero = zero.or(() -> piece.file().startedAt().map(clock -> clock.minusNanos(at * 1000)));
            parts.add(new Reel.Part(piece.path(), piece.index(), start));
        }
        return Reel.of(parts);
    }

    /** Where a piece starts after the one before. */
    private static long next(Piece before, long start, Piece piece, Optional<Instant> zero) throws SessionException {
        long end = start + before.index().duration();
        Optional<Long> clock = zero.flatMap(origin -> piece.file()
                .startedAt()
                .map(time -> Duration.between(origin, time).toNanos() / 1000));
        if (clock.isPresent() && clock.get() < end - ROUGH - end / DRIFT) {
            throw new SessionException(String.format(
                    "%s is said to start %.0f s before %s ends; correct the order or the start times, or leave them away.",
                    piece.file().name(),
                    (end - clock.get()) / 1e6,
                    before.file().name()));
        }
        long onward = piece.facts().firstStampMicros() - before.facts().firstStampMicros();
        long length = before.index().duration();
        boolean goesOn = onward > length / 2 && Math.abs(onward - length) <= NEAR;
        if (goesOn) {
            return Math.max(end, start + onward);
        }
        return clock.filter(time -> time > end + ROUGH).orElse(end);
    }
}
