package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

/**
 * A clip network and RaSeformer on top of it: pixels → a feature sequence for each cage → segments → proposals. Long recordings
 * are looked at in windows that overlap by half. The same video, cages and weights give the same proposals on the same machine.
 * Its weights stay with whoever read them. One run at a time.
 */
final class NetworkLocalizer implements Localizer {
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
    private final Parts parts;
    private final FeatureSource source;
    private final SegmentSearch search;
    private final double least;
    private final Grid grid;

    /**
     * @param weights SHA-256 of the weights
     * @param least score of a proposal
     */
    NetworkLocalizer(String model, String weights, Torch torch, Parts parts, FeatureCache cache, double least) {
        this.model = model;
        this.weights = weights;
        this.parts = parts;
        this.source = new FeatureSource(torch, parts.encoder, parts.preprocessing, cache);
        this.search = new SegmentSearch(torch, parts.network);
        this.least = least;
        this.grid = source.grid();
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
        parameters.put("window-steps", (double) search.window());
        parameters.put("least-score", least);
        return Collections.unmodifiableSortedMap(parameters);
    }

    @Override
    public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        UUID runId = UUID.randomUUID();
        Run run = new Run(runId, recording.id(), model, weights, parameters(), "");
        List<Proposal> proposals = new ArrayList<>();
        List<ScoreTrack> tracks = new ArrayList<>();
        FilmedTime filmed = FilmedTime.of(reader.index());
        List<List<float[]>> features = source.of(recording, cages, reader, progress);
        for (int i = 0; i < cages.size(); i++) {
            progress.check();
            UUID cage = cages.get(i).id();
            List<float[]> steps = features.get(i);
            float[][] scores = new float[parts.labels.size()][steps.size()];
            for (Segment segment : search.segments(steps, scores)) {
                if (segment.score() >= least) {
                    long start = FilmedTime.micros(grid, segment.start());
                    long end = FilmedTime.micros(grid, segment.end());
                    for (Span span : filmed.of(start, end)) {
                        proposals.add(new Proposal(
                                UUID.randomUUID(),
                                runId,
                                recording.id(),
                                cage,
                                parts.labels.get(segment.label()),
                                span,
                                segment.score()));
                    }
                }
            }
            for (int label = 0; label < scores.length; label++) {
                filmed.quiet(scores[label], grid);
                tracks.add(track(runId, cage, label, scores[label]));
            }
        }
        proposals.sort(Comparator.comparing(Proposal::span));
        return new Localization(run, proposals, tracks);
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
