package org.ictograph.session;

import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;

/** A decoder that stays open on the recording that was read last, until another one is wanted. Confined to one lane. */
final class KeptReader implements AutoCloseable {
    private final Workplace workplace;
    private final Recordings recordings;
    private @Nullable FrameReader reader;
    private Optional<UUID> opened = Optional.empty();

    KeptReader(Workplace workplace, Recordings recordings) {
        this.workplace = workplace;
        this.recordings = recordings;
    }

    /**
     * Reads a recording as far as its files are there.
     *
     * @throws SessionException when none of its files is there
     */
    FrameReader of(Recording recording) throws VideoException, SessionException {
        FrameReader open = reader;
        if (open == null || !opened.equals(Optional.of(recording.id()))) {
            close();
            open = workplace.videos().open(recordings.present(recording, Progress.NONE));
            reader = open;
            opened = Optional.of(recording.id());
        }
        return open;
    }

    /** Frees the decoder until the next recording is wanted. */
    @Override
    public void close() {
        FrameReader open = reader;
        reader = null;
        opened = Optional.empty();
        if (open != null) {
            open.close();
        }
    }
}
