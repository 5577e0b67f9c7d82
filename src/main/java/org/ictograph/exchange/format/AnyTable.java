package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ictograph.exchange.ColumnMap;
import org.ictograph.exchange.ColumnMap.Counting;
import org.ictograph.exchange.ColumnMap.Field;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.Losses;
import org.ictograph.exchange.TableFormat;

/**
 * A table of anybody, with a line for each event: separated by commas, semicolons or tabs, with a decimal point or comma, and
 * columns of any names. Lines above the one that names the columns are passed over.
 */
public final class AnyTable extends ReadOnly implements TableFormat {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60;
    private static final long MILLI = 1000;

    private final Optional<ColumnMap> known;

    /** What the columns are is guessed. */
    public AnyTable() {
        this(Optional.empty());
    }

    private AnyTable(Optional<ColumnMap> known) {
        this.known = known;
    }

    @Override
    public String id() {
        return "table";
    }

    @Override
    public String description() {
        return "Any table with a line for each event; you say what its columns are";
    }

    @Override
    public LabelFormat with(ColumnMap columns) {
        return new AnyTable(Optional.of(columns));
    }

    @Override
    public List<String> columnsOf(Path file) throws ExchangeException {
        return table(file).columns();
    }

    @Override
    public ColumnMap guess(List<String> columns) {
        return ColumnWords.guess(columns);
    }

    private static CsvTable table(Path file) throws ExchangeException {
        Optional<CsvTable> found =
                CsvTable.foreign(file, columns -> ColumnWords.guess(columns).has(Field.START));
        if (found.isEmpty()) {
            found = CsvTable.foreign(file, columns -> columns.stream().noneMatch(String::isEmpty));
        }
        return found.orElseThrow(() -> new ExchangeException("“" + file + "” has no line that names its columns."));
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        CsvTable table = known.isPresent()
                ? CsvTable.foreign(file, List.copyOf(known.get().columns().values()))
                : table(file);
        ColumnMap map = known.orElseGet(() -> guess(table.columns()));
        if (!map.has(Field.START)) {
            throw new ExchangeException(
                    "“" + file + "” needs a column that says when something begins; its columns are "
                            + String.join(", ", table.columns()) + ".");
        }
        String media = String.valueOf(file.getFileName());
        Losses losses = new Losses();
        List<ForeignMark> marks = new ArrayList<>();
        for (Csv.Row row : table.rows()) {
            String place = "Line " + row.line();
            try {
                marks.add(new Line(table, row, map, media).mark(place));
            } catch (Misread misread) {
                losses.refuse(place + ": " + misread.sentence());
            }
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    /** One line of a table. */
    private record Line(CsvTable table, Csv.Row row, ColumnMap map, String file) {
        String cell(Field field) {
            return Csv.text(table.cell(row, map.column(field)).strip());
        }

        ForeignMark mark(String place) throws Misread {
            String media = map.has(Field.VIDEO) ? cell(Field.VIDEO) : file;
            ForeignTime start = time(media, cell(Field.START), 0);
            return new ForeignMark(
                    place,
                    new ForeignMark.Whose(cell(Field.CAGE), cell(Field.ANIMAL), cell(Field.OBSERVER)),
                    start,
                    end(media, start),
                    cell(Field.LABEL),
                    ForeignMark.Remarks.of(cell(Field.STAGE), cell(Field.NOTE)),
                    score());
        }

        private ForeignTime end(String media, ForeignTime start) throws Misread {
            if (!cell(Field.END).isEmpty()) {
                return time(media, cell(Field.END), map.counting().inclusive() ? 1 : 0);
            }
            if (cell(Field.LENGTH).isEmpty()) {
                return start;
            }
            ForeignTime length = amount(media, cell(Field.LENGTH));
            if (start instanceof ForeignTime.Frame from && length instanceof ForeignTime.Frame frames) {
                return new ForeignTime.Frame(media, from.number() + frames.number());
            }
            if (start instanceof ForeignTime.Clock from && length instanceof ForeignTime.Clock lasting) {
                return new ForeignTime.Clock(media, from.micros() + lasting.micros());
            }
            throw new Misread("its start and its length are not counted alike.");
        }

        private ForeignTime time(String media, String text, int more) throws Misread {
            ForeignTime told = amount(media, text);
            return told instanceof ForeignTime.Frame frame
                    ? new ForeignTime.Frame(
                            media, frame.number() - map.counting().first() + more)
                    : told;
        }

        private ForeignTime amount(String media, String text) throws Misread {
            String plain = text.indexOf('.') < 0 ? text.replace(',', '.') : text;
            if (plain.indexOf(':') >= 0) {
                return new ForeignTime.Clock(media, clock(plain));
            }
            long micros = Times.micros(plain);
            if (map.counting().frames()) {
                if (micros % SECOND != 0) {
                    throw new Misread("“" + text + "” is no number of a frame.");
                }
                return new ForeignTime.Frame(media, micros / SECOND);
            }
            return new ForeignTime.Clock(
                    media,
                    map.counting() == Counting.MILLISECONDS
                            ? Math.round(micros / (double) MILLI)
                            : micros * (map.counting() == Counting.MINUTES ? MINUTE : 1));
        }

        /** Hours, minutes and seconds, or minutes and seconds. */
        private static long clock(String text) throws Misread {
            long seconds = 0;
            String[] parts = text.split(":", -1);
            for (int i = 0; i + 1 < parts.length; i++) {
                if (!parts[i].strip().matches("\\d{1,6}") || parts.length > 3) {
                    throw new Misread("“" + text + "” is no time such as 1:02:03.5.");
                }
                seconds = (seconds + Long.parseLong(parts[i].strip())) * MINUTE;
            }
            return seconds * SECOND + Times.micros(parts[parts.length - 1]);
        }

        private OptionalDouble score() throws Misread {
            String text = cell(Field.SCORE);
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double score = Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
                if (Double.isFinite(score)) {
                    return OptionalDouble.of(score);
                }
            } catch (NumberFormatException e) {
                throw new Misread("“" + text + "” is no score.");
            }
            throw new Misread("“" + text + "” is no score.");
        }
    }
}
