package org.ictograph.dataset;

import java.util.List;

/**
 * What a data set tells of joints, where key points of animals are attached.
 *
 * @param side width and height of the square around a joint in pixels of the source, even; 0 for no squares
 * @param points names of the joints, in the order of all files; empty for those that all attached animals have
 * @param ramp true when time between the electrographic and the clinical onset becomes segments too, whose label rises
 */
public record JointForm(int side, List<String> points, boolean ramp) {
    /** Squares of 64 pixels around all joints, hard labels. */
    public static final JointForm STANDARD = new JointForm(64, List.of(), false);

    public JointForm {
        points = List.copyOf(points);
        if (side < 0 || side % 2 != 0 || points.stream().distinct().count() != points.size()) {
            throw new IllegalArgumentException("Squares around joints have even sides, and each joint has one name.");
        }
    }

    public JointForm withSide(int changed) {
        return new JointForm(changed, points, ramp);
    }

    public JointForm withPoints(List<String> changed) {
        return new JointForm(side, changed, ramp);
    }

    public JointForm withRamp(boolean changed) {
        return new JointForm(side, points, changed);
    }
}
