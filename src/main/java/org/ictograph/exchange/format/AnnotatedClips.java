package org.ictograph.exchange.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.exchange.AnnotatedClip;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LabelledSegment;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Study;

/**
 * Annotations as ActivityNet and RatSeizure keep them, over whole recordings: an entry for each cage, named by recording and
 * cage. {@link JsonBenchmarkFiles} has the same shape for data sets of clips.
 */
public final class AnnotatedClips implements LabelFormat {
    private static final Pattern ID = Pattern.compile("(.*) / cage (\\d+)");
    private static final String SUBSET = "unsplit";

    @Override
    public String id() {
        return "activitynet";
    }

    @Override
    public String description() {
        return "Annotations of ActivityNet and RatSeizure, an entry for each recording and cage, in seconds";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        List<ForeignMark> marks = new ArrayList<>();
        for (AnnotatedClip clip : BenchmarkReader.annotations(file).clips()) {
            Matcher ours = ID.matcher(clip.id());
            String media = ours.matches() ? ours.group(1) : clip.id();
            ForeignMark.Whose whose =
                    ours.matches() ? new ForeignMark.Whose(ours.group(2), "", "") : ForeignMark.Whose.UNKNOWN;
            for (LabelledSegment segment : clip.segments()) {
                marks.add(new ForeignMark(
                        "Entry “" + clip.id() + "”, at " + segment.start() + " s",
                        whose,
                        clock(media, segment.start()),
                        clock(media, segment.end()),
                        segment.label(),
                        ForeignMark.Remarks.NONE));
            }
        }
        return new ForeignLabels(marks, new Losses().report(0));
    }

    private static ForeignTime clock(String media, double seconds) {
        return new ForeignTime.Clock(
                media,
                BigDecimal.valueOf(seconds)
                        .movePointRight(6)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue());
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        if (rows.stream().map(MarkRow::rater).distinct().count() > 1) {
            throw new ExchangeException(
                    "This format does not tell raters apart; choose the marks of one, or the consensus.");
        }
        MarkRow.loseDetails(rows, losses);
        long noted = rows.stream()
                .filter(row ->
                        !row.mark().note().isEmpty() || !row.mark().stage().isEmpty())
                .count();
        if (noted > 0) {
            losses.note("Stages and notes of " + noted + " marks are not kept.");
        }
        Map<String, List<LabelledSegment>> segments = new LinkedHashMap<>();
        Map<String, Double> durations = new LinkedHashMap<>();
        for (MarkRow row : rows) {
            String id = row.recording().name() + " / cage " + row.cage().position();
            durations.put(id, row.recording().duration() / 1e6);
            segments.computeIfAbsent(id, unknown -> new ArrayList<>())
                    .add(new LabelledSegment(
                            row.mark().span().start() / 1e6,
                            row.mark().span().end() / 1e6,
                            row.mark().label(),
                            study.protocol()
                                    .label(row.mark().label())
                                    .map(Label::benchmarkId)
                                    .orElseThrow()));
        }
        List<AnnotatedClip> clips = new ArrayList<>();
        segments.forEach(
                (id, found) -> clips.add(new AnnotatedClip(id, SUBSET, durations.getOrDefault(id, 0.0), found)));
        TextFile.write(file, BenchmarkWriter.text(new AnnotationDatabase(clips)));
        return losses.report(rows.size());
    }
}
