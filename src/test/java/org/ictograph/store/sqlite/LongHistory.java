package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;

/**
 * Gives a study as long a history as one wants in little time: the same rows that its edits would have left, chained and in
 * the tables, but all in one transaction.
 */
public final class LongHistory {
    private final Study study;
    private final List<Mark> marks = new ArrayList<>();
    private String previous = "";
    private long sequence;

    private LongHistory(Study study) {
        this.study = study;
    }

    /** Adds marks, each with an entry of its own, and then changes them in turn until the log has so many entries. */
    public static void grow(Path file, Study study, int marks, int entries) throws Exception {
        try (Connection connection = StudyConnection.open(file, false, Journal.at(file))) {
            Transaction.run(connection, () -> {
                new LongHistory(study).write(connection, marks, entries);
                return file;
            });
        }
    }

    private void write(Connection connection, int count, int entries) throws SQLException {
        LogRow last = new EditLog(connection)
                .after(new EditLog(connection).head().sequence() - 1, 1)
                .get(0);
        previous = last.hash();
        sequence = last.sequence();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO edit_log
                    (sequence, rater_id, made_at, zone, verb, changes, opened_after, elapsed_millis, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (int i = 0; sequence < entries; i++) {
                if (i < count) {
                    Mark mark = mark(i);
                    marks.add(mark);
                    append(insert, Verb.ADD_MARK, new Change.Added(mark));
                } else {
                    Mark from = marks.get(i % count);
                    Mark to = longer(from);
                    marks.set(i % count, to);
                    append(insert, Verb.CHANGE_MARK, new Change.Changed(from, to));
                }
            }
        }
        for (Mark mark : marks) {
            LabelTables.MARK.insert(connection, LabelTables.MARK.row(mark));
        }
    }

    private Mark mark(int i) {
        Recording recording = study.recordings().get(i % study.recordings().size());
        var cages = study.cagesOf(recording.id());
        long start = i * 7919L * 1000 % (recording.duration() / 2);
        return Mark.byHand(
                recording.id(),
                cages.get(i % cages.size()).id(),
                study.raters().get(0).id(),
                study.protocol().labels().get(0).name(),
                new Span(start, start + 100_000));
    }

    private static Mark longer(Mark mark) {
        return new Mark(
                mark.id(),
                mark.recordingId(),
                mark.cageId(),
                mark.raterId(),
                mark.layer(),
                mark.label(),
                new Span(mark.span().start(), mark.span().end() + 1000),
                mark.stage(),
                mark.certainty(),
                mark.visibility(),
                mark.note(),
                mark.origin());
    }

    private void append(PreparedStatement insert, Verb verb, Change change) throws SQLException {
        UUID rater = study.raters().get(0).id();
        LogRow row = new LogRow(
                        ++sequence,
                        rater.toString(),
                        Instant.EPOCH.plusSeconds(sequence).toString(),
                        "UTC",
                        "",
                        verb.name(),
                        ChangesJson.write(List.of(change)),
                        "",
                        "0",
                        Long.toString(sequence),
                        "",
                        previous,
                        "")
                .sealed();
        Object[] values = {
            row.sequence(),
            row.raterId(),
            row.madeAt(),
            row.zone(),
            row.verb(),
            row.changes(),
            0,
            sequence,
            row.previousHash(),
            row.hash()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.executeUpdate();
        previous = row.hash();
    }
}
