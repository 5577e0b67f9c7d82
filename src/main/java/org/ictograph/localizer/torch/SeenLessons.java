package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ictograph.localizer.Lesson;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trainer;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * What an encoder saw of the cages of lessons: windows to learn from on one side of the animals, the test on the other.
 *
 * @param steps of each lesson, in their order
 */
record SeenLessons(Grid grid, List<Lesson> lessons, List<List<float[]>> steps) {
    SeenLessons {
        lessons = List.copyOf(lessons);
        steps = List.copyOf(steps);
    }

    /**
     * Looks at each film once, for all of its cages that are not kept yet.
     *
     * @throws VideoException when a film cannot be decoded
     * @throws LocalizerException when there is no room for what is seen, or what is kept is of another encoder
     */
    static SeenLessons look(FeatureSource source, List<Lesson> lessons, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException {
        Map<UUID, List<Lesson>> byRecording = new LinkedHashMap<>();
        lessons.forEach(lesson -> byRecording
                .computeIfAbsent(lesson.recording().id(), id -> new ArrayList<>())
                .add(lesson));
        requireRoom(source, byRecording.values(), films);
        Map<UUID, List<float[]>> byCage = new LinkedHashMap<>();
        int done = 0;
        for (List<Lesson> together : byRecording.values()) {
            progress.check();
            double from = (double) done++ / byRecording.size();
            Recording recording = together.get(0).recording();
            Progress part = progress.part(from, (double) done / byRecording.size());
            part.report(0, recording.name());
            List<Cage> cages = together.stream().map(Lesson::cage).toList();
            try (FrameReader reader = films.open(recording)) {
                List<List<float[]>> found = source.of(recording, cages, reader, part);
                for (int i = 0; i < cages.size(); i++) {
                    requireWidth(found.get(i), source);
                    byCage.put(cages.get(i).id(), found.get(i));
                }
            }
        }
        List<List<float[]>> steps = new ArrayList<>();
        lessons.forEach(lesson ->
                steps.add(Objects.requireNonNull(byCage.get(lesson.cage().id()))));
        return new SeenLessons(source.grid(), lessons, steps);
    }

    private static void requireWidth(List<float[]> steps, FeatureSource source) throws LocalizerException {
        int width = source.encoder().width();
        if (steps.stream().anyMatch(step -> step.length != width)) {
            throw new LocalizerException("The features in " + source.cache().folder() + " have another shape than the "
                    + width + " numbers a step that the encoder gives; delete that folder, they are measured again.");
        }
    }

    private static void requireRoom(FeatureSource source, Collection<List<Lesson>> lessons, Trainer.Films films)
            throws VideoException, LocalizerException {
        double all = 0;
        double lacking = 0;
        for (List<Lesson> together : lessons) {
            Recording recording = together.get(0).recording();
            List<Cage> cages = together.stream().map(Lesson::cage).toList();
            double steps = recording.duration()
                    / (double) Span.SECOND
                    * source.grid().rate()
                    / source.grid().stride();
            double each = steps * source.encoder().width() * Float.BYTES;
            all += each * cages.size();
            try (FrameReader reader = films.open(recording)) {
                lacking += each * source.lacking(recording, cages, reader);
            }
        }
        Room.now(source.cache().folder()).require(all, lacking);
    }

    /**
     * What the animals show that are learned from.
     *
     * @param labels by class
     * @param longest steps of a window
     * @throws LocalizerException when nothing is long enough
     */
    List<TrainingWindow> windows(AnimalSplit split, List<String> labels, int longest) throws LocalizerException {
        List<TrainingWindow> windows = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            if (split.learned().contains(lesson.animal())) {
                windows.addAll(TrainingWindow.of(lesson, steps.get(i), labels, grid, longest));
            }
        }
        if (windows.isEmpty()) {
            throw new LocalizerException(String.format(
                    Locale.ROOT,
                    "Nothing that was looked at of the animals to learn from is as long as a model needs in one piece,"
                            + " %.1f s; add longer recordings, or watch more in one piece.",
                    ((TrainingWindow.SHORTEST - 1) * grid.stride() + grid.frames()) / grid.rate()));
        }
        return windows;
    }

    /** Tests on the animals that were held out. */
    HeldOut test(SegmentSearch search, AnimalSplit split, List<String> labels, Progress progress) {
        HeldOut test = new HeldOut(search, grid, labels);
        for (int i = 0; i < lessons.size(); i++) {
            progress.check();
            if (split.heldOut().contains(lessons.get(i).animal())) {
                test.test(lessons.get(i), steps.get(i));
            }
        }
        return test;
    }
}
