package org.ictograph.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ictograph.model.Assignment.Planted;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Span;

/**
 * Draws windows for a second rating: some with an event somewhere in them and, for each, one of the same recording that
 * touches no event, shuffled, so that a window alone does not tell whether there is something to find. The same seed draws
 * the same windows.
 */
final class WindowDraw {
    private static final int TRIES = 200;

    private final long length;
    private final Random random;
    private final List<Window> drawn = new ArrayList<>();
    private final List<Window> planted = new ArrayList<>();

    /** @param length of each window, in microseconds */
    WindowDraw(long length, long seed) {
        this.length = length;
        this.random = new Random(seed);
    }

    /**
     * A recording that can be drawn from.
     *
     * @param events of all its cages
     */
    record Source(UUID recordingId, long duration, List<Span> events) {}

    /** Also so many windows around events that are known, none of them drawn already. */
    List<Window> draw(List<Source> sources, int count, List<Planted> known, int planting) {
        List<Planted> shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, random);
        for (Planted event : shuffled) {
            Optional<Source> source = sources.stream()
                    .filter(one -> one.recordingId().equals(event.recordingId()) && one.duration() >= length)
                    .findFirst();
            if (planted.size() < planting && source.isPresent() && around(source.get(), event.span())) {
                planted.add(drawn.get(drawn.size() - 1));
            }
        }
        return draw(sources, count);
    }

    /** The windows that were drawn around events that are known. */
    List<Window> planted() {
        return List.copyOf(planted);
    }

    /** The known events whose onset lies in a window. */
    static List<Planted> within(List<Window> windows, List<Planted> known) {
        return known.stream()
                .filter(event -> windows.stream().anyMatch(window -> window.holds(event)))
                .toList();
    }

    /** At most so many windows with an event, and as many without as there is room for. */
    List<Window> draw(List<Source> sources, int count) {
        record Event(Source source, Span span) {}
        List<Event> events = new ArrayList<>();
        for (Source source : sources) {
            if (source.duration() >= length) {
                source.events().forEach(span -> events.add(new Event(source, span)));
            }
        }
        Collections.shuffle(events, random);
        int found = 0;
        for (Event event : events) {
            if (found < count && around(event.source(), event.span())) {
                found++;
                empty(event.source());
            }
        }
        Collections.shuffle(drawn, random);
        return List.copyOf(drawn);
    }

    /** A window that begins somewhere before the event and holds its onset; none where one was drawn already. */
    private boolean around(Source source, Span event) {
        long start = event.start() - (long) (random.nextDouble() * length * 0.8);
        return take(source, Math.max(0, Math.min(start, source.duration() - length)));
    }

    private void empty(Source source) {
        for (int i = 0; i < TRIES; i++) {
            long start = (long) (random.nextDouble() * (source.duration() - length));
            Span window = new Span(start, start + length);
            if (source.events().stream().noneMatch(window::overlaps) && take(source, start)) {
                return;
            }
        }
    }

    private boolean take(Source source, long start) {
        Window window = new Window(source.recordingId(), new Span(start, start + length));
        boolean free = drawn.stream()
                .noneMatch(other -> other.recordingId().equals(window.recordingId())
                        && other.span().overlaps(window.span()));
        if (free) {
            drawn.add(window);
        }
        return free;
    }
}
