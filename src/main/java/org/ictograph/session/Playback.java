package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.ictograph.model.Span;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Lane;
import org.ictograph.work.LatestWins;
import org.ictograph.work.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * The player: a clock, and a decoder that shows the frame of the clock's time. The clock never waits for the decoder;
 * frames that cannot be decoded in time are skipped, and whenever the clock stands still the exact frame is shown. All
 * methods are called on the FX thread; decoding happens on a lane of its own.
 */
public final class Playback implements AutoCloseable {
    /** Slowest and fastest speed that can be chosen. */
    public static final double SLOWEST = 0.25;

    public static final double FASTEST = 16;
    private static final long TICK_MILLIS = 12;
    private static final int SPARE_PICTURES = 3;
    private static final int LONGEST_SIDE = 1920;

    /**
     * A frame on its way to the screen. The picture is used again once all listeners have returned.
     *
     * @param exact false for the quick key frame that stands in while the pointer moves
     */
    public record Shown(int frame, Picture picture, boolean exact) {}

    private record Request(Footage footage, int frame, boolean quick) {}

    private record Footage(FrameIndex index, FrameReader reader, Queue<Picture> spare, int width, int height) {}

    private final Videos videos;
    private final Executor fx;
    private final LongSupplier nanos;
    private final Lane decode = new Lane("decode");
    private final LatestWins<Request> requests = new LatestWins<>(decode, this::decode);
    private final List<Consumer<Shown>> screens = new ArrayList<>();
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
    private BiConsumer<Span, Double> watched = (span, pace) -> {};
    private Consumer<Throwable> trouble = failure -> {};
    private volatile @Nullable Request newest;
    private @Nullable Footage footage;
    private @Nullable Ticker ticker;
    private @Nullable Span loop;
    private boolean looped;
    private long anchorNanos;
    private long anchorMicros;

    Playback(Videos videos, Executor fx, LongSupplier nanos) {
        this.videos = videos;
        this.fx = fx;
        this.nanos = nanos;
    }

    /** Microseconds since the first frame that the playhead points at. */
    public ReadOnlyLongProperty position() {
        return position.getReadOnlyProperty();
    }

    /** The frame under the playhead. */
    public ReadOnlyIntegerProperty frame() {
        return frame.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** How many times faster than life; negative backwards. */
    public ReadOnlyDoubleProperty speed() {
        return speed.getReadOnlyProperty();
    }

    /** The index of the open video. */
    public Optional<FrameIndex> index() {
        return Optional.ofNullable(footage).map(Footage::index);
    }

    /** Adds a screen that is given every frame, on the FX thread; it must copy what it keeps. */
    public void onFrame(Consumer<Shown> screen) {
        screens.add(screen);
    }

    /** Hears of every piece of time that was played, with its speed. */
    void onWatched(BiConsumer<Span, Double> listener) {
        watched = listener;
    }

    /** Hears of decoding that failed. */
    void onTrouble(Consumer<Throwable> listener) {
        trouble = listener;
    }

    /**
     * Opens a recording and shows its first frame; completes on the FX thread.
     *
     * @param reels finds the files and reads their indexes, on the decode lane
     */
    CompletableFuture<FrameIndex> open(Callable<Reel> reels) {
        pause();
        leave();
        return decode.submit(() -> {
                    Reel reel = reels.call();
                    FrameReader reader = videos.open(reel);
                    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(reader.width(), reader.height()));
                    return new Footage(
                            reel.index(),
                            reader,
                            new ArrayBlockingQueue<>(SPARE_PICTURES),
                            (int) Math.round(reader.width() * scale),
                            (int) Math.round(reader.height() * scale));
                })
                .thenApplyAsync(
                        opened -> {
                            leave();
                            footage = opened;
                            seek(0);
                            return opened.index();
                        },
                        fx);
    }

    /** Takes the open video off the screen. */
    void leave() {
        Footage left = footage;
        footage = null;
        newest = null;
        loop = null;
        if (left != null) {
            decode.execute(left.reader()::close);
        }
        position.set(0);
        frame.set(0);
    }

