package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From what RaSeformer says to segments: points whose score is high enough, each with its distances; then soft-NMS, class by
 * class. All arithmetic is 32-bit, as in the reference, and equal scores keep their order.
 *
 * @param threshold scores up to this are left out
 * @param most points of each level
 * @param shortest segments up to this length are left out, steps of the input
 */
record SegmentDecoder(float threshold, int most, float shortest, SoftNms nms) {
    /** As published for RatSeizure. */
    static final SegmentDecoder PUBLISHED = new SegmentDecoder(0.001f, 2000, 0.05f, SoftNms.PUBLISHED);

    private record Scored(int point, int label, float score) {}

    /**
     * @param levels of a batch of one
     * @return in steps of the input, by falling score
     */
    List<Segment> segments(List<RaSeformer.Level> levels) {
        return nms.thin(candidates(levels));
    }

    private List<Segment> candidates(List<RaSeformer.Level> levels) {
        List<Segment> all = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            int stride = 1 << level;
            float[] offsets = levels.get(level).offsets().toFloatArray();
            int steps = offsets.length / 2;
            for (Scored scored : best(levels.get(level), steps)) {
                float time = scored.point * stride;
                float start = time - offsets[scored.point] * stride;
                float end = time + offsets[steps + scored.point] * stride;
                if (end - start > shortest) {
                    all.add(new Segment(start, end, scored.label, scored.score));
                }
            }
        }
        return all;
    }

    private List<Scored> best(RaSeformer.Level level, int steps) {
        float[] logits = level.logits().toFloatArray();
        float[] mask = level.mask().toFloatArray();
        int classes = logits.length / steps;
        List<Scored> scored = new ArrayList<>();
        for (int point = 0; point < steps; point++) {
            for (int label = 0; label < classes; label++) {
                float score = mask[point] * (float) (1 / (1 + Math.exp(-logits[label * steps + point])));
                if (score > threshold) {
                    scored.add(new Scored(point, label, score));
                }
            }
        }
        scored.sort(Comparator.comparingDouble((Scored one) -> -one.score));
        return scored.subList(0, Math.min(most, scored.size()));
    }
}
