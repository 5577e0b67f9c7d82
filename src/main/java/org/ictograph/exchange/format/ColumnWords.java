package org.ictograph.exchange.format;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ictograph.exchange.ColumnMap;
import org.ictograph.exchange.ColumnMap.Counting;
import org.ictograph.exchange.ColumnMap.Field;

/** What labs call the columns of their tables of events, in English and German, the surest word first. */
final class ColumnWords {
    private static final Map<Field, List<String>> WORDS = new EnumMap<>(Map.of(
            Field.START,
            List.of("onset", "start", "begin", "start time", "begin time", "beginn", "anfang", "from", "von", "time"),
            Field.END,
            List.of("offset", "stop", "end", "stop time", "end time", "ende", "to", "bis"),
            Field.LENGTH,
            List.of("duration", "length", "dauer", "länge"),
            Field.LABEL,
            List.of("label", "behavior", "behaviour", "event", "event type", "action", "class", "code", "verhalten"),
            Field.ANIMAL,
            List.of("animal", "subject", "rat", "mouse", "individual", "identity", "animal id", "tier", "ratte"),
            Field.CAGE,
            List.of("cage", "cage number", "box", "arena", "käfig"),
            Field.VIDEO,
            List.of("video", "recording", "media", "file", "video id", "media file name", "filename", "aufnahme"),
            Field.OBSERVER,
            List.of("rater", "observer", "annotator", "coder", "scorer", "beobachter"),
            Field.STAGE,
            List.of("stage", "racine", "racine stage", "severity", "stadium"),
            Field.NOTE,
            List.of("note", "notes", "comment", "comments", "remarks", "notiz", "bemerkung")));

    private static final List<String> SCORE = List.of("score", "confidence", "probability", "prob");

    private ColumnWords() {}

    static ColumnMap guess(List<String> columns) {
        Map<Field, String> found = new EnumMap<>(Field.class);
        Set<String> taken = new HashSet<>();
        for (Field field : Field.values()) {
            for (String word : WORDS.getOrDefault(field, SCORE)) {
                columns.stream()
                        .filter(column ->
                                !taken.contains(column) && bare(column).equals(word))
                        .findFirst()
                        .ifPresent(column -> {
                            if (!found.containsKey(field)) {
                                found.put(field, column);
                                taken.add(column);
                            }
                        });
            }
        }
        return new ColumnMap(found, counting(found.getOrDefault(Field.START, "")));
    }

    /** A name without unit, capitals and signs. */
    private static String bare(String column) {
        return column.toLowerCase(Locale.ROOT)
                .replaceAll("[(\\[].*", "")
                .replaceAll("[\\s_.-]+", " ")
                .replaceAll(" (s|sec|seconds|ms|min|frame|frames)$", "")
                .replaceAll("^frame ", "")
                .strip();
    }

    private static Counting counting(String start) {
        String name = start.toLowerCase(Locale.ROOT);
        if (name.contains("frame")) {
            return Counting.FRAMES;
        }
        if (name.matches(".*[\\s_(\\[]ms\\b.*") || name.contains("milli")) {
            return Counting.MILLISECONDS;
        }
        return name.matches(".*[\\s_(\\[]min\\b.*") ? Counting.MINUTES : Counting.SECONDS;
    }
}
