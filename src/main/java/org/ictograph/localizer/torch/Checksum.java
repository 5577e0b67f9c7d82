package org.ictograph.localizer.torch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Tells whether what the program itself kept is still what it wrote: a disk that fails can change numbers and leave them numbers. */
final class Checksum {
    /** The note of a file under which it stands. */
    private static final String NOTE = "crc32c";

    private static final int PIECE = 1 << 14;

    private Checksum() {}

    /** The notes with one more that tells what all should be. */
    static Map<String, String> sealed(Map<String, String> notes, Map<String, Safetensors.Tensor> tensors) {
        Map<String, String> sealed = new TreeMap<>(notes);
        sealed.put(NOTE, of(notes, tensors));
        return sealed;
    }

    /** True when notes and numbers are as they were written; of a file from before there were checksums nobody knows. */
    static boolean holds(Map<String, String> sealed, Map<String, Safetensors.Tensor> tensors) {
        Map<String, String> notes = new TreeMap<>(sealed);
        String wanted = notes.remove(NOTE);
        return wanted == null || wanted.equals(of(notes, tensors));
    }

    private static String of(Map<String, String> notes, Map<String, Safetensors.Tensor> tensors) {
        CRC32C sum = new CRC32C();
        sum.update(new TreeMap<>(notes).toString().getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(PIECE * Float.BYTES);
        for (Map.Entry<String, Safetensors.Tensor> tensor : new TreeMap<>(tensors).entrySet()) {
            sum.update((tensor.getKey() + tensor.getValue().shape()).getBytes(StandardCharsets.UTF_8));
            float[] numbers = tensor.getValue().numbers();
            for (int from = 0; from < numbers.length; from += PIECE) {
                int count = Math.min(PIECE, numbers.length - from);
                bytes.clear().asFloatBuffer().put(numbers, from, count);
                sum.update(bytes.limit(count * Float.BYTES));
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
