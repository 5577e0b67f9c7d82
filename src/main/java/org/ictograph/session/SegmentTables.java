package org.ictograph.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ictograph.dataset.ClipLabel;
import org.ictograph.dataset.TestSheet;
import org.ictograph.measure.ClipOracle;
import org.ictograph.measure.ClipRivals;
import org.ictograph.measure.DetectionReport;
import org.ictograph.measure.EventRow;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.Segment;
import org.ictograph.measure.SegmentRivals;
import org.ictograph.measure.Statistic;
import org.ictograph.measure.TestedClip;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.report.ResultTable;
import org.ictograph.report.ResultTable.Cell;
import org.ictograph.report.ResultTable.Column;
import org.ictograph.report.ResultTable.Form;
import org.ictograph.session.Evaluating.Terms;

/**
 * Results for labels in time: mean average precision after the table of RatSeizure, recall, each class beside the rival that
 * knows which classes occur in a clip but not when, and events.
 */
public final class SegmentTables {
    private static final String ORACLE = "clip oracle";
    private static final String RIVALS =
            "The clip oracle knows which labels occur in each clip, and says each for the whole clip. Prior says every label for"
                    + " every whole clip, scored by its share of the clips that may be learned from; motion does so scored by"
                    + " how much moves in the clip. Always negative says nothing.";

    private final TestSheet sheet;
    private final Terms terms;
    private final List<Segment> truth;
    private final Map<String, String> subjects;

    public SegmentTables(TestSheet sheet, Terms terms) {
        this.sheet = sheet;
        this.terms = terms;
        truth = sheet.tested().stream()
                .flatMap(clip -> clip.truth().labels().stream().map(label -> segment(clip, label)))
                .toList();
        subjects = sheet.tested().stream()
                .collect(Collectors.toMap(
                        TestSheet.TestClip::id, clip -> clip.place().subject()));
    }

    private static Segment segment(TestSheet.TestClip clip, ClipLabel label) {
        return new Segment(clip.id(), seconds(label.start()), seconds(label.end()), label.label());
    }

    private static double seconds(long micros) {
        return micros / (double) Span.SECOND;
    }

    private static long micros(double seconds) {
        return Math.round(seconds * Span.SECOND);
    }

    /** @param models by name, in the order of their files */
    public List<ResultTable> of(Map<String, List<ScoredSegment>> models) {
        Map<String, DetectionReport> reports = new LinkedHashMap<>();
        models.forEach((name, segments) -> reports.put(name, report(segments)));
        rivals().forEach((name, segments) -> reports.put(name, report(segments)));
        String missing = Evaluating.withoutMotion(sheet);
        return List.of(
                detection(reports, missing),
                recall(reports, missing),
                classes(reports, missing),
                each(reports),
                events(models, missing));
    }

    private DetectionReport report(List<ScoredSegment> segments) {
        return DetectionReport.of(truth, segments, terms.tiou(), subjects, terms.seed());
    }

    private List<Column> atThresholds(List<Column> before) {
        List<Column> columns = new ArrayList<>(before);
        for (double tiou : terms.tiou()) {
            String told = String.format(Locale.ROOT, "%.2f", tiou).replaceAll("0$", "");
            columns.add(new Column("tiou_" + told, told, Form.PERCENT));
        }
        return columns;
    }

    private static List<Cell> cells(List<String> texts, List<Statistic> numbers) {
        List<Cell> cells = new ArrayList<>(texts.stream().map(Cell::of).toList());
        numbers.forEach(number -> cells.add(Cell.of(number)));
        return cells;
    }

    private static List<Statistic> and(List<Statistic> numbers, Statistic last) {
        List<Statistic> all = new ArrayList<>(numbers);
        all.add(last);
        return all;
    }

    private List<Statistic> missing(String sentence, int more) {
        List<Statistic> cells = new ArrayList<>();
        for (int i = 0; i < terms.tiou().size() + more; i++) {
            cells.add(Statistic.undefined(sentence, 0));
        }
        return cells;
    }

    private ResultTable detection(Map<String, DetectionReport> reports, String missing) {
        List<Column> columns = atThresholds(List.of(Evaluating.text("Model")));
        columns.add(new Column("average", "Average", Form.PERCENT));
        List<List<Cell>> rows = new ArrayList<>();
        reports.forEach((name, report) -> rows.add(cells(List.of(name), and(report.map(), report.averageMap()))));
        if (!missing.isEmpty()) {
            rows.add(cells(List.of(Evaluating.MOTION), missing(missing, 1)));
        }
        return table("detection", "Mean average precision at temporal overlaps", columns, rows, RIVALS);
    }

