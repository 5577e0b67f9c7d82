package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for segments in feature sequences of any length: in windows that overlap by half, whose findings are stitched. A window
 * is a few times as long as the sequences for which the network was designed.
 */
record SegmentSearch(Torch torch, RaSeformer network) {
    private static final int WINDOW_LENGTHS = 4;

    /** Steps that are looked at together. */
    int window() {
        return window(network.design());
    }

    static int window(RaSeformer.Design design) {
        return WINDOW_LENGTHS * design.length();
    }

    /** Where the windows over so many steps begin; the last one reaches the end. */
    static List<Integer> starts(int steps, int window) {
        List<Integer> starts = new ArrayList<>();
        for (int from = 0; from < steps; from += window / 2) {
            starts.add(from);
            if (from + window >= steps) {
                break;
            }
        }
        return starts;
    }

    /** [batch, numbers a step, steps], with zeros where there are no more steps. */
    static NDArray padded(NDManager manager, List<List<float[]>> batch, int width, int padded) {
        float[] turned = new float[batch.size() * width * padded];
        for (int b = 0; b < batch.size(); b++) {
            List<float[]> steps = batch.get(b);
            for (int t = 0; t < steps.size(); t++) {
                for (int i = 0; i < width; i++) {
                    turned[(b * width + i) * padded + t] = steps.get(t)[i];
                }
            }
        }
        return Layers.array(manager, turned, batch.size(), width, padded);
    }

    /**
     * @param scores are filled, by class and step: the better of two windows
     * @return in steps of the whole sequence, by falling score
     */
    List<Segment> segments(List<float[]> steps, float[][] scores) {
        List<SegmentStitcher.Window> windows = new ArrayList<>();
        for (int from : starts(steps.size(), window())) {
            int to = Math.min(steps.size(), from + window());
            windows.add(look(steps.subList(from, to), from, scores));
        }
        return new SegmentStitcher(1).stitch(windows);
    }

    private SegmentStitcher.Window look(List<float[]> steps, int from, float[][] scores) {
        int padded = network.design().padded(steps.size());
        try (NDManager manager = torch.manager()) {
            NDArray features = padded(manager, List.of(steps), network.inputs(), padded);
            List<RaSeformer.Level> levels = network.apply(features, steps.size());
            float[] finest = levels.get(0).logits().toFloatArray();
            for (int label = 0; label < scores.length; label++) {
                for (int t = 0; t < steps.size(); t++) {
                    float score = (float) (1 / (1 + Math.exp(-finest[label * padded + t])));
                    scores[label][from + t] = Math.max(scores[label][from + t], score);
                }
            }
            List<Segment> segments = SegmentDecoder.PUBLISHED.segments(levels).stream()
                    .map(one -> new Segment(one.start() + from, one.end() + from, one.label(), one.score()))
                    .toList();
            return new SegmentStitcher.Window(from, from + steps.size(), segments);
        }
    }
}
