package org.ictograph.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which events a data set calls positive. What somebody adjudicated counts under every rule, and what was adjudicated
 * as nothing counts under none.
 *
 * @param likeness for {@link Kind#BOTH_RATERS} the least likeness (IoU) of the two marks, else 1
 */
public record InclusionRule(Kind kind, double likeness) {
    /** The kinds of rules, from the strictest. */
    public enum Kind {
        /** Only the consensus. */
        ADJUDICATED,
        /** Also what two raters marked alike, though nobody settled it. */
        BOTH_RATERS,
        /** Also what any one rater marked. */
        ANY_RATER
    }

    public static final InclusionRule ADJUDICATED = new InclusionRule(Kind.ADJUDICATED, 1);
    public static final InclusionRule ANY = new InclusionRule(Kind.ANY_RATER, 1);

    public InclusionRule {
        if (!(likeness > 0 && likeness <= 1)) {
            throw new IllegalArgumentException("The likeness of an inclusion rule lies above 0 and up to 1.");
        }
    }

    public static InclusionRule both(double likeness) {
        return new InclusionRule(Kind.BOTH_RATERS, likeness);
    }

    /** The rules that screens offer and compare, from the strictest. */
    public static List<InclusionRule> offered() {
        return List.of(ADJUDICATED, both(0.7), both(0.5), both(0.3), ANY);
    }

    /** As commands and files write it: {@code adjudicated}, {@code both:0.5} or {@code any}. */
    public String text() {
        return switch (kind) {
            case ADJUDICATED -> "adjudicated";
            case BOTH_RATERS -> "both:" + likeness;
            case ANY_RATER -> "any";
        };
    }

    /** The rule of a text as {@link #text} writes it; empty when it is none. */
    public static Optional<InclusionRule> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("adjudicated")) {
            return Optional.of(ADJUDICATED);
        }
        if (word.equals("any")) {
            return Optional.of(ANY);
        }
        try {
            double likeness = word.startsWith("both:") ? Double.parseDouble(word.substring(5)) : 0;
            return likeness > 0 && likeness <= 1 ? Optional.of(both(likeness)) : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
