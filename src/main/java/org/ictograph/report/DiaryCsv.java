package org.ictograph.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ictograph.measure.Diary;
import org.ictograph.measure.ExactLimits;
import org.ictograph.measure.LabTime;
import org.ictograph.measure.Statistic;
import org.ictograph.measure.Survival;

/** Every number of a diary, one a line: which figure, which part of it, count, reviewed hours, value, interval, why not. */
final class DiaryCsv {
    private static final String HEAD = "animal,label,figure,part,count,reviewed_hours,value,low,high,note,definition\n";

    private static final String RATE =
            "Events whose onset was seen, per 24 reviewed hours of one animal; exact 95 % Poisson"
                    + " limits (Garwood 1936), which take events for independent and are too narrow for clusters.";
    private static final String SHARE = "Part of all; exact 95 % limits of a share (Clopper and Pearson 1934).";
    private static final String MEDIAN =
            "Median in seconds of events seen whole; 95 % limits by rank (Hahn and Meeker 1991).";
    private static final String BUDGET =
            "Part of the reviewed time in which the label is marked; 95 % limits from drawing animals.";
    private static final String LATENCY =
            "Minutes from a dose to the first event, of those followed until then (Kaplan and"
                    + " Meier 1958); 95 % limits of Brookmeyer and Crowley (1982).";
    private static final String NOT_YET =
            "Part of the doses that no event has followed after so many minutes; 95 % limits of" + " log(−log S).";
    private static final String COUNTED = "Events up to then; exact 95 % Poisson limits.";

    private final StringBuilder out = new StringBuilder(HEAD);
    private final Diary diary;

    private DiaryCsv(Diary diary) {
        this.diary = diary;
    }

    static String of(Diary diary) {
        DiaryCsv csv = new DiaryCsv(diary);
        csv.line("all", "rate", diary.rate().n(), diary.reviewed(), diary.rate(), RATE);
        csv.line("all", "undated", "", diary.undated(), "Reviewed in recordings without a clock time.");
        diary.days().forEach(day -> csv.rate("days", LabTime.date(day.at()).toString(), day));
        diary.hours().forEach(hour -> csv.rate("hours", "ZT" + hour.at(), hour));
        csv.line("durations", "median", diary.duration().n(), diary.reviewed(), diary.duration(), MEDIAN);
        diary.durations().forEach(bar -> csv.bar("durations", "from " + bar.name() + " s", bar));
        diary.stages().forEach(bar -> csv.bar("stages", bar.name(), bar));
        diary.budget()
                .forEach(share -> csv.line(
                        "budget", share.label(), share.marks().size(), share.reviewed(), share.share(), BUDGET));
        csv.cumulative();
        csv.latency();
        diary.events().forEach(csv::event);
        return csv.out.toString();
    }

    private void rate(String figure, String part, Diary.Rate rate) {
        line(figure, part, rate.count(), rate.reviewed(), rate.rate(), RATE);
    }

    private void bar(String figure, String part, Diary.Bar bar) {
        line(figure, part, bar.count(), diary.reviewed(), bar.share(), SHARE);
    }

    private void cumulative() {
        List<Diary.Event> events = diary.dated();
        for (int i = 0; i < events.size(); i++) {
            ExactLimits limits = diary.counts().get(i + 1);
            line(
                    "cumulative",
                    LabTime.clock(events.get(i).at().orElse(0)).toString(),
                    i + 1,
                    diary.reviewed(),
                    Statistic.of(i + 1, limits.low(), limits.high(), i + 1),
                    COUNTED);
        }
    }

    private void latency() {
        diary.question().dose().ifPresent(dose -> {
            line(
                    "latency",
                    "median after " + dose,
                    diary.doses().size(),
                    diary.reviewed(),
                    DiaryText.times(diary.latency().median(), 1 / 60e6),
                    LATENCY);
            for (Survival.Step step : diary.latency().steps()) {
                line(
                        "latency",
                        "after " + step.micros() / 60e6 + " min",
                        step.atRisk(),
                        diary.reviewed(),
                        Statistic.of(step.share(), step.low(), step.high(), step.atRisk()),
                        NOT_YET);
            }
            for (Diary.Dose one : diary.doses()) {
                boolean followed = one.event().isPresent();
                cells(
                        one.animal(),
                        "dose",
                        one.recording() + " at " + one.mark().span().start() / 1e6 + " s",
                        followed ? "1" : "0",
                        "",
                        String.valueOf(one.micros() / 60e6),
                        "",
                        "",
                        followed ? "" : "No event in the reviewed time that followed.",
                        "Minutes to the first event, or followed without one.");
            }
        });
    }

    private void event(Diary.Event event) {
        cells(
                event.animal(),
                "event",
                event.at().isPresent()
                        ? LabTime.clock(event.at().getAsLong()).toString()
                        : event.recording() + " at " + event.span().start() / 1e6 + " s",
                "1",
                "",
                String.valueOf(event.span().length() / 1e6),
                "",
                "",
                event.whole() ? "" : event.begun() ? "The end was not reviewed." : "The beginning was not reviewed.",
                "Seconds that it lasted in reviewed time.");
    }

    private void line(String figure, String part, long count, long reviewed, Statistic value, String definition) {
        cells(
                who(),
                figure,
                part,
                String.valueOf(count),
                hours(reviewed),
                number(value.value()),
                number(value.low()),
                number(value.high()),
                Numbers.note(value),
                definition);
    }

    private void line(String figure, String part, String count, long reviewed, String definition) {
        cells(who(), figure, part, count, hours(reviewed), "", "", "", "", definition);
    }

    private String who() {
        return diary.question().animal().orElse("all");
    }

    private static String hours(long micros) {
        return String.valueOf(micros / (double) LabTime.HOUR);
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "" : String.valueOf(value.getAsDouble());
    }

    private void cells(String animal, String... cells) {
        out.append(Csv.quoted(animal))
                .append(',')
                .append(Csv.quoted(diary.question().label()))
                .append(',')
                .append(List.of(cells).stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }
}
