package org.ictograph.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which animals must stay together. Two animals do when a chain of ties leads from one to the other; the animal whose name
 * comes first stands for its group. Names that differ only in capital letters, separators or leading zeros, such as 70-3
 * and 70_03, may be one animal twice, so they are tied in any case. Without ties every animal is a group of its own.
 */
final class Companions {
    private final Map<String, String> leader = new TreeMap<>();
    private final Map<String, String> firstWith = new HashMap<>();

    /**
     * @param places of all clips
     * @param litters by animal, for the animals of the clips and others; an animal that has none has an empty one
     */
    static Companions of(Collection<ClipPlace> places, Map<String, String> litters, List<Together> ties) {
        Companions companions = new Companions();
        for (ClipPlace place : places) {
            companions.leader.putIfAbsent(place.subject(), place.subject());
            companions.tie("name " + spoken(place.subject()), place.subject());
            String litter = litters.getOrDefault(place.subject(), "");
            ties.forEach(kind ->
                    kind.tie(place, litter).ifPresent(tie -> companions.tie(kind + " " + tie, place.subject())));
        }
        if (ties.contains(Together.LITTER)) {
            litters.forEach((animal, litter) -> {
                companions.leader.putIfAbsent(animal, animal);
                companions.tie("name " + spoken(animal), animal);
                if (!litter.isEmpty()) {
                    companions.tie(Together.LITTER + " " + litter, animal);
                }
            });
        }
        return companions;
    }

    /** A name as it would be told on the phone: words and numbers in a row. */
    static String spoken(String name) {
        String words = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=[\\p{L}\\p{N}])[\\s_.\\-/]+(?=[\\p{L}\\p{N}])", " ")
                .replaceAll("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})", " ");
        return words.replaceAll("(?<!\\p{N})0+(?=\\p{N})", "");
    }

    private void tie(String what, String animal) {
        String a = leader(firstWith.computeIfAbsent(what, first -> animal));
        String b = leader(animal);
        if (a.compareTo(b) < 0) {
            leader.put(b, a);
        } else {
            leader.put(a, b);
        }
    }

    /** The animal that stands for this one's group. */
    String leader(String animal) {
        String above = leader.getOrDefault(animal, animal);
        return above.equals(animal) ? animal : leader(above);
    }

    /** All animals by the one that stands for them. */
    SortedMap<String, NavigableSet<String>> groups() {
        SortedMap<String, NavigableSet<String>> groups = new TreeMap<>();
        leader.keySet()
                .forEach(animal -> groups.computeIfAbsent(leader(animal), first -> new TreeSet<>())
                        .add(animal));
        return groups;
    }
}
