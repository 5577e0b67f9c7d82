package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Snapshot;
import org.ictograph.store.StudyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of verified snapshots of one study. What is not verified yet has a hidden name in it. */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final String HIDDEN = ".new";

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** The shelf beside a study, {@code NAME.snapshots}. */
    static Shelf beside(Path study) {
        return new Shelf(study.resolveSibling(bare(study) + ".snapshots"));
    }

    /** The name of a study file without its ending. */
    static String bare(Path study) {
        String name = String.valueOf(study.getFileName());
        return name.endsWith(StudyFiles.ENDING) ? name.substring(0, name.length() - StudyFiles.ENDING.length()) : name;
    }

    Path folder() {
        return folder;
    }

    /** All snapshots, the newest first. */
    List<Snapshot> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> SnapshotName.read(file).stream())
                    .sorted(Comparator.comparing(
                                    (Snapshot snapshot) -> snapshot.made().toInstant())
                            .thenComparing(Snapshot::edits)
                            .reversed())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** A shelf on a disk that is not there must not be made elsewhere under the same name. */
    void refuseWhenAway() throws IOException {
        Path place = folder.getParent();
        if (place == null || !Files.isDirectory(place)) {
            throw new IOException("it is not there");
        }
    }

    /** A name for a copy that is still to be verified. */
    Path hidden() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("." + UUID.randomUUID() + HIDDEN);
    }

    /** Gives a verified copy its name, so that it reached the disk under it. */
    Snapshot place(Path hidden, Snapshot named) throws IOException {
        sync(hidden, StandardOpenOption.WRITE);
        try {
            Files.move(hidden, named.file());
        } catch (FileAlreadyExistsException same) {
            LOG.info("{} is there already", named.file());
            Files.delete(hidden);
        }
        syncFolder(folder);
        return named;
    }

    /** Takes away what the rotation does not keep, and what was left of interrupted copies. */
    void rotate() throws IOException {
        for (Snapshot old : Rotation.doomed(list())) {
            discard(old.file());
        }
    }

    /** Takes away what interrupted copies left; not while another one is being made. */
    void sweep() {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> String.valueOf(file.getFileName()).matches("\\.[0-9a-f-]{36}\\.new(-journal)?"))
                    .forEach(Shelf::discard);
        } catch (IOException none) {
            LOG.debug("Nothing to sweep in {}", folder, none);
        }
    }

    static void discard(Path file) {
        for (String ending : List.of("", "-journal")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            } catch (IOException inUse) {
                LOG.info("{}{} stays for now", file, ending, inUse);
            }
        }
    }

    /** Makes sure that the names in a folder have reached the disk, where the system can do that. */
    static void syncFolder(Path folder) {
        try {
            sync(folder, StandardOpenOption.READ);
        } catch (IOException unable) {
            LOG.trace("{} cannot be synced here", folder, unable);
        }
    }

    private static void sync(Path file, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(file, option)) {
            channel.force(true);
        }
    }

    /** The snapshot that was made last. */
    Optional<Snapshot> newest() throws IOException {
        return list().stream().findFirst();
    }
}
