package org.ictograph.session;

import java.util.List;
import java.util.function.BiConsumer;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.work.Lane;
import org.ictograph.work.LatestWins;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small stills of a recording, from a decoder of its own that only ever decodes key frames and never makes the player
 * wait. Of several wishes the newest counts. Wishes are made on the FX thread, stills are handed out there.
 */
public final class FilmStrip implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FilmStrip.class);
    private static final int HEIGHT = 160;

    private record Wish(Recording recording, List<Long> times) {}

    private final Workplace workplace;
    private final KeptReader reader;
    private final Lane lane = new Lane("strip");
    private final LatestWins<Wish> wishes = new LatestWins<>(lane, this::develop);
    private BiConsumer<Long, Picture> album = (time, still) -> {};
    private volatile @Nullable Wish newest;

    FilmStrip(Workplace workplace, Recordings recordings) {
        this.workplace = workplace;
        this.reader = new KeptReader(workplace, recordings);
    }

    /** Hands every still out, with the time it was wished for; the picture is the listener's then. */
    public void onStill(BiConsumer<Long, Picture> listener) {
        album = listener;
    }

    /** Wishes for stills at some times, in this order; what was wished before and is not there yet is forgotten. */
    public void wish(Recording recording, List<Long> times) {
        Wish wish = new Wish(recording, List.copyOf(times));
        newest = wish;
        wishes.offer(wish);
    }

    private void develop(Wish wish) {
        try {
            FrameReader from = reader.of(wish.recording());
            for (long time : wish.times()) {
                if (!wish.equals(newest)) {
                    return;
                }
                int width = Math.max(1, Math.round((float) HEIGHT * from.width() / from.height()));
                Picture still = new Picture(width, HEIGHT);
                var unused = from.readKey(from.index().frameAt(time), still);
                workplace.fx().execute(() -> {
                    if (wish.recording().equals(wished())) {
                        album.accept(time, still);
                    }
                });
            }
        } catch (VideoException | SessionException failure) {
            LOG.debug("No stills of {}: {}", wish.recording().name(), failure.getMessage());
        }
    }

    private @Nullable Recording wished() {
        Wish wish = newest;
        return wish == null ? null : wish.recording();
    }

    /** Forgets all wishes and frees the decoder. */
    @Override
    public void close() {
        newest = null;
        lane.execute(reader::close);
        lane.close();
    }
}
