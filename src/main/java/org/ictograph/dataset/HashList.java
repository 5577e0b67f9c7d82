package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ictograph.work.Progress;

/**
 * The SHA-256 of every file of a data set, as {@code sha256sum} writes it, so that any machine can check it with {@code
 * sha256sum -c manifest-sha256.txt}.
 */
final class HashList {
    static final String FILE = "manifest-sha256.txt";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private HashList() {}

    /**
     * Paths of all files in a folder but the list itself, with {@code /} between names, sorted, and their hashes.
     *
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    static SortedMap<String, String> of(Path folder, Progress progress) throws IOException {
        return of(folder, Map.of(), progress);
    }

    /**
     * The same, but for files whose hashes are known.
     *
     * @param known by path
     */
    static SortedMap<String, String> of(Path folder, Map<String, String> known, Progress progress) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(folder)) {
            List<Path> files = walked.filter(Files::isRegularFile).toList();
            for (int i = 0; i < files.size(); i++) {
                progress.check();
                progress.report((double) i / files.size(), "hashing file " + (i + 1) + " of " + files.size());
                Path file = files.get(i);
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.equals(FILE)) {
                    String hash = known.get(path);
                    hashes.put(path, hash == null ? Sha256.of(file) : hash);
                }
            }
        }
        return hashes;
    }

    static String text(SortedMap<String, String> hashes) {
        StringBuilder text = new StringBuilder();
        hashes.forEach(
                (path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
        return text.toString();
    }

    /**
     * Reads a list.
     *
     * @throws DatasetException when a line is not a hash and a path
     */
    static SortedMap<String, String> parse(String text) throws DatasetException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new DatasetException(FILE + " has a line that is not a SHA-256 and a file name: " + line);
            }
            hashes.put(matcher.group(2), matcher.group(1));
        }
        return hashes;
    }
}
