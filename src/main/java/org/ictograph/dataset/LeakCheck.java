package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import org.ictograph.model.Box;

/**
 * Looks for what would make test results too good: an animal in two parts, the same piece of a video in two clips. Also
 * looks for file names that differ in case only, which some disks cannot keep apart.
 */
final class LeakCheck {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> partOf = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private record Piece(String file, String part, ClipPlace place, ClipSource source, Box box) {}

    private LeakCheck() {}

    static List<Finding> ofPlan(List<PlannedClip> clips) {
        return of(clips.stream()
                .map(clip -> new Piece(
                        clip.file(),
                        clip.part(),
                        clip.place(),
                        clip.source(),
                        clip.cage().box()))
                .toList());
    }

    static List<Finding> ofManifest(Manifest manifest) {
        List<Finding> findings = new ArrayList<>(sources(manifest));
        findings.addAll(of(manifest.clips().stream()
                .map(clip -> new Piece(
                        clip.file(),
                        clip.part(),
                        clip.place(),
                        clip.source(),
                        clip.cut().crop()))
                .toList()));
        findings.addAll(parted(manifest));
        return findings;
    }

    /** Animals that the split promises to keep together, in two parts. */
    private static List<Finding> parted(Manifest manifest) {
        Map<String, String> litters = new TreeMap<>();
        manifest.animals().forEach(animal -> litters.put(animal.name(), animal.litter()));
        Map<String, String> partOf = new TreeMap<>();
        manifest.animals().forEach(animal -> partOf.put(animal.name(), animal.part()));
        manifest.clips().forEach(clip -> partOf.put(clip.place().subject(), clip.part()));
        List<Finding> findings = new ArrayList<>();
        List<ClipPlace> places =
                manifest.clips().stream().map(Manifest.Clip::place).toList();
        for (NavigableSet<String> group : Companions.of(
                        places, litters, manifest.profile().split().together())
                .groups()
                .values()) {
            if (group.stream()
                            .map(animal -> partOf.getOrDefault(animal, ""))
                            .distinct()
                            .count()
                    > 1) {
                findings.add(new Finding(
                        Manifest.FILE,
                        "The animals " + String.join(", ", group) + " belong together but are in different parts."));
            }
        }
        return findings;
    }

    /** A file that belongs to two recordings would be cut twice. */
    private static List<Finding> sources(Manifest manifest) {
        Map<String, String> recordingOf = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Manifest.Source source : manifest.sources()) {
            String other = recordingOf.putIfAbsent(source.fingerprint(), source.recording());
            if (other != null) {
                findings.add(new Finding(
                        Manifest.FILE,
                        "The video " + source.file() + " belongs to the recordings " + other + " and "
                                + source.recording() + "."));
            }
        }
        return findings;
    }

    private static List<Finding> of(List<Piece> pieces) {
        LeakCheck check = new LeakCheck();
        pieces.forEach(check::subjectAndName);
        check.ranges(pieces);
        return check.findings;
    }

    private void subjectAndName(Piece piece) {
        String subject = piece.place().subject();
        String before = partOf.putIfAbsent(subject, piece.part());
        if (before != null && !before.equals(piece.part())) {
            findings.add(new Finding(
                    piece.file(),
                    "The animal " + subject + " is in the parts " + before + " and " + piece.part() + "."));
        }
        if (!names.add(piece.file().toLowerCase(Locale.ROOT))) {
            findings.add(new Finding(
                    piece.file(), "Two clips would have this file name; give the recordings or animals other names."));
        }
    }

    /** Sweeps over each recording by time; only clips that run at the same time are compared. */
    private void ranges(List<Piece> pieces) {
        List<Piece> byTime = new ArrayList<>(pieces);
        byTime.sort(Comparator.<Piece, String>comparing(piece -> piece.place().recording())
                .thenComparingLong(piece -> piece.source().startMicros()));
        List<Piece> running = new ArrayList<>();
        for (Piece piece : byTime) {
            running.removeIf(
                    other -> !other.place().recording().equals(piece.place().recording())
                            || other.source().endMicros() <= piece.source().startMicros());
            running.stream()
                    .filter(other -> sharesMost(other.box(), piece.box()))
                    .findFirst()
                    .ifPresent(other -> findings.add(
                            new Finding(piece.file(), "It shows the same piece of video as " + other.file() + ".")));
            running.add(piece);
        }
    }

    /** True when more than half of the smaller box lies in the other; boxes of neighbouring cages may touch. */
    private static boolean sharesMost(Box a, Box b) {
        long width = (long) Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        long height = (long) Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        long smaller = Math.min((long) a.width() * a.height(), (long) b.width() * b.height());
        return width > 0 && height > 0 && 2 * width * height > smaller;
    }
}
