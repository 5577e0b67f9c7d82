package org.ictograph.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ictograph.dataset.Answers;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.TestSheet;
import org.ictograph.exchange.AnnotatedClip;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.ClipAnswer;
import org.ictograph.exchange.PredictedSegment;
import org.ictograph.exchange.PredictionDatabase;
import org.ictograph.measure.ClassScores;
import org.ictograph.measure.ClipScore;
import org.ictograph.measure.ClipScores;
import org.ictograph.measure.DetectionScores;
import org.ictograph.measure.EventScoring;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.Segment;
import org.ictograph.measure.Statistic;
import org.ictograph.measure.Thresholds;
import org.ictograph.report.DiaryFiles;
import org.ictograph.report.ResultFiles;
import org.ictograph.report.ResultTable;
import org.ictograph.session.ClipTables;
import org.ictograph.session.Evaluating;
import org.ictograph.session.SegmentTables;
import org.ictograph.session.SessionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code evaluate}: scores of predictions for a data set, as tables in the layout of the papers; or of predictions against
 * any truth, by segments or by whole clips.
 */
@Command(
        name = "evaluate",
        description = "Score predictions for a data set, or against any truth.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "DATASET", description = "a data set that export wrote")
    private @Nullable Path dataset;

    @Option(names = "--truth", paramLabel = "FILE", description = "annotations as RatSeizure or ActivityNet write them")
    private @Nullable Path truth;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description =
                    "predictions as ActivityNet or ActionFormer write them; for clips of a data set CSV clip,score,"
                            + " for tasks of few shots clip,score,shots,draw; several files, such as one a fold, are one model")
    private List<Path> predictions = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "the model, in tables (default: the name of the file)")
    private @Nullable String name;

    @Option(names = "--clips", paramLabel = "FILE", description = "instead: CSV clip,truth,score for whole clips")
    private @Nullable Path clips;

    @Option(names = "--threshold", paramLabel = "N", description = "score from which a clip counts (default: 0.5)")
    private double threshold = ClipScores.HALF;

    @Option(names = "--subset", paramLabel = "S", description = "part of the truth (default: testing)")
    private String subset = "testing";

    @Option(names = "--tiou", paramLabel = "T", description = "start:step:stop, or a list (default: 0.3:0.1:0.7)")
    private String tiou = "0.3:0.1:0.7";

    @Option(
            names = "--events",
            paramLabel = "RULE",
            description = "szcore, rodent or as-marked: how events are joined and found (default: szcore for clips,"
                    + " rodent for segments)")
    private @Nullable String events;

    @Option(names = "--seed", paramLabel = "N", description = "of the draws for intervals (default: 42)")
    private long seed = Profiles.SEED;

    @Option(
            names = {"-o", "--table"},
            paramLabel = "DIR",
            description = "write the tables there as Markdown, LaTeX and CSV; files in it are replaced")
    private @Nullable Path folder;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    EvaluateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (dataset != null) {
            dataset(dataset);
        } else if (folder != null) {
            throw new SessionException("Tables are made for a data set; name its folder.");
        } else if (clips != null) {
            wholeClips(clips);
        } else if (truth != null && predictions.size() == 1) {
            segments(truth, predictions.get(0));
        } else {
            throw new SessionException(
                    "Name a data set or --truth, and --predictions for it, or --clips for whole clips.");
        }
        return Program.DONE;
    }

    private void dataset(Path whole) throws Exception {
        if (predictions.isEmpty()) {
            throw new SessionException("Name the --predictions for the data set " + whole + ".");
        }
        TestSheet sheet = desk.datasets().testSheet(whole);
        boolean timed = sheet.kind() == TestSheet.Kind.SEGMENTS;
        Evaluating.Terms terms = new Evaluating.Terms(threshold, thresholds(), scoring(timed), seed);
        String files =
                String.join(", ", predictions.stream().map(Path::toString).toList());
        String model =
                name == null ? String.valueOf(predictions.get(0).getFileName()).replaceAll("\\.[^.]*$", "") : name;
        List<ResultTable> tables;
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("profile", sheet.profile());
        if (timed) {
            List<PredictedSegment> predicted = new ArrayList<>();
            for (Path file : predictions) {
                predicted.addAll(desk.benchmarkFiles().readPredictions(file).segments());
            }
            List<ScoredSegment> scored = new Answers(sheet, files).segments(new PredictionDatabase(predicted));
            tables = new SegmentTables(sheet, terms).of(Map.of(model, scored));
            note(sheet, scored);
        } else {
            List<ClipAnswer> answers = new ArrayList<>();
            for (Path file : predictions) {
                answers.addAll(desk.benchmarkFiles().readAnswers(file));
            }
            tables = new ClipTables(sheet, terms).of(Map.of(model, new Answers(sheet, files).clips(answers)));
        }
        document.put("tables", Evaluating.document(tables));
        if (folder != null) {
            write(tables, folder);
        }
        if (json) {
            desk.console().json(document);
        } else {
            desk.console().print(ResultFiles.markdown(tables).stripTrailing());
        }
    }

    /** A clip without predictions may be a feature file that was not found. */
    private void note(TestSheet sheet, List<ScoredSegment> scored) {
        Set<String> predicted =
                scored.stream().map(one -> one.segment().video()).collect(Collectors.toSet());
        long without = sheet.tested().stream()
                .filter(clip -> !predicted.contains(clip.id()))
                .count();
        if (without > 0) {
            desk.console()
                    .note(without + " of the " + sheet.tested().size()
                            + " tested clips have no prediction, which counts as nothing found in them.");
        }
    }

    private EventScoring scoring(boolean timed) throws SessionException {
        return switch (events == null ? (timed ? "rodent" : "szcore") : events) {
            case "szcore" -> EventScoring.SZCORE;
            case "rodent" -> EventScoring.RODENT;
            case "as-marked" -> EventScoring.RODENT_AS_MARKED;
            default ->
                throw new SessionException(
                        "There is no rule " + events + " for events, only szcore, rodent and as-marked.");
        };
    }

    private void write(List<ResultTable> tables, Path into) throws SessionException {
        try {
            Files.createDirectories(into);
            DiaryFiles.write(ResultFiles.markdown(tables), into.resolve("results.md"));
            DiaryFiles.write(ResultFiles.latex(tables), into.resolve("results.tex"));
            for (ResultTable table : tables) {
                DiaryFiles.write(ResultFiles.csv(table), into.resolve(table.name() + ".csv"));
            }
        } catch (IOException e) {
            throw new SessionException(
                    "The tables cannot be written to " + into + " (" + e.getMessage() + "). Choose another folder.", e);
        }
    }

    private void segments(Path truthFile, Path predictionFile) throws Exception {
        AnnotationDatabase all = desk.benchmarkFiles().readAnnotations(truthFile);
        AnnotationDatabase wanted = all.subset(subset);
        if (wanted.clips().isEmpty()) {
            throw new SessionException("The truth " + truthFile + " has no subset " + subset + ", only "
                    + String.join(
                            ", ",
                            new TreeSet<>(all.clips().stream()
                                    .map(AnnotatedClip::subset)
                                    .toList()))
                    + ".");
        }
        PredictionDatabase predicted =
                desk.benchmarkFiles().readPredictions(predictionFile).named(all);
        DetectionScores scores = DetectionScores.of(truth(wanted), scored(predicted, all, wanted), thresholds());
        if (json) {
            desk.console().json(document(scores));
        } else {
            print(scores);
        }
    }

    private List<Double> thresholds() throws SessionException {
        try {
            return Thresholds.parse(tiou);
        } catch (IllegalArgumentException unreadable) {
            throw new SessionException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static List<Segment> truth(AnnotationDatabase database) {
        return database.clips().stream()
                .flatMap(clip -> clip.segments().stream()
                        .map(segment -> new Segment(clip.id(), segment.start(), segment.end(), segment.label())))
                .toList();
    }

    /** Predictions for clips of other subsets are left out; those for unknown clips count as false. */
    private static List<ScoredSegment> scored(
            PredictionDatabase predicted, AnnotationDatabase all, AnnotationDatabase wanted) {
        Set<String> others = all.clips().stream().map(AnnotatedClip::id).collect(Collectors.toSet());
        wanted.clips().forEach(clip -> others.remove(clip.id()));
        return predicted.segments().stream()
                .filter(segment -> !others.contains(segment.clip()))
                .map(segment -> new ScoredSegment(
                        new Segment(
                                segment.clip(),
                                segment.segment().start(),
                                segment.segment().end(),
                                segment.segment().label()),
                        segment.score()))
                .toList();
    }

    private static Map<String, @Nullable Object> document(DetectionScores scores) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("tiou", scores.thresholds());
        document.put("map", scores.map());
        document.put("average_map", number(scores.averageMap()));
        Map<String, Object> classes = new LinkedHashMap<>();
        for (ClassScores label : scores.classes()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("ap", label.averagePrecision());
            fields.put("truth", label.truth());
            fields.put("predictions", label.predictions());
            classes.put(label.label(), fields);
        }
        document.put("classes", classes);
        document.put("recall_at_1", scores.recallAt1());
        document.put("recall_at_5", scores.recallAt5());
        document.put("ignored_labels", scores.ignoredLabels());
        return document;
    }

    private void print(DetectionScores scores) {
        desk.console().print("%-28s %s", "tIoU", row(scores.thresholds()));
        scores.classes()
                .forEach(label -> desk.console().print("%-28s %s", label.label(), row(label.averagePrecision())));
        desk.console().print("%-28s %s  average %s", "mAP", row(scores.map()), text(scores.averageMap()));
        desk.console().print("%-28s %s", "Recall@1x", row(scores.recallAt1()));
        desk.console().print("%-28s %s", "Recall@5x", row(scores.recallAt5()));
        if (!scores.ignoredLabels().isEmpty()) {
            desk.console()
                    .note("Labels that the truth does not have were left out: "
                            + String.join(", ", scores.ignoredLabels()));
        }
    }

    private void wholeClips(Path file) throws Exception {
        List<ClipScore> scored = desk.benchmarkFiles().readClips(file).stream()
                .map(clip -> new ClipScore(clip.truth(), clip.score()))
                .toList();
        ClipScores scores = ClipScores.of(scored, threshold);
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        statistics.put("accuracy", scores.confusion().accuracy());
        statistics.put("sensitivity", scores.confusion().sensitivity());
        statistics.put("specificity", scores.confusion().specificity());
        statistics.put("precision", scores.confusion().precision());
        statistics.put("f1", scores.confusion().f1());
        statistics.put("auroc", scores.auroc());
        statistics.put("auprc", scores.auprc());
        if (json) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("clips", scored.size());
            document.put("threshold", threshold);
            statistics.forEach((name, statistic) -> document.put(name, number(statistic)));
            desk.console().json(document);
        } else {
            statistics.forEach((name, statistic) -> desk.console().print("%-14s %s", name, text(statistic)));
        }
    }

    private static String row(List<Double> values) {
        return String.join(
                " ",
                values.stream().map(v -> String.format(Locale.ROOT, "%6.4f", v)).toList());
    }

    private static String text(Statistic statistic) {
        OptionalDouble value = statistic.value();
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : statistic.undefined();
    }

    private static @Nullable Double number(Statistic statistic) {
        return statistic.value().isPresent() ? statistic.value().getAsDouble() : null;
    }
}
