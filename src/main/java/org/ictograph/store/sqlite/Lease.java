package org.ictograph.store.sqlite;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.ictograph.model.Holder;
import org.ictograph.work.RunningProgram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small file beside an open study that says who writes in it: host, user, process, when that started, a random token.
 * On a local disk SQLite's lock decides and the file only tells others whom to ask. On a shared or synced folder, where
 * locks may lie, the file decides: it is made by exclusive creation, renewed, and its token is read again before each
 * commit. A lease whose program has ended on this machine, or that was not renewed for {@link #PATIENCE}, is stale.
 *
 * @param token empty in a file that cannot be understood
 */
record Lease(Holder holder, Optional<Instant> started, String token) {
    static final Duration RENEWAL = Duration.ofSeconds(30);
    static final Duration PATIENCE = RENEWAL.multipliedBy(4);

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final String ENDING = ".lease";

    /** A lease of this program, from now on. */
    static Lease own(Instant now) {
        RunningProgram self = RunningProgram.own();
        return new Lease(
                new Holder(System.getProperty("user.name", "?"), host(), self.process(), now),
                self.started(),
                UUID.randomUUID().toString());
    }

    static Path beside(Path study) {
        return study.resolveSibling(study.getFileName() + ENDING);
    }

    /** The lease beside a study, when there is one. */
    static Optional<Lease> read(Path study) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(beside(study))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException damaged) {
            LOG.info("{} cannot be understood", beside(study), damaged);
        }
        return Optional.of(new Lease(
                new Holder(
                        lines.getProperty("user", "?"),
                        lines.getProperty("host", "?"),
                        number(lines.getProperty("process", "0")),
                        instant(lines.getProperty("since", "")).orElse(Instant.EPOCH)),
                instant(lines.getProperty("started", "")),
                lines.getProperty("token", "")));
    }

    /** Writes the lease where none may be yet. */
    void create(Path study) throws IOException {
        try (FileChannel file =
                FileChannel.open(beside(study), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(file);
        }
    }

    /** Writes the lease whether or not there is one, as a whole. */
    void replace(Path study) throws IOException {
        Path fresh = beside(study).resolveSibling(beside(study).getFileName() + ".new");
        try (FileChannel file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(file);
        }
        Files.move(fresh, beside(study), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Takes this lease, which is stale, out of the way.
     *
     * @return false when somebody else took the study meanwhile
     */
    boolean remove(Path study) throws IOException {
        Path aside = beside(study).resolveSibling(beside(study).getFileName() + "." + UUID.randomUUID());
        try {
            Files.move(beside(study), aside);
        } catch (NoSuchFileException gone) {
            return true;
        }
        Properties moved = new Properties();
        moved.load(new StringReader(Files.readString(aside)));
        if (moved.getProperty("token", "").equals(token)) {
            Files.delete(aside);
            return true;
        }
        try {
            Files.move(aside, beside(study));
        } catch (FileAlreadyExistsException newer) {
            Files.delete(aside);
        }
        return false;
    }

    /** True when the program that took the lease cannot be writing any more, or has been silent for too long. */
    boolean stale(Path study) throws IOException {
        return ended() || silence(study).compareTo(PATIENCE) > 0;
    }

    /** True when it was taken by a program of this machine that has ended. */
    boolean ended() {
        return holder.host().equals(host())
                && holder.process() > 0
                && !new RunningProgram(holder.process(), started).alive();
    }

    /** True when it was taken by this run of this program. */
    boolean isOwn() {
        RunningProgram self = RunningProgram.own();
        return holder.host().equals(host()) && holder.process() == self.process() && started.equals(self.started());
    }

    /** How long ago it was renewed, by the clock of the disk that holds the study: clocks of machines differ. */
    private static Duration silence(Path study) throws IOException {
        Path probe = Files.createTempFile(study.toAbsolutePath().getParent(), ".ictograph", ".clock");
        try {
            return Duration.between(
                    Files.getLastModifiedTime(beside(study)).toInstant(),
                    Files.getLastModifiedTime(probe).toInstant());
        } catch (NoSuchFileException gone) {
            return PATIENCE.plusSeconds(1);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private void write(FileChannel file) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("user", holder.user());
        lines.setProperty("host", holder.host());
        lines.setProperty("process", Long.toString(holder.process()));
        lines.setProperty("since", holder.since().toString());
        started.ifPresent(at -> lines.setProperty("started", Long.toString(at.toEpochMilli())));
        lines.setProperty("token", token);
        StringWriter text = new StringWriter();
        lines.store(text, "Ictograph writes in the study beside this file. Do not delete it while it does.");
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(text.contains("T") ? Instant.parse(text) : Instant.ofEpochMilli(number(text)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
