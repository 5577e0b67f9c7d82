package org.ictograph.dataset.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.JointForm;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Onsets;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * Segments for joint-centred networks (arXiv 2603.23757), clips under opaque names.
 *
 * <p>{@code segments.csv} has the columns clip, label (1 ictal, 0 interictal, empty between the onsets), probability,
 * onset_eeg and onset_clinical (seconds from the start of the segment, negative before it, empty where there is none),
 * subject, part, recording and keypoints (path of its array, empty without). {@code points.csv} names the joints in the order
 * of the columns of the arrays: x, y and likelihood of the first, then of the second, and so on. {@code joints.csv} has a line
 * for each film of a joint: clip, point, film and known (in which share of the frames the joint was found).
 */
public final class JointsLayout implements Layout {
    private static final String FOLDER = "clips/";
    private static final int ID_LENGTH = 16;

    @Override
    public String profile() {
        return Profiles.JOINTS.id();
    }

    @Override
    public String clipFile(ClipPlace place, ClipSource source, boolean positive, Profile made) {
        return FOLDER + OpaqueName.of(place, source, ID_LENGTH) + "."
                + made.clip().extension();
    }

    @Override
    public List<TextFile> labelFiles(Manifest manifest) {
        List<TextFile> texts = new ArrayList<>();
        List<Manifest.Clip> clips = manifest.clips().stream()
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .toList();
        texts.add(new TextFile("segments.csv", segments(clips)));
        JointForm joints = manifest.profile().joints();
        if (joints != null && !joints.points().isEmpty()) {
            StringBuilder points = new StringBuilder("number,point\n");
            for (int i = 0; i < joints.points().size(); i++) {
                points.append(Csv.line(Integer.toString(i + 1), joints.points().get(i)));
            }
            texts.add(new TextFile("points.csv", points.toString()));
            texts.add(new TextFile("joints.csv", joints(clips)));
        }
        return texts;
    }

    private static String segments(List<Manifest.Clip> clips) {
        StringBuilder text =
                new StringBuilder("clip,label,probability,onset_eeg,onset_clinical,subject,part,recording,keypoints\n");
        for (Manifest.Clip clip : clips) {
            Onsets onsets = clip.truth().onsets();
            double probability = onsets == null ? 0 : onsets.probability();
            Manifest.Pose pose = clip.pose();
            text.append(Csv.line(
                    clip.file(),
                    probability == 0 ? "0" : probability == 1 ? "1" : "",
                    number(probability),
                    since(clip, onsets == null ? null : onsets.electrographic()),
                    since(clip, onsets == null ? null : Long.valueOf(onsets.clinical())),
                    clip.place().subject(),
                    clip.part(),
                    clip.place().recording(),
                    pose == null ? "" : pose.file()));
        }
        return text.toString();
    }

    private static String since(Manifest.Clip clip, @Nullable Long onset) {
        return onset == null
                ? ""
                : BigDecimal.valueOf(onset - clip.source().startMicros(), 6)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String joints(List<Manifest.Clip> clips) {
        StringBuilder text = new StringBuilder("clip,point,film,known\n");
        for (Manifest.Clip clip : clips) {
            Manifest.Pose pose = clip.pose();
            if (pose != null) {
                pose.joints()
                        .forEach(joint ->
                                text.append(Csv.line(clip.file(), joint.point(), joint.file(), number(joint.known()))));
            }
        }
        return text.toString();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
