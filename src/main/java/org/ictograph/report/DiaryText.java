package org.ictograph.report;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ictograph.measure.Diary;
import org.ictograph.measure.LabTime;
import org.ictograph.measure.Statistic;

/** What figures of a diary say alike. */
record DiaryText(Words words) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    static DiaryText of(Words words) {
        return new DiaryText(words);
    }

    /** The label, the animal and the reviewed hours. */
    String who(Diary diary) {
        return words.text(
                "figure.diary.who",
                diary.question().label(),
                diary.question()
                        .animal()
                        .orElseGet(() -> words.text(
                                "figure.diary.animals", diary.animals().size())),
                new Numbers(words).two(diary.reviewed() / (double) LabTime.HOUR));
    }

    /** A date and time of day by the clock of the lab, {@code 2026-05-01 14:03:22}. */
    static String moment(long at) {
        return MOMENT.format(LabTime.clock(at));
    }

    /** A share in hundredths. */
    static Statistic percent(Statistic share) {
        return times(share, 100);
    }

    static Statistic times(Statistic statistic, double factor) {
        return new Statistic(
                times(statistic.value(), factor),
                times(statistic.low(), factor),
                times(statistic.high(), factor),
                statistic.n(),
                statistic.undefined(),
                statistic.remark());
    }

    private static OptionalDouble times(OptionalDouble value, double factor) {
        return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() * factor);
    }
}
