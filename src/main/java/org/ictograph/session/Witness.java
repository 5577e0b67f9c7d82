package org.ictograph.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ictograph.session.Viewing.Piece;
import org.ictograph.video.FrameIndex;
import org.jspecify.annotations.Nullable;

/**
 * Sees what is really shown while it plays, and tells it when playing ends and now and then while it goes on. Nothing is
 * seen between {@link #end} and {@link #begin}. FX thread.
 */
final class Witness {
    /** What was watched is told at least this often, in nanoseconds: no more can be lost when the power fails. */
    private static final long TELL_EVERY = 120_000_000_000L;

    private final LongSupplier nanos;
    private Consumer<List<Piece>> listener = pieces -> {};
    private @Nullable Viewing viewing;
    private long toldNanos;

    Witness(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void onWatched(Consumer<List<Piece>> hears) {
        listener = hears;
    }

    void begin(FrameIndex index, Tempo tempo) {
        viewing = new Viewing(index, tempo.times(), tempo.skimming());
        toldNanos = nanos.getAsLong();
    }

    /** An exact frame came to the screen. */
    void show(int frame) {
        if (viewing != null) {
            viewing.show(frame);
        }
    }

    /** The next frame does not follow the one before. */
    void interrupt() {
        if (viewing != null) {
            viewing.interrupt();
        }
    }

    void change(Tempo tempo) {
        if (viewing != null) {
            viewing.change(tempo.times(), tempo.skimming());
        }
    }

    void tellNowAndThen() {
        if (nanos.getAsLong() - toldNanos > TELL_EVERY) {
            tell();
        }
    }

    void end() {
        tell();
        viewing = null;
    }

    private void tell() {
        toldNanos = nanos.getAsLong();
        List<Piece> pieces = viewing == null ? List.of() : viewing.gather();
        if (!pieces.isEmpty()) {
            listener.accept(pieces);
        }
    }
}
