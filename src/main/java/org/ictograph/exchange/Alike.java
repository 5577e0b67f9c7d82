package org.ictograph.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.model.Label;

/** Which name of a study is most likely meant by a name in a foreign file. */
public final class Alike {
    private static final Pattern NUMBER = Pattern.compile("#(\\d{1,4})");

    private Alike() {}

    /** The only one that is the same apart from capital letters, spaces, underscores and hyphens. */
    public static Optional<String> word(String theirs, Collection<String> ours) {
        return only(
                ours.stream().filter(each -> plain(each).equals(plain(theirs))).toList());
    }

    /** The label of this name, or of this number in the benchmark where a file knows labels as {@code #3}. */
    public static Optional<String> label(String theirs, Collection<Label> ours) {
        Matcher number = NUMBER.matcher(theirs);
        if (number.matches()) {
            OptionalInt id = OptionalInt.of(Integer.parseInt(number.group(1)));
            return ours.stream()
                    .filter(label -> label.benchmarkId().equals(id))
                    .map(Label::name)
                    .findFirst();
        }
        return word(theirs, ours.stream().map(Label::name).toList());
    }

    /** The only one that is the same apart from the folders, the ending and the size of letters. */
    public static Optional<String> file(String theirs, Collection<String> ours) {
        String wanted = bare(theirs);
        return wanted.isEmpty()
                ? Optional.empty()
                : only(ours.stream().filter(each -> bare(each).equals(wanted)).toList());
    }

    private static Optional<String> only(List<String> alike) {
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }

    /** The last name of a path of any system, without its ending. */
    static String bare(String path) {
        String name = last(path);
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).strip().toLowerCase(Locale.ROOT);
    }

    /** The last name of a path of any system. */
    static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
