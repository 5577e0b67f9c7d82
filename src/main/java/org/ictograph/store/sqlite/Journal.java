package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How SQLite keeps its promises on a kind of disk. A write-ahead log with FULL syncing lost nothing in simulated power
 * cuts of a local disk. File servers, shared and synced folders honour neither its locks nor its order of writes; there a rollback
 * journal with EXTRA syncing, which also syncs the folder, is the mode that lost nothing.
 */
enum Journal {
    LOCAL("WAL", "FULL"),
    SHARED("DELETE", "EXTRA");

    private static final List<String> SHARED_DISKS =
            List.of("nfs", "cifs", "smb", "9p", "afpfs", "webdav", "davfs", "sshfs", "vboxsf", "prl_fs", "drvfs");

    final String mode;
    final String synchronous;

    Journal(String mode, String synchronous) {
        this.mode = mode;
        this.synchronous = synchronous;
    }

    /** The mode for the disk that holds an existing file or folder; the careful one where nobody knows what disk it is. */
    static Journal at(Path place) {
        Path absolute = place.toAbsolutePath();
        boolean elsewhere = absolute.toString().startsWith("\\\\")
                || SyncedFolder.of(absolute, Path.of(System.getProperty("user.home", "")), System.getenv())
                        .isPresent();
        if (elsewhere) {
            return SHARED;
        }
        try {
            return on(Files.getFileStore(place).type());
        } catch (IOException unknown) {
            // In a changed root or a container the list of mounted disks need not name the one that is there.
            return SHARED;
        }
    }

    /** The mode for a type of disk as the operating system names it. */
    static Journal on(String diskType) {
        String type = diskType.toLowerCase(Locale.ROOT);
        return SHARED_DISKS.stream().anyMatch(type::contains) ? SHARED : LOCAL;
    }
}
