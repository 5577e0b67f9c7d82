package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts another file in the place of a study, and the study aside together with its write-ahead log or journal: a log that
 * stayed behind would be mixed into the file that comes. What is to be done is written beside the study first, so that an
 * interrupted exchange is finished at the next opening; every step may be done again.
 *
 * @param prepared the whole, synced file that comes, in the study's folder or below
 * @param aside the folder for the study's present files
 */
record Restoration(Path study, Path prepared, Path aside) {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    /** The main file goes first: without it, nobody can open a part of the set. */
    private static final List<String> SET = List.of("", "-wal", "-journal");

    private static Path plan(Path study) {
        return study.resolveSibling(study.getFileName() + ".restore");
    }

    /** Finishes what was interrupted, if anything was. */
    static void finish(Path study) throws IOException {
        Path plan = plan(study);
        if (!Files.exists(plan)) {
            return;
        }
        List<String> lines = Files.readAllLines(plan);
        if (lines.size() >= 2) {
            LOG.info("Finishing to restore {}", study);
            Path folder = study.toAbsolutePath().resolveSibling("");
            new Restoration(study, folder.resolve(lines.get(0)), folder.resolve(lines.get(1))).exchange();
        }
        Files.deleteIfExists(plan);
    }

    /** Writes down what is to be done, and does it. */
    void run() throws IOException {
        Path folder = study.toAbsolutePath().resolveSibling("");
        Path fresh = plan(study).resolveSibling(plan(study).getFileName() + ".new");
        String text = folder.relativize(prepared) + "\n" + folder.relativize(aside) + "\n";
        Files.writeString(fresh, text);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(aside);
        Files.move(fresh, plan(study), StandardCopyOption.REPLACE_EXISTING);
        Shelf.syncFolder(folder);
        exchange();
        Files.deleteIfExists(plan(study));
        Shelf.syncFolder(folder);
    }

    private void exchange() throws IOException {
        Path folder = study.toAbsolutePath().resolveSibling("");
        if (Files.exists(prepared)) {
            for (String ending : SET) {
                Path present = study.resolveSibling(study.getFileName() + ending);
                if (Files.exists(present)) {
                    Files.move(present, aside.resolve(present.getFileName()));
                }
            }
            Shelf.syncFolder(aside);
            Files.move(prepared, study);
        }
        Shelf.syncFolder(folder);
    }
}
