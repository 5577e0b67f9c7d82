package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.ScoreTrack;
import org.ictograph.store.StoreException;

/**
 * Reads a bundle and proves it before anything is done with it: the checksum, the chain of the entries, and that each
 * entry is what its hash says. Nothing in the file is trusted, its size and depth included.
 */
final class BundleReader {
    private static final long LARGEST_FILE = 1L << 30;
    private static final int LONGEST_LINE = 1 << 26;

    private final Path file;
    private final MessageDigest digest = Sha256.digest();
    private final Lineage lineage = new Lineage((table, id) -> true);
    private final List<MergedEdit> edits = new ArrayList<>();
    private final List<ScoreTrack> tracks = new ArrayList<>();
    private JsonNode header = Json.object();
    private long expected = 1;
    private String previous = "";
    private String checksum = "";

    private BundleReader(Path file) {
        this.file = file;
    }

    /** @throws StoreException with a sentence when the file is no whole, untouched bundle */
    static Bundle read(Path file) throws StoreException {
        BundleReader reader = new BundleReader(file);
        try {
            return reader.read();
        } catch (NoSuchFileException missing) {
            throw new StoreException("There is no bundle " + file + ".", missing);
        } catch (IOException failure) {
            throw new StoreException("The bundle " + file + " cannot be read; check its permissions.", failure);
        } catch (IllegalArgumentException damaged) {
            throw reader.refusal(String.valueOf(damaged.getMessage()));
        }
    }

    private StoreException refusal(String why) {
        return new StoreException("The bundle " + file + " is not as it was written (" + why
                + "). Ask for it again; nothing was changed.");
    }

    private Bundle read() throws IOException, StoreException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new StoreException(file + " is larger than any bundle, so it was not read.");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            begin(line(in));
            byte[] next = line(in);
            while (next.length > 0) {
                if (!checksum.isEmpty()) {
                    throw refusal("something follows its end");
                }
                take(next);
                next = line(in);
            }
        }
        if (checksum.isEmpty()) {
            throw refusal("its end is missing");
        }
        JsonNode head = Json.property(header, "head");
        if (Json.property(head, "sequence").longValue() != expected - 1
                || !Json.word(head, "hash").equals(previous)) {
            throw refusal("entry " + expected + " is missing");
        }
        JsonNode study = Json.property(header, "study");
        return new Bundle(
                UUID.fromString(Json.word(study, "id")),
                Json.word(study, "name"),
                Json.word(header, "first"),
                Json.word(Json.property(header, "rater"), "name"),
                edits,
                tracks);
    }

    private void begin(byte[] line) throws StoreException {
        try {
            header = Json.parse(new String(line, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noJson) {
            header = Json.object();
        }
        if (!header.path("format").asText().equals(BundleWriter.FORMAT)) {
            throw new StoreException(file + " is no bundle of an Ictograph study.");
        }
        if (Json.property(header, "version").intValue() > BundleWriter.VERSION) {
            throw new StoreException(
                    "The bundle " + file + " was made by a newer Ictograph; install the newer program here, too.");
        }
        JsonNode study = Json.property(header, "study");
        previous = LogRow.seed(Json.word(study, "id"), Json.word(study, "name"));
        digest.update(line);
    }

    private void take(byte[] line) throws StoreException {
        JsonNode object = Json.parse(new String(line, StandardCharsets.UTF_8));
        if (object.has("sha256")) {
            checksum = Json.word(object, "sha256");
            if (!checksum.equals(Sha256.hex(digest.digest()))) {
                throw refusal("its checksum is another");
            }
            return;
        }
        digest.update(line);
        if (object.has("entry")) {
            follow(LogRow.of(object.get("entry")));
        } else if (object.has("skipped")) {
            skip(object.get("skipped"));
        } else {
            tracks.add(TrackJson.read(Json.property(object, "track")));
        }
    }

    private void follow(LogRow row) throws StoreException {
        if (row.sequence() != expected || !row.previousHash().equals(previous)) {
            throw refusal("entry " + row.sequence() + " does not follow the one before it");
        }
        if (!row.intact() || (row.sequence() == 1 && !row.hash().equals(Json.word(header, "first")))) {
            throw refusal("entry " + row.sequence() + " was changed");
        }
        edits.addAll(lineage.follow(row));
        previous = row.hash();
        expected++;
    }

    private void skip(JsonNode range) throws StoreException {
        long to = Json.property(range, "to").longValue();
        if (Json.property(range, "from").longValue() != expected || to < expected) {
            throw refusal("entry " + expected + " is missing");
        }
        previous = Json.word(range, "hash");
        expected = to + 1;
    }

    /** The bytes of the next line with its end, none at the end of the file. */
    private byte[] line(InputStream in) throws IOException, StoreException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
            if (line.size() > LONGEST_LINE) {
                throw refusal("a line has no end");
            }
            next = in.read();
        }
        return line.toByteArray();
    }
}
