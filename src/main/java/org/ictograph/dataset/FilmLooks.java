package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.model.Span;
import org.ictograph.work.Progress;

/**
 * The prints of films of cages, among which recordings are found that show what a recording in another part shows: the same
 * film, encoded again under another name. Pieces that follow each other are one film. Confined to one thread.
 */
final class FilmLooks {
    private final List<String> order;
    private final Map<Film, List<FilmPrint>> prints = new TreeMap<>(
            Comparator.comparing(Film::recording).thenComparingInt(Film::cage).thenComparing(Film::part));

    private record Film(String recording, int cage, String part) {}

    /**
     * A recording that shows what an earlier one shows.
     *
     * @param why a sentence for the user
     */
    record Twin(String recording, String why) {}

    /**
     * @param order names of the recordings; of two that show the same the later is the copy
     */
    FilmLooks(List<String> order) {
        this.order = List.copyOf(order);
    }

    void add(ClipPlace place, String part, FilmPrint print) {
        Film film = new Film(place.recording(), place.cage(), part);
        prints.computeIfAbsent(film, unknown -> new ArrayList<>()).add(print);
    }

    /**
     * The copies, each once; what was added is forgotten, since of long recordings it takes much room.
     *
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<Twin> twins(Progress progress) {
        if (order.size() < 2) {
            prints.clear();
            return List.of();
        }
        List<Film> owners = new ArrayList<>();
        List<FilmPrint> films = new ArrayList<>();
        prints.forEach((owner, pieces) -> {
            pieces.sort(Comparator.comparingLong(FilmPrint::first));
            for (FilmPrint film : FilmPrint.joined(pieces)) {
                owners.add(owner);
                films.add(film);
            }
            pieces.clear();
        });
        prints.clear();
        Map<String, Twin> twins = new TreeMap<>();
        for (Lookalikes.Pair pair :
                new Lookalikes(films, (a, b) -> apart(owners.get(a), owners.get(b))).pairs(progress)) {
            Film one = owners.get(pair.one());
            Film other = owners.get(pair.other());
            long later = films.get(pair.one()).first()
                    + pair.match().lag()
                    - films.get(pair.other()).first();
            boolean turned = order.indexOf(one.recording()) > order.indexOf(other.recording());
            Twin twin = turned ? twin(one, other, -later, pair.match()) : twin(other, one, later, pair.match());
            twins.putIfAbsent(twin.recording(), twin);
        }
        return List.copyOf(twins.values());
    }

    private static boolean apart(Film one, Film other) {
        return !one.recording().equals(other.recording()) && !one.part().equals(other.part());
    }

    private static Twin twin(Film copy, Film original, long later, PrintMatch match) {
        double seconds = later * FilmPrint.STEP / (double) Span.SECOND;
        String why = String.format(
                Locale.ROOT,
                "It shows what recording %s shows, %.1f s %s (its pictures correlate with %.2f): a copy.",
                original.recording(),
                Math.abs(seconds),
                seconds < 0 ? "earlier" : "later",
                match.correlation());
        return new Twin(copy.recording(), why);
    }
}
