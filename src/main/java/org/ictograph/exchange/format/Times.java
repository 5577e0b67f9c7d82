package org.ictograph.exchange.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Seconds in foreign files, and the microseconds that they are. */
final class Times {
    /** Longer numbers are not times. */
    private static final int LONGEST_NUMBER = 40;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    private static final int MICROS = 6;

    private Times() {}

    /** The microseconds of a number of seconds such as {@code 12.5}, rounded to the nearest. */
    static long micros(String seconds) throws Misread {
        try {
            if (seconds.length() <= LONGEST_NUMBER) {
                return micros(new BigDecimal(seconds.strip()), seconds);
            }
        } catch (NumberFormatException e) {
            throw misread(seconds);
        }
        throw misread(seconds);
    }

    /** The microseconds of a number in a JSON file. */
    static long micros(JsonNode seconds) throws Misread {
        if (!seconds.isNumber() || !Double.isFinite(seconds.doubleValue())) {
            throw misread(seconds.asText());
        }
        return micros(seconds.decimalValue(), seconds.asText());
    }

    private static long micros(BigDecimal seconds, String told) throws Misread {
        // The scale is checked first: rounding 1e-999999999 would need all memory.
        if (Math.abs(seconds.scale()) > LONGEST_NUMBER || seconds.abs().compareTo(LARGEST) >= 0) {
            throw misread(told);
        }
        return seconds.movePointRight(MICROS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static Misread misread(String seconds) {
        return new Misread("“" + seconds + "” is not a time in seconds, such as 12.5.");
    }

    /** Seconds with six decimals. */
    static String seconds(long micros) {
        return BigDecimal.valueOf(micros, MICROS).toPlainString();
    }

    /** Seconds with three decimals, rounded to the nearest. */
    static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, MICROS).setScale(3, RoundingMode.HALF_UP);
    }
}
