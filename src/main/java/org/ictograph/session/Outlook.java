package org.ictograph.session;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to learn from, before anybody waits for a training.
 *
 * @param events number of events of each animal whose cages are known of, by name
 * @param hours time of which it is known what happens
 */
public record Outlook(SortedMap<String, Integer> events, double hours) {
    /** Fewer events rarely make a useful model. */
    public static final int FEW = 20;

    /** With fewer animals that have events, scores say little about others. */
    public static final int FEW_ANIMALS = 4;

    public Outlook {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    public int all() {
        return events.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many animals have events. */
    public int having() {
        return (int) events.values().stream().filter(count -> count > 0).count();
    }
}
