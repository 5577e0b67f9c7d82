package org.ictograph.session;

import java.util.List;
import org.ictograph.measure.DetectionRate;
import org.ictograph.measure.EventRow;
import org.ictograph.measure.Statistic;
import org.ictograph.report.ResultTable.Cell;
import org.ictograph.report.ResultTable.Column;
import org.ictograph.report.ResultTable.Form;

/** The columns of a table of events. */
final class EventCells {
    static final int TEXTS = 4;
    static final int NUMBERS = 4;

    private EventCells() {}

    static List<Column> columns(String first) {
        return List.of(
                Evaluating.text(first),
                Evaluating.text("Events"),
                Evaluating.text("Found"),
                new Column("false", "False", Form.TEXT),
                new Column("sensitivity", "Sensitivity", Form.PERCENT),
                new Column("precision", "Precision", Form.PERCENT),
                new Column("f1", "F1", Form.PERCENT),
                new Column("false_per_day", "False per 24 h", Form.NUMBER));
    }

    static List<Cell> of(String name, EventRow row) {
        return List.of(
                Cell.of(name),
                Cell.of(String.valueOf(row.counts().reference())),
                Cell.of(String.valueOf(row.counts().found())),
                Cell.of(String.valueOf(row.counts().wrong())),
                rate(row, DetectionRate.SENSITIVITY),
                rate(row, DetectionRate.PRECISION),
                rate(row, DetectionRate.F1),
                rate(row, DetectionRate.FALSE_PER_DAY));
    }

    private static Cell rate(EventRow row, DetectionRate rate) {
        Statistic statistic = row.rates().get(rate);
        return statistic == null ? Cell.of("") : Cell.of(statistic);
    }
}
