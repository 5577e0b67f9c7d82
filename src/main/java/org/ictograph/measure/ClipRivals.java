package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What every model for clips has to beat: saying no to everything; how common the behaviour is among the animals that may be
 * learned from; and how much moves in the clip.
 */
public final class ClipRivals {
    private ClipRivals() {}

    /**
     * A clip with what rivals may know of it.
     *
     * @param part the fold that it is tested in
     */
    public record Known(String subject, String part, boolean truth, OptionalDouble motion) {
        private TestedClip scored(double score) {
            return new TestedClip(subject, part, truth, score);
        }
    }

    public static List<TestedClip> alwaysNegative(List<Known> tested) {
        return tested.stream().map(clip -> clip.scored(0)).toList();
    }

    /** @param learned the clips that may be learned from when that part is tested */
    public static List<TestedClip> prior(List<Known> tested, Function<String, List<Known>> learned) {
        Map<String, Double> share = new HashMap<>();
        return tested.stream()
                .map(clip -> clip.scored(share.computeIfAbsent(
                        clip.part(),
                        part -> learned.apply(part).stream()
                                .mapToDouble(one -> one.truth() ? 1 : 0)
                                .average()
                                .orElse(0))))
                .toList();
    }

    /**
     * The score is the motion, moved so that the motion that tells the learned clips best (by F1) has the score from which a
     * clip counts.
     *
     * @param tested all with motion
     */
    public static List<TestedClip> motion(List<Known> tested, Function<String, List<Known>> learned, double threshold) {
        Map<String, Double> cut = new HashMap<>();
        return tested.stream()
                .map(clip -> clip.scored(clip.motion().orElseThrow()
                        - cut.computeIfAbsent(
                                clip.part(),
                                part -> bestCut(learned.apply(part)).orElse(threshold))
                        + threshold))
                .toList();
    }

    /** The motion from which on "yes" has the best F1; empty where nothing shows it. */
    private static OptionalDouble bestCut(List<Known> learned) {
        List<Known> falling = new ArrayList<>(learned.stream()
                .filter(clip -> clip.motion().isPresent())
                .sorted(Comparator.comparingDouble((Known clip) -> clip.motion().orElse(0))
                        .reversed())
                .toList());
        long positives = falling.stream().filter(Known::truth).count();
        double best = 0;
        OptionalDouble cut = OptionalDouble.empty();
        int found = 0;
        for (int i = 0; i < falling.size(); i++) {
            found += falling.get(i).truth() ? 1 : 0;
            double motion = falling.get(i).motion().orElse(0);
            boolean tied = i + 1 < falling.size() && falling.get(i + 1).motion().orElse(0) == motion;
            double f1 = 2.0 * found / (i + 1 + positives);
            if (!tied && f1 > best) {
                best = f1;
                cut = OptionalDouble.of(motion);
            }
        }
        return cut;
    }
}
