package org.ictograph.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ictograph.model.Span;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.ictograph.work.SideBySide;

/** Decodes every frame of every clip and compares count, size and rate with the manifest. Shows all pictures to who looks for copies. */
final class ClipProof {
    /** Containers round time stamps to at most a millisecond. */
    private static final long ROUNDING = 1_000;

    private static final LumaVisitor UNWATCHED = (frame, micros, luma) -> {};

    private final Videos videos;

    ClipProof(Videos videos) {
        this.videos = videos;
    }

    List<Finding> prove(
            Path folder, Manifest manifest, SortedMap<String, String> found, ClipLooks looks, Progress progress) {
        List<List<Finding>> findings = new ArrayList<>();
        manifest.clips().forEach(clip -> findings.add(new ArrayList<>()));
        try {
            SideBySide.work(
                    "proof",
                    findings.size(),
                    Runtime.getRuntime().availableProcessors(),
                    (number, part) -> {
                        part.check();
                        part.report(0, "checking clip " + (number + 1) + " of " + findings.size());
                        prove(folder, manifest, manifest.clips().get(number), found, looks, findings.get(number));
                    },
                    progress);
        } catch (RuntimeException told) {
            throw told;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
        progress.report(1, "checked");
        return findings.stream().flatMap(List::stream).toList();
    }

    private void prove(
            Path folder,
            Manifest manifest,
            Manifest.Clip clip,
            SortedMap<String, String> found,
            ClipLooks looks,
            List<Finding> findings) {
        List<String> files = new ArrayList<>(List.of(clip.file()));
        clip.copies().forEach(copy -> files.add(copy.file()));
        joints(folder, manifest, clip, found, findings);
        for (String file : files) {
            if (found.containsKey(file)) {
                LumaVisitor watching = file.equals(clip.file()) ? looks.watching(clip) : UNWATCHED;
                flaw(folder.resolve(file), manifest.profile().clip(), clip.cut(), watching)
                        .ifPresent(sentence -> findings.add(new Finding(file, sentence)));
            }
        }
    }

    private void joints(
            Path folder,
            Manifest manifest,
            Manifest.Clip clip,
            SortedMap<String, String> found,
            List<Finding> findings) {
        JointForm form = manifest.profile().joints();
        Manifest.Pose pose = clip.pose();
        if (form == null || pose == null) {
            return;
        }
        for (Manifest.Joint joint : pose.joints()) {
            if (found.containsKey(joint.file())) {
                flaw(folder.resolve(joint.file()), manifest.profile().clip(), form.side(), form.side(), UNWATCHED)
                        .ifPresent(sentence -> findings.add(new Finding(joint.file(), sentence)));
            }
        }
    }

    private Optional<String> flaw(Path file, ClipForm form, Manifest.Cut cut, LumaVisitor watching) {
        return flaw(file, form, cut.width(), cut.height(), watching);
    }

    private Optional<String> flaw(Path file, ClipForm form, int width, int height, LumaVisitor watching) {
        try {
            FrameIndex index = videos.times(file);
            int[] decoded = new int[1];
            try (FrameReader reader = videos.open(file, index)) {
                if (reader.width() != width || reader.height() != height) {
                    return Optional.of("It is " + reader.width() + " × " + reader.height() + " pixels instead of "
                            + width + " × " + height + ".");
                }
                reader.scan(
                        0,
                        index.frames(),
                        (frame, micros, luma) -> {
                            decoded[0]++;
                            watching.visit(frame, micros, luma);
                        },
                        Progress.NONE);
            }
            if (decoded[0] != form.frames()) {
                return Optional.of("It has " + decoded[0] + " frames instead of " + form.frames() + ".");
            }
            return even(index, form.frameRate())
                    ? Optional.empty()
                    : Optional.of("Its frames are not " + form.frameRateText() + " a second.");
        } catch (VideoException e) {
            return Optional.of("It cannot be decoded: " + e.getMessage());
        }
    }

    private static boolean even(FrameIndex index, double rate) {
        for (int frame = 0; frame < index.frames(); frame++) {
            long due = Math.round(frame * (double) Span.SECOND / rate);
            if (Math.abs(index.microsOf(frame) - due) > ROUNDING) {
                return false;
            }
        }
        return true;
    }
}
