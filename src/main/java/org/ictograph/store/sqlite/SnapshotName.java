package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Snapshot.Reason;
import org.ictograph.store.StudyFiles;

/**
 * What snapshots are called, so that a person who sees only their folder knows which is which, for example
 * {@code 2026-11-25 22.14.20 +0100 before import, 1234 edits.icto}.
 */
final class SnapshotName {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm.ss xx", Locale.ROOT);
    private static final Pattern NAME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d [+-]\\d{4}) (.+), (\\d{1,18}) edits?"
                    + Pattern.quote(StudyFiles.ENDING));
    private static final Map<Reason, String> WORDS = Map.of(
            Reason.FIRST_EDIT, "before the first edit",
            Reason.WORK, "while working",
            Reason.MIGRATION, "before migration",
            Reason.IMPORT, "before import",
            Reason.RESTORE, "before restore",
            Reason.CLOSE, "when closed",
            Reason.WISH, "by hand");

    private SnapshotName() {}

    static String of(ZonedDateTime made, Reason reason, long edits) {
        return TIME.format(made) + " " + WORDS.get(reason) + ", " + edits + (edits == 1 ? " edit" : " edits")
                + StudyFiles.ENDING;
    }

    /** The snapshot that a file is by its name. */
    static Optional<Snapshot> read(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            ZonedDateTime made = ZonedDateTime.parse(matcher.group(1), TIME).truncatedTo(ChronoUnit.SECONDS);
            long edits = Long.parseLong(matcher.group(3));
            return WORDS.entrySet().stream()
                    .filter(words -> words.getValue().equals(matcher.group(2)))
                    .map(words -> new Snapshot(file, made, words.getKey(), edits))
                    .findFirst();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
