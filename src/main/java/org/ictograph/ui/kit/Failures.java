package org.ictograph.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences about failures, about what is lost on the way in and out, or about data sets, in the language of the screen. The rooms below speak English, and their sentences pass through
 * processes, logs and other sentences; here one is known again by its fixed words, as the text of {@code failure.CODE} has
 * them, and gets the code, which stays the same in every language. What is in no list stays as it is.
 */
final class Failures {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /**
     * A sentence of the list.
     *
     * @param places number of the argument for each gap between its fixed words
     * @param fixed how many characters are always the same
     */
    private record Known(String key, Pattern pattern, List<Integer> places, int fixed) {
        static Known of(String key, String english) {
            StringBuilder pattern = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            Matcher place = PLACE.matcher(english);
            int at = 0;
            int fixed = 0;
            while (place.find()) {
                fixed += place.start() - at;
                pattern.append(quoted(english.substring(at, place.start()))).append("(.+?)");
                places.add(Integer.valueOf(place.group(1)));
                at = place.end();
            }
            fixed += english.length() - at;
            pattern.append(quoted(english.substring(at)));
            return new Known(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), places, fixed);
        }

        /** Apostrophes in texts are curly, those in code straight. */
        private static String quoted(String words) {
            return Pattern.quote(words).replace("’", "\\E['’]\\Q");
        }
    }

    private final Messages messages;
    private final String prefix;
    private final List<Known> known = new ArrayList<>();

    /** @param prefix of the keys of the list */
    Failures(Messages messages, Messages english, String prefix) {
        this.messages = messages;
        this.prefix = prefix;
        for (String key : english.keys()) {
            if (key.startsWith(prefix)) {
                known.add(Known.of(key, english.raw(key)));
            }
        }
        known.sort(Comparator.comparingInt(Known::fixed).reversed());
    }

    /** The sentence in the language of the screen, with its code at the end; one that is not known stays as it is. */
    String told(String sentence) {
        return translated(sentence)
                .map(told -> told + " [" + code(sentence).orElse("") + "]")
                .orElse(sentence);
    }

    /** The code of a sentence, such as {@code S07}. */
    Optional<String> code(String sentence) {
        return known.stream()
                .filter(each -> each.pattern().matcher(sentence).matches())
                .findFirst()
                .map(each -> each.key().substring(prefix.length()).toUpperCase(Locale.ROOT));
    }

    /** The sentence in the language of the screen, without a code; one that is not known stays as it is. */
    String retold(String sentence) {
        return translated(sentence).orElse(sentence);
    }

    private Optional<String> translated(String sentence) {
        for (Known each : known) {
            Matcher matcher = each.pattern().matcher(sentence);
            if (matcher.matches()) {
                return Optional.of(messages.text(each.key(), arguments(each, matcher.toMatchResult())));
            }
        }
        return Optional.empty();
    }

    /** What stands in the gaps; a sentence in a sentence is told in the language of the screen too. */
    private Object[] arguments(Known known, MatchResult found) {
        int most = known.places().stream().mapToInt(Integer::intValue).max().orElse(-1);
        Object[] arguments = new Object[most + 1];
        java.util.Arrays.fill(arguments, "");
        for (int i = 0; i < known.places().size(); i++) {
            String part = found.group(i + 1);
            arguments[known.places().get(i)] = translated(part).orElse(part);
        }
        return arguments;
    }
}
