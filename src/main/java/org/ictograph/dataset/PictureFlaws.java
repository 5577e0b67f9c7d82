package org.ictograph.dataset;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What only the pictures tell against parts of a plan, so that it comes to light while a data set is made: a plan that knows of it
 * leaves them out. Immutable.
 *
 * @param copies recordings that show what another one in another part shows, by name, with a sentence that says so
 * @param blanks frames that show nothing in a cage; the first of each clip that was to show one
 */
public record PictureFlaws(SortedMap<String, String> copies, SortedSet<Blank> blanks) {
    /** Where nothing speaks against any part. */
    static final PictureFlaws NONE = new PictureFlaws(new TreeMap<>(), new TreeSet<>());

    /**
     * A frame of a recording that shows one shade in a cage: nothing but black or grey.
     *
     * @param cage its position
     * @param frame its number in the recording
     */
    public record Blank(String recording, int cage, int frame) implements Comparable<Blank> {
        private static final Comparator<Blank> ORDER = Comparator.comparing(Blank::recording)
                .thenComparingInt(Blank::cage)
                .thenComparingInt(Blank::frame);

        @Override
        public int compareTo(Blank other) {
            return ORDER.compare(this, other);
        }
    }

    public PictureFlaws {
        copies = Collections.unmodifiableSortedMap(new TreeMap<>(copies));
        blanks = Collections.unmodifiableSortedSet(new TreeSet<>(blanks));
    }

    PictureFlaws and(PictureFlaws more) {
        SortedMap<String, String> allCopies = new TreeMap<>(copies);
        allCopies.putAll(more.copies);
        SortedSet<Blank> allBlanks = new TreeSet<>(blanks);
        allBlanks.addAll(more.blanks);
        return new PictureFlaws(allCopies, allBlanks);
    }

    /**
     * The first frame that is known to show nothing in a cage.
     *
     * @param from number of the first frame that counts
     * @param to number of the last one
     */
    Optional<Blank> blank(String recording, int cage, int from, int to) {
        SortedSet<Blank> found = blanks.subSet(new Blank(recording, cage, from), new Blank(recording, cage, to + 1));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.first());
    }
}
