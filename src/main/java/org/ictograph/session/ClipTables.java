package org.ictograph.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.dataset.TestSheet;
import org.ictograph.measure.ClipFigure;
import org.ictograph.measure.ClipRivals;
import org.ictograph.measure.ClipRow;
import org.ictograph.measure.EventRow;
import org.ictograph.measure.TestedClip;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.report.ResultTable;
import org.ictograph.report.ResultTable.Cell;
import org.ictograph.report.ResultTable.Column;
import org.ictograph.report.ResultTable.Form;
import org.ictograph.session.Evaluating.Terms;

/**
 * Results for whole clips: after the second table of RodEpil, by fold and as mean, with the events that consecutive clips
 * make; for windows before seizures after the table of the forecasting protocol, by number of shots; for clips around onsets
 * with the figures of joint-centred attention.
 */
public final class ClipTables {
    private static final List<ClipFigure> DETECTION = List.of(
            ClipFigure.ACCURACY, ClipFigure.SENSITIVITY, ClipFigure.SPECIFICITY, ClipFigure.PRECISION, ClipFigure.F1);
    private static final List<ClipFigure> FORECAST =
            List.of(ClipFigure.BALANCED_ACCURACY, ClipFigure.AUROC, ClipFigure.AUPRC);

    private static final List<ClipFigure> ONSETS = List.of(
            ClipFigure.ACCURACY,
            ClipFigure.AUROC,
            ClipFigure.AUPRC,
            ClipFigure.F1,
            ClipFigure.PRECISION,
            ClipFigure.SENSITIVITY);

    private static final String RIVALS =
            "Always negative says no to every clip. Prior gives each clip the share of positives among the animals that may"
                    + " be learned from. Motion gives it how much moves in it, and says yes from the motion that has the best"
                    + " F1 among those animals.";

    private final TestSheet sheet;
    private final Terms terms;

    public ClipTables(TestSheet sheet, Terms terms) {
        this.sheet = sheet;
        this.terms = terms;
    }

    /** @param models by name, each with a score for each tested clip in the order of the sheet, or several in tasks */
    public List<ResultTable> of(Map<String, List<TestedClip>> models) {
        Map<String, List<TestedClip>> rivals = rivals();
        List<List<Cell>> rows = new ArrayList<>();
        models.forEach((name, clips) -> rows(clips).forEach(row -> rows.add(cells(name, row))));
        rivals.forEach((name, clips) -> rows.add(cells(name, summary(clips))));
        String missing = Evaluating.withoutMotion(sheet);
        if (!missing.isEmpty()) {
            rows.add(without(4, figures().size(), missing));
        }
        List<Column> columns = new ArrayList<>(List.of(
                Evaluating.text("Model"),
                Evaluating.text(sheet.kind() == TestSheet.Kind.WINDOWS ? "Task" : "Fold"),
                Evaluating.text("Clips"),
                Evaluating.text("Positive")));
        figures().forEach(figure -> columns.add(new Column(figure.key(), figure.title(), Form.PERCENT)));
        List<ResultTable> tables = new ArrayList<>();
        tables.add(Evaluating.table(
                sheet,
                terms,
                "clips",
                title(),
                columns,
                rows,
                String.format(Locale.ROOT, "A score of %s or more says yes. %s", terms.threshold(), RIVALS)));
        if (sheet.kind() == TestSheet.Kind.CLIPS) {
            Map<String, List<TestedClip>> all = new LinkedHashMap<>(models);
            all.values().removeIf(clips -> clips.size() != sheet.tested().size());
            all.putAll(rivals);
            tables.add(events(all, missing));
        }
        return tables;
    }

    private String title() {
        return switch (sheet.kind()) {
            case WINDOWS -> "Seizure within five seconds or not";
            case ONSETS -> "Ictal or interictal";
            case CLIPS, SEGMENTS -> "Seizure or not";
        };
    }

    private List<ClipFigure> figures() {
        return switch (sheet.kind()) {
            case WINDOWS -> FORECAST;
            case ONSETS -> ONSETS;
            case CLIPS, SEGMENTS -> DETECTION;
        };
    }

