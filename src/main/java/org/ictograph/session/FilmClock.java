package org.ictograph.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.exchange.FrameClock;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The frames of recordings as their files have them; each recording is asked once. For the thread of one job. */
final class FilmClock implements FrameClock {
    private static final Logger LOG = LoggerFactory.getLogger(FilmClock.class);

    private final Recordings recordings;
    private final Progress progress;
    private final Map<UUID, Optional<FrameIndex>> known = new HashMap<>();

    FilmClock(Recordings recordings, Progress progress) {
        this.recordings = recordings;
        this.progress = progress;
    }

    @Override
    public OptionalLong start(Recording recording, long frame) {
        Optional<FrameIndex> index = index(recording).filter(found -> 0 <= frame && frame <= found.frames());
        return index.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        frame == index.get().frames()
                                ? recording.duration()
                                : index.get().microsOf((int) frame));
    }

    @Override
    public OptionalLong nearest(Recording recording, long micros) {
        Optional<FrameIndex> found = index(recording);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        FrameIndex index = found.get();
        int before = index.frameAt(micros);
        int after = Math.min(before + 1, index.frames() - 1);
        boolean later = index.microsOf(after) - micros < micros - index.microsOf(before);
        return OptionalLong.of(later ? after : before);
    }

    private Optional<FrameIndex> index(Recording recording) {
        return known.computeIfAbsent(recording.id(), unknown -> {
            try {
                progress.report(0, recording.name());
                return Optional.of(recordings.reel(recording, Progress.NONE).index());
            } catch (SessionException | VideoException missing) {
                LOG.info("The frames of {} are not known: {}", recording.name(), missing.getMessage());
                return Optional.empty();
            }
        });
    }
}
