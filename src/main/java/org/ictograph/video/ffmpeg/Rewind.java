package org.ictograph.video.ffmpeg;

import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes the frames before those that are looked at, on a lane and with a decoder of its own, so that whoever goes
 * backwards finds them ready, across key frames too. Frames can only be decoded forwards, so it works by stretches: the
 * next one is decoded while the one before is shown. Its methods belong to the reader's thread.
 */
final class Rewind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rewind.class);

    private final Reel reel;
    private final FrameCache cache;
    private final Object news = new Object();
    private @Nullable Lane lane;
    /** Belongs to the lane. */
    private @Nullable ReelCursor cursor;
    /** The stretch being decoded, null when none is. Guarded by {@link #news}. */
    private @Nullable Stretch running;

    /** Frames {@code from} to {@code to} (inclusive). */
    private record Stretch(int from, int to) {
        boolean has(int frame) {
            return from <= frame && frame <= to;
        }
    }

    /** @param cache where the frames go */
    Rewind(Reel reel, FrameCache cache) {
        this.reel = reel;
        this.cache = cache;
    }

    /** True while frames are on their way. */
    boolean busy() {
        synchronized (news) {
            return running != null;
        }
    }

    /** Begins to decode the frames from one to another (inclusive); only when not {@link #busy}. */
    void begin(int from, int to) {
        Stretch stretch = new Stretch(from, to);
        synchronized (news) {
            running = stretch;
        }
        Lane own = lane;
        if (own == null) {
            own = new Lane("rewind");
            lane = own;
        }
        own.execute(() -> decode(stretch));
    }

    /** Stops what is under way, unless it leads to a frame. */
    void keepOnlyFor(int frame) {
        synchronized (news) {
            if (running != null && !running.has(frame)) {
                running = null;
            }
        }
    }

    /** Waits for a frame that is under way; returns at once when it is not. */
    void await(int frame) {
        synchronized (news) {
            try {
                while (running != null && running.has(frame) && !cache.has(frame)) {
                    news.wait();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean wanted(Stretch stretch) {
        synchronized (news) {
            return stretch.equals(running);
        }
    }

    private void decode(Stretch stretch) {
        try {
            ReelCursor own = cursor;
            if (own == null) {
                own = new ReelCursor(reel);
                cursor = own;
            }
            own.approach(stretch.from());
            int number = -1;
            while (number < stretch.to() && wanted(stretch)) {
                number = own.advance();
                if (number < 0) {
                    break;
                }
                if (stretch.has(number)) {
                    cache.add(number, own.frame());
                    synchronized (news) {
                        news.notifyAll();
                    }
                }
            }
        } catch (VideoException failure) {
            LOG.debug(
                    "Frames {} to {} could not be made ready: {}", stretch.from(), stretch.to(), failure.getMessage());
        } finally {
            synchronized (news) {
                if (stretch.equals(running)) {
                    running = null;
                }
                news.notifyAll();
            }
        }
    }

    @Override
    public void close() {
        keepOnlyFor(-1);
        Lane own = lane;
        if (own != null) {
            own.execute(() -> {
                if (cursor != null) {
                    cursor.close();
                }
            });
            own.close();
        }
    }
}
