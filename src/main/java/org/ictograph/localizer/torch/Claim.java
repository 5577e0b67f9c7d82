package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.VideoException;
import org.slf4j.LoggerFactory;

/**
 * The right to write into the folder of a model that is made, held by one training of all programs on this machine; it ends with
 * the program, however that ends. Made before anything is watched, it also tells early that nothing can be written there. Close
 * it: that removes the folder where nothing came to lie in it.
 */
final class Claim implements AutoCloseable {
    /** What is done meanwhile. */
    interface Work<T> {
        T done() throws VideoException, LocalizerException;
    }

    private final Path folder;
    private final Path file;
    private final FileChannel channel;

    private Claim(Path folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    /** @throws LocalizerException when another training holds it, or the folder cannot be made or written to */
    static Claim on(Path folder) throws LocalizerException {
        Path file = folder.resolve("training.lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new Claim(folder, file, channel);
            }
            channel.close();
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The folder for the new model, " + folder + ", cannot be written to: " + failure.getMessage()
                            + "; look at its rights and make room there.",
                    failure);
        }
        throw new LocalizerException("A training of the model " + folder.getFileName()
                + " is under way already; wait for it, or give the new one another name.");
    }

    /** Does the work while holding it; errors as of {@link #on}. */
    static <T> T holding(Path folder, Work<T> work) throws VideoException, LocalizerException {
        Claim claim = on(folder);
        try {
            return work.done();
        } finally {
            claim.close();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException used) {
            LoggerFactory.getLogger(Claim.class).debug("{} holds what was made", folder);
        } catch (IOException left) {
            LoggerFactory.getLogger(Claim.class).warn("{} is left over", file, left);
        }
    }
}
