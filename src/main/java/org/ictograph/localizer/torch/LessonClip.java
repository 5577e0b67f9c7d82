package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.ictograph.localizer.Lesson;
import org.ictograph.model.Span;

/**
 * A clip of known time.
 *
 * @param lesson number of the lesson that it is of
 * @param start microseconds
 * @param shows whether the behaviour overlaps it, wholly or partly
 */
record LessonClip(int lesson, long start, boolean shows) {
    /**
     * The known time of all lessons in clips one after the other: all that show the label, and so many times as many without it,
     * drawn by the seed.
     *
     * @param length of a clip, microseconds
     * @return by lesson and time
     */
    static List<LessonClip> of(List<Lesson> lessons, String label, long length, double negatives, long seed) {
        List<LessonClip> with = new ArrayList<>();
        List<LessonClip> without = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            for (Span piece : lessons.get(i).known().spans()) {
                for (long start = piece.start(); start + length <= piece.end(); start += length) {
                    Span span = new Span(start, start + length);
                    boolean shows = lessons.get(i).events().stream()
                            .anyMatch(event ->
                                    event.label().equals(label) && event.span().overlaps(span));
                    (shows ? with : without).add(new LessonClip(i, start, shows));
                }
            }
        }
        Collections.shuffle(without, new Random(seed));
        int wanted = (int) Math.min(without.size(), Math.ceil(negatives * with.size()));
        List<LessonClip> clips = new ArrayList<>(with);
        clips.addAll(without.subList(0, wanted));
        clips.sort(Comparator.comparingInt(LessonClip::lesson).thenComparingLong(LessonClip::start));
        return clips;
    }
}
