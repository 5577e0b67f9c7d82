package org.ictograph.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A matrix of 32-bit numbers in NumPy's format, version 1.0 (numpy.lib.format): a magic string, the length of a header, the
 * header as a Python dictionary that ends in a line feed on a multiple of 64 bytes, then the rows in little-endian order.
 */
final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNED = 64;

    private NpyFile() {}

    /** @param rows equally long, at least one */
    static void write(Path file, List<float[]> rows) throws IOException {
        int width = rows.get(0).length;
        byte[] head = head(rows.size(), width);
        ByteBuffer bytes = ByteBuffer.allocate(head.length + Float.BYTES * rows.size() * width)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(head);
        for (float[] row : rows) {
            for (float number : row) {
                bytes.putFloat(number);
            }
        }
        Files.write(file, bytes.array());
    }

    private static byte[] head(int rows, int width) {
        StringBuilder header =
                new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + width + "), }");
        while ((MAGIC.length + Short.BYTES + header.length() + 1) % ALIGNED != 0) {
            header.append(' ');
        }
        header.append('\n');
        return ByteBuffer.allocate(MAGIC.length + Short.BYTES + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) header.length())
                .put(header.toString().getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** True for a file of so many rows and columns, of finite numbers only. */
    static boolean holds(Path file, int rows, int width) throws IOException {
        return holds(file, rows, width, Float::isFinite);
    }

    /** The same of numbers that may be lacking (NaN), but are never infinite. */
    static boolean holdsPlaces(Path file, int rows, int width) throws IOException {
        return holds(file, rows, width, number -> !Float.isInfinite(number));
    }

    private static boolean holds(Path file, int rows, int width, Predicate<Float> proper) throws IOException {
        byte[] head = head(rows, width);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.capacity() != head.length + Float.BYTES * (long) rows * width) {
            return false;
        }
        byte[] found = new byte[head.length];
        bytes.get(found);
        boolean all = true;
        while (bytes.hasRemaining()) {
            all &= proper.test(bytes.getFloat());
        }
        return all && java.util.Arrays.equals(head, found);
    }
}
