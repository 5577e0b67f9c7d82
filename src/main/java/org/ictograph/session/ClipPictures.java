package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.dataset.SampledClip;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of the clips of a data set, to look them over. */
final class ClipPictures {
    private static final Logger LOG = LoggerFactory.getLogger(ClipPictures.class);
    private static final int WIDEST = 224;

    private final Videos videos;

    ClipPictures(Videos videos) {
        this.videos = videos;
    }

    /** The middle picture of each; none of a clip that cannot be read. */
    List<ContactPrint> prints(List<SampledClip> clips, Progress progress) {
        List<ContactPrint> prints = new ArrayList<>();
        for (SampledClip clip : clips) {
            progress.check();
            progress.report(
                    (double) prints.size() / clips.size(),
                    String.valueOf(clip.file().getFileName()));
            prints.add(new ContactPrint(clip, middle(clip)));
        }
        return prints;
    }

    private Optional<Picture> middle(SampledClip clip) {
        try {
            FrameIndex index = videos.index(clip.file(), Optional.empty(), Progress.NONE);
            try (FrameReader reader = videos.open(clip.file(), index)) {
                Picture picture = fitting(reader);
                reader.read(index.frames() / 2, picture);
                return Optional.of(picture);
            }
        } catch (VideoException failure) {
            LOG.info("No picture of {}: {}", clip.file(), failure.getMessage());
            return Optional.empty();
        }
    }

    /** The clip as a short film of {@link Loops#RATE} pictures a second. */
    List<Picture> film(SampledClip clip, Progress progress) throws VideoException {
        FrameIndex index = videos.index(clip.file(), Optional.empty(), Progress.NONE);
        int pictures = (int) Math.max(1, index.duration() * Loops.RATE / 1_000_000);
        List<Picture> film = new ArrayList<>();
        try (FrameReader reader = videos.open(clip.file(), index)) {
            for (int frame : index.sampled(0, pictures, Loops.RATE)) {
                progress.check();
                Picture picture = fitting(reader);
                reader.read(frame, picture);
                film.add(picture);
            }
        }
        return film;
    }

    private static Picture fitting(FrameReader reader) {
        double scale = Math.min(1, (double) WIDEST / Math.max(reader.width(), reader.height()));
        return new Picture((int) Math.max(1, reader.width() * scale), (int) Math.max(1, reader.height() * scale));
    }
}
