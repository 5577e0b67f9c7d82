package org.ictograph.session;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names that camcorders and video recorders give their files tell: an order, and often a time. */
final class FileNames {
    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");
    private static final Pattern TIME = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)[-_T .]*"
            + "(\\d\\d)[-_.hH:]?(\\d\\d)[-_.mM:]?(\\d\\d)(?:\\d{3})?(?!\\d)");

    /** Numbers count as numbers: M2U9 comes before M2U10; the folder decides only between equal names. */
    static final Comparator<Path> NATURAL =
            Comparator.comparing((Path file) -> name(file), FileNames::compare).thenComparing(Path::toString);

    private FileNames() {}

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static int compare(String a, String b) {
        Matcher mine = PIECE.matcher(a.toLowerCase(Locale.ROOT));
        Matcher other = PIECE.matcher(b.toLowerCase(Locale.ROOT));
        while (mine.find()) {
            if (!other.find()) {
                return 1;
            }
            int order = comparePieces(mine.group(), other.group());
            if (order != 0) {
                return order;
            }
        }
        return other.find() ? -1 : a.compareTo(b);
    }

    private static int comparePieces(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    /** The first date with a time in a name, as in {@code ch01_20190201_093000.mp4}. */
    static Optional<LocalDateTime> time(Path file) {
        Matcher found = TIME.matcher(name(file));
        while (found.find()) {
            try {
                return Optional.of(LocalDateTime.of(
                        number(found, 1),
                        number(found, 2),
                        number(found, 3),
                        number(found, 4),
                        number(found, 5),
                        number(found, 6)));
            } catch (DateTimeException noSuchDay) {
                // other digits that look like one
            }
        }
        return Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
