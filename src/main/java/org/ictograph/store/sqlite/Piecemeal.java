package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.DB;

/**
 * Brings a copy to the disk piece by piece while it is made, and leaves the disk to others as long as each piece took. An
 * edit that is synced meanwhile waits for one piece at most, not for all that the system has gathered of a large copy.
 */
final class Piecemeal implements DB.ProgressObserver, AutoCloseable {
    /** Pages copied at a time, 1 MiB of them. */
    static final int PAGES = 256;

    private final FileChannel copy;
    private @Nullable IOException refusal;

    /** @param copy is made when it is not there */
    Piecemeal(Path copy) throws IOException {
        this.copy = FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Called from within SQLite after each piece, where nothing may be thrown. */
    @Override
    public void progress(int remaining, int pages) {
        if (refusal == null) {
            long begun = System.nanoTime();
            try {
                copy.force(false);
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - begun);
            } catch (IOException refused) {
                refusal = refused;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @throws IOException the first thing that went wrong on the way */
    void refuseUnwritten() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Only after the copy is made: on Linux this lets go of the locks that SQLite has on it. */
    @Override
    public void close() throws IOException {
        copy.close();
    }
}
