package org.ictograph.localizer.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.localizer.LocalizerException;

/**
 * A file of named tensors in the safetensors format: 8 bytes little-endian length, a JSON header {@code {name: {dtype, shape,
 * data_offsets}}}, then the numbers. It can hold no code. The header is believed only as far as it fits the file: every
 * tensor has as many bytes as its shape says, and the tensors follow each other without gap or overlap to the end.
 * Holds the file open; close it. Confined to one thread.
 */
final class Safetensors implements AutoCloseable {
    private static final int LONGEST_HEADER = 100 << 20;
    private static final int MOST_AXES = 16;
    private static final String METADATA = "__metadata__";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** How the numbers of a tensor are stored. */
    private enum Kind {
        BOOL(1),
        U8(1),
        I8(1),
        I16(2),
        U16(2),
        F16(2),
        BF16(2),
        I32(4),
        U32(4),
        F32(4),
        I64(8),
        U64(8),
        F64(8);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    private record Entry(String name, Kind kind, List<Long> shape, long begin, long end) {}

    /** Numbers in row-major order. */
    static final class Tensor {
        private final List<Long> shape;
        private final float[] numbers;

        /** @param numbers not copied */
        Tensor(List<Long> shape, float[] numbers) {
            this.shape = List.copyOf(shape);
            this.numbers = numbers;
        }

        List<Long> shape() {
            return shape;
        }

        /** Not a copy. */
        float[] numbers() {
            return numbers;
        }

