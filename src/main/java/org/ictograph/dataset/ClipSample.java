package org.ictograph.dataset;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.dataset.Manifest.Clip;

/** Draws clips by chance, from each class in turn, so that rare ones are seen too. The same seed draws the same. */
final class ClipSample {
    private ClipSample() {}

    static List<SampledClip> of(Manifest manifest, Path payload, int count, long seed) {
        Shuffle order = new Shuffle(seed, "sheet");
        Map<String, List<Clip>> byClass = new TreeMap<>();
        manifest.clips().stream()
                .sorted(Comparator.comparingLong(clip -> order.rank(clip.file())))
                .forEach(clip -> byClass.computeIfAbsent(
                                String.join(" ", clip.truth().classes()), name -> new ArrayList<>())
                        .add(clip));
        List<Deque<Clip>> piles = new ArrayList<>();
        byClass.values().forEach(clips -> piles.add(new ArrayDeque<>(clips)));
        List<SampledClip> drawn = new ArrayList<>();
        while (drawn.size() < Math.min(count, manifest.clips().size())) {
            for (Deque<Clip> pile : piles) {
                if (!pile.isEmpty() && drawn.size() < count) {
                    drawn.add(sampled(pile.remove(), payload));
                }
            }
        }
        return drawn;
    }

    private static SampledClip sampled(Clip clip, Path payload) {
        return new SampledClip(
                payload.resolve(clip.file()),
                clip.truth().classes(),
                clip.place().subject(),
                clip.part(),
                clip.place().recording(),
                clip.source().startMicros());
    }
}
