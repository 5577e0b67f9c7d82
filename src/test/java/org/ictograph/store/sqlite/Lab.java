package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Certainty;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Edit;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Settlement;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.model.Visibility;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;

/** A small lab whose study the tests write: one of every entity, with awkward names. */
final class Lab {
    static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-29T00:59:59.123456789Z"), ZoneId.of("Europe/Luxembourg"));

    final Protocol protocol = Protocol.standard();
    final Rater anna = new Rater(UUID.randomUUID(), "Anna Müller");
    final Rater ben = new Rater(UUID.randomUUID(), "Ben / zwei, \"B\" 🐀");
    final Subject rat = new Subject(UUID.randomUUID(), "70-3/ä, 🐀", "L-7", "kainate", "saline; drop table mark");
    final Recording recording = new Recording(
            UUID.randomUUID(),
            "Feb-1 · M2U00244",
            List.of(
                    VideoFile.only("videos/M2U00244.MPG", 4_294_967_296L, "ab12"),
                    new VideoFile("Größe.mp4", 7, "cd", 1_800_000_000, Optional.of(new FrameRate(30_000, 1001)))),
            640,
            480,
            5400,
            180_000_000L,
            SpanSet.of(new Span(20_000_000, 30_000_000)),
            Optional.of(Instant.parse("2019-02-01T13:12:04.5Z")),
            "Europe/Luxembourg");
    final Cage cage = new Cage(
            UUID.randomUUID(),
            recording.id(),
            1,
            new Box(0, 2, 160, 240),
            Optional.of(new Box(2, 4, 20, 10)),
            Optional.of(rat.id()));
    final Cage emptyCage = new Cage(
            UUID.randomUUID(), recording.id(), 2, new Box(160, 2, 160, 240), Optional.empty(), Optional.empty());
    final Run run = new Run(UUID.randomUUID(), recording.id(), "rhythm-1", "", parameters(), "");
    final ScoreTrack track = new ScoreTrack(
            run.id(), cage.id(), Protocol.SEIZURE, 0, 500_000, List.of(0f, 0.25f, 1f / 3, Float.MIN_VALUE, 1f));
    final Proposal proposal = new Proposal(
            UUID.randomUUID(), run.id(), recording.id(), cage.id(), Protocol.SEIZURE, new Span(1, 2), 0.1 + 0.2);
    final Mark mark = new Mark(
            UUID.randomUUID(),
            recording.id(),
            cage.id(),
            anna.id(),
            Layer.RATING,
            "wild running",
            new Span(12_345_678, 23_456_789),
            "4 rearing",
            Certainty.PROBABLE,
            Visibility.PARTIAL,
            "zwei\nZeilen, \"Zitat\" – 🐀\t\\",
            Origin.proposal(proposal.id()));
    final Mark bensMark = Mark.byHand(recording.id(), cage.id(), ben.id(), "seizure", new Span(12_000_000, 24_000_000));
    final Mark consensus = new Mark(
            UUID.randomUUID(),
            recording.id(),
            cage.id(),
            anna.id(),
            Layer.CONSENSUS,
            "seizure",
            new Span(12_100_000, 24_000_000),
            "",
            Certainty.CERTAIN,
            Visibility.FULL,
            "",
            new Origin(Origin.Kind.ADJUDICATION, List.of(mark.id(), bensMark.id())));
    final Settlement settlement = new Settlement(
            UUID.randomUUID(),
            recording.id(),
            cage.id(),
            anna.id(),
            List.of(mark.id(), bensMark.id()),
            Settlement.Outcome.MEAN,
            Optional.of(consensus.id()));
    final Decision decision = new Decision(
            UUID.randomUUID(), proposal.id(), anna.id(), Decision.Verdict.ADJUSTED, Optional.of(mark.id()));
    final Coverage coverage = new Coverage(
            UUID.randomUUID(),
            ben.id(),
            recording.id(),
            emptyCage.id(),
            new Span(0, 60_000_000),
            Coverage.Seen.WATCHED,
            1.5);
    final ExportReceipt receipt = new ExportReceipt(UUID.randomUUID(), "rodepil", "/data/Ausfuhr ä", "00ff", 1200);

    private static SortedMap<String, Double> parameters() {
        return new TreeMap<>(java.util.Map.of("window", 10.0, "low", 2.0, "threshold", 0.1 + 0.2));
    }

    static Copying copying(Path file) {
        return new Copying(Shelf.beside(file), Optional::empty, CLOCK);
    }

    /** An empty study with Anna in it. */
    StudyStore create(Path file) throws StoreException {
        return new SqliteStudyFiles(CLOCK).create(file, "Kainat ä 🐀", protocol, anna);
    }

    /** A study with recording, cages and both raters. */
    StudyStore createFilled(Path file) throws StoreException {
        StudyStore store = create(file);
        commit(store, Edit.adding(Verb.ADD_RATER, ben));
        commit(store, Edit.adding(Verb.ADD_RECORDING, recording, rat, cage, emptyCage));
        return store;
    }

    /** Adds one of everything that hangs on a recording. */
    void label(StudyStore store) throws StoreException {
        store.commit(anna.id(), Edit.adding(Verb.PROPOSE, run, proposal), OptionalLong.empty(), List.of(track));
        commit(store, Edit.adding(Verb.ADJUST_PROPOSAL, mark, decision));
        store.commit(ben.id(), Edit.adding(Verb.ADD_MARK, bensMark), OptionalLong.empty(), List.of());
        commit(store, Edit.adding(Verb.SETTLE_CONSENSUS, consensus, settlement));
        store.commit(ben.id(), Edit.adding(Verb.COVER, coverage), OptionalLong.empty(), List.of());
        commit(store, Edit.adding(Verb.EXPORT, receipt));
    }

    LogEntry commit(StudyStore store, Edit edit) throws StoreException {
        return store.commit(anna.id(), edit, OptionalLong.empty(), List.of());
    }

    /** Stores an edit of which nothing matters but that it is one: a new animal. */
    void edit(StudyStore store) throws StoreException {
        commit(
                store,
                Edit.adding(Verb.CHANGE_SUBJECT, Subject.named(UUID.randomUUID().toString())));
    }
}
