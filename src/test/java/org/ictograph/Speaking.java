package org.ictograph;

import java.util.List;
import java.util.Locale;

/** Does something on a machine that speaks another language, with commas in numbers or other digits. */
public final class Speaking {
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMANY, Locale.forLanguageTag("ar-EG"));

    private Speaking() {}

    /** What is done. */
    @FunctionalInterface
    public interface Deed {
        void run() throws Exception;
    }

    /** Does it once in each language. */
    public static void otherLanguages(Deed deed) throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (Locale language : LANGUAGES) {
                Locale.setDefault(language);
                deed.run();
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
