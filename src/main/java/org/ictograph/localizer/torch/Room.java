package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ictograph.localizer.LocalizerException;

/**
 * The room that there is for features, in bytes: better to be told before hours of watching than after.
 *
 * @param folder where they are kept
 */
record Room(double memory, double disk, Path folder) {
    /** Part of the memory that features may take. */
    private static final double SHARE = 0.6;

    private static final double KILOBYTE = 1e3;
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;

    /** @param folder need not be there yet */
    static Room now(Path folder) throws LocalizerException {
        Path there = folder.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            double disk = Files.getFileStore(there).getUsableSpace();
            return new Room(SHARE * Runtime.getRuntime().maxMemory(), disk, folder);
        } catch (IOException failure) {
            throw new LocalizerException("Nobody knows how much room there is in " + there + ".", failure);
        }
    }

    /** @throws LocalizerException when clips of so many bytes are too much for the memory */
    void requireClips(double all) throws LocalizerException {
        if (all > memory) {
            throw new LocalizerException("The clips need " + size(all) + " of memory, and " + size(memory)
                    + " are free for them; take fewer of them (--clips, --negatives), or give the program more memory"
                    + " (-Xmx in JAVA_TOOL_OPTIONS).");
        }
    }

    /**
     * @param all bytes of all features
     * @param lacking bytes of those that are still to be written
     * @throws LocalizerException when one of the two is too much
     */
    void require(double all, double lacking) throws LocalizerException {
        if (all > memory) {
            throw new LocalizerException("The features of these recordings need " + size(all) + " of memory, and "
                    + size(memory)
                    + " are free for them; train on fewer recordings, or give the program more memory (-Xmx in"
                    + " JAVA_TOOL_OPTIONS).");
        }
        if (lacking > disk) {
            throw new LocalizerException("The features of these recordings need " + size(lacking) + " in " + folder
                    + ", and " + size(disk) + " are free there; make room, or train on fewer recordings.");
        }
    }

    /** In the largest unit of which there is one. */
    private static String size(double bytes) {
        if (bytes >= GIGABYTE) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
        }
        return bytes >= MEGABYTE
                ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%.0f kB", bytes / KILOBYTE);
    }
}
