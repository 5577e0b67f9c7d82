package org.ictograph.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Span;
import org.ictograph.session.Viewing.Piece;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.SoundLines;
import org.ictograph.video.Videos;
import org.ictograph.work.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * The player: a clock, and a projector that shows the frame of the clock's time. Nothing ever waits on the FX thread; the
 * clock itself waits while the picture lags behind it, so that no more is skipped than the speed implies: at life speed and
 * 30 frames a second nothing, forwards and backwards. Time without video is jumped over. Whenever the clock stands still the exact
 * frame is shown. All methods are called on the FX thread; decoding happens on a lane of its own.
 */
public final class Playback implements AutoCloseable {
    /** The speeds that can be chosen, slowest first. */
    public static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0);

    /** Slowest and fastest speed. */
    public static final double SLOWEST = 0.1;

    public static final double FASTEST = 32;
    private static final long TICK_MILLIS = 12;

    /**
     * A frame on its way to the screen. The picture is used again once all listeners have returned.
     *
     * @param exact false for the quick key frame that stands in while the pointer moves
     */
    public record Shown(int frame, Picture picture, boolean exact) {}

    private final Projector projector;
    private final Executor fx;
    private final Sound sound;
    private final LongSupplier nanos;
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final Tempo tempo = new Tempo(this::paced);
    private final ReadOnlyObjectWrapper<Optional<Span>> loop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Halt halt = new Halt();
    private final Witness witness;
    private Consumer<Throwable> trouble = failure -> {};
    private @Nullable Ticker ticker;
    private long anchorNanos;
    private long anchorMicros;
    /** Which uninterrupted run of the clock frames are asked for in; those of earlier runs no longer count. */
    private int run;

    private volatile boolean closed;
    /** The frame of this run that arrived last; while none has, the one that is awaited. */
    private int arrived;

    private boolean awaiting = true;
    private boolean failing;

    Playback(Videos videos, SoundLines lines, Executor fx, LongSupplier nanos) {
        this.projector = new Projector(videos, fx, this::arrive);
        this.fx = fx;
        this.sound = new Sound(videos, lines, fx);
        this.nanos = nanos;
        this.witness = new Witness(nanos);
    }

    /** Microseconds since the first frame that the playhead points at. */
    public ReadOnlyLongProperty position() {
        return position.getReadOnlyProperty();
    }

    /** The frame under the playhead; in a gap the one before it. */
    public ReadOnlyIntegerProperty frame() {
        return frame.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** How many times faster than life; negative backwards. */
    public ReadOnlyDoubleProperty speed() {
        return tempo.speed();
    }

    /** The piece that is played again and again. */
    public ReadOnlyObjectProperty<Optional<Span>> loop() {
        return loop.getReadOnlyProperty();
    }

    /** How the speed changes by itself, while it does. */
    public ReadOnlyObjectProperty<Optional<Skim>> skim() {
        return tempo.skim();
    }

    /** What is heard of it. */
    public Sound sound() {
        return sound;
    }

    /** The index of the open recording. */
    public Optional<FrameIndex> index() {
        return Optional.ofNullable(projector.index());
    }

    /** Time without video under the playhead. */
    public Optional<Span> gap() {
        return index().flatMap(index -> index.gapAt(position.get()));
    }

    /** Adds a screen that is given every frame, on the FX thread; it must copy what it keeps. */
    public void onFrame(Consumer<Shown> screen) {
        projector.onFrame(screen);
    }

    /** Hears of the time that was really shown, whenever playing ends and now and then while it goes on. */
    void onWatched(Consumer<List<Piece>> listener) {
        witness.onWatched(listener);
    }

    /** Hears of decoding that failed; once until it succeeds again. */
    void onTrouble(Consumer<Throwable> listener) {
        trouble = listener;
    }

    /**
     * Opens a recording and shows its first frame; completes on the FX thread. One that is found after closing is not shown.
     *
     * @param reels finds the files and reads their indexes, on the decode lane
     */
    CompletableFuture<FrameIndex> open(Callable<Reel> reels) {
        leave();
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("It came too late."));
        }
        return projector.load(reels).thenApply(index -> {
            if (!closed) {
                sound.load(projector.withSound());
                seek(0);
            }
            return index;
        });
    }

    /** Takes the open recording off the screen. */
    void leave() {
        pause();
        projector.eject();
        sound.load(Optional.empty());
        loop.set(Optional.empty());
        halt.at(Optional.empty());
        setSkim(Optional.empty());
        run++;
        position.set(0);
        frame.set(0);
    }

    /** Plays at the speed that is set, from the other end when there is nothing left in that direction. */
    public void play() {
        FrameIndex index = projector.index();
        if (index == null || playing.get()) {
            return;
        }
        Optional<Span> outside = loop.get().filter(span -> !span.contains(position.get()));
        if (outside.isPresent()) {
            seek(outside.get().start());
        } else if (tempo.times() > 0 && frame.get() == index.frames() - 1) {
            seek(0);
        } else if (tempo.times() < 0 && frame.get() == 0) {
            seek(index.duration() - 1);
        }
        halt.begin(index, frame.get(), tempo.times() > 0);
        tempo.at(position.get());
        witness.begin(index, tempo);
        if (!awaiting && arrived == frame.get()) {
            witness.show(arrived);
        }
        anchor(position.get());
        playing.set(true);
        ticker = new Ticker("clock", TICK_MILLIS, () -> fx.execute(this::tick));
    }

    /** Stops on the exact frame that the clock points at. */
    public void pause() {
        if (ticker != null) {
            ticker.close();
            ticker = null;
        }
        if (playing.get()) {
            witness.end();
            playing.set(false);
            sound.hush();
            seek(position.get());
        }
    }

    /** Plays a piece of the recording again and again, now from its start, or goes on without. */
    public void loop(Optional<Span> piece) {
        setLoop(piece);
        piece.ifPresent(span -> {
            seek(tempo.times() > 0 ? span.start() : span.end() - 1);
            play();
        });
    }

    /** Changes the piece that is played again and again, without going there; playing in front of it runs into it. */
    public void setLoop(Optional<Span> piece) {
        loop.set(piece);
    }

    /** Stops at the ends of a piece of the open recording from now on, unless playing begins at that end. */
    public void stopAtEndsOf(Optional<Span> piece) {
        halt.at(piece);
    }

    public void togglePlay() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /**
     * Changes the speed, while playing or not: {@value #SLOWEST} to {@value #FASTEST}, negative to go backwards. Whoever
     * chooses a speed no longer skims.
     */
    public void setSpeed(double times) {
        tempo.choose(times);
    }

    /** The next of the {@link #SPEEDS} above (1) or below (-1), in the direction in which it runs. */
    public void changeSpeed(int steps) {
        tempo.step(steps);
    }

    /** Lets the speed change by itself from now on, or goes back to the speed from before. */
    public void setSkim(Optional<Skim> how) {
        tempo.skim(how, position.get());
    }

    private void paced() {
        anchor(position.get());
        witness.change(tempo);
    }

    /** Plays in a direction, and doubles the speed when it already does. */
    public void shuttle(int direction) {
        boolean already = playing.get() && Math.signum(tempo.times()) == Math.signum(direction);
        setSpeed(already ? tempo.times() * 2 : direction);
        play();
    }

    /** Puts the playhead on the frame that is shown at a time, or into a gap; playing goes on from there. */
    public void seek(long micros) {
        moveTo(micros, false);
    }

    /** Like {@link #seek} while the pointer is moving: the nearest key frame first, the exact one when it rests. */
    public void scrub(long micros) {
        moveTo(micros, true);
    }

    /** Hands the frame under the playhead out once more, for a screen that came after it. */
    public void showAgain() {
        if (!playing.get()) {
            projector.ask(frame.get(), run, false);
        }
    }

    /** Puts the playhead on a frame by its number. */
    public void seekFrame(int number) {
        index().ifPresent(index -> seek(index.microsOf(Math.max(0, Math.min(index.frames() - 1, number)))));
    }

    /** Stops and goes some frames on or back. */
    public void step(int frames) {
        pause();
        boolean backFromGap = frames < 0 && gap().isPresent();
        seekFrame(frame.get() + (backFromGap ? frames + 1 : frames));
    }

    /** Goes some time on or back. */
    public void skip(long micros) {
        seek(position.get() + micros);
    }

    /** The piece of time of the frame under the playhead; none in a gap. */
    public Optional<Span> frameSpan() {
        return index().filter(index -> gap().isEmpty())
                .map(index -> new Span(index.microsOf(frame.get()), index.endOf(frame.get())));
    }

    /** The exact frame under the playhead in the source's own pixels; none while no recording is open. */
    public Optional<CompletableFuture<Picture>> still() {
        return index().map(index -> projector.still(frame.get()));
    }

    /** Takes the recording off the screen for good. */
    void end() {
        closed = true;
        leave();
    }

    /** Waits until the decoders have stopped; after {@link #end} on any thread. */
    @Override
    public void close() {
        if (!closed) {
            end();
        }
        projector.close();
        sound.close();
    }

    /** Moves the playhead to where the clock is. */
    void tick() {
        FrameIndex index = projector.index();
        if (index == null || !playing.get()) {
            return;
        }
        boolean on = tempo.times() > 0;
        long due = anchorMicros + Math.round((nanos.getAsLong() - anchorNanos) / 1000.0 * tempo.times());
        long allowed = tempo.within(index, arrived, awaiting, due);
        // A speed that fell allows less than was gone already: the clock waits then, and does not go back.
        long gone = position.get();
        long at = on ? Math.max(allowed, Math.min(due, gone)) : Math.min(allowed, Math.max(due, gone));
        if (on && tempo.skim().get().isPresent()) {
            at = tempo.skim().get().get().slowedOn(position.get(), at);
        }
        long inside = at;
        at = index.gapAt(at).map(gap -> on ? gap.end() : gap.start() - 1).orElse(inside);
        Span piece = loop.get()
                .filter(span -> span.contains(position.get()))
                .or(() -> halt.around(position.get()))
                .orElseGet(() -> new Span(0, index.duration()));
        if (on ? at >= piece.end() : at < piece.start()) {
            int last = index.frameAt(on ? piece.end() - 1 : piece.start());
            if (!awaiting && (on ? arrived >= last : arrived <= last)) {
                turn(index, piece, on);
                return;
            }
            at = on ? piece.end() - 1 : piece.start();
        }
        if (at != due) {
            anchor(at);
        }
        advance(index, at);
        if (tempo.times() == 1) {
            sound.follow(position.get());
        } else {
            sound.hush();
        }
    }

    private void advance(FrameIndex index, long at) {
        int before = frame.get();
        place(index, at);
        if (frame.get() != before) {
            projector.ask(frame.get(), run, false);
        }
        tempo.at(at);
        witness.tellNowAndThen();
    }

    /** The end of what is played: from the other end again in a loop, else a stop. */
    private void turn(FrameIndex index, Span piece, boolean on) {
        if (loop.get().filter(piece::equals).isPresent()) {
            seek(on ? piece.start() : piece.end() - 1);
        } else {
            place(index, on ? piece.end() - 1 : piece.start());
            pause();
        }
    }

    private void moveTo(long micros, boolean quick) {
        FrameIndex index = projector.index();
        if (index == null) {
            return;
        }
        boolean inGap = index.gapAt(micros).isPresent();
        place(index, inGap ? micros : index.microsOf(index.frameAt(micros)));
        anchor(position.get());
        run++;
        arrived = frame.get();
        awaiting = true;
        witness.interrupt();
        projector.ask(frame.get(), run, quick);
    }

    private void place(FrameIndex index, long micros) {
        long inside = Math.max(0, Math.min(index.duration() - 1, micros));
        position.set(inside);
        frame.set(index.frameAt(inside));
    }

    private void anchor(long micros) {
        anchorNanos = nanos.getAsLong();
        anchorMicros = micros;
    }

    private void arrive(Projector.Arrival arrival) {
        if (arrival.run() == run) {
            arrived = arrival.frame();
            awaiting = false;
        }
        if (arrival.failure().isPresent()) {
            witness.interrupt();
            if (!failing) {
                trouble.accept(arrival.failure().get());
            }
        } else if (arrival.run() == run) {
            witness.show(arrival.frame());
        }
        failing = arrival.failure().isPresent();
    }
}
