package org.ictograph.dataset.format;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.ictograph.dataset.Manifest;

/** What is known of each clip as one table, {@code clips.csv}, whatever the layout. Its columns are told in the card. */
final class ClipTable {
    static final String FILE = "clips.csv";

    /** A column and what stands in it. */
    record Column(String name, String croissantType, String meaning) {}

    static final List<Column> COLUMNS = List.of(
            new Column("clip", "sc:Text", "path of the clip inside the data set"),
            new Column("sha256", "sc:Text", "SHA-256 of the clip"),
            new Column("part", "sc:Text", "fold or subset of the animal"),
            new Column("subject", "sc:Text", "the animal"),
            new Column("positive", "sc:Integer", "1 when it shows what the profile searches for, else 0"),
            new Column("classes", "sc:Text", "what it shows, separated by |"),
            new Column("recording", "sc:Text", "the recording"),
            new Column("cage", "sc:Integer", "position of the cage in the picture"),
            new Column("start", "sc:Float", "seconds from the start of the recording to the start of the clip"),
            new Column("end", "sc:Float", "seconds from the start of the recording to the end of the clip"),
            new Column("raters", "sc:Integer", "how many raters have looked at some of it"),
            new Column("marked", "sc:Integer", "how many raters marked one of the searched labels in it"));

    private ClipTable() {}

    static String text(Manifest manifest) {
        StringBuilder text = new StringBuilder(
                String.join(",", COLUMNS.stream().map(Column::name).toList()) + "\n");
        manifest.clips().stream()
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .forEach(clip -> text.append(line(clip)));
        return text.toString();
    }

    private static String line(Manifest.Clip clip) {
        return Csv.line(
                clip.file(),
                clip.sha256(),
                clip.part(),
                clip.place().subject(),
                clip.truth().positive() ? "1" : "0",
                String.join("|", clip.truth().classes()),
                clip.place().recording(),
                Integer.toString(clip.place().cage()),
                seconds(clip.source().startMicros()),
                seconds(clip.source().endMicros()),
                Integer.toString(clip.truth().raters().size()),
                Integer.toString(clip.truth().markedBy().size()));
    }

    /** Exact, with a point in every locale. */
    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
