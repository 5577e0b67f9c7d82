package org.ictograph.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ictograph.model.Recording;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.ictograph.work.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Which files of the open recording are there: what is missing is a gap until it returns, as when a share vanishes for a
 * while. The recording is opened anew then, at the same time. Called on the FX thread but for {@link #look}.
 */
public final class Presence implements AutoCloseable {
    private static final long EVERY_MILLIS = 3000;

    /** How the files were found when the recording was opened. */
    private record Found(Recording recording, SpanSet absent) {}

    private final StudyState state;
    private final Recordings recordings;
    private final Executor fx;
    private final Supplier<CompletableFuture<FrameIndex>> again;
    private volatile @Nullable Found found;
    private @Nullable Ticker ticker;

    /** @param again opens the open recording anew */
    Presence(StudyState state, Recordings recordings, Executor fx, Supplier<CompletableFuture<FrameIndex>> again) {
        this.state = state;
        this.recordings = recordings;
        this.fx = fx;
        this.again = again;
        state.recording().addListener((property, before, now) -> follow(now));
    }

    /** A relinked file lies elsewhere from now on. */
    private void follow(Optional<Recording> now) {
        Found known = found;
        if (known != null) {
            found = now.filter(open -> open.id().equals(known.recording().id()))
                    .map(open -> new Found(open, known.absent()))
                    .orElse(null);
        }
    }

    /** The files of a recording that is being opened, as far as they are there. Blocks; on the decode lane. */
    Reel reel(Recording recording) throws SessionException, VideoException {
        found = new Found(recording, recordings.absent(recording));
        return recordings.present(recording, Progress.NONE);
    }

    /** Says what of the open recording cannot be shown. */
    void opened(Recording recording, FrameIndex index) {
        state.absent(index.gaps().minus(recording.gaps()));
    }

    /** True when a missing file lies before a time: frames from there on count only what is there, so their numbers will rise. */
    public boolean missingBefore(long micros) {
        return state.absent().get().spans().stream().anyMatch(span -> span.start() < micros);
    }

    /** Looks every few seconds from now on, until closing. */
    public void watch() {
        if (ticker == null) {
            ticker = new Ticker("files", EVERY_MILLIS, () -> {
                var unused = look();
            });
        }
    }

    /**
     * Looks whether files vanished or returned. Blocks, for long where a share does not answer; not for the FX thread.
     *
     * @return completes when the recording was opened anew, if it has to be
     */
    CompletableFuture<Void> look() {
        Found known = found;
        if (known == null || recordings.absent(known.recording()).equals(known.absent())) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.supplyAsync(() -> known.equals(found), fx)
                .thenCompose(same -> same ? again.get() : CompletableFuture.completedFuture(null))
                .thenApply(index -> null);
    }

    @Override
    public void close() {
        found = null;
        if (ticker != null) {
            ticker.close();
        }
    }
}
