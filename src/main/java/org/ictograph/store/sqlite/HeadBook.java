package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.model.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ends of the edit logs of studies as this machine saw them last, kept outside the studies: one small text file for
 * each study, a line {@code sequence hash path} for each of its copies. A copy that was moved is known by the place that
 * it left. What cannot be read or written here is as if it had never been kept.
 */
final class HeadBook {
    private static final Logger LOG = LoggerFactory.getLogger(HeadBook.class);

    private final Path folder;

    /** @param folder is made when something is kept */
    HeadBook(Path folder) {
        this.folder = folder;
    }

    /** Where the log of the study at this place, or of a copy that is no longer where it was, ended. */
    Optional<Head> of(UUID study, Path file) {
        Map<Path, Head> known = read(study);
        Head here = known.get(file);
        return here != null
                ? Optional.of(here)
                : known.entrySet().stream()
                        .filter(other -> Files.notExists(other.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Keeps where a log ends now. */
    void keep(UUID study, Path file, Head head) {
        Map<Path, Head> known = read(study);
        known.keySet().removeIf(Files::notExists);
        known.put(file, head);
        String text = known.entrySet().stream()
                .map(line -> line.getValue().sequence() + " " + line.getValue().hash() + " " + line.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve("." + UUID.randomUUID() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, place(study), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.info("The end of the log of {} cannot be kept in {}", file, folder, refused);
        }
    }

    private Map<Path, Head> read(UUID study) {
        Map<Path, Head> known = new LinkedHashMap<>();
        try {
            if (Files.exists(place(study))) {
                for (String line : Files.readAllLines(place(study))) {
                    String[] parts = line.split(" ", 3);
                    known.put(Path.of(parts[2]), new Head(Long.parseLong(parts[0]), parts[1]));
                }
            }
        } catch (IOException | RuntimeException damaged) {
            LOG.info("What was kept in {} cannot be read", place(study), damaged);
        }
        return known;
    }

    private Path place(UUID study) {
        return folder.resolve(study + ".txt");
    }
}