    private static List<Cell> without(int texts, int numbers, String sentence) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(Evaluating.MOTION)));
        while (row.size() < texts) {
            row.add(Cell.of(""));
        }
        while (row.size() < texts + numbers) {
            row.add(Evaluating.unknown(sentence));
        }
        return row;
    }

    private List<Cell> cells(String model, ClipRow row) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(model),
                Cell.of(row.name()),
                Cell.of(String.valueOf(row.clips())),
                Cell.of(String.valueOf(row.positives()))));
        figures()
                .forEach(figure -> cells.add(
                        row.figures().containsKey(figure)
                                ? Cell.of(row.figures().get(figure))
                                : Cell.of("")));
        return cells;
    }

    /** By fold, or by the number of shots of tasks; then the mean, and all clips of all folds together. */
    private List<ClipRow> rows(List<TestedClip> clips) {
        Map<String, List<TestedClip>> groups = clips.stream()
                .collect(Collectors.groupingBy(
                        clip -> clip.part().split(" ", 2)[0], LinkedHashMap::new, Collectors.toList()));
        List<ClipRow> rows = new ArrayList<>();
        groups.forEach((name, group) -> rows.add(
                group.stream().map(TestedClip::part).distinct().count() > 1
                        ? ClipRow.mean(name, group, terms.threshold(), terms.seed())
                        : ClipRow.together(name, group, terms.threshold(), terms.seed())));
        if (groups.size() > 1) {
            rows.add(ClipRow.mean("mean", clips, terms.threshold(), terms.seed()));
            if (clips.size() == sheet.tested().size()) {
                rows.add(ClipRow.together("all", clips, terms.threshold(), terms.seed()));
            }
        }
        return rows;
    }

    private ClipRow summary(List<TestedClip> clips) {
        List<String> parts = clips.stream().map(TestedClip::part).distinct().toList();
        return parts.size() > 1
                ? ClipRow.mean("mean", clips, terms.threshold(), terms.seed())
                : ClipRow.together(parts.get(0), clips, terms.threshold(), terms.seed());
    }

    private Map<String, List<TestedClip>> rivals() {
        List<ClipRivals.Known> tested =
                sheet.tested().stream().map(ClipTables::known).toList();
        Map<String, List<ClipRivals.Known>> learned = sheet.testedParts().stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> sheet.learned(part).stream()
                                .map(ClipTables::known)
                                .toList()));
        Function<String, List<ClipRivals.Known>> from = part -> learned.getOrDefault(part, List.of());
        Map<String, List<TestedClip>> rivals = new LinkedHashMap<>();
        rivals.put(Evaluating.NEGATIVE, ClipRivals.alwaysNegative(tested));
        rivals.put(Evaluating.PRIOR, ClipRivals.prior(tested, from));
        if (Evaluating.withoutMotion(sheet).isEmpty()) {
            rivals.put(Evaluating.MOTION, ClipRivals.motion(tested, from, terms.threshold()));
        }
        return rivals;
    }

    private static ClipRivals.Known known(TestSheet.TestClip clip) {
        return new ClipRivals.Known(
                clip.place().subject(), clip.part(), clip.truth().positive(), motion(clip));
    }

    static OptionalDouble motion(TestSheet.TestClip clip) {
        Double motion = clip.truth().motion();
        return motion == null ? OptionalDouble.empty() : OptionalDouble.of(motion);
    }

    /** Clips that follow each other are one event, of what is true and of what is said. */
    private ResultTable events(Map<String, List<TestedClip>> models, String missing) {
        List<List<Cell>> rows = new ArrayList<>();
        models.forEach((name, clips) ->
                rows.add(EventCells.of(name, EventRow.of(name, films(clips), terms.events(), terms.seed()))));
        if (!missing.isEmpty()) {
            rows.add(without(EventCells.TEXTS, EventCells.NUMBERS, missing));
        }
        return Evaluating.table(
                sheet,
                terms,
                "events",
                "Events, scored as SzCORE does",
                EventCells.columns("Model"),
                rows,
                "Clips that follow each other are one event; only time in clips counts. Parameters: "
                        + terms.events().inWords() + ".");
    }

    private List<EventRow.Film> films(List<TestedClip> clips) {
        Map<String, List<Integer>> films = new LinkedHashMap<>();
        List<TestSheet.TestClip> tested = sheet.tested();
        for (int i = 0; i < tested.size(); i++) {
            films.computeIfAbsent(
                            tested.get(i).place().recording() + "\n"
                                    + tested.get(i).place().cage(),
                            film -> new ArrayList<>())
                    .add(i);
        }
        return films.values().stream()
                .map(film -> new EventRow.Film(
                        tested.get(film.get(0)).place().subject(),
                        new SpanSet(film.stream().map(i -> span(tested.get(i))).toList()),
                        joined(film.stream().filter(i -> clips.get(i).truth()).map(i -> span(tested.get(i)))),
                        joined(film.stream()
                                .filter(i -> clips.get(i).score() >= terms.threshold())
                                .map(i -> span(tested.get(i))))))
                .toList();
    }

    private static Span span(TestSheet.TestClip clip) {
        return new Span(clip.source().startMicros(), clip.source().endMicros());
    }

    private static List<Span> joined(Stream<Span> spans) {
        return new SpanSet(spans.toList()).spans();
    }
}
