package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which part of an export's progress belongs to what: one stage for each recording, then features, then the proof. */
public record ExportCourse(List<Stage> stages) {
    /** What is done in a stage. */
    public enum Kind {
        /** Clips of one recording are cut. */
        CUT,
        /** Features are measured on the clips. */
        FEATURES,
        /** Everything is read again. */
        PROOF
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

    public ExportCourse {
        stages = List.copyOf(stages);
    }

    /** How much of the whole is done when all clips are cut. */
    public double cutting() {
        return stages.stream()
                .filter(stage -> stage.kind() == Kind.CUT)
                .mapToDouble(Stage::to)
                .max()
                .orElse(0);
    }

    /**
     * @param features whether features are measured too
     */
    public static ExportCourse of(DatasetPlan plan, boolean features) {
        Map<String, Integer> clips = new LinkedHashMap<>();
        plan.request().sources().forEach(source -> clips.put(source.recording().name(), 0));
        plan.clips().forEach(clip -> clips.merge(clip.place().recording(), 1, Integer::sum));
        double cutting = DatasetWriter.CUTTING * (features ? DatasetWriter.BEFORE_FEATURES : 1);
        int all = Math.max(1, plan.clips().size());
        List<Stage> stages = new ArrayList<>();
        int before = 0;
        for (Map.Entry<String, Integer> each : clips.entrySet()) {
            int after = before + each.getValue();
            if (after > before) {
                stages.add(new Stage(
                        Kind.CUT, each.getKey(), each.getValue(), cutting * before / all, cutting * after / all));
            }
            before = after;
        }
        if (features) {
            stages.add(new Stage(Kind.FEATURES, "", plan.clips().size(), cutting, DatasetWriter.CUTTING));
        }
        stages.add(new Stage(Kind.PROOF, "", plan.clips().size(), DatasetWriter.CUTTING, 1));
        return new ExportCourse(stages);
    }
}
