package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Thins segments that say the same (Bodla 2017, Gaussian): of each class the best is taken, every other of the class loses by
 * exp(−IoU² / σ), and so on until none above {@code least} is left. Order and rounding of the reference: what is dropped
 * changes places with the last.
 *
 * @param sigma how gently
 * @param least score below which a segment is dropped
 * @param most segments that are returned
 */
record SoftNms(float sigma, float least, int most) {
    /** As published for RatSeizure. */
    static final SoftNms PUBLISHED = new SoftNms(0.5f, 0.001f, 200);

    /** @return by falling score, at most {@link #most} */
    List<Segment> thin(List<Segment> segments) {
        List<Segment> kept = new ArrayList<>();
        TreeSet<Integer> labels = segments.stream().map(Segment::label).collect(Collectors.toCollection(TreeSet::new));
        for (int label : labels) {
            List<Segment> own = new ArrayList<>(
                    segments.stream().filter(one -> one.label() == label).toList());
            thinOne(own);
            kept.addAll(own.subList(0, Math.min(most, own.size())));
        }
        kept.sort(Comparator.comparingDouble((Segment one) -> -one.score()));
        return List.copyOf(kept.subList(0, Math.min(most, kept.size())));
    }

    private void thinOne(List<Segment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            int best = i;
            for (int j = i + 1; j < segments.size(); j++) {
                if (segments.get(best).score() < segments.get(j).score()) {
                    best = j;
                }
            }
            Segment top = segments.get(best);
            segments.set(best, segments.get(i));
            segments.set(i, top);
            int j = i + 1;
            while (j < segments.size()) {
                Segment other = segments.get(j);
                float overlap = overlap(top, other);
                float score = other.score() * (float) Math.exp(-(overlap * overlap) / sigma);
                if (score < least) {
                    segments.set(j, segments.get(segments.size() - 1));
                    segments.remove(segments.size() - 1);
                } else {
                    segments.set(j, new Segment(other.start(), other.end(), other.label(), score));
                    j++;
                }
            }
        }
    }

    /** IoU with lengths a millionth longer, as the reference has it. */
    private static float overlap(Segment a, Segment b) {
        float common = Math.max(0f, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
        return common / ((a.length() + 1e-6f) + (b.length() + 1e-6f) - common);
    }
}
