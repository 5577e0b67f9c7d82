package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.SpanSet;

/**
 * One cage with the work of many raters, sorted for comparing each with each. Most raters have reviewed the same time;
 * what a rater marked in it is then worked out once and serves every pair.
 *
 * @param subject a key of the animal
 * @param raters in their order
 */
record SortedCage(String subject, List<OfRater> raters) {
    /**
     * The work of one rater.
     *
     * @param time a number of the reviewed time, the same for raters who reviewed the same
     * @param marks by the place of their label
     * @param seen the marks as the reviewed time shows them, by the place of their label
     */
    record OfRater(SpanSet reviewed, int time, List<List<Mark>> marks, List<SeenMarks> seen) {}

    /** The work of two raters, in the time that both reviewed. */
    record Two(String subject, SpanSet jointlyReviewed, OfRater first, OfRater second) {
        boolean marked(int label) {
            return !first.marks().get(label).isEmpty()
                    || !second.marks().get(label).isEmpty();
        }

        CageComparison on(int place, Label label, AgreementParameters parameters) {
            return new CageComparison(jointlyReviewed, seen(first, place), seen(second, place), label, parameters);
        }

        private SeenMarks seen(OfRater rater, int place) {
            return first.time() == second.time()
                    ? rater.seen().get(place)
                    : new SeenMarks(jointlyReviewed, rater.marks().get(place));
        }
    }

    static SortedCage of(CageRatings cage, List<Label> labels) {
        List<SpanSet> times = new ArrayList<>();
        List<OfRater> raters = new ArrayList<>();
        for (Rating rating : cage.ratings()) {
            if (!times.contains(rating.reviewed())) {
                times.add(rating.reviewed());
            }
            Map<String, List<Mark>> byLabel = PairedCage.byLabel(rating);
            List<List<Mark>> marks = labels.stream()
                    .map(label -> byLabel.getOrDefault(label.name(), List.of()))
                    .toList();
            raters.add(new OfRater(
                    rating.reviewed(),
                    times.indexOf(rating.reviewed()),
                    marks,
                    marks.stream()
                            .map(of -> new SeenMarks(rating.reviewed(), of))
                            .toList()));
        }
        return new SortedCage(cage.subject(), raters);
    }

    Two two(int first, int second) {
        OfRater mine = raters.get(first);
        OfRater other = raters.get(second);
        SpanSet joint =
                mine.time() == other.time() ? mine.reviewed() : mine.reviewed().intersection(other.reviewed());
        return new Two(subject, joint, mine, other);
    }
}
