package org.ictograph.localizer.torch;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.slf4j.LoggerFactory;

/** Where the features of cages come from: the cache, or else the film, which is then decoded once for all cages that lack them. */
record FeatureSource(Torch torch, ClipClassifier encoder, Preprocessing preprocessing, FeatureCache cache) {
    private static final int STRIDE = 4;

    /** Which time a step stands for. */
    Grid grid() {
        return new Grid(preprocessing.rate(), STRIDE, encoder.tubelets().frames());
    }

    /**
     * @return for each cage, in their order, the features of each step
     * @throws VideoException when the video cannot be decoded
     * @throws LocalizerException when the network takes other clips
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<List<float[]>> of(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        FeatureCache kept = keptOf(reader);
        List<Optional<List<float[]>>> found =
                cages.stream().map(cage -> kept.find(recording, cage)).toList();
        List<Cage> missing = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            if (found.get(i).isEmpty()) {
                missing.add(cages.get(i));
            }
        }
        FeaturePass pass = new FeaturePass(torch, encoder, preprocessing, grid());
        List<List<float[]>> measured = missing.isEmpty() ? List.of() : pass.measure(missing, reader, progress);
        keep(kept, recording, missing, measured);
        List<List<float[]>> all = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            List<float[]> fresh = found.get(i).isPresent() ? List.of() : measured.get(missing.indexOf(cages.get(i)));
            all.add(found.get(i).orElse(fresh));
        }
        return all;
    }

    /** How many of these cages nobody has looked at yet. */
    long lacking(Recording recording, List<Cage> cages, FrameReader reader) {
        FeatureCache kept = keptOf(reader);
        return cages.stream()
                .filter(cage -> Files.notExists(kept.file(recording, cage)))
                .count();
    }

    /**
     * While a file is missing the film has a gap there; what was seen of the rest is not what is seen of the whole. Nor are a
     * graphics card's numbers exactly those of the processor.
     */
    private FeatureCache keptOf(FrameReader reader) {
        String where = torch.onCard() ? "on a card" : "";
        return new FeatureCache(
                cache.folder(), cache.encoder() + reader.index().gaps().spans() + where);
    }

    /** Without room for them they are measured again the next time; one sentence tells so. */
    private static void keep(FeatureCache cache, Recording recording, List<Cage> cages, List<List<float[]>> measured) {
        try {
            for (int i = 0; i < cages.size(); i++) {
                cache.keep(recording, cages.get(i), measured.get(i));
            }
        } catch (LocalizerException failure) {
            LoggerFactory.getLogger(FeatureSource.class)
                    .warn("{} {} is looked at again the next time.", failure.getMessage(), recording.name());
        }
    }
}
