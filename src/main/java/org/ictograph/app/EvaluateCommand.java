package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ictograph.exchange.AnnotatedClip;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.PredictionDatabase;
import org.ictograph.measure.ClassScores;
import org.ictograph.measure.ClipScore;
import org.ictograph.measure.ClipScores;
import org.ictograph.measure.DetectionScores;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.Segment;
import org.ictograph.measure.Statistic;
import org.ictograph.measure.Thresholds;
import org.ictograph.session.SessionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: benchmark scores of predictions against a truth, by segments or by whole clips. */
@Command(name = "evaluate", description = "Score predictions against a truth.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--truth", paramLabel = "FILE", description = "annotations as RatSeizure or ActivityNet write them")
    private @Nullable Path truth;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "predictions as ActivityNet or ActionFormer write them")
    private @Nullable Path predictions;

    @Option(names = "--clips", paramLabel = "FILE", description = "instead: CSV clip,truth,score for whole clips")
    private @Nullable Path clips;

    @Option(names = "--threshold", paramLabel = "N", description = "score from which a clip counts (default: 0.5)")
    private double threshold = ClipScores.HALF;

    @Option(names = "--subset", paramLabel = "S", description = "part of the truth (default: testing)")
    private String subset = "testing";

    @Option(names = "--tiou", paramLabel = "T", description = "start:step:stop, or a list (default: 0.3:0.1:0.7)")
    private String tiou = "0.3:0.1:0.7";

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    EvaluateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (clips != null) {
            wholeClips(clips);
        } else if (truth != null && predictions != null) {
            segments(truth, predictions);
        } else {
            throw new SessionException("Name --truth and --predictions for segments, or --clips for whole clips.");
        }
        return Program.DONE;
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
