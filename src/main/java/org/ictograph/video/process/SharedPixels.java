package org.ictograph.video.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory that the program and one decoder process both see, so that a picture costs one copy on each side: a file that both
 * map. It lies in memory where the system has a folder for that, and has no name any more once both have it.
 */
final class SharedPixels {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final MappedByteBuffer memory;

    private SharedPixels(Path file, MappedByteBuffer memory) {
        this.file = file;
        this.memory = memory;
    }

    /** Makes memory of at least some bytes. All of it is written once, so that it is there and not just promised. */
    static SharedPixels create(int bytes) throws IOException {
        if (Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)) {
            try {
                return create(bytes, Files.createTempFile(MEMORY, "ictograph-", ".pixels"));
            } catch (IOException full) {
                // Containers often have little of it; a file on the disk serves as well.
                return create(bytes, Files.createTempFile("ictograph-", ".pixels"));
            }
        }
        return create(bytes, Files.createTempFile("ictograph-", ".pixels"));
    }

    private static SharedPixels create(int bytes, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (int written = 0; written < bytes; written += BLOCK) {
                channel.write(ByteBuffer.allocate(BLOCK));
            }
            return new SharedPixels(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes));
        } catch (IOException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /** The memory that the program made. */
    static SharedPixels of(Path file, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedPixels(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes));
        }
    }

    Path file() {
        return file;
    }

    int bytes() {
        return memory.capacity();
    }

    void put(int at, byte[] pixels) {
        memory.put(at, pixels);
    }

    void get(int at, byte[] into) {
        memory.get(at, into);
    }

    /** Takes the name away; the memory stays while somebody has it. Where that is refused, it goes when the program ends. */
    void unname() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException mapped) {
            file.toFile().deleteOnExit();
        }
    }
}
