package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.ictograph.model.Access;
import org.ictograph.model.Edit;
import org.ictograph.model.Holder;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.Restored;
import org.ictograph.store.Salvaged;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Study files as SQLite databases. */
public final class SqliteStudyFiles implements StudyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStudyFiles.class);

    private final Clock clock;
    private final Supplier<Optional<Path>> secondPlace;
    private final Migrations migrations;
    private final Optional<HeadBook> heads;

    /** The files that this program has open for writing. */
    private final Set<Object> opened = ConcurrentHashMap.newKeySet();

    /** With the clock and the time zone of this machine. */
    public SqliteStudyFiles() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    /** @param clock stamps the entries of the edit log, its zone included */
    public SqliteStudyFiles(Clock clock) {
        this(clock, Migrations.STANDARD, Optional::empty, Optional.empty());
    }

    /** @param secondPlace the folder in which a copy of each snapshot is kept, if any; asked on any thread */
    public SqliteStudyFiles(Supplier<Optional<Path>> secondPlace) {
        this(Clock.system(ZoneId.systemDefault()), Migrations.STANDARD, secondPlace, Optional.empty());
    }

    SqliteStudyFiles(Clock clock, Migrations migrations) {
        this(clock, migrations, Optional::empty, Optional.empty());
    }

    private SqliteStudyFiles(
            Clock clock, Migrations migrations, Supplier<Optional<Path>> secondPlace, Optional<HeadBook> heads) {
        this.heads = heads;
        this.clock = clock;
        this.secondPlace = secondPlace;
        this.migrations = migrations;
    }

    /** These files, which compare each study at its opening with where its log ended when it was open here last. */
    public SqliteStudyFiles rememberingIn(Path folder) {
        return new SqliteStudyFiles(clock, migrations, secondPlace, Optional.of(new HeadBook(folder)));
    }

    /** Fills a hidden file beside the place first, so that a study is there whole or not at all. */
    @Override
    public StudyStore create(Path path, String name, Protocol protocol, Rater first) throws StoreException {
        Path file = path.toAbsolutePath().normalize();
        Path folder = folderOf(file);
        if (Files.exists(file)) {
            throw new StoreException(alreadyThere(file));
        }
        Path hidden = folder.resolve("." + UUID.randomUUID() + ENDING + ".new");
        try {
            fill(hidden, name, protocol, first);
            Files.move(hidden, file);
        } catch (SQLException failure) {
            throw Sentences.of(file, failure);
        } catch (FileAlreadyExistsException taken) {
            throw new StoreException(alreadyThere(file), taken);
        } catch (IOException failure) {
            throw new StoreException(Sentences.notWritable(file), failure);
        } finally {
            discard(hidden);
        }
        LOG.info("Created {}", file);
        return open(file);
    }

    private void fill(Path hidden, String name, Protocol protocol, Rater first)
            throws SQLException, IOException, StoreException {
        try (Connection connection = StudyConnection.open(hidden, true, Journal.at(folderOf(hidden)))) {
            migrations.apply(connection);
            Sql.update(
                    connection,
                    "INSERT INTO study (id, name) VALUES (?, ?)",
                    UUID.randomUUID().toString(),
                    name);
            SqliteStudyStore store = new SqliteStudyStore(
                    hidden, new OpenFile(hidden, () -> connection), clock, copying(hidden), Tenure.unknown(hidden));
            store.commit(first.id(), Edit.adding(Verb.CREATE_STUDY, protocol, first), OptionalLong.empty(), List.of());
            // Closing folds the write-ahead log in as well, but says nothing when the disk refuses; the file that is
            // moved into place would lack what the log holds then.
            Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    @Override
    public StudyStore open(Path path) throws StoreException {
        return open(path, false);
    }

    /** @param evenStale true when a person said that a stale lease may be taken over */
    private StudyStore open(Path path, boolean evenStale) throws StoreException {
        Path file = path.toAbsolutePath().normalize();
        finishRestoring(file);
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no study file " + file + ".");
        }
        if (!Files.isWritable(file) || !Files.isWritable(folderOf(file))) {
            throw new StoreException(Sentences.notWritable(file));
        }
        try {
            // SQLite would refuse it, too; but what this program has open nothing else in it should touch at all.
            Object identity = identity(file);
            if (!opened.add(identity)) {
                throw new StoreException(Trouble.HELD, Sentences.alreadyOpen(file));
            }
            boolean done = false;
            try {
                StudyStore store = own(file, evenStale, () -> opened.remove(identity));
                done = true;
                return store;
            } finally {
                if (!done) {
                    opened.remove(identity);
                }
            }
        } catch (SQLException failure) {
            throw Sentences.of(file, failure);
        } catch (IOException failure) {
            throw new StoreException(Trouble.READ_ONLY, Sentences.notWritable(file), failure);
        }
    }

    private StudyStore own(Path file, boolean evenStale, Runnable closed)
            throws SQLException, IOException, StoreException {
        Opening opening = new Opening(file, migrations, copying(file));
        opening.refuseStrangers();
        Optional<Tenure> shared =
                Journal.at(file) == Journal.SHARED ? Optional.of(Tenure.shared(file, evenStale)) : Optional.empty();
        boolean done = false;
        try {
            OpenFile open = new OpenFile(file, opening::connect);
            LOG.info("Opened {}", file);
            Optional<Remembrance> remembrance = remembrance(file, open);
            Tenure tenure = shared.orElseGet(() -> Tenure.local(file));
            done = true;
            return new SqliteStudyStore(file, open, clock, copying(file), tenure.then(closed), remembrance);
        } finally {
            if (!done) {
                shared.ifPresent(Tenure::close);
            }
        }
    }

    private Optional<Remembrance> remembrance(Path file, OpenFile open) throws SQLException {
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Remembrance(heads.get(), idOf(open.connection()), file, open.log()));
    }

    /** A snapshot that was put in the place of a study on purpose raises no doubt. */
    private void remember(Path file) throws SQLException {
        if (heads.isPresent()) {
            try (Connection look = StudyConnection.look(file)) {
                heads.get().keep(idOf(look), file, new EditLog(look).head());
            }
        }
    }

    private static UUID idOf(Connection connection) throws SQLException {
        return Sql.first(connection, row -> UUID.fromString(row.getString("id")), "SELECT id FROM study")
                .orElseThrow(() -> new SQLException("the study has lost its name"));
    }

    private Copying copying(Path study) {
        return new Copying(
                Shelf.beside(study),
                () -> secondPlace.get().map(folder -> new Shelf(folder.resolve(Shelf.bare(study) + ".snapshots"))),
                clock);
    }

    @Override
    public List<Snapshot> snapshots(Path study) throws StoreException {
        Shelf shelf = Shelf.beside(study.toAbsolutePath().normalize());
        try {
            return shelf.list();
        } catch (IOException unreadable) {
            throw Sentences.noSnapshot(shelf.folder(), unreadable);
        }
    }

    @Override
    public long marks(Snapshot snapshot) throws StoreException {
        try (Connection look = StudyConnection.look(snapshot.file())) {
            return Sql.number(look, "SELECT count(*) FROM mark");
        } catch (SQLException unreadable) {
            throw Sentences.of(snapshot.file(), unreadable);
        }
    }

    private static void finishRestoring(Path file) throws StoreException {
        try {
            Restoration.finish(file);
        } catch (IOException failure) {
            throw new StoreException(Trouble.READ_ONLY, Sentences.notWritable(file), failure);
        }
    }

    /** What stays the same under every name of a file, where the system tells. */
    private static Object identity(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file.toRealPath() : key;
    }

    @Override
    public StudyStore openOrRead(Path path) throws StoreException {
        try {
            return open(path);
        } catch (StoreException refused) {
            Path file = path.toAbsolutePath().normalize();
            String why = String.valueOf(refused.getMessage());
            return switch (refused.trouble()) {
                case HELD -> readSnapshot(file, refused);
                case READ_ONLY -> reading(file, file, why + " It is open for reading only.", refused);
                case DAMAGED ->
                    reading(
                            file,
                            file,
                            why
                                    + " It is shown as far as it is sound, and cannot be changed: restore a snapshot, or salvage"
                                    + " what is sound into a new study.",
                            refused);
                default -> throw refused;
            };
        }
    }

    private StudyStore readSnapshot(Path file, StoreException held) throws StoreException {
        Optional<Snapshot> newest = snapshots(file).stream().findFirst();
        if (newest.isEmpty()) {
            throw held;
        }
        String why = String.valueOf(held.getMessage()).replaceFirst(";.*", ".") + " You see it as it was at "
                + Sentences.clock(newest.get().made().toInstant()) + " and cannot change it.";
        return reading(file, newest.get().file(), why, held);
    }

    private StudyStore reading(Path file, Path shown, String why, StoreException refused) throws StoreException {
        ReadingFile reading = new ReadingFile(shown, migrations);
        boolean done = false;
        try {
            OpenFile open = new OpenFile(file, reading.connect());
            boolean takeable = Lease.read(file).isPresent()
                    && Journal.at(file) == Journal.SHARED
                    && Lease.read(file).get().stale(file);
            Access access = Access.reading(why, takeable);
            Tenure tenure = Tenure.reading(file, refused.trouble() == Trouble.DAMAGED ? access.ofDamaged() : access)
                    .then(reading::close);
            LOG.info("Opened {} for reading: {}", file, why);
            done = true;
            return new SqliteStudyStore(file, open, clock, copying(file), tenure);
        } catch (SQLException | IOException | RuntimeException unreadable) {
            LOG.info("{} cannot be read either", shown, unreadable);
            throw refused;
        } finally {
            if (!done) {
                reading.close();
            }
        }
    }

    @Override
    public StudyStore takeOver(Path path, Optional<String> raterName) throws StoreException {
        Path file = path.toAbsolutePath().normalize();
        String before =
                Tenure.holder(file).map(who -> who.user() + " at " + who.host()).orElse("somebody unknown");
        StudyStore store = open(file, true);
        boolean done = false;
        try {
            Study study = store.study();
            Rater rater = raterName
                    .flatMap(study::raterNamed)
                    .orElseGet(() -> study.raters().get(0));
            var unused = store.commit(
                    rater.id(),
                    Edit.noting(Verb.TAKE_OVER, rater, "taken over from " + before + ", who had fallen silent"),
                    OptionalLong.empty(),
                    List.of());
            done = true;
            return store;
        } finally {
            if (!done) {
                store.close();
            }
        }
    }

    @Override
    public Restored restore(Path path, Path snapshot, Optional<String> raterName) throws StoreException {
        Path study = path.toAbsolutePath().normalize();
        try {
            Restored restored = new Restorer(this, migrations, clock)
                    .restore(study, copying(study), snapshot.toAbsolutePath().normalize(), raterName);
            remember(study);
            return restored;
        } catch (SQLException failure) {
            throw Sentences.of(snapshot, failure);
        } catch (IOException failure) {
            throw new StoreException(
                    Trouble.DISK,
                    "The snapshot could not be put in the place of " + study + " (" + failure.getMessage()
                            + "). Check the permissions and the space there, then open the study.",
                    failure);
        }
    }

    @Override
    public Salvaged salvage(Path path, Path target, Progress progress) throws StoreException {
        Path damaged = path.toAbsolutePath().normalize();
        Path into = target.toAbsolutePath().normalize();
        Path folder = folderOf(into);
        if (Files.exists(into)) {
            throw new StoreException(alreadyThere(into));
        }
        if (!Files.isRegularFile(damaged)) {
            throw new StoreException("There is no study file " + damaged + ".");
        }
        try {
            Optional<Holder> holder = Tenure.holder(damaged);
            if (opened.contains(identity(damaged)) || (holder.isPresent() && isHeld(damaged))) {
                throw new StoreException(Trouble.HELD, Sentences.held(damaged, holder));
            }
            return new Salvor(migrations, clock).salvage(damaged, folder, into, progress);
        } catch (SQLException failure) {
            throw Sentences.of(damaged, failure);
        } catch (IOException failure) {
            throw new StoreException(Trouble.READ_ONLY, Sentences.notWritable(folder), failure);
        }
    }

    /** True when another program has a file locked; a damaged one tells nothing, and is taken for free. */
    private static boolean isHeld(Path file) throws IOException {
        Path shared = file.resolveSibling(file.getFileName() + "-shm");
        boolean was = Files.exists(shared);
        try (Connection look = StudyConnection.inspect(file)) {
            return Sql.number(look, "PRAGMA schema_version") < 0;
        } catch (SQLException refused) {
            return Sentences.of(file, refused).trouble() == Trouble.HELD;
        } finally {
            if (!was) {
                Files.deleteIfExists(shared);
            }
        }
    }

    private static Path folderOf(Path file) throws StoreException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException("There is no folder for " + file + "; make it first.");
        }
        return folder;
    }

    private static String alreadyThere(Path file) {
        return file + " exists already; open it, or choose another name.";
    }

    private static void discard(Path hidden) {
        for (String ending : List.of("", "-wal", "-shm", "-journal")) {
            try {
                Files.deleteIfExists(hidden.resolveSibling(hidden.getFileName() + ending));
            } catch (IOException failure) {
                LOG.warn("Could not remove {}{}", hidden, ending, failure);
            }
        }
    }
}
