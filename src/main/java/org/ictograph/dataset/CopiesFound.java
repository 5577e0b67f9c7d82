package org.ictograph.dataset;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The same film is in two parts of a data set, so nobody may see it as it is. */
final class CopiesFound extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SortedMap<String, String> copies = new TreeMap<>();

    CopiesFound(List<FilmLooks.Twin> twins) {
        super("The same film is in two parts.");
        twins.forEach(twin -> copies.put(twin.recording(), twin.why()));
    }

    /** The recordings that are copies, by name, with a sentence for each. */
    SortedMap<String, String> copies() {
        return copies;
    }
}
