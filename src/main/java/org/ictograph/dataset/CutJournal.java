package org.ictograph.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.video.CutClip;

/**
 * Which clips of an unfinished data set are whole, a line for each, so that an export that was cut off goes on with them.
 * A line names all that decides about a clip's bytes by a hash, and the SHA-256 of its file: a clip is kept only when both
 * are still right, so that neither a torn write nor a changed study or program can slip in.
 */
final class CutJournal {
    static final String FILE = "journal";

    private static final String HASH = "([0-9a-f]{64})";
    private static final Pattern LINE =
            Pattern.compile(HASH + " " + HASH + " ([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9}) (\\S+) (\\S+)");

    private final Path file;
    private final Map<String, String> lines = new HashMap<>();

    /** Begins a journal, or carries one on; a last line that was not written to its end is left out. */
    CutJournal(Path file) throws IOException {
        this.file = file;
        if (Files.isRegularFile(file)) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    lines.put(matcher.group(1), line);
                }
            }
        }
        Path whole = file.resolveSibling(FILE + ".new");
        Files.write(whole, text(List.copyOf(lines.values())));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** How many clips the journal of an unfinished data set tells of. */
    static int clips(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.US_ASCII)
                        .lines()
                        .mapToInt(line -> LINE.matcher(line).matches() ? 1 : 0)
                        .sum()
                : 0;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int size() {
        return lines.size();
    }

    /**
     * The outcome of a clip that is whole: it was cut from the same frames in the same way, and its file is still the same.
     *
     * @param key hash of all that decides about the clip's bytes
     * @param clip its file
     */
    Optional<ClipReport> whole(String key, Path clip) throws IOException {
        Matcher line = LINE.matcher(lines.getOrDefault(key, ""));
        if (!line.matches() || !Files.isRegularFile(clip) || !Sha256.of(clip).equals(line.group(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClipReport(
                    Integer.parseInt(line.group(3)),
                    Integer.parseInt(line.group(4)),
                    Integer.parseInt(line.group(5)),
                    Double.parseDouble(line.group(6)),
                    Double.parseDouble(line.group(7)),
                    line.group(2)));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    /**
     * Writes down that clips are whole.
     *
     * @param cut by key
     * @return what is to be remembered of each, by key
     */
    Map<String, ClipReport> add(Map<String, CutClip> cut) throws IOException {
        Map<String, ClipReport> reports = new HashMap<>();
        List<String> added = new ArrayList<>();
        for (Map.Entry<String, CutClip> each : cut.entrySet()) {
            CutClip clip = each.getValue();
            String hash = Sha256.of(clip.order().file());
            reports.put(each.getKey(), ClipReport.of(clip, hash));
            String line = String.join(
                    " ",
                    each.getKey(),
                    hash,
                    Integer.toString(clip.width()),
                    Integer.toString(clip.height()),
                    Integer.toString(clip.frames()),
                    Double.toString(clip.firstPsnr()),
                    Double.toString(clip.lastPsnr()));
            lines.put(each.getKey(), line);
            added.add(line);
        }
        Files.write(file, text(added), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return reports;
    }

    private static byte[] text(List<String> lines) {
        StringBuilder all = new StringBuilder();
        lines.forEach(line -> all.append(line).append('\n'));
        return all.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
