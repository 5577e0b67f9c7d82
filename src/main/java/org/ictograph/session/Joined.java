package org.ictograph.session;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ictograph.session.Joining.Piece;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Reel;
import org.ictograph.video.Seam;
import org.ictograph.video.SeamCheck;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * What several files would be as one recording, looked at outside of any study.
 *
 * @param files in the order in which they follow each other
 * @param axis frames and seams when they make one recording
 * @param obstacle why they make none, empty when they do
 */
public record Joined(List<Found> files, Optional<Axis> axis, String obstacle) {
    /** A file and what it is. */
    public record Found(Path path, VideoFacts facts) {}

    /**
     * The common time axis.
     *
     * @param duration microseconds, with gaps
     * @param seams one for each file but the first
     */
    public record Axis(int frames, long duration, List<Seam> seams) {
        public Axis {
            seams = List.copyOf(seams);
        }
    }

    public Joined {
        files = List.copyOf(files);
    }

    /**
     * Reads the files and looks for frames that are missing or there twice where they meet. Blocks.
     *
     * @throws VideoException when one of them cannot be read
     */
    public static Joined of(List<Path> files, Videos videos, Progress progress) throws VideoException {
        Lineup lineup = Lineup.of(files, videos, ZoneId.systemDefault(), Progress.NONE);
        List<Piece> pieces = new Joining(videos, Optional.empty()).readEach(lineup.files(), progress.part(0, 0.9));
        List<Found> found = pieces.stream()
                .map(piece -> new Found(piece.file().path(), piece.facts()))
                .toList();
        try {
            Joining.checkTogether(pieces);
            Reel reel = Joining.joined(pieces);
            try (FrameReader reader = videos.open(reel)) {
                List<Seam> seams = SeamCheck.of(reel, reader, progress.part(0.9, 1));
                Axis axis = new Axis(reel.index().frames(), reel.index().duration(), seams);
                return new Joined(found, Optional.of(axis), "");
            }
        } catch (SessionException apart) {
            return new Joined(found, Optional.empty(), Sentence.of(apart));
        }
    }
}
