package org.ictograph.dataset;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The pictures tell something against parts of a plan, so nobody may see the data set as it was planned. */
final class FlawsFound extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PictureFlaws flaws;

    private FlawsFound(PictureFlaws flaws) {
        super("The pictures tell something against parts of the plan.");
        this.flaws = flaws;
    }

    /** The same film is in two parts. */
    static FlawsFound copies(List<FilmLooks.Twin> twins) {
        SortedMap<String, String> copies = new TreeMap<>();
        twins.forEach(twin -> copies.put(twin.recording(), twin.why()));
        return new FlawsFound(new PictureFlaws(copies, new TreeSet<>()));
    }

    /** Clips would show nothing for a moment. */
    static FlawsFound blanks(Collection<PictureFlaws.Blank> blanks) {
        return new FlawsFound(new PictureFlaws(new TreeMap<>(), new TreeSet<>(blanks)));
    }

    PictureFlaws flaws() {
        return flaws;
    }
}
