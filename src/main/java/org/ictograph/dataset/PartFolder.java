package org.ictograph.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hidden folder beside the place where a data set is to appear, on the same disk. Closed before it was published, it is
 * deleted with all that is in it. A file in it stays locked while its program lives, so that the next export to the same
 * place can tell what a crash has left behind from what another program is writing, and clears away only the former.
 */
final class PartFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartFolder.class);
    private static final int MARK_LENGTH = 8;
    private static final String MARK = "[0-9a-f]{" + MARK_LENGTH + "}";
    private static final String LOCK = "lock";
    private static final String SET = "set";

    private final Path target;
    private final Path part;
    private final FileChannel lock;

    /**
     * @param target absolute
     */
    PartFolder(Path target) throws IOException {
        this.target = target;
        String mark = UUID.randomUUID().toString().substring(0, MARK_LENGTH);
        part = target.resolveSibling(prefix(target) + mark);
        Files.createDirectory(part);
        try {
            Files.createDirectory(path());
            lock = locked(part);
        } catch (IOException e) {
            delete(part);
            throw e;
        }
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
     * Deletes what crashed exports to the same place have left behind.
     *
     * @param target absolute
     */
    static void clearLeft(Path target) {
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        Pattern name = Pattern.compile(Pattern.quote(prefix(target)) + MARK);
        try (Stream<Path> beside = Files.list(parent)) {
            for (Path each : beside.toList()) {
                if (name.matcher(each.getFileName().toString()).matches() && isLeft(each)) {
                    LOG.info("Clearing away what an export that was cut off has left: {}", each);
                    delete(each);
                }
            }
        } catch (IOException unknown) {
            LOG.debug("Nothing could be looked for beside {}: {}", target, unknown.getMessage());
        }
    }

    /** True for a folder of this class whose program is gone. */
    private static boolean isLeft(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (IOException | OverlappingFileLockException held) {
            return false;
        }
    }

    /** Where the data set is written. */
    Path path() {
        return part.resolve(SET);
    }

    /** Makes everything durable and gives the folder its name; fails when the name is taken meanwhile. */
    void publish() throws IOException {
        try (Stream<Path> all = Files.walk(path())) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                sync(each);
            }
        }
        Files.move(path(), target);
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
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("The lock of {} could not be let go: {}", part, e.getMessage());
        }
        delete(part);
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
