package org.ictograph.measure;

/**
 * The 95 % interval of a share (Wilson, Journal of the American Statistical Association 22 (1927) 209–212), and of the
 * difference of two shares of different things (Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10, which is made
 * of both shares' intervals). Both stay within bounds also where a share is 0 or 1.
 */
record Wilson(double share, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** @param whole at least 1 */
    static Wilson of(int part, int whole) {
        double share = (double) part / whole;
        double middle = 2.0 * part + Z * Z;
        double half = Z * Math.sqrt(Z * Z + 4.0 * part * (1 - share));
        double both = 2 * (whole + Z * Z);
        return new Wilson(
                share,
                part == 0 ? 0 : Math.max(0, (middle - half) / both),
                part == whole ? 1 : Math.min(1, (middle + half) / both));
    }

    /** This share less another one. */
    Statistic minus(Wilson other, long n) {
        double difference = share - other.share;
        double below = Math.hypot(share - low, other.high - other.share);
        double above = Math.hypot(high - share, other.share - other.low);
        return Statistic.of(difference, difference - below, difference + above, n);
    }

    Statistic statistic(long n) {
        return Statistic.of(share, low, high, n);
    }
}
