package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.ictograph.model.Box;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.work.Lane;
import org.ictograph.work.LatestWins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short silent films of cages to be shown again and again, from a decoder of their own that never makes the player wait. Of
 * several wishes the newest counts. Wishes are made on the FX thread, films are handed out there.
 */
public final class Loops implements AutoCloseable {
    /** Frames of a film in a second: as many as clonus needs. */
    public static final int RATE = 12;

    /** The longest film, in microseconds. */
    public static final long LONGEST = 3 * Span.SECOND;

    private static final Logger LOG = LoggerFactory.getLogger(Loops.class);
    private static final int WIDEST = 200;

    /**
     * A film that is wanted.
     *
     * @param key under which it is handed out
     * @param span what happens there; the middle of it is filmed
     */
    public record Wish(UUID key, Recording recording, Box cage, Span span) {
        /** The piece of time that is filmed. */
        Span filmed() {
            long half = Math.min(LONGEST, span.length()) / 2;
            long middle = span.start() + span.length() / 2;
            return new Span(middle - half, middle + Math.max(1, half));
        }
    }

    private final Workplace workplace;
    private final KeptReader reader;
    private final Lane lane = new Lane("loops");
    private final LatestWins<List<Wish>> wishes = new LatestWins<>(lane, this::develop);
    private BiConsumer<UUID, List<Picture>> screen = (key, film) -> {};
    private volatile List<Wish> newest = List.of();

    Loops(Workplace workplace, Recordings recordings) {
        this.workplace = workplace;
        this.reader = new KeptReader(workplace, recordings);
    }

    /** Hands every film out; one without frames cannot be shown. The pictures are the listener's then. */
    public void onFilm(BiConsumer<UUID, List<Picture>> listener) {
        screen = listener;
    }

    /** Wishes for films, in this order; what was wished before and is not there yet is forgotten. */
    public void wish(List<Wish> wanted) {
        newest = List.copyOf(wanted);
        wishes.offer(newest);
    }

    private void develop(List<Wish> wanted) {
        for (Wish wish : wanted) {
            if (!wanted.equals(newest)) {
                return;
            }
            List<Picture> film = film(wish);
            workplace.fx().execute(() -> screen.accept(wish.key(), film));
        }
    }

    private List<Picture> film(Wish wish) {
        try {
            FrameReader from = reader.of(wish.recording());
            Box cage = wish.cage();
            double scale = Math.min(1, (double) WIDEST / cage.width());
            Picture whole = new Picture(scaled(from.width(), scale), scaled(from.height(), scale));
            Span span = wish.filmed();
            int count = (int) Math.max(1, span.length() * RATE / Span.SECOND);
            List<Picture> film = new ArrayList<>();
            for (int frame : from.index().sampled(span.start(), count, RATE)) {
                from.read(frame, whole);
                film.add(cut(whole, cage, scale));
            }
            return film;
        } catch (VideoException | SessionException failure) {
            LOG.debug("No loop of {}: {}", wish.recording().name(), failure.getMessage());
            return List.of();
        }
    }

    private static int scaled(int pixels, double scale) {
        return Math.max(1, (int) Math.round(pixels * scale));
    }

    private static Picture cut(Picture whole, Box cage, double scale) {
        int left = Math.min(whole.width() - 1, (int) (cage.x() * scale));
        int top = Math.min(whole.height() - 1, (int) (cage.y() * scale));
        int width = Math.min(whole.width() - left, scaled(cage.width(), scale));
        int height = Math.min(whole.height() - top, scaled(cage.height(), scale));
        Picture part = new Picture(width, height);
        for (int y = 0; y < height; y++) {
            int from = 4 * ((top + y) * whole.width() + left);
            System.arraycopy(whole.bgra(), from, part.bgra(), 4 * y * width, 4 * width);
        }
        return part;
    }

    /** Forgets all wishes and frees the decoder until the next wish. */
    public void rest() {
        wish(List.of());
        lane.execute(reader::close);
    }

    /** Forgets all wishes and frees the decoder. */
    @Override
    public void close() {
        newest = List.of();
        lane.execute(reader::close);
        lane.close();
    }
}
