package org.ictograph.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.video.FrameIndex;

/** How fast it is played: at a speed that somebody chose, or, while it is skimmed, at what the film says. FX thread. */
final class Tempo {
    private final Runnable changed;
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyObjectWrapper<Optional<Skim>> skim = new ReadOnlyObjectWrapper<>(Optional.empty());
    private double chosen = 1;

    /** @param changed hears that speed or reason may have changed */
    Tempo(Runnable changed) {
        this.changed = changed;
    }

    ReadOnlyDoubleProperty speed() {
        return speed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Skim>> skim() {
        return skim.getReadOnlyProperty();
    }

    /** Times faster than life, negative backwards. */
    double times() {
        return speed.get();
    }

    boolean skimming() {
        return skim.get().isPresent();
    }

    /** Takes a speed; whoever chooses one no longer skims. */
    void choose(double times) {
        double size = Math.max(Playback.SLOWEST, Math.min(Playback.FASTEST, Math.abs(times)));
        skim.set(Optional.empty());
        chosen = times < 0 ? -size : size;
        set(chosen);
    }

    /** The next of the usual speeds above (1) or below (-1), in the same direction. */
    void step(int steps) {
        double now = Math.abs(speed.get());
        int at = 0;
        while (at < Playback.SPEEDS.size() - 1 && Playback.SPEEDS.get(at) < now) {
            at++;
        }
        int next = Math.max(0, Math.min(Playback.SPEEDS.size() - 1, at + steps));
        choose(Math.copySign(Playback.SPEEDS.get(next), speed.get()));
    }

    /** Skims from a time on, or goes back to the chosen speed. */
    void skim(Optional<Skim> how, long micros) {
        skim.set(how);
        set(how.map(plan -> plan.speedAt(micros)).orElse(chosen));
    }

    /** The clock is at a time: takes the speed that the film asks for there. */
    void at(long micros) {
        skim.get()
                .map(how -> how.speedAt(micros))
                .filter(wanted -> wanted != speed.get())
                .ifPresent(this::set);
    }

    /**
     * How far the clock may go before the next picture is there: into the next frame, or what the speed skips.
     *
     * @param arrived frame that is on the screen, or is awaited
     * @param due where the clock would be
     */
    long within(FrameIndex index, int arrived, boolean awaiting, long due) {
        boolean on = speed.get() > 0;
        int from = awaiting ? arrived + (on ? -1 : 1) : arrived;
        int next = from + (on ? 1 : -1);
        if (next < 0 || next >= index.frames()) {
            return due;
        }
        long skip = Math.round(Math.abs(speed.get()) * Viewing.RENEWED);
        int base = Math.max(0, Math.min(index.frames() - 1, from));
        return on
                ? Math.min(due, Math.max(index.endOf(next) - 1, index.microsOf(base) + skip))
                : Math.max(due, Math.min(index.microsOf(next), index.endOf(base) - skip));
    }

    private void set(double times) {
        speed.set(times);
        changed.run();
    }
}
