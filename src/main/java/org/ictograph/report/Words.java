package org.ictograph.report;

import java.util.Locale;

/** The words of figures and reports in one language, by keys that begin with {@code figure.} or {@code paper.}. */
public interface Words {
    Locale language();

    /** A text with its arguments filled in. */
    String text(String key, Object... arguments);

    /** A number as people write it in this language; the format is that of {@link String#format}. */
    String number(String format, double value);

    /** True where a comma stands before decimals, so that it cannot stand between numbers. */
    boolean commaIsDecimal();
}
