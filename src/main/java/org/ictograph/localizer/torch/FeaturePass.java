package org.ictograph.localizer.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Cage;
import org.ictograph.video.FrameReader;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes a recording once and lets a clip network see each cage's film, clip by clip. The picture is its brightness in all
 * channels: colour is not looked at. Native memory holds one batch of clips at a time, half as
 * large a one when it runs out. Confined to one thread.
 */
final class FeaturePass {
    private static final int BATCH = 8;
    private static final Logger LOG = LoggerFactory.getLogger(FeaturePass.class);

    private record Clip(int cage, List<float[]> pictures) {}

    private final Torch torch;
    private final ClipClassifier encoder;
    private final Preprocessing preprocessing;
    private final Grid grid;
    private final List<Clip> waiting = new ArrayList<>();
    private final List<List<float[]>> steps = new ArrayList<>();
    private int together = BATCH;
    private Sight sight;

    FeaturePass(Torch torch, ClipClassifier encoder, Preprocessing preprocessing, Grid grid) {
        this.torch = torch;
        this.encoder = encoder;
        this.preprocessing = preprocessing;
        this.grid = grid;
        this.sight = new Sight(preprocessing, OpticalFlow.NONE);
    }

    /**
     * @return for each cage, in their order, the features of each step
     * @throws VideoException when the video cannot be decoded
     * @throws LocalizerException when the network takes other clips
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<List<float[]>> measure(List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        waiting.clear();
        steps.clear();
        sight = new Sight(preprocessing, reader.flow());
        List<CageClips> film = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            int cage = i;
            steps.add(new ArrayList<>());
            CropScaler scaler = new CropScaler(cages.get(i), reader.width(), preprocessing);
            film.add(new CageClips(scaler, grid, (number, pictures) -> waiting.add(new Clip(cage, pictures))));
        }
        List<LocalizerException> failed = new ArrayList<>();
        reader.scan(
                0,
                reader.index().frames(),
                (frame, micros, luma) -> {
                    progress.check();
                    film.forEach(cage -> cage.see(micros, luma));
                    if (failed.isEmpty()) {
                        runBatches(together, failed);
                    }
                },
                progress);
        film.forEach(cage -> cage.finish(reader.index().duration()));
        runBatches(1, failed);
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
        return List.copyOf(steps);
    }

    private void runBatches(int least, List<LocalizerException> failed) {
        while (waiting.size() >= least && !waiting.isEmpty() && failed.isEmpty()) {
            List<Clip> batch = waiting.subList(0, Math.min(together, waiting.size()));
            try (NDManager manager = torch.manager();
                    NDArray features = encoder.features(pixels(manager, batch))) {
                float[] numbers = features.toFloatArray();
                int width = numbers.length / batch.size();
                for (int i = 0; i < batch.size(); i++) {
                    float[] step = new float[width];
                    System.arraycopy(numbers, i * width, step, 0, width);
                    steps.get(batch.get(i).cage).add(step);
                }
            } catch (LocalizerException failure) {
                failed.add(failure);
            } catch (EngineException failure) {
                if (Torch.outOfMemory(failure) && batch.size() > 1) {
                    together = batch.size() / 2;
                    LOG.warn("Memory ran out for {} clips at once; {} are tried", batch.size(), together);
                    continue;
                }
                failed.add(new LocalizerException(
                        "The network could not look at a clip (" + failure.getMessage()
                                + "); give it more memory, or compute" + " on the CPU.",
                        failure));
            }
            batch.clear();
        }
    }

    private NDArray pixels(NDManager manager, List<Clip> batch) throws LocalizerException {
        int size = preprocessing.size();
        int channels = preprocessing.channels();
        float[] pixels = new float[batch.size() * grid.frames() * channels * size * size];
        int at = 0;
        for (Clip clip : batch) {
            at = sight.put(clip.pictures, pixels, at);
        }
        return Layers.array(manager, pixels, batch.size(), grid.frames(), channels, size, size);
    }
}
