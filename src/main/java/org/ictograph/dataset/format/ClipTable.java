package org.ictograph.dataset.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ictograph.dataset.Manifest;
import org.jspecify.annotations.Nullable;

/** What is known of each clip as one table, {@code clips.csv}, whatever the layout. Its columns are told in the card. */
final class ClipTable {
    static final String FILE = "clips.csv";

    /** A column and what stands in it. */
    record Column(String name, String croissantType, String meaning) {}

    private static final Column AGREEMENT = new Column(
            "agreement",
            "sc:Float",
            "share of the time for which raters who looked at all of it said the same; empty below two");

    private static final List<Column> COLUMNS = List.of(
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

    /** Agreement has a column where two raters have looked at any clip; sets from before have none. */
    static List<Column> columns(Manifest manifest) {
        return compared(manifest)
                ? Stream.concat(COLUMNS.stream(), Stream.of(AGREEMENT)).toList()
                : COLUMNS;
    }

    private static boolean compared(Manifest manifest) {
        return manifest.clips().stream().anyMatch(clip -> clip.truth().agreement() != null);
    }

    static String text(Manifest manifest) {
        boolean compared = compared(manifest);
        StringBuilder text = new StringBuilder(
                String.join(",", columns(manifest).stream().map(Column::name).toList()) + "\n");
        manifest.clips().stream()
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .forEach(clip -> text.append(Csv.line(line(clip, compared).toArray(String[]::new))));
        return text.toString();
    }

    private static List<String> line(Manifest.Clip clip, boolean compared) {
        List<String> line = new ArrayList<>(List.of(
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
                Integer.toString(clip.truth().markedBy().size())));
        if (compared) {
            line.add(agreement(clip.truth().agreement()));
        }
        return line;
    }

    private static String agreement(@Nullable Double share) {
        return share == null
                ? ""
                : BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
    }

    /** Exact, with a point in every locale. */
    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
