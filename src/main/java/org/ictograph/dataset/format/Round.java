package org.ictograph.dataset.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.SplitRule;

/**
 * One training and testing on a data set. Where the split has named parts there is one round, in the data set's own
 * folder. Where each fold is held out in turn there is one for each fold {@code N}, in the folder {@code fold-N}: that fold
 * is for testing, with three folds or more the next one for validation, all others for training.
 *
 * @param folder with a {@code /} at its end, or empty
 * @param subset what the clips of each part are for
 */
record Round(String folder, Function<String, Subset> subset) {
    /** What clips are for. */
    enum Subset {
        TRAIN("training"),
        VAL("validation"),
        TEST("testing");

        private final String text;

        Subset(String text) {
            this.text = text;
        }

        /** As annotation files call it. */
        String text() {
            return text;
        }
    }

    /** Parts without a clip, such as the fold of an animal that has none any more, get no round. */
    static List<Round> of(Manifest manifest) {
        SplitRule split = manifest.profile().split();
        if (!split.folded()) {
            return List.of(new Round("", Round::named));
        }
        List<String> parts = manifest.parts().stream()
                .filter(part -> part.clips() > 0)
                .map(Manifest.Part::name)
                .toList();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String test = parts.get(i);
            String next = parts.get((i + 1) % parts.size());
            String val = parts.size() > 2 ? next : "";
            rounds.add(new Round(
                    "fold-" + test + "/",
                    part -> part.equals(test) ? Subset.TEST : part.equals(val) ? Subset.VAL : Subset.TRAIN));
        }
        return rounds;
    }

    /** The subsets that have clips, in the order of training. */
    List<Subset> subsets(Manifest manifest) {
        return manifest.clips().stream().map(this::subset).distinct().sorted().toList();
    }

    Subset subset(Manifest.Clip clip) {
        return subset.apply(clip.part());
    }

    /** The names that benchmarks have for their parts; all others train. */
    private static Subset named(String part) {
        return switch (part) {
            case "val", "validation" -> Subset.VAL;
            case "test", "testing" -> Subset.TEST;
            default -> Subset.TRAIN;
        };
    }
}
