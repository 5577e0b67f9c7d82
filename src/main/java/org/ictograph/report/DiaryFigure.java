package org.ictograph.report;

import java.util.Locale;
import org.ictograph.measure.Diary;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** The pictures of a diary. Each medium draws the same numbers. */
public enum DiaryFigure {
    RASTER,
    DAYS,
    HOURS,
    CUMULATIVE,
    DURATIONS,
    STAGES,
    BUDGET,
    LATENCY;

    /** A word that stands for it in names of files, and at the end of keys of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name. */
    public String key() {
        return "diary.figure." + word();
    }

    /** True for pictures that need to know when recordings began. */
    private boolean onDates() {
        return this == RASTER || this == DAYS || this == HOURS || this == CUMULATIVE;
    }

    /** The figure in this size; a sentence where it has dates, and no recording says when it began. */
    public Drawing draw(Diary diary, Words words, double width, double height) {
        if (onDates() && diary.dates().isEmpty()) {
            Sketch undated = new Sketch(width, height);
            undated.text(width / 2, height / 2, words.text("figure.diary.undated"), Align.CENTRE, Hue.INK);
            return undated.titled(words.text(key()));
        }
        return switch (this) {
            case RASTER -> DayRaster.draw(diary, words, width, height);
            case DAYS -> DiaryColumns.days(diary, words, width, height);
            case HOURS -> DiaryColumns.hours(diary, words, width, height);
            case DURATIONS -> DiaryColumns.durations(diary, words, width, height);
            case STAGES -> DiaryRows.stages(diary, words, width, height);
            case BUDGET -> DiaryRows.budget(diary, words, width, height);
            case CUMULATIVE -> DiaryCurves.cumulative(diary, words, width, height);
            case LATENCY -> DiaryCurves.latency(diary, words, width, height);
        };
    }
}
