package org.ictograph.session.demo;

import java.util.EnumMap;
import java.util.Map;

/** The posture of an animal at one moment: a number for each joint. Mutable, confined to one thread. */
final class Pose {
    private final Map<Joint, Double> values = new EnumMap<>(Joint.class);

    double get(Joint joint) {
        return values.getOrDefault(joint, 0.0);
    }

    Pose set(Joint joint, double value) {
        values.put(joint, value);
        return this;
    }

    Pose add(Joint joint, double value) {
        return set(joint, get(joint) + value);
    }

    /** Moves every joint the given share of the way to another posture. */
    Pose mixed(Pose other, double share) {
        for (Joint joint : Joint.values()) {
            add(joint, share * (other.get(joint) - get(joint)));
        }
        return this;
    }
}