    /** Plays at the speed that is set, from the other end when there is nothing left in that direction. */
    public void play() {
        Footage now = footage;
        if (now == null || playing.get()) {
            return;
        }
        if (speed.get() > 0 && frame.get() == now.index().frames() - 1) {
            seek(0);
        } else if (speed.get() < 0 && frame.get() == 0) {
            seek(now.index().duration() - 1);
        }
        anchor();
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
            tellWatched();
            playing.set(false);
            seek(position.get());
        }
    }

    /**
     * Plays a piece of the recording again and again, until another piece is given, none, or another video is opened. It
     * counts as watched once, however often it comes round.
     */
    public void loop(Optional<Span> piece) {
        if (playing.get()) {
            tellWatched();
        }
        loop = piece.orElse(null);
        looped = false;
        piece.ifPresent(span -> {
            seek(span.start());
            play();
        });
    }

    public void togglePlay() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /** Changes the speed, while playing or not: {@value #SLOWEST} to {@value #FASTEST}, negative to go backwards. */
    public void setSpeed(double times) {
        double size = Math.max(SLOWEST, Math.min(FASTEST, Math.abs(times)));
        if (playing.get()) {
            tellWatched();
        }
        speed.set(times < 0 ? -size : size);
        anchor();
    }

    /** J and L: plays in a direction, and doubles the speed when it already does. */
    public void shuttle(int direction) {
        boolean already = playing.get() && Math.signum(speed.get()) == Math.signum(direction);
        setSpeed(already ? speed.get() * 2 : direction);
        play();
    }

    /** Puts the playhead on the frame that is shown at a time; playing goes on from there. */
    public void seek(long micros) {
        Footage now = footage;
        if (now != null) {
            moveTo(now, micros);
            request(new Request(now, frame.get(), false));
        }
    }

    /** Hands the frame under the playhead out once more, for a screen that came after it. */
    public void showAgain() {
        Footage now = footage;
        if (now != null && !playing.get()) {
            request(new Request(now, frame.get(), false));
        }
    }

    /** Like {@link #seek} while the pointer is moving: the nearest key frame first, the exact one when it rests. */
    public void scrub(long micros) {
        Footage now = footage;
        if (now != null) {
            moveTo(now, micros);
            request(new Request(now, frame.get(), true));
        }
    }

    /** Puts the playhead on a frame by its number. */
    public void seekFrame(int number) {
        index().ifPresent(index -> seek(index.microsOf(Math.max(0, Math.min(index.frames() - 1, number)))));
    }

    /** Stops and goes some frames on or back. */
    public void step(int frames) {
        pause();
        seekFrame(frame.get() + frames);
    }

    /** Goes some time on or back. */
    public void skip(long micros) {
        seek(position.get() + micros);
    }

    /** The piece of time of the frame under the playhead. */
    public Optional<Span> frameSpan() {
        return index().map(index -> new Span(index.microsOf(frame.get()), index.endOf(frame.get())));
    }

    @Override
    public void close() {
        pause();
        leave();
        decode.close();
    }

    /** Moves the playhead to where the clock is. */
    void tick() {
        Footage now = footage;
        if (now == null || !playing.get()) {
            return;
        }
        long at = anchorMicros + Math.round((nanos.getAsLong() - anchorNanos) / 1000.0 * speed.get());
        if (loop != null && at >= loop.end()) {
            place(now, loop.end() - 1);
            seek(loop.start());
            looped = true;
            return;
        }
        boolean ended = at < 0 || at >= now.index().duration();
        int before = frame.get();
        place(now, at);
        if (ended) {
            pause();
        } else if (frame.get() != before) {
            request(new Request(now, frame.get(), false));
        }
    }

    private void moveTo(Footage now, long micros) {
        if (playing.get()) {
            tellWatched();
        }
        place(now, now.index().microsOf(now.index().frameAt(micros)));
        anchor();
    }

    private void place(Footage now, long micros) {
        long inside = Math.max(0, Math.min(now.index().duration() - 1, micros));
        position.set(inside);
        frame.set(now.index().frameAt(inside));
    }

    private void anchor() {
        anchorNanos = nanos.getAsLong();
        anchorMicros = position.get();
    }

    private void tellWatched() {
        long from = Math.min(anchorMicros, position.get());
        long to = Math.max(anchorMicros, position.get());
        boolean again = looped && loop != null && loop.contains(from);
        if (to > from && !again) {
            watched.accept(new Span(from, to), Math.abs(speed.get()));
        }
        anchor();
    }

    private void request(Request request) {
        newest = request;
        requests.offer(request);
    }

    private void decode(Request request) {
        try {
            if (request.quick()) {
                show(request, false);
            }
            if (request.equals(newest)) {
                show(request, true);
            }
        } catch (VideoException failure) {
            fx.execute(() -> trouble.accept(failure));
        }
    }

    private void show(Request request, boolean exact) throws VideoException {
        Footage from = request.footage();
        Picture spare = from.spare().poll();
        Picture picture = spare != null ? spare : new Picture(from.width(), from.height());
        int number = request.frame();
        if (exact) {
            from.reader().read(number, picture);
        } else {
            number = from.reader().readKey(number, picture);
        }
        Shown shown = new Shown(number, picture, exact);
        fx.execute(() -> {
            if (from.equals(footage)) {
                screens.forEach(screen -> screen.accept(shown));
            }
            from.spare().offer(picture);
        });
    }
}
