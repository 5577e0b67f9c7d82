package org.ictograph.session.demo;

import java.util.List;

/** What a demo animal can do, and the labels of the standard protocol that a perfect rater would give to it. */
public enum Behaviour {
    SLEEP,
    REST,
    WALK,
    GROOM,
    DIG,
    REAR,
    DRINK,
    SHAKE_OFF,
    /** After a seizure: limp and breathing hard; no part of the seizure. */
    STILLNESS,
    ARREST("staring"),
    MOUTH_CLONUS("mouth clonus"),
    NODDING("head nodding"),
    NECK_JERK("neck jerk"),
    ONE_FORELIMB("unilateral forelimb clonus"),
    BOTH_FORELIMBS("bilateral forelimb clonus"),
    ALTERNATING_FORELIMBS("alternating forelimb clonus"),
    WET_DOG_SHAKES("wet dog shakes"),
    /** Upright while both forelimbs jerk: two labels at once. */
    CLONIC_REARING("rearing", "bilateral forelimb clonus"),
    FALL("falling"),
    WILD_RUN("wild running"),
    JUMP("jumping"),
    TONIC("tonic extension");

    // List.of cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    Behaviour(String... labels) {
        this.labels = List.of(labels);
    }

    /** Empty for everything that a healthy animal does. */
    public List<String> labels() {
        return labels;
    }

    /** Part of a seizure. */
    public boolean ictal() {
        return !labels.isEmpty();
    }

    /** Normal but rhythmic, so that it is easily taken for a seizure. */
    public boolean lookAlike() {
        return this == GROOM || this == DIG || this == SHAKE_OFF;
    }
}
