package org.ictograph.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ictograph.video.Reel;
import org.ictograph.video.SoundLine;
import org.ictograph.video.SoundLines;
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Lane;
import org.ictograph.work.LatestWins;
import org.jspecify.annotations.Nullable;

/**
 * The sound of the open recording. It follows the clock of the picture: a little more than is needed is handed to the
 * loudspeaker, and where what is heard and the clock have come apart by more than a frame or two, it starts anew at the clock.
 * Muted until somebody wants it. Called on the FX thread; reading and playing happen on a lane of their own.
 */
public final class Sound implements AutoCloseable {
    /** How far ahead of the clock samples are handed over. */
    static final int LEAD = SoundReader.RATE / 8;
    /** How far what is heard may be from the clock: a frame and a half at 30 frames a second. */
    static final int APART = SoundReader.RATE / 20;

    private static final long NOWHERE = -1;

    private final Videos videos;
    private final SoundLines lines;
    private final Executor fx;
    private final Lane lane = new Lane("sound");
    private final LatestWins<Long> clock = new LatestWins<>(lane, this::feed);
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final BooleanProperty muted = new SimpleBooleanProperty(true);
    private Consumer<Throwable> trouble = failure -> {};
    private volatile Optional<Reel> reel = Optional.empty();
    private boolean heard;
    private boolean closed;

    /** What follows belongs to the lane. */
    private @Nullable SoundReader reader;

    private @Nullable SoundLine line;
    /** The sample after the last one that was handed over. */
    private long next = NOWHERE;
    /** Where the clock was last. */
    private long before = NOWHERE;

    Sound(Videos videos, SoundLines lines, Executor fx) {
        this.videos = videos;
        this.lines = lines;
        this.fx = fx;
        muted.addListener((property, was, now) -> {
            if (now) {
                release();
            }
        });
    }

    /** True while a recording is open that has sound. */
    public ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }

    /** True while it is not to be heard. */
    public BooleanProperty muted() {
        return muted;
    }

    /** Mutes it or lets it be heard; nothing where the recording has none. */
    public void toggle() {
        if (present.get()) {
            muted.set(!muted.get());
        }
    }

    /** Hears why there is no sound, once; it is muted then. */
    void onTrouble(Consumer<Throwable> listener) {
        trouble = listener;
    }

    /** Takes the sound of a recording in place of the one before. */
    void load(Optional<Reel> withSound) {
        release();
        reel = withSound;
        present.set(withSound.isPresent());
    }

    /** The clock is at a time, in microseconds, and runs at life speed. */
    void follow(long micros) {
        if (!muted.get() && reel.isPresent()) {
            heard = true;
            clock.offer(micros);
        }
    }

    /** The clock stands still, or runs at another speed. */
    void hush() {
        if (heard) {
            heard = false;
            lane.execute(this::fallSilent);
        }
    }

    /** Waits until everything so far is done; never on the FX thread. */
    void settle() {
        lane.submit(() -> 0).join();
    }

    private void release() {
        heard = false;
        if (closed) {
            return;
        }
        lane.execute(this::leave);
    }

    private void fallSilent() {
        next = NOWHERE;
        before = NOWHERE;
        if (line != null) {
            line.flush();
        }
    }

    private void feed(long micros) {
        long now = Math.round(micros * (double) SoundReader.RATE / 1_000_000);
        if (now == before) {
            return; // the picture lags, and the clock waits for it
        }
        before = now;
        try {
            SoundLine out = opened();
            SoundReader source = source();
            if (source == null) {
                return;
            }
            if (next == NOWHERE || Math.abs(next - out.pending() - now) > APART) {
                out.flush();
                next = now;
            }
            int count = (int) (now + LEAD - next);
            if (count > 0) {
                out.write(source.read(next, count));
                next += count;
            }
        } catch (VideoException failure) {
            leave();
            fx.execute(() -> {
                muted.set(true);
                trouble.accept(failure);
            });
        }
    }

    private SoundLine opened() throws VideoException {
        SoundLine known = line;
        if (known == null) {
            known = lines.open();
            line = known;
        }
        return known;
    }

    private @Nullable SoundReader source() throws VideoException {
        if (reader == null && reel.isPresent()) {
            reader = videos.openSound(reel.get());
        }
        return reader;
    }

    private void leave() {
        next = NOWHERE;
        before = NOWHERE;
        if (line != null) {
            line.close();
            line = null;
        }
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    @Override
    public void close() {
        release();
        closed = true;
        reel = Optional.empty();
        lane.close();
    }
}