    private ResultTable recall(Map<String, DetectionReport> reports, String missing) {
        List<Column> columns = atThresholds(List.of(Evaluating.text("Model"), Evaluating.text("Recall")));
        List<List<Cell>> rows = new ArrayList<>();
        reports.forEach((name, report) -> {
            rows.add(cells(List.of(name, "@1x"), report.recallAt1()));
            rows.add(cells(List.of(name, "@5x"), report.recallAt5()));
        });
        if (!missing.isEmpty()) {
            rows.add(cells(List.of(Evaluating.MOTION, ""), missing(missing, 0)));
        }
        return table(
                "recall",
                "Recall at temporal overlaps",
                columns,
                rows,
                "Recall@kx takes of each clip the best k times as many predictions of a label as it has true segments.");
    }

    /** Average precision of each class, all models and rivals side by side. */
    private ResultTable classes(Map<String, DetectionReport> reports, String missing) {
        List<Column> columns = new ArrayList<>(List.of(Evaluating.text("Class"), Evaluating.text("Segments")));
        reports.keySet().forEach(name -> columns.add(new Column(name, name, Form.PERCENT)));
        if (!missing.isEmpty()) {
            columns.add(new Column(Evaluating.MOTION, Evaluating.MOTION, Form.PERCENT));
        }
        List<List<Cell>> rows = new ArrayList<>();
        List<DetectionReport> all = List.copyOf(reports.values());
        for (int i = 0; i < all.get(0).classes().size(); i++) {
            DetectionReport.OneClass first = all.get(0).classes().get(i);
            int own = i;
            List<Statistic> numbers = new ArrayList<>(all.stream()
                    .map(report -> report.classes().get(own).average())
                    .toList());
            if (!missing.isEmpty()) {
                numbers.add(Statistic.undefined(missing, 0));
            }
            rows.add(cells(List.of(first.label(), String.valueOf(first.truth())), numbers));
        }
        return table(
                "classes",
                "Average precision of each class, mean over temporal overlaps",
                columns,
                rows,
                "Where a model stays below the clip oracle it tells what happens rather than when.");
    }

    private ResultTable each(Map<String, DetectionReport> reports) {
        List<Column> columns = atThresholds(
                List.of(Evaluating.text("Model"), Evaluating.text("Class"), Evaluating.text("Predictions")));
        List<List<Cell>> rows = new ArrayList<>();
        reports.forEach((name, report) -> report.classes()
                .forEach(one -> rows.add(
                        cells(List.of(name, one.label(), String.valueOf(one.predictions())), one.averagePrecision()))));
        return table("classes-tiou", "Average precision of each class at temporal overlaps", columns, rows, "");
    }

    private ResultTable events(Map<String, List<ScoredSegment>> models, String missing) {
        List<Column> columns = new ArrayList<>(EventCells.columns("Class"));
        columns.add(0, Evaluating.text("Model"));
        List<List<Cell>> rows = new ArrayList<>();
        models.forEach((name, segments) -> {
            List<EventRow.Film> all = new ArrayList<>();
            for (String label : labels()) {
                List<EventRow.Film> films = films(label, segments);
                all.addAll(films);
                rows.add(row(name, label, films));
            }
            rows.add(row(name, "all", all));
        });
        deciding().forEach((name, segments) -> {
            List<EventRow.Film> all = new ArrayList<>();
            labels().forEach(label -> all.addAll(films(label, segments)));
            rows.add(row(name, "all", all));
        });
        if (!missing.isEmpty()) {
            rows.add(cells(
                    List.of(Evaluating.MOTION, "all", "", "", ""),
                    Collections.nCopies(EventCells.NUMBERS, Statistic.undefined(missing, 0))));
        }
        return table(
                "events",
                "Events, scored as SzCORE does",
                columns,
                rows,
                String.format(
                        Locale.ROOT,
                        "Predictions with a score of %s or more count; motion says a label from the motion that has the best"
                                + " F1 among the animals that may be learned from. Parameters: %s.",
                        terms.threshold(),
                        terms.events().inWords()));
    }

    private List<Cell> row(String model, String label, List<EventRow.Film> films) {
        List<Cell> row = new ArrayList<>(EventCells.of(label, EventRow.of(label, films, terms.events(), terms.seed())));
        row.add(0, Cell.of(model));
        return row;
    }

