package org.ictograph.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hidden folder beside the place where a data set is to appear, on the same disk. Closed before it was published, it is
 * deleted with all that is in it.
 */
final class PartFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartFolder.class);
    private static final int MARK_LENGTH = 8;

    private final Path target;
    private final Path path;

    /**
     * @param target absolute
     */
    PartFolder(Path target) throws IOException {
        this.target = target;
        String mark = UUID.randomUUID().toString().substring(0, MARK_LENGTH);
        path = target.resolveSibling("." + target.getFileName() + ".part-" + mark);
        Files.createDirectory(path);
    }

    Path path() {
        return path;
    }

    /** Makes everything durable and gives the folder its name; fails when the name is taken meanwhile. */
    void publish() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                sync(each);
            }
        }
        Files.move(path, target);
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
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            LOG.warn("The unfinished data set {} could not be deleted: {}", path, e.getMessage());
        }
    }
}
