package org.ictograph.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.dataset.TestSheet;
import org.ictograph.measure.ClipRow;
import org.ictograph.measure.EventScoring;
import org.ictograph.measure.Statistic;
import org.ictograph.report.ResultTable;
import org.ictograph.report.ResultTable.Cell;
import org.ictograph.report.ResultTable.Column;
import org.ictograph.report.ResultTable.Form;

/** Scores of predictions for a data set beside trivial rivals, as tables in the layout of the papers. */
public final class Evaluating {
    static final String NEGATIVE = "always negative";
    static final String PRIOR = "prior";
    static final String MOTION = "motion";

    private Evaluating() {}

    /**
     * How to score.
     *
     * @param threshold a score from here on says "yes"
     * @param tiou temporal overlaps from which a segment is found
     * @param events how events are scored
     * @param seed of the draws for intervals
     */
    public record Terms(double threshold, List<Double> tiou, EventScoring events, long seed) {
        public Terms {
            tiou = List.copyOf(tiou);
        }
    }

    static Column text(String title) {
        return new Column(title.toLowerCase(Locale.ROOT), title, Form.TEXT);
    }

    /** A rival that needs the motion of clips, where it is not known. */
    static String withoutMotion(TestSheet sheet) {
        long without = sheet.tested().stream()
                .filter(clip -> clip.truth().motion() == null)
                .count();
        return without == 0
                ? ""
                : "Undefined: the motion of " + without + " of the "
                        + sheet.tested().size() + " clips is not known.";
    }

    static Cell unknown(String sentence) {
        return Cell.of(Statistic.undefined(sentence, 0));
    }

    /** A table with the sentences below it that its numbers ask for. */
    static ResultTable table(
            TestSheet sheet,
            Terms terms,
            String name,
            String title,
            List<Column> columns,
            List<List<Cell>> rows,
            String own) {
        long animals = sheet.tested().stream()
                .map(clip -> clip.place().subject())
                .distinct()
                .count();
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "%s (profile %s, written by Ictograph %s), %d clips of %d animals. %s",
                sheet.title(),
                sheet.profile(),
                sheet.version(),
                sheet.tested().size(),
                animals,
                own));
        notes.add(String.format(
                Locale.ROOT,
                "In brackets: 95 %% intervals by drawing animals with replacement, %d times, seed %d.",
                ClipRow.RESAMPLES,
                terms.seed()));
        TreeSet<String> reasons = rows.stream()
                .flatMap(List::stream)
                .flatMap(cell -> cell.statistic().stream())
                .flatMap(statistic -> Stream.of(statistic.undefined(), statistic.remark()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!reasons.isEmpty()) {
            notes.add(String.join(" ", reasons));
        }
        return new ResultTable(name, title, columns, rows, notes);
    }

    /** The tables as one document, for programs. */
    public static Map<String, Object> document(List<ResultTable> tables) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (ResultTable table : tables) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (List<Cell> row : table.rows()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    fields.put(table.columns().get(i).key(), field(row.get(i)));
                }
                rows.add(fields);
            }
            document.put(table.name(), Map.of("title", table.title(), "rows", rows, "notes", table.notes()));
        }
        return document;
    }

    private static Object field(Cell cell) {
        if (cell.statistic().isEmpty()) {
            return cell.text();
        }
        Statistic statistic = cell.statistic().get();
        Map<String, Object> fields = new LinkedHashMap<>();
        statistic.value().ifPresent(value -> fields.put("value", value));
        statistic.low().ifPresent(low -> fields.put("low", low));
        statistic.high().ifPresent(high -> fields.put("high", high));
        fields.put("n", statistic.n());
        if (!statistic.undefined().isEmpty()) {
            fields.put("undefined", statistic.undefined());
        }
        if (!statistic.remark().isEmpty()) {
            fields.put("remark", statistic.remark());
        }
        return fields;
    }
}
