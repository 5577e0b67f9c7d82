package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows folders that a program keeps equal on several machines. Such a program copies a file whenever it likes and brings
 * changes of others unasked, so a study there is as unsafe as on a file server. Known by what these programs leave in
 * their folders, by the names that they give them, and on Windows by what they tell other programs.
 */
final class SyncedFolder {
    /** What lies in the topmost synced folder → whose it is. */
    private static final Map<String, String> MARKERS = Map.of(
            ".dropbox", "Dropbox",
            ".dropbox.cache", "Dropbox",
            ".stfolder", "Syncthing",
            ".tmp.drivedownload", "Google Drive",
            ".tmp.driveupload", "Google Drive",
            ".nextcloudsync.log", "Nextcloud",
            ".owncloudsync.log", "ownCloud");

    /** How names of folders begin → whose they are. */
    private static final Map<String, String> NAMES = Map.of(
            "onedrive - ", "OneDrive",
            "googledrive-", "Google Drive",
            "dropbox-", "Dropbox",
            "onedrive-", "OneDrive",
            "clouddocs", "iCloud",
            "mobile documents", "iCloud",
            "iclouddrive", "iCloud");

    /** Names that only count when they are whole, and lie where these programs put them: in a home folder. */
    private static final List<String> WHOLE = List.of("OneDrive", "Dropbox", "Google Drive", "Nextcloud");

    private static final List<String> ONEDRIVE = List.of("OneDrive", "OneDriveConsumer", "OneDriveCommercial");

    private SyncedFolder() {}

    /** Whose program synchronizes a folder, when it is known. */
    static Optional<String> of(Path place, Path home, Map<String, String> environment) {
        for (String variable : ONEDRIVE) {
            String root = environment.getOrDefault(variable, "");
            if (!root.isEmpty() && place.startsWith(root)) {
                return Optional.of("OneDrive");
            }
        }
        for (Path folder = place; folder != null; folder = folder.getParent()) {
            Path at = folder;
            Optional<String> known = named(folder, home).or(() -> marked(at));
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> named(Path folder, Path home) {
        String name = String.valueOf(folder.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        Optional<String> known = NAMES.entrySet().stream()
                .filter(beginning -> lower.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return known.or(() -> home.equals(folder.getParent())
                ? WHOLE.stream().filter(name::equalsIgnoreCase).findFirst()
                : Optional.empty());
    }

    private static Optional<String> marked(Path folder) {
        for (Map.Entry<String, String> marker : MARKERS.entrySet()) {
            if (Files.exists(folder.resolve(marker.getKey()))) {
                return Optional.of(marker.getValue());
            }
        }
        return hasDatabase(folder) ? Optional.of("Nextcloud") : Optional.empty();
    }

    /** Nextcloud and ownCloud keep the state of a folder in a database whose name holds a number. */
    private static boolean hasDatabase(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "{.sync_*.db,._sync_*.db}")) {
            return found.iterator().hasNext();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
