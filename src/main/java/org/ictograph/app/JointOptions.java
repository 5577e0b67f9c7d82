package org.ictograph.app;

import java.util.List;
import org.ictograph.dataset.JointForm;
import org.ictograph.dataset.Profile;
import org.ictograph.session.SessionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code export} can be told about joints. */
final class JointOptions {
    @Option(
            names = "--joints",
            split = ",",
            paramLabel = "POINT",
            description =
                    "profile joints: key points that are shown, in this order (default: all that every animal has)")
    private List<String> points = List.of();

    @Option(
            names = "--joint-size",
            paramLabel = "PX",
            description =
                    "profile joints: side of the square around a joint in pixels of the video, even; 0 for no squares "
                            + "(default: 64)")
    private @Nullable Integer side;

    @Option(
            names = "--soft",
            description =
                    "profile joints: also time between the electrographic and the clinical onset, whose probability "
                            + "rises")
    private boolean ramp;

    /** The profile as it is wanted. */
    Profile chosen(Profile profile) throws SessionException {
        JointForm form = profile.joints();
        if (form == null) {
            if (!points.isEmpty() || side != null || ramp) {
                throw new SessionException("The profile " + profile.id()
                        + " tells nothing of joints; leave --joints, --joint-size and --soft away.");
            }
            return profile;
        }
        try {
            JointForm sized = side == null ? form : form.withSide(side);
            JointForm named = points.isEmpty() ? sized : sized.withPoints(points);
            return profile.withJoints(named.withRamp(ramp || named.ramp()));
        } catch (IllegalArgumentException improper) {
            throw new SessionException(String.valueOf(improper.getMessage()), improper);
        }
    }
}
