package org.ictograph.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ictograph.localizer.Tested;
import org.ictograph.measure.Confusion;
import org.ictograph.measure.Statistic;

/** How each part of the animals was told from clips of ten seconds, in the layout of RodEpil's second table. */
final class FoldTable {
    private static final List<Function<Confusion, Statistic>> COLUMNS = List.of(
            Confusion::accuracy, Confusion::sensitivity, Confusion::specificity, Confusion::precision, Confusion::f1);
    private static final List<String> NAMES = List.of("accuracy", "sensitivity", "specificity", "precision", "f1");

    private FoldTable() {}

    /** The lines of the table with the mean over the folds below; none without folds. */
    static List<String> of(List<Tested.Fold> folds) {
        List<String> lines = new ArrayList<>();
        if (folds.isEmpty()) {
            return lines;
        }
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-6s %6s", "fold", "clips"));
        NAMES.forEach(name -> head.append(String.format(Locale.ROOT, " %11s", name)));
        lines.add(head.append("  animals").toString());
        for (int i = 0; i < folds.size(); i++) {
            Confusion clips = folds.get(i).proposals().clips().confusion();
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-6d %6d", i + 1, clips.n()));
            COLUMNS.forEach(column -> line.append(String.format(
                    Locale.ROOT, " %11s", number(column.apply(clips).value()))));
            lines.add(line.append("  ")
                    .append(String.join(", ", folds.get(i).animals()))
                    .toString());
        }
        StringBuilder mean = new StringBuilder(String.format(Locale.ROOT, "%-6s %6s", "mean", ""));
        COLUMNS.forEach(column -> mean.append(String.format(
                Locale.ROOT,
                " %11s",
                number(folds.stream()
                        .flatMapToDouble(
                                fold -> column.apply(fold.proposals().clips().confusion()).value().stream())
                        .average()))));
        lines.add(mean.toString());
        return lines;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "-";
    }

    static Map<String, Object> document(Tested.Fold fold) {
        Confusion clips = fold.proposals().clips().confusion();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("animals", fold.animals());
        fields.put("clips", clips.n());
        for (int i = 0; i < NAMES.size(); i++) {
            OptionalDouble value = COLUMNS.get(i).apply(clips).value();
            if (value.isPresent()) {
                fields.put(NAMES.get(i), value.getAsDouble());
            }
        }
        return fields;
    }
}
