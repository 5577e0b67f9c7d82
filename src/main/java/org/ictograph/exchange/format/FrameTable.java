package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;

/**
 * A line for each frame and a column for each label, 1 where it is to be seen, 0 where not and −1 where nobody looked, as
 * DeepEthogram keeps its labels and SimBA its targets: one animal in one recording. The file is named like the video.
 * Columns that hold anything else, such as the features of SimBA, are passed over.
 */
public final class FrameTable implements LabelFormat {
    private static final String BACKGROUND = "background";

    private final boolean withBackground;

    private FrameTable(boolean withBackground) {
        this.withBackground = withBackground;
    }

    /** Labels of DeepEthogram, where a column says that there is nothing. */
    public static FrameTable deepEthogram() {
        return new FrameTable(true);
    }

    /** The targets of SimBA, to be put beside its features. */
    public static FrameTable simba() {
        return new FrameTable(false);
    }

    @Override
    public String id() {
        return withBackground ? "frames" : "simba";
    }

    @Override
    public String description() {
        return withBackground
                ? "Labels of DeepEthogram: a line for each frame, a column for each label, one animal"
                : "Targets of SimBA: a line for each frame, a column for each label, one animal";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        CsvTable table = CsvTable.foreign(file, List.of());
        String media = String.valueOf(file.getFileName()).replaceAll("(_labels)?\\.[^.]+$", "");
        Losses losses = new Losses();
        List<Integer> columns = IntStream.range(0, table.columns().size())
                .filter(column -> !table.columns().get(column).isEmpty() && labels(table, column))
                .boxed()
                .toList();
        if (columns.isEmpty() || table.rows().isEmpty()) {
            throw new ExchangeException("“" + file + "” has no column that holds 0, 1 or −1 for each frame.");
        }
        List<ForeignMark> marks = new ArrayList<>();
        for (int column : columns) {
            if (!table.columns().get(column).equals(BACKGROUND)) {
                column(table, column, media, marks, losses);
            }
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    private static boolean labels(CsvTable table, int column) {
        return table.rows().stream()
                .allMatch(row -> row.cells().size() > column
                        && row.cells().get(column).strip().matches("-?[01](\\.0)?"));
    }

    private static void column(CsvTable table, int column, String media, List<ForeignMark> marks, Losses losses) {
        String label = table.columns().get(column);
        int begun = -1;
        int unseen = 0;
        for (int frame = 0; frame <= table.rows().size(); frame++) {
            String cell = frame < table.rows().size()
                    ? table.rows().get(frame).cells().get(column).strip()
                    : "0";
            boolean shown = cell.startsWith("1");
            unseen += cell.startsWith("-1") ? 1 : 0;
            if (shown && begun < 0) {
                begun = frame;
            } else if (!shown && begun >= 0) {
                marks.add(new ForeignMark(
                        "“" + label + "”, frame " + begun,
                        ForeignMark.Whose.UNKNOWN,
                        new ForeignTime.Frame(media, begun),
                        new ForeignTime.Frame(media, frame),
                        label,
                        ForeignMark.Remarks.NONE));
                begun = -1;
            }
        }
        if (unseen > 0) {
            losses.note("“" + label + "” was not looked for in " + unseen
                    + " frames; what was reviewed is not taken over.");
        }
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        MarkRow.refuseSeveralRecordings(rows, "A table of frames");
        boolean several = rows.stream().map(MarkRow::cage).distinct().count() > 1
                || rows.stream().map(MarkRow::rater).distinct().count() > 1;
        if (rows.isEmpty() || several) {
            throw new ExchangeException(
                    "A table of frames holds the marks of one rater in one cage; choose both, and a cage with marks.");
        }
        Recording recording = rows.get(0).recording();
        List<String> labels =
                study.protocol().labels().stream().map(Label::name).toList();
        Map<String, boolean[]> shown = new LinkedHashMap<>();
        for (String label : labels) {
            shown.put(
                    label,
                    ShownFrames.of(
                            rows.stream()
                                    .filter(row -> row.mark().label().equals(label))
                                    .toList(),
                            recording,
                            frames));
        }
        losses.note("Edges are kept to the nearest frame; overlaps of one label melt into one; stages and notes are not"
                + " kept.");
        TextFile.write(file, text(labels, shown, recording.frames()));
        return losses.report(rows.size());
    }

    private String text(List<String> labels, Map<String, boolean[]> shown, int frames) {
        List<String> header = new ArrayList<>(withBackground ? List.of("", BACKGROUND) : List.of(""));
        header.addAll(labels);
        StringBuilder text = new StringBuilder(Csv.line(header));
        List<boolean[]> columns = List.copyOf(shown.values());
        for (int frame = 0; frame < frames; frame++) {
            int at = frame;
            boolean any = columns.stream().anyMatch(column -> column[at]);
            text.append(frame).append(withBackground ? (any ? ",0" : ",1") : "");
            columns.forEach(column -> text.append(',').append(column[at] ? 1 : 0));
            text.append('\n');
        }
        return text.toString();
    }
}
