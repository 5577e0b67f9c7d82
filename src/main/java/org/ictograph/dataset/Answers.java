package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ictograph.exchange.ClipAnswer;
import org.ictograph.exchange.PredictedSegment;
import org.ictograph.exchange.PredictionDatabase;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.Segment;
import org.ictograph.measure.TestedClip;

/**
 * Predictions for a data set, each checked against its clips: all are known, none is answered twice, no tested clip is left
 * out, and scores lie from 0 to 1.
 */
public final class Answers {
    private final TestSheet sheet;
    private final String file;

    /** @param file name of the predictions, for sentences */
    public Answers(TestSheet sheet, String file) {
        this.sheet = sheet;
        this.file = file;
    }

    /**
     * Scores of whole clips. Those of parts that are not tested are left out.
     *
     * @return of each tested clip, with the task in place of the part where the predictions name tasks
     * @throws DatasetException at the first prediction that does not fit
     */
    public List<TestedClip> clips(List<ClipAnswer> answers) throws DatasetException {
        Map<String, TestSheet.TestClip> named = names();
        Set<TestSheet.TestClip> tested = new HashSet<>(sheet.tested());
        Map<String, Map<String, TestedClip>> tasks = new TreeMap<>();
        for (ClipAnswer answer : answers) {
            TestSheet.TestClip clip = named.get(answer.clip());
            String place = "“" + file + "”, line " + answer.line();
            if (clip == null) {
                throw new DatasetException(place + " names the clip " + answer.clip()
                        + ", which the data set does not have. Name clips as its clips.csv does.");
            }
            if (!(answer.score() >= 0 && answer.score() <= 1)) {
                throw new DatasetException(place + " gives the clip " + answer.clip() + " the score " + answer.score()
                        + ". A score lies from 0 to 1.");
            }
            if (tested.contains(clip)) {
                TestedClip known = new TestedClip(
                        clip.place().subject(),
                        answer.task().isEmpty() ? clip.part() : answer.task(),
                        clip.truth().positive(),
                        answer.score());
                Map<String, TestedClip> task = tasks.computeIfAbsent(answer.task(), each -> new HashMap<>());
                if (task.put(clip.file(), known) != null) {
                    throw new DatasetException(place + " names the clip " + answer.clip()
                            + " again. Each clip has one score" + (answer.task().isEmpty() ? "." : " in each task."));
                }
            }
        }
        if (tasks.isEmpty()) {
            tasks.put("", Map.of());
        }
        List<TestedClip> all = new ArrayList<>();
        for (Map.Entry<String, Map<String, TestedClip>> task : tasks.entrySet()) {
            complete(task.getKey(), task.getValue().keySet());
            sheet.tested().forEach(clip -> all.add(task.getValue().get(clip.file())));
        }
        return all;
    }

    /** Clips by path, by name without folders, and by id, where those are unique. */
    private Map<String, TestSheet.TestClip> names() {
        Map<String, TestSheet.TestClip> names = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        for (TestSheet.TestClip clip : sheet.clips()) {
            String bare = clip.file().substring(clip.file().lastIndexOf('/') + 1);
            for (String name : new HashSet<>(List.of(clip.id(), clip.file(), bare))) {
                if (names.put(name, clip) != null) {
                    unclear.add(name);
                }
            }
        }
        names.keySet().removeAll(unclear);
        return names;
    }

    private void complete(String task, Set<String> answered) throws DatasetException {
        for (String part : sheet.testedParts()) {
            List<String> clips = sheet.tested().stream()
                    .filter(clip -> clip.part().equals(part))
                    .map(TestSheet.TestClip::file)
                    .toList();
            List<String> lacking =
                    clips.stream().filter(clip -> !answered.contains(clip)).toList();
            String where = (task.isEmpty() ? "" : "In the task " + task + " ") + "“" + file + "” ";
            if (lacking.size() == clips.size()) {
                throw new DatasetException(where + "says nothing about " + sheet.told(part) + " with its "
                        + clips.size() + " clips. Add the predictions of the model that was tested on it.");
            }
            if (!lacking.isEmpty()) {
                throw new DatasetException(where + "has no score for " + lacking.size() + " of the " + clips.size()
                        + " clips of " + sheet.told(part) + ", first for " + lacking.get(0)
                        + ". Each clip needs one.");
            }
        }
    }

    /**
     * Segments in clips, in the order of the file. Those in parts that are not tested are left out.
     *
     * @throws DatasetException at the first prediction that does not fit
     */
    public List<ScoredSegment> segments(PredictionDatabase predictions) throws DatasetException {
        Map<String, TestSheet.TestClip> known =
                sheet.clips().stream().collect(Collectors.toMap(TestSheet.TestClip::id, clip -> clip));
        Set<TestSheet.TestClip> tested = new HashSet<>(sheet.tested());
        Set<String> answered = new HashSet<>();
        List<ScoredSegment> segments = new ArrayList<>();
        for (PredictedSegment one : predictions.named(sheet.labelNumbers()).segments()) {
            TestSheet.TestClip clip = known.get(one.clip());
            if (clip == null) {
                throw new DatasetException("“" + file + "” names the clip " + one.clip()
                        + ", which the data set does not have. Name clips as its label file does.");
            }
            if (!(one.score() >= 0 && one.score() <= 1)) {
                throw new DatasetException(String.format(
                        Locale.ROOT,
                        "“%s” gives %s in the clip %s from %.2f s the score %s. A score lies from 0 to 1.",
                        file,
                        one.segment().label(),
                        one.clip(),
                        one.segment().start(),
                        one.score()));
            }
            if (tested.contains(clip)) {
                answered.add(clip.part());
                segments.add(new ScoredSegment(
                        new Segment(
                                one.clip(),
                                one.segment().start(),
                                one.segment().end(),
                                one.segment().label()),
                        one.score()));
            }
        }
        for (String part : sheet.testedParts()) {
            if (!answered.contains(part)) {
                throw new DatasetException("“" + file + "” says nothing about " + sheet.told(part)
                        + ". Add the predictions of the model that was tested on it.");
            }
        }
        return segments;
    }
}
