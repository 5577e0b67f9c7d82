package org.ictograph.localizer.torch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.localizer.FeatureMeter;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** The clip network of a model, looking at whole pictures instead of cages. Confined to one thread. */
final class EncoderMeter implements FeatureMeter {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Torch torch;
    private final Weights weights;
    private final String hash;
    private final ClipClassifier encoder;
    private final Preprocessing preprocessing;
    private final Grid grid;

    /** @param seen hash of all that the numbers depend on besides the preprocessing */
    EncoderMeter(Torch torch, ModelFolder folder, String seen) throws LocalizerException {
        this.torch = torch;
        this.weights = folder.weights(torch);
        try {
            this.encoder = folder.classifier(weights);
            this.preprocessing =
                    Preprocessing.read(folder.folder(), encoder.tubelets().size());
        } catch (LocalizerException | RuntimeException failure) {
            weights.close();
            throw failure;
        }
        this.hash = Sha256.of(seen + preprocessing);
        this.grid = new Grid(
                Grid.PUBLISHED.rate(),
                Grid.PUBLISHED.stride(),
                encoder.tubelets().frames());
    }

    @Override
    public String weights() {
        return hash;
    }

    @Override
    public double rate() {
        return grid.rate();
    }

    @Override
    public int stride() {
        return grid.stride();
    }

    @Override
    public int frames() {
        return grid.frames();
    }

    @Override
    public List<float[]> measure(FrameReader film, Progress progress) throws VideoException, LocalizerException {
        Box all = new Box(0, 0, film.width(), film.height());
        Cage whole = new Cage(NOBODY, NOBODY, 1, all, Optional.empty(), Optional.empty());
        return new FeaturePass(torch, encoder, preprocessing, grid)
                .measure(List.of(whole), film, progress)
                .get(0);
    }

    @Override
    public void close() {
        weights.close();
    }
}