    private List<EventRow.Film> films(String label, List<ScoredSegment> segments) {
        Map<String, List<Span>> said = new LinkedHashMap<>();
        for (ScoredSegment one : segments) {
            if (one.segment().label().equals(label)
                    && one.score() >= terms.threshold()
                    && one.segment().end() > one.segment().start()) {
                said.computeIfAbsent(one.segment().video(), clip -> new ArrayList<>())
                        .add(new Span(
                                micros(one.segment().start()),
                                micros(one.segment().end())));
            }
        }
        return sheet.tested().stream()
                .map(clip -> new EventRow.Film(
                        clip.place().subject(),
                        SpanSet.of(new Span(0, micros(clip.seconds()))),
                        clip.truth().labels().stream()
                                .filter(one -> one.label().equals(label) && one.end() > one.start())
                                .map(one -> new Span(one.start(), one.end()))
                                .toList(),
                        said.getOrDefault(clip.id(), List.of())))
                .toList();
    }

    private ResultTable table(String name, String title, List<Column> columns, List<List<Cell>> rows, String own) {
        return Evaluating.table(sheet, terms, name, title, columns, rows, own);
    }

    private Map<String, List<ScoredSegment>> rivals() {
        Map<String, List<ScoredSegment>> rivals = new LinkedHashMap<>();
        List<ScoredSegment> oracle = new ArrayList<>();
        for (TestSheet.TestClip clip : sheet.tested()) {
            List<Segment> own = clip.truth().labels().stream()
                    .map(label -> segment(clip, label))
                    .toList();
            oracle.addAll(ClipOracle.of(clip.id(), SpanSet.of(new Span(0, micros(clip.seconds()))), own));
        }
        rivals.put(ORACLE, oracle);
        List<SegmentRivals.Known> tested =
                sheet.tested().stream().map(SegmentTables::known).toList();
        Map<String, List<SegmentRivals.Known>> learned = sheet.testedParts().stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> sheet.learned(part).stream()
                                .map(SegmentTables::known)
                                .toList()));
        Function<String, List<SegmentRivals.Known>> from = part -> learned.getOrDefault(part, List.of());
        rivals.put(Evaluating.PRIOR, SegmentRivals.prior(tested, from));
        if (Evaluating.withoutMotion(sheet).isEmpty()) {
            rivals.put(Evaluating.MOTION, SegmentRivals.motion(tested, from));
        }
        rivals.put(Evaluating.NEGATIVE, List.of());
        return rivals;
    }

    /** Labels that occur, by name. */
    private Set<String> labels() {
        return new TreeSet<>(truth.stream().map(Segment::label).toList());
    }

    /** The rivals once more, as ones that say yes or no: motion has no score of which that could be told. */
    private Map<String, List<ScoredSegment>> deciding() {
        Map<String, List<ScoredSegment>> rivals = rivals();
        rivals.computeIfPresent(
                Evaluating.MOTION,
                (name, scored) -> labels().stream().flatMap(this::moving).toList());
        return rivals;
    }

    private Stream<ScoredSegment> moving(String label) {
        List<TestSheet.TestClip> tested = sheet.tested();
        Map<String, List<ClipRivals.Known>> learned = sheet.testedParts().stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> sheet.learned(part).stream()
                                .map(clip -> known(clip, label))
                                .toList()));
        List<TestedClip> said = ClipRivals.motion(
                tested.stream().map(clip -> known(clip, label)).toList(),
                part -> learned.getOrDefault(part, List.of()),
                terms.threshold());
        return IntStream.range(0, tested.size())
                .mapToObj(i -> new ScoredSegment(
                        new Segment(tested.get(i).id(), 0, tested.get(i).seconds(), label),
                        said.get(i).score()));
    }

    private static ClipRivals.Known known(TestSheet.TestClip clip, String label) {
        return new ClipRivals.Known(
                clip.place().subject(),
                clip.part(),
                clip.truth().labels().stream().anyMatch(one -> one.label().equals(label)),
                ClipTables.motion(clip));
    }

    private static SegmentRivals.Known known(TestSheet.TestClip clip) {
        return new SegmentRivals.Known(
                clip.id(),
                clip.seconds(),
                clip.part(),
                clip.truth().labels().stream().map(ClipLabel::label).collect(Collectors.toSet()),
                ClipTables.motion(clip));
    }
}
