package org.ictograph.dataset;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ictograph.model.Box;
import org.ictograph.video.Codec;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the benchmark's own files have no room for: where each clip comes from, who looked at it, and how the
 * data set was made. Holds no wall-clock time and no folder of the machine it was made on.
 *
 * @param format version of the manifest's layout
 * @param publication what its makers say about it
 * @param profile with all its parameters
 * @param animals where the split has each animal; empty in manifests from before
 * @param seen how much of each animal was filmed and looked at, in the recordings that were exported
 * @param encoder what measured the features of clips, where there are any
 * @param sources the videos that clips come from
 * @param refusals how many pieces were left out, by reason
 * @param leftOut what of that was left out because of its pictures: copies, and clips of which a frame shows nothing
 */
public record Manifest(
        int format,
        Maker maker,
        StudyFacts study,
        Publication publication,
        Profile profile,
        List<Part> parts,
        List<FrozenSplit.Animal> animals,
        List<Seen> seen,
        @Nullable Encoder encoder,
        List<Source> sources,
        SortedMap<String, Integer> refusals,
        List<Refusal> leftOut,
        List<Clip> clips) {
    /** The version that this program writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    /** Name of the file that holds it. */
    public static final String FILE = "manifest.json";

    public Manifest {
        leftOut = List.copyOf(leftOut);
        parts = List.copyOf(parts);
        animals = List.copyOf(animals);
        seen = List.copyOf(seen);
        sources = List.copyOf(sources);
        clips = List.copyOf(clips);
    }

    /** The same with other clips. */
    public Manifest withClips(List<Clip> changed) {
        return new Manifest(
                format,
                maker,
                study,
                publication,
                profile,
                parts,
                animals,
                seen,
                encoder,
                sources,
                refusals,
                leftOut,
                changed);
    }

    /** The program that wrote the data set. */
    public record Maker(String program, String version, String videoLibrary) {}

    /**
     * The study that the labels come from.
     *
     * @param inclusion which events count as positive: {@code adjudicated}, {@code both:IOU} or {@code any}
     * @param head hash of the newest entry of its edit log that is no export, empty in manifests from before
     * @param definitions what raters were to look for, by label; only of labels that have a definition
     */
    public record StudyFacts(
            String id,
            String name,
            String protocol,
            int protocolVersion,
            String scale,
            List<String> raters,
            String inclusion,
            String head,
            SortedMap<String, String> definitions) {
        /** A study of which nothing but the names tells what its labels mean. */
        public StudyFacts(
                String id,
                String name,
                String protocol,
                int protocolVersion,
                String scale,
                List<String> raters,
                String inclusion,
                String head) {
            this(id, name, protocol, protocolVersion, scale, raters, inclusion, head, new TreeMap<>());
        }
    }

    /**
     * How much of an animal is known.
     *
     * @param filmedMicros length of its recordings without gaps
     * @param seenMicros how much of that at least one rater has looked at, at a speed at which events are seen
     */
    public record Seen(String subject, long filmedMicros, long seenMicros) {
        Seen plus(Seen more) {
            return new Seen(subject, filmedMicros + more.filmedMicros, seenMicros + more.seenMicros);
        }
    }

    /**
     * The network that features were measured with: step k sees frames k · stride to k · stride + frames − 1.
     *
     * @param weights SHA-256 of its weights and whatever else the features depend on
     * @param rate frames a second that it sees
     */
    public record Encoder(String model, String weights, double rate, int stride, int frames) {}

    /** The animals of one fold or subset. */
    public record Part(String name, List<String> subjects, int clips) {}

    /**
     * One source video file. A recording may consist of several, which follow each other.
     *
     * @param firstFrame number of its first frame within the recording: clips count frames and time through all files
     * @param startMicros when its first frame is shown, since the first frame of the recording
     */
    public record Source(
            String recording,
            String file,
            long bytes,
            String fingerprint,
            int frames,
            long durationMicros,
            int firstFrame,
            long startMicros) {}

    /**
     * One clip.
     *
     * @param copies the same frames in further codecs
     * @param features its feature sequence, where one was measured
     * @param pose key points of the animal, where they were attached
     */
    public record Clip(
            String file,
            String sha256,
            String part,
            ClipPlace place,
            ClipTruth truth,
            ClipSource source,
            Cut cut,
            List<Copy> copies,
            @Nullable Features features,
            @Nullable Pose pose) {
        /** One without key points. */
        public Clip(
                String file,
                String sha256,
                String part,
                ClipPlace place,
                ClipTruth truth,
                ClipSource source,
                Cut cut,
                List<Copy> copies,
                @Nullable Features features) {
            this(file, sha256, part, place, truth, source, cut, copies, features, null);
        }

        public Clip {
            copies = List.copyOf(copies);
            if (part.isBlank()) {
                throw new IllegalArgumentException("A clip belongs to a part: " + file);
            }
        }
    }

    /**
     * A feature sequence in NumPy's format, 32-bit numbers.
     *
     * @param steps rows
     * @param width numbers of a step
     */
    public record Features(String file, String sha256, int steps, int width) {}

    /**
     * Key points of the animal in a clip: an array in NumPy's format (frames × 3 numbers of each joint), x and y in pixels of
     * the source from the corner of the crop, and likelihood; NaN where the joint was not found.
     *
     * @param source name of the file that they come from, without folders
     * @param fingerprint SHA-256 of that file
     * @param track what that file calls the animal
     * @param joints films of the squares around joints
     */
    public record Pose(
            String source, String fingerprint, String track, String file, String sha256, List<Joint> joints) {
        public Pose {
            joints = List.copyOf(joints);
        }
    }

    /**
     * A film of the square around a joint, frame by frame with the clip.
     *
     * @param known in which share of the frames the joint was found; between them the square moves evenly
     */
    public record Joint(
            String point, String file, String sha256, double known, double firstFramePsnr, double lastFramePsnr) {}

    /** A clip once more. */
    public record Copy(String file, String sha256, Codec codec, double firstFramePsnr, double lastFramePsnr) {}

    /**
     * How a clip was cut.
     *
     * @param crop part of the source picture
     * @param mask part of the source picture that was painted black
     * @param rate frames a second
     * @param firstFramePsnr likeness of the first frame to what was to be written in dB, {@link #EQUAL} when they are equal
     * @param lastFramePsnr the same for the last frame
     */
    public record Cut(
            Box crop,
            @Nullable Box mask,
            int width,
            int height,
            int frames,
            double rate,
            double firstFramePsnr,
            double lastFramePsnr) {
        /** Stands for infinite likeness, which JSON cannot write. */
        public static final double EQUAL = 999;

        public Cut {
            Objects.requireNonNull(crop, "crop");
        }
    }
}
