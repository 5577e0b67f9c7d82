package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Cage;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.slf4j.LoggerFactory;

/**
 * A clip network and RaSeformer on top of it: pixels → a feature sequence for each cage → segments → proposals. Long recordings
 * are looked at in windows that overlap by half. The same video, cages and weights give the same proposals on the same machine.
 * Its weights stay with whoever read them. One run at a time.
 */
final class NetworkLocalizer implements Localizer {
    /** Of a window, in lengths of the network's training sequence. */
    private static final int WINDOW_LENGTHS = 4;

    /** What it consists of. */
    record Parts(ClipClassifier encoder, Preprocessing preprocessing, RaSeformer network, List<String> labels) {
        Parts {
            labels = List.copyOf(labels);
            if (labels.size() != network.classes()) {
                throw new IllegalArgumentException("There must be a label for each class.");
            }
        }
    }

    private final String model;
    private final String weights;
    private final Torch torch;
    private final Parts parts;
    private final FeatureCache cache;
    private final double least;
    private final Grid grid;

    /**
     * @param weights SHA-256 of the weights
     * @param least score of a proposal
     */
    NetworkLocalizer(String model, String weights, Torch torch, Parts parts, FeatureCache cache, double least) {
        this.model = model;
        this.weights = weights;
        this.torch = torch;
        this.parts = parts;
        this.cache = cache;
        this.least = least;
        this.grid = new Grid(30, 4, parts.encoder.tubelets().frames());
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String description() {
        return "Networks that learned from labels";
    }

    @Override
    public String weights() {
        return weights;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("rate", grid.rate());
        parameters.put("stride", (double) grid.stride());
        parameters.put("frames", (double) grid.frames());
        parameters.put("window-steps", (double) window());
        parameters.put("least-score", least);
        return Collections.unmodifiableSortedMap(parameters);
    }

    private int window() {
        return WINDOW_LENGTHS * parts.network.design().length();
    }

    @Override
    public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        UUID runId = UUID.randomUUID();
        Run run = new Run(runId, recording.id(), model, weights, parameters(), "");
        List<Proposal> proposals = new ArrayList<>();
        List<ScoreTrack> tracks = new ArrayList<>();
        List<List<float[]>> features = features(recording, cages, reader, progress);
        for (int i = 0; i < cages.size(); i++) {
            progress.check();
            UUID cage = cages.get(i).id();
            List<float[]> steps = features.get(i);
            float[][] scores = new float[parts.labels.size()][steps.size()];
            for (Segment segment : segments(steps, scores)) {
                span(segment, reader.index().duration())
                        .filter(span -> segment.score() >= least)
                        .ifPresent(span -> proposals.add(new Proposal(
                                UUID.randomUUID(),
                                runId,
                                recording.id(),
                                cage,
                                parts.labels.get(segment.label()),
                                span,
                                segment.score())));
            }
            for (int label = 0; label < scores.length; label++) {
                tracks.add(track(runId, cage, label, scores[label]));
            }
        }
        proposals.sort(Comparator.comparing(Proposal::span));
        return new Localization(run, proposals, tracks);
    }

    private List<List<float[]>> features(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        // While a file is missing the film has a gap there; what was seen of the rest is not what is seen of the whole.
        FeatureCache cache = new FeatureCache(
                this.cache.folder(),
                this.cache.encoder() + reader.index().gaps().spans());
        List<Optional<List<float[]>>> kept =
                cages.stream().map(cage -> cache.find(recording, cage)).toList();
        List<Cage> missing = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            if (kept.get(i).isEmpty()) {
                missing.add(cages.get(i));
            }
        }
        FeaturePass pass = new FeaturePass(torch, parts.encoder, parts.preprocessing, grid);
        List<List<float[]>> measured = missing.isEmpty() ? List.of() : pass.measure(missing, reader, progress);
        for (int i = 0; i < missing.size(); i++) {
            keep(cache, recording, missing.get(i), measured.get(i));
        }
        List<List<float[]>> all = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            List<float[]> fresh = kept.get(i).isPresent() ? List.of() : measured.get(missing.indexOf(cages.get(i)));
            all.add(kept.get(i).orElse(fresh));
        }
        return all;
    }

    /** Without room for the features they are measured again the next time. */
    private static void keep(FeatureCache cache, Recording recording, Cage cage, List<float[]> steps) {
        try {
            cache.keep(recording, cage, steps);
        } catch (LocalizerException failure) {
            LoggerFactory.getLogger(NetworkLocalizer.class).warn("Features are not kept", failure);
        }
    }

    /** @param scores are filled: the class scores of each step, the better of two windows */
    private List<Segment> segments(List<float[]> steps, float[][] scores) {
        List<SegmentStitcher.Window> windows = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += window() / 2) {
            int to = Math.min(steps.size(), from + window());
            windows.add(look(steps.subList(from, to), from, scores));
            if (to == steps.size()) {
                break;
            }
        }
        return new SegmentStitcher(1, SoftNms.PUBLISHED).stitch(windows);
    }

    private SegmentStitcher.Window look(List<float[]> steps, int from, float[][] scores) {
        int padded = parts.network.design().padded(steps.size());
        int width = parts.network.inputs();
        float[] turned = new float[width * padded];
        for (int t = 0; t < steps.size(); t++) {
            for (int i = 0; i < width; i++) {
                turned[i * padded + t] = steps.get(t)[i];
            }
        }
        try (NDManager manager = torch.manager()) {
            NDArray features = Layers.array(manager, turned, 1, width, padded);
            List<RaSeformer.Level> levels = parts.network.apply(features, steps.size());
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

    private Optional<Span> span(Segment segment, long duration) {
        long start = Math.max(0, Math.round(grid.seconds(segment.start()) * 1e6));
        long end = Math.min(duration, Math.round(grid.seconds(segment.end()) * 1e6));
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private ScoreTrack track(UUID run, UUID cage, int label, float[] scores) {
        List<Float> values = new ArrayList<>();
        for (float score : scores) {
            values.add(score);
        }
        long step = Math.round(grid.stride() * 1e6 / grid.rate());
        // A step stands for the middle of its frames; its value is drawn around that.
        long start = Math.round(grid.seconds(0) * 1e6) - step / 2;
        return new ScoreTrack(run, cage, parts.labels.get(label), start, step, values);
    }
}
