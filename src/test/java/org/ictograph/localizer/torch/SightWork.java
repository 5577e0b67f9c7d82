package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Cage;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;

/** The work of seeing cages with a network, in pieces that can be timed one by one. Close it. */
public final class SightWork implements AutoCloseable {
    private static final int MATRIX = 1024;
    private static final int BATCH = 8;

    private final Torch torch;
    private final Weights weights;
    private final ClipClassifier network;
    private final Preprocessing preprocessing;

    private SightWork(Torch torch, Weights weights, ClipClassifier network, Preprocessing preprocessing) {
        this.torch = torch;
        this.weights = weights;
        this.network = network;
        this.preprocessing = preprocessing;
    }

    /** A VideoMAE that has learned nothing: it takes as long as one that has. */
    public static SightWork transformer(VideoMaeSize size, Path cache) throws LocalizerException {
        Torch torch = Torch.start(cache);
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>(FreshVideoMae.encoder(size, 1));
        tensors.putAll(FreshVideoMae.plainNorm(size.hidden()));
        Weights weights = Weights.of(torch, "bench", tensors);
        return new SightWork(
                torch,
                weights,
                new VideoMae(Pretraining.fresh(size), weights),
                new Preprocessing(0, size.image(), 1 / 255.0, 0, List.of(0.5, 0.5, 0.5), List.of(0.2, 0.2, 0.2)));
    }

    /** The encoder of a model in a folder. */
    public static SightWork of(Path model, Path cache) throws LocalizerException {
        Torch torch = Torch.start(cache);
        ModelFolder folder = ModelFolder.open(model.resolve("encoder"));
        Weights weights = folder.weights(torch);
        ClipClassifier network = folder.classifier(weights);
        return new SightWork(
                torch,
                weights,
                network,
                Preprocessing.read(folder.folder(), network.tubelets().size()));
    }

    /** Cutting alone: clips that nothing looks at. */
    public static SightWork blind(Path cache) throws LocalizerException {
        Torch torch = Torch.start(cache);
        Weights none = Weights.of(torch, "bench", Map.of());
        return new SightWork(torch, none, new Blind(), new Preprocessing(0, 32, 1, 0, List.of(0.0), List.of(1.0)));
    }

    /** Sees nothing, at once. */
    private record Blind() implements ClipClassifier {
        @Override
        public Tubelets tubelets() {
            return new Tubelets(16, 32, 1, 1, 32);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public List<String> labels() {
            return List.of();
        }

        @Override
        public NDArray features(NDArray pixels) {
            return pixels.getManager().zeros(new Shape(pixels.getShape().get(0), 1));
        }

        @Override
        public NDArray classes(NDArray features) {
            return features;
        }
    }

    /**
     * From the film to features, without any cache.
     *
     * @return clips that were looked at
     */
    public int film(FrameReader reader, List<Cage> cages) throws Exception {
        Grid grid = new Grid(preprocessing.rate(), 4, network.tubelets().frames());
        List<List<float[]>> seen =
                new FeaturePass(torch, network, preprocessing, grid).measure(cages, reader, Progress.NONE);
        return seen.stream().mapToInt(List::size).sum();
    }

    /** The network alone, on batches that lie ready. */
    public void preloaded(int clips) throws LocalizerException {
        try (NDManager manager = torch.manager();
                NDArray batch = batch(manager, BATCH)) {
            for (int done = 0; done < clips; done += BATCH) {
                try (NDArray features = network.features(batch)) {
                    features.toFloatArray();
                }
            }
        }
    }

    private NDArray batch(NDManager manager, int clips) {
        Tubelets shape = network.tubelets();
        float[] numbers = new float[clips * shape.frames() * shape.channels() * shape.size() * shape.size()];
        Random random = new Random(1);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat();
        }
        return Layers.array(manager, numbers, clips, shape.frames(), shape.channels(), shape.size(), shape.size());
    }

    /** Floating-point operations of the transformer for one clip: those of its matrix products. */
    public static double operations(VideoMaeSize size) {
        double tokens = (double) size.frames()
                / VideoMaeSize.DEPTH
                * size.image()
                / VideoMaeSize.PATCH
                * size.image()
                / VideoMaeSize.PATCH;
        double width = size.hidden();
        double numbers = 3.0 * VideoMaeSize.DEPTH * VideoMaeSize.PATCH * VideoMaeSize.PATCH;
        double projections = 2 * (4 + 8) * width * width;
        double attention = 4 * tokens * width;
        return tokens * (2 * numbers * width + size.layers() * (projections + attention));
    }

    /** Floating-point operations in a second of this machine's product of two large matrices, the best of some. */
    public double matrixRate() {
        List<Double> rates = new ArrayList<>();
        try (NDManager manager = torch.manager()) {
            NDArray one = manager.ones(new Shape(MATRIX, MATRIX));
            NDArray other = manager.ones(new Shape(MATRIX, MATRIX));
            for (int turn = 0; turn < 20; turn++) {
                long start = System.nanoTime();
                try (NDArray product = one.matMul(other)) {
                    product.getFloat(0, 0);
                }
                rates.add(2.0 * MATRIX * MATRIX * MATRIX / ((System.nanoTime() - start) / 1e9));
            }
        }
        return rates.stream().mapToDouble(rate -> rate).max().orElseThrow();
    }

    @Override
    public void close() {
        weights.close();
    }
}
