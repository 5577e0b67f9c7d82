package org.ictograph.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ictograph.session.Playback.Shown;
import org.ictograph.session.Viewing.Piece;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Reel;
import org.ictograph.video.SoundLines;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Lane;

/** A player of a real video with a clock that stands still unless told otherwise, and a decoder that can be held up. */
final class Theatre implements AutoCloseable {
    private static final int MOST = 1_000_000;
    private static final double STEP = 0.01;

    final AtomicLong nanos = new AtomicLong();
    final Lane fx = new Lane("test-fx");
    final List<Shown> shown = new ArrayList<>();
    final List<Integer> brightness = new ArrayList<>();
    final List<Piece> watched = new ArrayList<>();
    final List<Throwable> trouble = new ArrayList<>();
    final Playback playback;
    private final Semaphore decoding = new Semaphore(MOST);
    private final AtomicInteger damaged = new AtomicInteger(-1);

    Theatre(Videos videos, Reel reel) {
        this(videos, reel, SoundLines.NONE);
    }

    Theatre(Videos videos, Reel reel, SoundLines lines) {
        Videos slow = proxy(
                Videos.class,
                videos,
                (name, result) -> name.equals("open")
                        ? proxy(FrameReader.class, (FrameReader) result, (inner, value) -> value)
                        : result);
        playback = new Playback(slow, lines, fx, nanos::get);
        playback.onFrame(frame -> {
            shown.add(frame);
            brightness.add(frame.picture().bgra()[1] & 0xff);
        });
        playback.onWatched(watched::addAll);
        playback.onTrouble(trouble::add);
        CompletableFuture.completedFuture(0)
                .thenComposeAsync(start -> playback.open(() -> reel), fx)
                .join();
        settle();
    }

    private interface After {
        Object of(String name, Object result);
    }

    private <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (made, method, args) -> {
            if (method.getName().equals("read")) {
                decoding.acquire();
                decoding.release();
                if (((Integer) args[0]) == damaged.get()) {
                    throw new VideoException("Damaged.");
                }
            }
            try {
                return after.of(method.getName(), method.invoke(real, args));
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }));
    }

    void on(Runnable work) {
        fx.submit(() -> {
                    work.run();
                    return 0;
                })
                .join();
    }

    /** Lets time pass in small steps; the decoder is done after each of them. */
    void pass(double seconds) {
        for (int i = 0; i < Math.round(seconds / STEP); i++) {
            later(STEP);
            settle();
        }
    }

    /** Lets time pass at once, whatever the decoder does. */
    void later(double seconds) {
        nanos.addAndGet(Math.round(seconds * 1e9));
        on(playback::tick);
    }

    /** Waits until everything that was asked for is on the screen. */
    void settle() {
        CompletableFuture.completedFuture(0)
                .thenComposeAsync(start -> playback.still().orElseThrow(), fx)
                .handle((picture, failure) -> 0)
                .join();
        on(() -> {});
    }

    /** Frames take for ever from now on. */
    void holdDecoder() {
        decoding.drainPermits();
    }

    void freeDecoder() {
        decoding.release(MOST);
    }

    /** One frame cannot be decoded. */
    void damage(int frame) {
        damaged.set(frame);
    }

    List<Integer> frames() {
        return shown.stream().filter(Shown::exact).map(Shown::frame).toList();
    }

    @Override
    public void close() {
        freeDecoder();
        on(playback::close);
        fx.close();
    }
}
