package org.ictograph.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What raters agreed to look for: the ethogram and the scale of severity, with a version.
 *
 * @param labels in the order in which screens show them; names and keys are unique
 * @param scale id of the severity scale, for example {@code racine-1972}
 * @param stages names of the scale's stages, in rising order
 * @param plan how two ratings become one data set
 */
public record Protocol(
        UUID id, String name, int version, List<Label> labels, String scale, List<String> stages, ReviewPlan plan)
        implements Entity {
    /** The label for a whole seizure. */
    public static final String SEIZURE = "seizure";

    /** A landmark of a seizure, where a protocol has this label: when it begins in the EEG. The start of the mark counts. */
    public static final String ELECTROGRAPHIC_ONSET = "electrographic onset";

    /** A landmark of a seizure, where a protocol has this label: when it begins to be seen. The start of the mark counts. */
    public static final String CLINICAL_ONSET = "clinical onset";

    /** The label that the RatSeizure benchmark gives to time without seizure behaviour. */
    public static final String OTHERS = "others";

    /** What can be the key of a label. */
    public static final String KEYS = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public Protocol {
        labels = List.copyOf(labels);
        stages = List.copyOf(stages);
        if (labels.stream().map(Label::name).distinct().count() != labels.size()) {
            throw new IllegalArgumentException("Each label of a protocol needs a name of its own.");
        }
        if (labels.stream().map(Label::key).distinct().count() != labels.size()) {
            throw new IllegalArgumentException("Each label of a protocol needs a key of its own.");
        }
    }

    public Protocol withPlan(ReviewPlan changed) {
        return new Protocol(id, name, version, labels, scale, stages, changed);
    }

    /** The next version of it, with other labels and another scale. */
    public Protocol revised(String newName, List<Label> newLabels, String newScale, List<String> newStages) {
        return new Protocol(id, newName, version + 1, newLabels, newScale, newStages, plan);
    }

    /** A key that none of some labels has, empty when all are taken. */
    public static Optional<String> freeKey(Collection<Label> labels) {
        return KEYS.chars()
                .mapToObj(Character::toString)
                .filter(free -> labels.stream().noneMatch(label -> label.key().equals(free)))
                .findFirst();
    }

    public Optional<Label> label(String labelName) {
        return labels.stream().filter(label -> label.name().equals(labelName)).findFirst();
    }

    /**
     * {@code seizure} and the 14 action units of the RatSeizure benchmark with their exact strings and ids, and the
     * stages of Racine (1972). Source: {@code ratseizure.json} of UA-CVML/RatSeizure.
     */
    public static Protocol standard() {
        List<Label> labels = new ArrayList<>();
        labels.add(new Label(SEIZURE, OptionalInt.empty(), LabelKind.EVENT, "S", 0, Pattern.SOLID));
        labels.add(unit("staring", 1, "1", 1, Pattern.SOLID));
        labels.add(unit("mouth clonus", 2, "2", 2, Pattern.SOLID));
        labels.add(unit("wet dog shakes", 3, "3", 3, Pattern.SOLID));
        labels.add(unit("head nodding", 4, "4", 2, Pattern.DIAGONAL));
        labels.add(unit("neck jerk", 5, "5", 2, Pattern.CROSS));
        labels.add(unit("unilateral forelimb clonus", 6, "6", 4, Pattern.SOLID));
        labels.add(unit("bilateral forelimb clonus", 7, "7", 4, Pattern.DIAGONAL));
        labels.add(unit("alternating forelimb clonus", 8, "8", 4, Pattern.CROSS));
        labels.add(unit("rearing", 9, "9", 5, Pattern.SOLID));
        labels.add(unit("falling", 10, "F", 5, Pattern.DIAGONAL));
        labels.add(unit("wild running", 11, "W", 6, Pattern.SOLID));
        labels.add(unit("jumping", 12, "U", 6, Pattern.DIAGONAL));
        labels.add(unit("tonic extension", 13, "T", 7, Pattern.SOLID));
        labels.add(unit(OTHERS, 0, "0", 7, Pattern.DOTS));
        List<String> racine = List.of(
                "1 mouth and facial movement",
                "2 head nodding",
                "3 forelimb clonus",
                "4 rearing",
                "5 rearing and falling");
        return new Protocol(
                UUID.randomUUID(), "RatSeizure action units", 1, labels, "racine-1972", racine, ReviewPlan.standard());
    }

    private static Label unit(String name, int id, String key, int colour, Pattern pattern) {
        return new Label(name, OptionalInt.of(id), LabelKind.EVENT, key, colour, pattern);
    }
}
