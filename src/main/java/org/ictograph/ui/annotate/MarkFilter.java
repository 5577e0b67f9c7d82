package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * Which marks the table shows.
 *
 * @param text words that must all occur in label, animal, rater, stage or note, whatever the case
 * @param label only this label
 * @param cage only the cage with this number
 * @param rater only this rater
 */
public record MarkFilter(String text, Optional<String> label, Optional<Integer> cage, Optional<String> rater) {
    /** Shows everything. */
    public static final MarkFilter ALL = new MarkFilter("", Optional.empty(), Optional.empty(), Optional.empty());

    public MarkFilter withText(String changed) {
        return new MarkFilter(changed, label, cage, rater);
    }

    public MarkFilter withLabel(Optional<String> changed) {
        return new MarkFilter(text, changed, cage, rater);
    }

    public MarkFilter withCage(Optional<Integer> changed) {
        return new MarkFilter(text, label, changed, rater);
    }

    public MarkFilter withRater(Optional<String> changed) {
        return new MarkFilter(text, label, cage, changed);
    }

    /** True when label, cage or rater are narrowed down. */
    public boolean narrowed() {
        return label.isPresent() || cage.isPresent() || rater.isPresent();
    }

    public boolean shows(MarkRow row) {
        return label.map(wanted -> wanted.equals(row.mark().label())).orElse(true)
                && cage.map(wanted -> wanted == row.cage()).orElse(true)
                && rater.map(wanted -> wanted.equals(row.rater())).orElse(true)
                && containsAllWords(row);
    }

    private boolean containsAllWords(MarkRow row) {
        String all = String.join(
                        " ",
                        List.of(
                                row.mark().label(),
                                row.animal(),
                                row.rater(),
                                row.mark().stage(),
                                row.mark().note()))
                .toLowerCase(Locale.ROOT);
        StringTokenizer words = new StringTokenizer(text.toLowerCase(Locale.ROOT));
        while (words.hasMoreTokens()) {
            if (!all.contains(words.nextToken())) {
                return false;
            }
        }
        return true;
    }
}
