package org.ictograph.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hidden folder beside the place where a data set is to appear, on the same disk. Closed before it was published, it is
 * deleted with all that is in it, unless whole clips in it are to be gone on with. A file in it stays locked while its
 * program lives, so that the next export to the same place can tell what was left behind from what another program is
 * writing, and goes on with the former only.
 */
final class PartFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartFolder.class);
    private static final int MARK_LENGTH = 8;
    private static final String MARK = "[0-9a-f]{" + MARK_LENGTH + "}";
    private static final String LOCK = "lock";
    private static final String SET = "set";

    /**
     * Folders whose lock this program has. Where closing any channel of a file lets go all locks that the program has on it
     * (POSIX), the lock of one of these must not be tried again; whoever tries or takes locks does it holding this set.
     */
    private static final Set<Path> OURS = new HashSet<>();

    private final Path target;
    private final Path part;
    private final FileChannel lock;
    private boolean kept;

    /**
     * An empty folder.
     *
     * @param target absolute
     */
    PartFolder(Path target) throws IOException {
        this.target = target;
        String mark = UUID.randomUUID().toString().substring(0, MARK_LENGTH);
        part = target.resolveSibling(prefix(target) + mark);
        Files.createDirectory(part);
        try {
            Files.createDirectory(path());
            synchronized (OURS) {
                lock = locked(part);
                OURS.add(part);
            }
        } catch (IOException e) {
            delete(part);
            throw e;
        }
    }

    private PartFolder(Path target, Path part, FileChannel lock) {
        this.target = target;
        this.part = part;
        this.lock = lock;
    }

    /**
     * The folder with the most whole clips of those that exports to the same place have left behind, which are cleared away
     * else; an empty one when there is none.
     *
     * @param target absolute
     */
    static PartFolder resumed(Path target) throws IOException {
        Optional<Path> best = fullest(target);
        for (Path each : left(target)) {
            if (best.filter(each::equals).isEmpty()) {
                clear(each);
            }
        }
        if (best.isPresent()) {
            Path part = best.get();
            Optional<FileChannel> lock = taken(part);
            if (lock.isPresent()) {
                PartFolder resumed = new PartFolder(target, part, lock.get());
                Files.createDirectories(resumed.path());
                return resumed;
            }
        }
        return new PartFolder(target);
    }

    /** The lock of a folder that was left behind, which this program has from now on; empty when somebody was quicker. */
    private static Optional<FileChannel> taken(Path part) throws IOException {
        synchronized (OURS) {
            if (OURS.contains(part)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(part.resolve(LOCK), StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    OURS.add(part);
                    return Optional.of(channel);
                }
            } catch (IOException | OverlappingFileLockException held) {
                LOG.debug("The lock of {} is held: {}", part, held.getMessage());
            }
            channel.close();
            return Optional.empty();
        }
    }

    private static Optional<Path> fullest(Path target) throws IOException {
        Optional<Path> best = Optional.empty();
        int most = 0;
        for (Path each : left(target)) {
            int clips = CutJournal.clips(each.resolve(CutJournal.FILE));
            if (clips > most) {
                most = clips;
                best = Optional.of(each);
            }
        }
        return best;
    }

    /**
     * What an export to this place has left behind that can be gone on with.
     *
     * @param target absolute
     */
    static Optional<Unfinished> unfinished(Path target) throws IOException {
        Optional<Path> best = fullest(target);
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unfinished(target, CutJournal.clips(best.get().resolve(CutJournal.FILE))));
    }

    /** Size of all files that {@link #resumed} would go on with. */
    static long bytes(Path target) throws IOException {
        Optional<Path> best = fullest(target);
        if (best.isEmpty()) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> all = Files.walk(best.get())) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(each);
            }
        }
        return bytes;
    }

    /** True for a folder of an unfinished export, and for anything in one. */
    static boolean holds(Path folder) {
        for (Path each : folder.toAbsolutePath().normalize()) {
            if (each.toString().matches("\\..+\\.part-" + MARK)) {
                return true;
            }
        }
        return false;
    }

    /** True when an export to this place is unfinished, whether it runs or was cut off. */
    static boolean begun(Path target) throws IOException {
        return !beside(target).isEmpty();
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".part-";
    }

    /**
     * Makes the file that says whether the program lives; it gets its name when it is locked. Where the disk knows no locks
     * it says nothing.
     */
    private static FileChannel locked(Path folder) throws IOException {
        Path unlocked = folder.resolve("un" + LOCK + "ed");
        FileChannel channel = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            var unused = channel.tryLock();
            Files.move(unlocked, folder.resolve(LOCK));
        } catch (IOException unknown) {
            LOG.debug("This disk locks no files: {}", unknown.getMessage());
        }
        return channel;
    }

    /**
     * Deletes what exports to the same place have left behind.
     *
     * @param target absolute
     */
    static void clearLeft(Path target) throws IOException {
        left(target).forEach(PartFolder::clear);
    }

    private static void clear(Path left) {
        LOG.info("Clearing away what an export that was cut off has left: {}", left);
        delete(left);
    }

    private static List<Path> left(Path target) throws IOException {
        return beside(target).stream().filter(PartFolder::isLeft).toList();
    }

    /** What bears the name of a folder of an export to this place. */
    private static List<Path> beside(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        Pattern name = Pattern.compile(Pattern.quote(prefix(target)) + MARK);
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(
                            each -> name.matcher(each.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** True for a folder of this class whose program is gone. */
    private static boolean isLeft(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        synchronized (OURS) {
            if (OURS.contains(folder)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock free = channel.tryLock()) {
                return free != null;
            } catch (IOException | OverlappingFileLockException held) {
                return false;
            }
        }
    }

    /** Where the data set is written. */
    Path path() {
        return part.resolve(SET);
    }

    /** Where it is written down which clips are whole. */
    Path journal() {
        return part.resolve(CutJournal.FILE);
    }

    /** What is here will be gone on with: closing leaves it. */
    void keep() {
        kept = true;
    }

    /**
     * Makes everything durable and then gives the folder its name; fails when the name is taken meanwhile.
     *
     * @throws java.util.concurrent.CancellationException when the progress says so; then nothing has got its name
     */
    void publish(Progress progress) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(path())) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (int i = 0; i < files.size(); i++) {
            progress.check();
            progress.report((double) i / files.size(), "securing file " + (i + 1) + " of " + files.size());
            sync(files.get(i));
        }
        progress.check();
        Files.move(path(), target);
        kept = false;
        Path parent = target.getParent();
        if (parent != null) {
            sync(parent);
        }
    }

    private static void sync(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            } catch (IOException notHere) {
                LOG.debug("This system does not sync folders: {}", notHere.getMessage());
            }
        } else {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.force(true);
            }
        }
    }

    @Override
    public void close() {
        synchronized (OURS) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.debug("The lock of {} could not be let go: {}", part, e.getMessage());
            }
            OURS.remove(part);
        }
        if (kept) {
            LOG.info("The unfinished data set stays in {} to be gone on with", part);
        } else {
            delete(part);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            LOG.warn("The unfinished data set {} could not be deleted: {}", folder, e.getMessage());
        }
    }
}
