package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Conflict;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/** Somebody who works in a copy of a study, by dice: with a clock of their own that may be wrong. */
final class Colleague implements AutoCloseable {
    private static final List<String> LABELS = List.of("seizure", "rearing", "wild running");

    private final Random dice;
    private final StudyStore store;
    private long millis;

    /** Works in the study file, which must exist. */
    Colleague(Path file, long seed) throws StoreException {
        this.dice = new Random(seed);
        this.millis = Instant.parse("2026-05-01T08:00:00Z").toEpochMilli() + dice.nextInt(1_000_000);
        this.store = new SqliteStudyFiles(new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneId.of("Europe/Luxembourg");
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return Instant.ofEpochMilli(millis);
                    }
                })
                .open(file);
    }

    StudyStore store() {
        return store;
    }

    /** Does so many things, some of which the study refuses. */
    void work(int things) throws StoreException {
        for (int i = 0; i < things; i++) {
            // Now and then the clock is set, also back.
            millis += dice.nextInt(20) == 0 ? dice.nextInt(10_000_000) - 5_000_000 : dice.nextInt(60_000);
            Study study = store.study();
            Rater rater = any(study.raters());
            try {
                doSomething(study, rater);
            } catch (StoreException refused) {
                // As a person is refused what does not fit.
            }
        }
    }

    private void doSomething(Study study, Rater rater) throws StoreException {
        if (study.cages().isEmpty()) {
            addCage(study, rater);
            return;
        }
        switch (dice.nextInt(17)) {
            case 0 -> commit(rater, Edit.adding(Verb.ADD_RATER, new Rater(UUID.randomUUID(), name("Rater"))));
            case 1 -> commit(rater, Edit.adding(Verb.CHANGE_SUBJECT, Subject.named(name("70"))));
            case 2 -> addRecording(rater);
            case 3 -> addCage(study, rater);
            case 4 -> changeCage(study, rater);
            case 5 -> changeSubject(study, rater);
            case 6 -> propose(study, rater);
            case 7 -> decide(rater);
            case 8, 9 -> undo(rater);
            case 10, 11 -> changeMark(study, rater);
            case 12 -> changeLabels(study);
            default -> addMark(study, rater);
        }
    }

    private void addMark(Study study, Rater rater) throws StoreException {
        Cage cage = any(study.cages());
        Mark mark = Mark.byHand(cage.recordingId(), cage.id(), rater.id(), any(LABELS), span());
        Coverage seen = new Coverage(
                UUID.randomUUID(),
                rater.id(),
                cage.recordingId(),
                cage.id(),
                mark.span(),
                Coverage.Seen.WATCHED,
                dice.nextInt(4) / 2.0);
        commit(rater, dice.nextBoolean() ? Edit.adding(Verb.ADD_MARK, mark) : Edit.adding(Verb.COVER, seen, mark));
    }

    private void changeMark(Study study, Rater rater) throws StoreException {
        List<Mark> marks = store.marks(Viewer.PROGRAM, any(study.recordings()).id());
        if (marks.isEmpty()) {
            return;
        }
        Mark mark = any(marks);
        switch (dice.nextInt(3)) {
            case 0 -> commit(rater, Edit.removing(Verb.DELETE_MARK, mark));
            case 1 -> commit(rater, Edit.changing(Verb.CHANGE_MARK, mark, mark.withLabel(any(LABELS))));
            default -> commit(rater, Edit.changing(Verb.CHANGE_MARK, mark, mark.withSpan(span())));
        }
    }

    private void addRecording(Rater rater) throws StoreException {
        Recording recording = new Recording(
                UUID.randomUUID(),
                name("Video"),
                List.of(VideoFile.only("videos/a.mp4", 7, "ab" + dice.nextInt(3))),
                640,
                480,
                5400,
                180_000_000L,
                SpanSet.EMPTY,
                Optional.empty(),
                "UTC");
        commit(rater, Edit.adding(Verb.ADD_RECORDING, recording));
    }

    private void addCage(Study study, Rater rater) throws StoreException {
        Recording recording = any(study.recordings());
        int position = study.cagesOf(recording.id()).stream()
                        .mapToInt(Cage::position)
                        .max()
                        .orElse(0)
                + 1;
        Cage cage = new Cage(
                UUID.randomUUID(),
                recording.id(),
                position,
                new Box(0, 0, 20, 20),
                Optional.empty(),
                study.subjects().isEmpty()
                        ? Optional.empty()
                        : Optional.of(any(study.subjects()).id()));
        commit(rater, Edit.adding(Verb.DRAW_CAGES, cage));
    }

    private void changeCage(Study study, Rater rater) throws StoreException {
        Cage cage = any(study.cages());
        switch (dice.nextInt(3)) {
            case 0 -> commit(rater, Edit.removing(Verb.DRAW_CAGES, cage));
            case 1 -> commit(rater, Edit.changing(Verb.DRAW_CAGES, cage, cage.withSubject(Optional.empty())));
            default -> commit(rater, Edit.changing(Verb.DRAW_CAGES, cage, cage.withPosition(1 + dice.nextInt(9))));
        }
    }

    private void changeSubject(Study study, Rater rater) throws StoreException {
        if (study.subjects().isEmpty()) {
            return;
        }
        Subject subject = any(study.subjects());
        Subject other = new Subject(subject.id(), name("70"), "L" + dice.nextInt(3), "", "");
        commit(
                rater,
                dice.nextInt(3) == 0
                        ? Edit.removing(Verb.CHANGE_SUBJECT, subject)
                        : Edit.changing(Verb.CHANGE_SUBJECT, subject, other));
    }

    /** The owner takes a label out of the protocol, or puts it back. */
    private void changeLabels(Study study) throws StoreException {
        Protocol now = study.protocol();
        String name = any(LABELS);
        List<Label> labels = new ArrayList<>(now.labels());
        if (!labels.removeIf(label -> label.name().equals(name))) {
            Protocol.standard().label(name).ifPresent(labels::add);
        }
        commit(
                study.raters().get(0),
                Edit.changing(Verb.CHANGE_PROTOCOL, now, now.revised(now.name(), labels, now.scale(), now.stages())));
    }

    private void propose(Study study, Rater rater) throws StoreException {
        Cage cage = any(study.cages());
        SortedMap<String, Double> parameters = new TreeMap<>();
        Run run = new Run(UUID.randomUUID(), cage.recordingId(), "rhythm-1", "", parameters, "");
        Proposal proposal = new Proposal(
                UUID.randomUUID(), run.id(), cage.recordingId(), cage.id(), "seizure", span(), dice.nextDouble());
        ScoreTrack track =
                new ScoreTrack(run.id(), cage.id(), "seizure", 0, 500_000, List.of(dice.nextFloat(), dice.nextFloat()));
        millis++;
        store.commit(rater.id(), Edit.adding(Verb.PROPOSE, run, proposal), OptionalLong.empty(), List.of(track));
        Decision decision =
                new Decision(UUID.randomUUID(), proposal.id(), rater.id(), Decision.Verdict.REJECTED, Optional.empty());
        commit(any(study.raters()), Edit.adding(Verb.REJECT_PROPOSAL, decision));
    }

    /** Decides one of the conflicts, whichever way. */
    private void decide(Rater rater) throws StoreException {
        List<Conflict> conflicts = store.conflicts(Viewer.PROGRAM);
        if (!conflicts.isEmpty()) {
            Conflict conflict = any(conflicts);
            commit(rater, conflict.decide(any(conflict.versions())));
        }
    }

    /** Takes back one of the last things that the rater did here, or takes that back. */
    private void undo(Rater rater) throws StoreException {
        List<LogEntry> own = new ArrayList<>();
        for (LogEntry entry : store.log(0, 10_000)) {
            if (entry.raterId().equals(rater.id())
                    && entry.origin().isEmpty()
                    && entry.edit().verb().undoable()) {
                own.add(entry);
            }
        }
        if (!own.isEmpty()) {
            LogEntry entry = own.get(own.size() - 1 - dice.nextInt(Math.min(3, own.size())));
            store.commit(rater.id(), entry.edit().inverse(), OptionalLong.of(entry.sequence()), List.of());
        }
    }

    private void commit(Rater rater, Edit edit) throws StoreException {
        millis++;
        Edit why = dice.nextInt(4) == 0 ? edit.because("seen\nagain " + dice.nextInt(9)) : edit;
        store.commit(rater.id(), why, OptionalLong.empty(), List.of());
    }

    private Span span() {
        long start = dice.nextInt(100) * 1_000_000L;
        return new Span(start, start + 1 + dice.nextInt(5_000_000));
    }

    private String name(String kind) {
        return kind + "-" + dice.nextInt(4);
    }

    private <T> T any(List<T> list) {
        return list.get(dice.nextInt(list.size()));
    }

    @Override
    public void close() {
        store.close();
    }
}
