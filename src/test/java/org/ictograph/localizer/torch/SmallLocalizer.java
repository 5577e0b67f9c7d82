package org.ictograph.localizer.torch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ictograph.localizer.Localization;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;

/**
 * An encoder and the small random RaSeformer, looking at both cages of a film: what comes out means nothing, but is definite.
 *
 * @param cache for what the encoder saw
 */
record SmallLocalizer(CageFilm film, ClipClassifier encoder, Path cache) {
    private static final Preprocessing PLAIN =
            new Preprocessing(0, 32, 1 / 255.0, 0, List.of(0.45, 0.45, 0.45), List.of(0.225, 0.225, 0.225));

    Localization propose(FrameReader reader, Progress progress) throws Exception {
        List<String> labels = IntStream.range(0, 14).mapToObj(i -> "label " + i).toList();
        try (Weights head = Golden.of("raseformer").weights()) {
            RaSeformer network = new RaSeformer(RaSeformer.Design.PUBLISHED, head);
            NetworkLocalizer.Parts parts = new NetworkLocalizer.Parts(encoder, PLAIN, network, labels);
            return new NetworkLocalizer("small-1", "0", Golden.torch(), parts, new FeatureCache(cache, "small"), 0.1)
                    .localize(film.recording(), film.cages(), reader, progress);
        }
    }

    /** All that is said, without the numbers that each run draws for itself. */
    static List<String> shown(Localization localization) {
        List<String> shown = new ArrayList<>();
        localization.proposals().forEach(one -> shown.add(one.cageId() + one.label() + one.span() + one.score()));
        localization.tracks().forEach(one -> shown.add(one.cageId() + one.label() + one.values()));
        return shown;
    }
}
