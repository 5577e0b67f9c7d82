package org.ictograph.measure;

import java.util.OptionalDouble;

/**
 * One number of a report, or the reason why there is none.
 *
 * @param value empty when the number is undefined; never NaN
 * @param low lower end of the 95 % interval, empty when there is no interval
 * @param high upper end of the 95 % interval, empty when there is no interval
 * @param n what the number was counted over: bins, events or clips
 * @param undefined the sentence that says why there is no value; empty when there is one
 * @param remark the sentence that says why a value has no interval; empty otherwise
 */
public record Statistic(
        OptionalDouble value, OptionalDouble low, OptionalDouble high, long n, String undefined, String remark) {
    public Statistic {
        if (value.isPresent() != undefined.isEmpty()) {
            throw new IllegalArgumentException("A statistic has a value or the reason why it has none.");
        }
    }

    /** A value without an interval, and why. */
    public static Statistic of(double value, long n, String remark) {
        return new Statistic(OptionalDouble.of(value), OptionalDouble.empty(), OptionalDouble.empty(), n, "", remark);
    }

    /** A value with its interval. */
    public static Statistic of(double value, double low, double high, long n) {
        return new Statistic(OptionalDouble.of(value), OptionalDouble.of(low), OptionalDouble.of(high), n, "", "");
    }

    /** No value, and why. */
    public static Statistic undefined(String sentence, long n) {
        return new Statistic(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), n, sentence, "");
    }

    /** A part of a whole without an interval; undefined, for the given reason, when the whole is 0. */
    static Statistic ratio(double part, double whole, long n, String reason) {
        return whole == 0 ? undefined(reason, n) : of(part / whole, n, "");
    }

    /** A share of counted things without an interval; undefined, for the given reason, when there are none. */
    static Statistic share(long part, long whole, String reason) {
        return ratio((double) part, (double) whole, whole, reason);
    }
}
