package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Cage;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Decodes a recording once and lets a clip network see each cage's film, clip by clip, while the decoder goes on (see
 * {@link ClipQueue}). Confined to one thread.
 */
final class FeaturePass {
    private final Torch torch;
    private final ClipClassifier encoder;
    private final Preprocessing preprocessing;
    private final Grid grid;

    FeaturePass(Torch torch, ClipClassifier encoder, Preprocessing preprocessing, Grid grid) {
        this.torch = torch;
        this.encoder = encoder;
        this.preprocessing = preprocessing;
        this.grid = grid;
    }

    /**
     * @return for each cage, in their order, the features of each step
     * @throws VideoException when the video cannot be decoded
     * @throws LocalizerException when the network takes other clips
     * @throws CancellationException when the progress says so
     */
    List<List<float[]>> measure(List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        ClipPixels pixels = new ClipPixels(new Sight(preprocessing, reader.flow()), grid.frames());
        try (ClipQueue queue = new ClipQueue(torch, encoder, pixels, cages.size())) {
            List<CageClips> film = new ArrayList<>();
            for (int i = 0; i < cages.size(); i++) {
                int cage = i;
                CropScaler scaler = new CropScaler(cages.get(i), reader.width(), preprocessing);
                film.add(new CageClips(
                        luma -> pixels.picture(scaler.scale(luma)),
                        grid,
                        (number, pictures) -> queue.add(cage, pictures)));
            }
            Progress feeding = queue.feeding(progress);
            try {
                reader.scan(
                        0,
                        reader.index().frames(),
                        (frame, micros, luma) -> {
                            feeding.check();
                            film.forEach(cage -> cage.see(micros, luma));
                        },
                        feeding);
            } catch (CancellationException stopped) {
                queue.requireWhole();
                throw stopped;
            }
            film.forEach(cage -> cage.finish(reader.index().duration()));
            return queue.finish();
        }
    }
}