        /** True when all numbers are finite. */
        boolean finite() {
            for (float number : numbers) {
                if (!Float.isFinite(number)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Path path;
    private final FileChannel channel;
    private final long start;
    private final Map<String, Entry> entries;
    private final Map<String, String> metadata;

    private Safetensors(
            Path path, FileChannel channel, long start, Map<String, Entry> entries, Map<String, String> metadata) {
        this.path = path;
        this.channel = channel;
        this.start = start;
        this.entries = entries;
        this.metadata = metadata;
    }

    /** @throws LocalizerException when the file cannot be read, is no safetensors file or contradicts itself */
    static Safetensors open(Path path) throws LocalizerException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException failure) {
            throw new LocalizerException("The weights " + path + " cannot be opened: " + failure.getMessage(), failure);
        }
        try {
            return read(path, channel);
        } catch (LocalizerException | IOException failure) {
            try {
                channel.close();
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
            if (failure instanceof LocalizerException sentence) {
                throw sentence;
            }
            throw new LocalizerException("The weights " + path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static Safetensors read(Path path, FileChannel channel) throws IOException, LocalizerException {
        long size = channel.size();
        byte[] head = bytes(channel, 0, (int) Math.min(8, size));
        if (head.length >= 4
                && !begins(channel, size, head)
                && ((head[0] == 'P' && head[1] == 'K') || (head[0] == (byte) 0x80 && head[1] <= 5))) {
            throw new LocalizerException(
                    path + " is a PyTorch pickle or archive. Such files can run code when they are "
                            + "opened, so Ictograph does not; convert it to safetensors where it was made.");
        }
        long length = head.length < 8
                ? -1
                : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST_HEADER || length > size - 8) {
            throw damaged(path, "its header does not fit the file");
        }
        JsonNode header;
        try {
            header = JSON.readTree(new String(bytes(channel, 8, (int) length), StandardCharsets.UTF_8));
        } catch (JsonProcessingException failure) {
            throw damaged(path, "its header is not JSON");
        }
        if (!(header instanceof ObjectNode names)) {
            throw damaged(path, "its header does not list tensors");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : names.properties()) {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .properties()
                        .forEach(pair ->
                                metadata.put(pair.getKey(), pair.getValue().asText()));
            } else {
                entries.add(entry(path, field.getKey(), field.getValue()));
            }
        }
        long reached = 0;
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        for (Entry entry : entries) {
            if (entry.begin != reached) {
                throw damaged(path, "the bytes of '" + entry.name + "' overlap others or leave a gap");
            }
            reached = entry.end;
        }
        if (reached != size - 8 - length) {
            throw damaged(path, "it is shorter or longer than its header says");
        }
        Map<String, Entry> byName = new LinkedHashMap<>();
        entries.forEach(entry -> byName.put(entry.name, entry));
        return new Safetensors(path, channel, 8 + length, byName, Collections.unmodifiableMap(metadata));
    }

    /** A header that fits and begins as JSON: its length can begin with the same bytes as a pickle does. */
    private static boolean begins(FileChannel channel, long size, byte[] head) throws IOException {
        if (head.length < 8) {
            return false;
        }
        long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length >= 2 && length <= LONGEST_HEADER && length <= size - 8 && bytes(channel, 8, 1)[0] == '{';
    }

    private static Entry entry(Path path, String name, JsonNode node) throws LocalizerException {
        Kind kind;
        try {
            kind = Kind.valueOf(node.path("dtype").asText());
        } catch (IllegalArgumentException unknown) {
            throw damaged(path, "'" + name + "' has numbers of an unknown kind");
        }
        List<Long> shape = wholes(path, name, node.path("shape"));
        List<Long> offsets = wholes(path, name, node.path("data_offsets"));
        if (offsets.size() != 2 || shape.size() > MOST_AXES) {
            throw damaged(path, "'" + name + "' has no proper shape and place");
        }
        long bytes = kind.bytes;
        try {
            for (long axis : shape) {
                bytes = Math.multiplyExact(bytes, axis);
            }
        } catch (ArithmeticException overflow) {
            throw damaged(path, "'" + name + "' is larger than any file");
        }
        if (offsets.get(1) - offsets.get(0) != bytes) {
            throw damaged(path, "the shape of '" + name + "' does not fit its bytes");
        }
        return new Entry(name, kind, shape, offsets.get(0), offsets.get(1));
    }

    private static List<Long> wholes(Path path, String name, JsonNode node) throws LocalizerException {
        List<Long> wholes = new ArrayList<>();
        for (JsonNode number : node) {
            if (!node.isArray() || !number.canConvertToLong() || !number.isIntegralNumber() || number.asLong() < 0) {
                throw damaged(path, "'" + name + "' has no proper shape and place");
            }
            wholes.add(number.asLong());
        }
        return List.copyOf(wholes);
    }

    private static LocalizerException damaged(Path path, String why) {
        return new LocalizerException("The weights " + path + " are damaged or no safetensors file: " + why
                + ". Copy or convert them again.");
    }

    /** Names in the order of the file. */
    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** What the writer of the file noted, by name. */
    Map<String, String> metadata() {
        return metadata;
    }

    /**
     * The numbers of one tensor as 32-bit floats, whatever they are stored as.
     *
     * @throws LocalizerException when there is none of that name, it is larger than memory, or the file cannot be read
     */
    Tensor tensor(String name) throws LocalizerException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new LocalizerException("The weights " + path + " have no '" + name + "'.");
        }
        long bytes = entry.end - entry.begin;
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new LocalizerException("'" + name + "' in " + path + " is larger than 2 GB.");
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes(channel, start + entry.begin, (int) bytes))
                    .order(ByteOrder.LITTLE_ENDIAN);
            float[] numbers = new float[(int) bytes / entry.kind.bytes];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = next(buffer, entry.kind);
            }
            return new Tensor(entry.shape, numbers);
        } catch (IOException failure) {
            throw new LocalizerException("The weights " + path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static float next(ByteBuffer buffer, Kind kind) {
        return switch (kind) {
            case F32 -> buffer.getFloat();
            case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
            case F16 -> half(buffer.getShort());
            case F64 -> (float) buffer.getDouble();
            case BOOL, I8 -> buffer.get();
            case U8 -> buffer.get() & 0xff;
            case I16 -> buffer.getShort();
            case U16 -> buffer.getShort() & 0xffff;
            case I32 -> buffer.getInt();
            case U32 -> buffer.getInt() & 0xffffffffL;
            case I64, U64 -> buffer.getLong();
        };
    }

    /** IEEE 754 binary16 → binary32. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float size = exponent == 0x1f
                ? (fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN)
                : exponent == 0 ? fraction * 0x1p-24f : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
        return bits < 0 ? -size : size;
    }

    private static byte[] bytes(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("the file ends early");
            }
        }
        return buffer.array();
    }

    /**
     * Writes tensors as 32-bit floats: to a new file beside the path, which takes its place when all is on the disk.
     *
     * @throws LocalizerException when the file cannot be written; a file that was there before is untouched then
     */
    static void write(Path path, Map<String, String> metadata, Map<String, Tensor> tensors) throws LocalizerException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode notes = header.putObject(METADATA);
            metadata.forEach(notes::put);
        }
        long place = 0;
        for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            ObjectNode entry = header.putObject(tensor.getKey());
            entry.put("dtype", Kind.F32.name());
            ArrayNode shape = entry.putArray("shape");
            tensor.getValue().shape.forEach(shape::add);
            long end = place + 4L * tensor.getValue().numbers.length;
            entry.putArray("data_offsets").add(place).add(end);
            place = end;
        }
        Path whole = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (FileChannel out = FileChannel.open(
                    whole, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                // Blanks after the header put the first number on a multiple of eight bytes, as the reference writer
                // does.
                String text = header.toString();
                int bytes = text.getBytes(StandardCharsets.UTF_8).length;
                byte[] padded = (text + " ".repeat((8 - bytes % 8) % 8)).getBytes(StandardCharsets.UTF_8);
                ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                put(out, length.putLong(padded.length).flip());
                put(out, ByteBuffer.wrap(padded));
                for (Tensor tensor : tensors.values()) {
                    ByteBuffer numbers =
                            ByteBuffer.allocate(4 * tensor.numbers.length).order(ByteOrder.LITTLE_ENDIAN);
                    numbers.asFloatBuffer().put(tensor.numbers);
                    put(out, numbers);
                }
                out.force(true);
            }
            Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The numbers in " + path + " cannot be written: " + failure.getMessage()
                            + "; make room there, or look at the rights of that folder.",
                    failure);
        } finally {
            try {
                Files.deleteIfExists(whole);
            } catch (IOException left) {
                org.slf4j.LoggerFactory.getLogger(Safetensors.class).warn("{} is left over", whole, left);
            }
        }
    }

    private static void put(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws LocalizerException {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new LocalizerException("The weights " + path + " cannot be closed: " + failure.getMessage(), failure);
        }
    }
}
