package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ictograph.video.Fit;

/**
 * Which part of an export's progress belongs to what: looking over short recordings, one stage for each recording that is cut, then
 * features, then the proof. Each stage has its share of the time that all are expected to take.
 */
public record ExportCourse(List<Stage> stages) {
    /** An estimate in parts of cutting: it depends on the network. */
    private static final double FEATURES = 2.2;
    /** Microseconds for making a file durable. */
    private static final double SECURED = 300;

    /** What is done in a stage. */
    public enum Kind {
        /** Short recordings are looked over for copies. */
        LOOK,
        /** Clips of one recording are cut. */
        CUT,
        /** Features are measured on the clips. */
        FEATURES,
        /** Everything is read again. */
        PROOF,
        /** Clips are compared with each other. */
        COMPARE,
        /** Files are made durable. */
        SECURE
    }

    /**
     * One stage.
     *
     * @param recording whose clips are cut; empty in other stages
     * @param clips how many clips it concerns
     * @param from where it begins in the progress of the whole, 0 to 1
     */
    public record Stage(Kind kind, String recording, int clips, double from, double to) {
        /** How much of this stage is done when the whole is so far: 0 to 1. */
        public double done(double fraction) {
            return to <= from ? 1 : Math.max(0, Math.min(1, (fraction - from) / (to - from)));
        }
    }

    /** A stage and its effort. */
    private record Part(Kind kind, String recording, int clips, double effort) {}

    public ExportCourse {
        stages = List.copyOf(stages);
    }

    /** How much of the whole is done when so much of the clips is cut: 0 to 1. */
    public double cutting(double share) {
        double from = from(Kind.CUT);
        double to = stages.stream()
                .filter(stage -> stage.kind() == Kind.CUT)
                .mapToDouble(Stage::to)
                .max()
                .orElse(from);
        return from + share * (to - from);
    }

    /** Where the first stage of a kind begins; 0 where there is none. */
    double from(Kind kind) {
        return stages.stream()
                .filter(stage -> stage.kind() == kind)
                .mapToDouble(Stage::from)
                .min()
                .orElse(0);
    }

    /**
     * @param features whether features are measured too
     */
    public static ExportCourse of(DatasetPlan plan, boolean features) {
        Map<String, Integer> clips = new LinkedHashMap<>();
        plan.request().sources().forEach(source -> clips.put(source.recording().name(), 0));
        plan.clips().forEach(clip -> clips.merge(clip.place().recording(), 1, Integer::sum));
        int all = plan.clips().size();
        ClipForm form = plan.profile().clip();
        Effort effort = Effort.of(form, all, pixels(plan));
        double cutting = effort.cutting() + decoding(plan);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Kind.LOOK, "", all, looking(plan)));
        clips.forEach((name, n) -> parts.add(new Part(Kind.CUT, name, n, cutting * n / Math.max(1, all))));
        parts.add(new Part(Kind.FEATURES, "", all, features ? FEATURES * cutting : 0));
        parts.add(new Part(Kind.PROOF, "", all, effort.proving()));
        parts.add(new Part(Kind.COMPARE, "", all, effort.comparing()));
        parts.add(new Part(Kind.SECURE, "", all, SECURED * all * form.codecs().size()));
        return of(parts);
    }

    private static ExportCourse of(List<Part> parts) {
        double whole = parts.stream().mapToDouble(Part::effort).sum();
        List<Stage> stages = new ArrayList<>();
        double before = 0;
        for (Part part : parts) {
            double after = before + part.effort();
            if (part.effort() > 0) {
                stages.add(new Stage(part.kind(), part.recording(), part.clips(), before / whole, after / whole));
            }
            before = after;
        }
        return new ExportCourse(stages);
    }

    /** Of a frame of a clip, in the mean. */
    static double pixels(DatasetPlan plan) {
        ClipForm form = plan.profile().clip();
        return form.fit() != Fit.NATIVE
                ? (double) form.side() * form.side()
                : plan.clips().stream()
                        .mapToLong(clip -> (long) clip.cage().box().width()
                                * clip.cage().box().height())
                        .average()
                        .orElse(0);
    }

    /** Effort of decoding what clips are cut from: once for those of one time. */
    private static double decoding(DatasetPlan plan) {
        Map<String, List<PlannedClip>> clips = plan.clipsByRecording();
        double effort = 0;
        for (ExportSource source : plan.request().sources()) {
            Set<Long> starts = new HashSet<>();
            clips.getOrDefault(source.recording().name(), List.of())
                    .forEach(clip -> starts.add(clip.source().startMicros()));
            double share = Math.min(
                    1,
                    (double) starts.size()
                            * plan.profile().clip().micros()
                            / source.index().duration());
            effort += share * source.decoding();
        }
        return effort;
    }

    private static double looking(DatasetPlan plan) {
        return ShortFilms.of(plan).stream().mapToDouble(ExportSource::decoding).sum();
    }
}
