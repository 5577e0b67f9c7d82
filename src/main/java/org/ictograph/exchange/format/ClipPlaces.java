package org.ictograph.exchange.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignMark;

/** What the names of clips mean: entries that this program wrote for whole cages, and clips of a data set. */
final class ClipPlaces {
    private static final String TABLE = "clips.csv";
    private static final Pattern WHOLE = Pattern.compile("(.*) / cage (\\d+)");
    /** Some loaders put this before the names of files and leave it out of their lists. */
    private static final String PREFIX = "v_";

    /**
     * @param media a recording or a video file
     * @param start microseconds from its start to that of the clip
     */
    record Place(String media, ForeignMark.Whose whose, long start) {}

    private final Map<String, Place> clips = new HashMap<>();

    private ClipPlaces() {}

    /** Those of the data set whose table lies in the folder of a file. */
    static ClipPlaces beside(Path file) throws ExchangeException {
        ClipPlaces places = new ClipPlaces();
        Path table = file.resolveSibling(TABLE);
        if (Files.isRegularFile(table)) {
            places.read(CsvTable.read(table, List.of("clip", "recording", "cage", "start")));
        }
        return places;
    }

    private void read(CsvTable table) throws ExchangeException {
        for (Csv.Row row : table.rows()) {
            String clip = table.cell(row, "clip").replace('\\', '/');
            String name = clip.substring(clip.lastIndexOf('/') + 1);
            String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
            try {
                Place place = new Place(
                        Csv.text(table.cell(row, "recording")),
                        new ForeignMark.Whose(table.cell(row, "cage").strip(), "", ""),
                        Times.micros(table.cell(row, "start")));
                for (String each : List.of(clip, name, stem)) {
                    clips.put(each, place);
                }
                if (stem.startsWith(PREFIX)) {
                    clips.put(stem.substring(PREFIX.length()), place);
                }
            } catch (Misread misread) {
                throw new ExchangeException(
                        "“" + table.name() + "”, line " + row.line() + ": " + misread.sentence(), misread);
            }
        }
    }

    Place of(String name) {
        Place clip = clips.get(name);
        if (clip != null) {
            return clip;
        }
        Matcher whole = WHOLE.matcher(name);
        return whole.matches()
                ? new Place(whole.group(1), new ForeignMark.Whose(whole.group(2), "", ""), 0)
                : new Place(name, ForeignMark.Whose.UNKNOWN, 0);
    }
}
