package org.ictograph.measure;

/** Ratings written as text, a string for each rater and a character for each unit, for tests. */
final class Ratings {
    private Ratings() {}

    /** Digits are categories from 0; a dot is a missing rating. */
    static RatingTally tally(int categories, String... raters) {
        RatingTally tally = RatingTally.empty(categories);
        for (int unit = 0; unit < raters[0].length(); unit++) {
            int[] ratings = new int[categories];
            for (String rater : raters) {
                if (rater.charAt(unit) != '.') {
                    ratings[rater.charAt(unit) - '0']++;
                }
            }
            tally = tally.plus(ratings, 1);
        }
        return tally;
    }
}
