package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.HandedOver;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Study;

/**
 * Writes a bundle: a text file of one JSON object a line. First the header, then the entries of the log exactly as they
 * are stored, with the hash of what stands between them where entries are left out, then the score tracks of runs, and
 * last the SHA-256 of all bytes before. The file is there whole or not at all.
 */
final class BundleWriter {
    static final String FORMAT = "ictograph-bundle";
    static final int VERSION = 2;

    private static final int PAGE = 1000;

    private final Connection connection;
    private final EditLog log;
    private final Set<UUID> runs = new HashSet<>();
    private final Set<UUID> recordings = new HashSet<>();

    BundleWriter(Connection connection) {
        this.connection = connection;
        this.log = new EditLog(connection);
    }

    HandedOver write(Study study, Rater rater, Path file) throws SQLException, IOException {
        Closure closure = Closure.of(log, rater.id());
        LogRow head = log.after(log.head().sequence() - 1, 1).get(0);
        Path hidden = file.resolveSibling("." + UUID.randomUUID() + ".bundle.new");
        try (FileChannel channel = FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            MessageDigest digest = Sha256.digest();
            DigestOutputStream proven = new DigestOutputStream(out, digest);
            List<LogRow> rows = rows(closure.entries());
            line(proven, header(study, rater, head));
            entries(proven, rows, head);
            for (UUID run : runs) {
                for (ScoreTrack track : new TrackTable(connection).of(run)) {
                    line(proven, Json.object().set("track", TrackJson.write(track)));
                }
            }
            line(out, Json.object().put("sha256", Sha256.hex(digest.digest())));
            out.flush();
            channel.force(true);
        } catch (SQLException | IOException | RuntimeException failure) {
            Files.deleteIfExists(hidden);
            throw failure;
        }
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
        return new HandedOver(
                rater.name(), closure.own(), closure.entries().cardinality() - closure.own(), head.hash());
    }

    private List<LogRow> rows(BitSet entries) throws SQLException {
        List<LogRow> rows = new ArrayList<>();
        List<LogRow> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            for (LogRow row : page) {
                if (entries.get(Math.toIntExact(row.sequence()))) {
                    rows.add(row);
                    note(row);
                }
            }
            page = log.after(page.get(page.size() - 1).sequence(), PAGE);
        }
        return rows;
    }

    /** Remembers what must come along besides the entries. */
    private void note(LogRow row) {
        List<Change> changes = new ArrayList<>(ChangesJson.read(row.changes()));
        for (MergedEdit edit : Lineage.merged(row)) {
            changes.addAll(ChangesJson.read(MergedEdits.entry(edit).changes()));
        }
        for (Change change : changes) {
            if (change.after().orElse(null) instanceof Run run) {
                runs.add(run.id());
            } else if (change.after().orElse(null) instanceof Recording recording) {
                recordings.add(recording.id());
            }
        }
    }

    private ObjectNode header(Study study, Rater rater, LogRow head) throws SQLException {
        String program = BundleWriter.class.getPackage().getImplementationVersion();
        ObjectNode header = Json.object()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("program", program == null ? "development" : program);
        header.set("study", Json.object().put("id", study.id().toString()).put("name", study.name()));
        header.set("rater", Json.object().put("id", rater.id().toString()).put("name", rater.name()));
        header.put("first", log.after(0, 1).get(0).hash());
        header.set("head", Json.object().put("sequence", head.sequence()).put("hash", head.hash()));
        List<Recording> media = study.recordings().stream()
                .filter(recording -> recordings.contains(recording.id()))
                .toList();
        return header.set(
                "media",
                Json.array(
                        media, recording -> FrameTables.RECORDING.row(recording).json()));
    }

    private void entries(OutputStream out, List<LogRow> rows, LogRow head) throws SQLException, IOException {
        long expected = 1;
        for (LogRow row : rows) {
            if (row.sequence() > expected) {
                line(out, skipped(expected, row.sequence() - 1, row.previousHash()));
            }
            line(out, Json.object().set("entry", row.json()));
            expected = row.sequence() + 1;
        }
        if (expected <= head.sequence()) {
            line(out, skipped(expected, head.sequence(), head.hash()));
        }
    }

    private static ObjectNode skipped(long from, long to, String hash) {
        ObjectNode range = Json.object().put("from", from).put("to", to).put("hash", hash);
        return Json.object().set("skipped", range);
    }

    private static void line(OutputStream out, JsonNode object) throws IOException {
        out.write((Json.text(object) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
