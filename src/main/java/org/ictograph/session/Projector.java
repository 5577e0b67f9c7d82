package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ictograph.session.Playback.Shown;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Lane;
import org.ictograph.work.LatestWins;
import org.jspecify.annotations.Nullable;

/**
 * Throws the frames that it is asked for onto the screens. Decoding happens on a lane of its own; of several frames that
 * wait only the newest is decoded. All methods are called on the FX thread, where the screens are called too.
 */
final class Projector implements AutoCloseable {
    private static final int SPARE_PICTURES = 3;
    private static final int LONGEST_SIDE = 1920;

    /**
     * What came of an exact frame that was asked for.
     *
     * @param run the number under which it was asked for
     * @param failure why there is no picture of it, if there is none
     */
    record Arrival(int frame, int run, Optional<Throwable> failure) {}

    private record Request(Footage footage, int frame, int run, boolean quick) {}

    private record Footage(Reel reel, FrameReader reader, Queue<Picture> spare, int width, int height) {}

    private final Videos videos;
    private final Executor fx;
    private final Consumer<Arrival> arrivals;
    private final Lane decode = new Lane("decode");
    private final LatestWins<Request> requests = new LatestWins<>(decode, this::decode);
    private final List<Consumer<Shown>> screens = new ArrayList<>();
    private volatile @Nullable Request newest;
    private @Nullable Footage footage;

    private volatile boolean closed;

    /** @param arrivals hears of every exact frame after the screens have it, and of those that could not be decoded */
    Projector(Videos videos, Executor fx, Consumer<Arrival> arrivals) {
        this.videos = videos;
        this.fx = fx;
        this.arrivals = arrivals;
    }

    /** Adds a screen that is given every frame; it must copy what it keeps. */
    void onFrame(Consumer<Shown> screen) {
        screens.add(screen);
    }

    /** Opens a recording in place of the one before; completes on the FX thread. */
    CompletableFuture<FrameIndex> load(Callable<Reel> reels) {
        return decode.submit(() -> {
                    Reel reel = reels.call();
                    FrameReader reader = videos.open(reel);
                    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(reader.width(), reader.height()));
                    return new Footage(
                            reel,
                            reader,
                            new ArrayBlockingQueue<>(SPARE_PICTURES),
                            Math.max(1, (int) Math.round(reader.width() * scale)),
                            Math.max(1, (int) Math.round(reader.height() * scale)));
                })
                .thenApplyAsync(
                        opened -> {
                            if (closed) {
                                opened.reader().close();
                                throw new CancellationException("It came too late.");
                            }
                            eject();
                            footage = opened;
                            return opened.reel().index();
                        },
                        fx);
    }

    /** Takes the recording out. */
    void eject() {
        Footage left = footage;
        footage = null;
        newest = null;
        if (left != null) {
            decode.execute(left.reader()::close);
        }
    }

    /** The index of the recording that is in. */
    @Nullable FrameIndex index() {
        Footage now = footage;
        return now == null ? null : now.reel().index();
    }

    /** The recording that is in, when there is sound to it. */
    Optional<Reel> withSound() {
        return Optional.ofNullable(footage)
                .filter(now -> now.reader().hasSound())
                .map(Footage::reel);
    }

    /**
     * Asks for a frame.
     *
     * @param run comes back with its arrival
     * @param quick true to show the key frame before it first, while the pointer is moving
     */
    void ask(int frame, int run, boolean quick) {
        Footage now = footage;
        if (now != null) {
            Request request = new Request(now, frame, run, quick);
            newest = request;
            requests.offer(request);
        }
    }

    /**
     * One exact frame in the size of the source, whatever is on the screen.
     *
     * @throws IllegalStateException when no recording is in
     */
    CompletableFuture<Picture> still(int frame) {
        Footage now = footage;
        if (now == null) {
            throw new IllegalStateException("No recording is open.");
        }
        return decode.submit(() -> {
            Picture picture = new Picture(now.reader().width(), now.reader().height());
            now.reader().read(frame, picture);
            return picture;
        });
    }

    private void decode(Request request) {
        try {
            if (request.quick()) {
                show(request, false);
            }
            if (request.equals(newest)) {
                show(request, true);
            }
        } catch (VideoException | RuntimeException failure) {
            fx.execute(() -> arrive(request, Optional.of(failure)));
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
            if (exact) {
                arrive(request, Optional.empty());
            }
        });
    }

    private void arrive(Request request, Optional<Throwable> failure) {
        if (request.footage().equals(footage)) {
            arrivals.accept(new Arrival(request.frame(), request.run(), failure));
        }
    }

    @Override
    public void close() {
        closed = true;
        eject();
        decode.close();
    }
}
