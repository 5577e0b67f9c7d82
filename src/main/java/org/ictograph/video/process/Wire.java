package org.ictograph.video.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;

/**
 * Messages as bytes: a length, then a value that says what it is. Values are numbers, truth values, texts, paths, instants, arrays of
 * numbers, lists, optionals, enum constants, the program's own records by their components, and a {@link FrameIndex} and a
 * {@link Reel} by what they are made from. Writing is thread-safe; reading belongs to one thread.
 */
final class Wire implements AutoCloseable {
    /** A letter before each value says which kind it is. */
    private static final char INT = 'i';

    private static final char LONG = 'l';
    private static final char DOUBLE = 'd';
    private static final char TRUTH = 'b';
    private static final char TEXT = 's';
    private static final char PATH = 'p';
    private static final char INSTANT = 't';
    private static final char INTS = 'I';
    private static final char LONGS = 'L';
    private static final char TRUTHS = 'B';
    private static final char SHORTS = 'H';
    private static final char LIST = '*';
    private static final char OPTIONAL = '?';
    private static final char ENUM = 'e';
    private static final char RECORD = 'r';
    private static final char INDEX = 'x';
    private static final char REEL = 'y';
    private static final String OWN = "org.ictograph.";

    private final DataInputStream in;
    private final OutputStream out;
    private final Map<String, Constructor<?>> constructors = new ConcurrentHashMap<>();

    Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** Sends a message at once. */
    void send(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeInt(0);
        write(body, message);
        byte[] whole = bytes.toByteArray();
        ByteBuffer.wrap(whole).putInt(whole.length - Integer.BYTES);
        synchronized (out) {
            out.write(whole);
            out.flush();
        }
    }

    /**
     * Waits for the next message.
     *
     * @throws IOException when the other side is gone or says something that is no message
     */
    Message receive() throws IOException {
        byte[] whole = new byte[in.readInt()];
        in.readFully(whole);
        return (Message) read(new DataInputStream(new ByteArrayInputStream(whole)));
    }

    private static void write(DataOutputStream to, Object value) throws IOException {
        if (value instanceof Integer number) {
            to.writeByte(INT);
            to.writeInt(number);
        } else if (value instanceof Long number) {
            to.writeByte(LONG);
            to.writeLong(number);
        } else if (value instanceof Double number) {
            to.writeByte(DOUBLE);
            to.writeDouble(number);
        } else if (value instanceof Boolean truth) {
            to.writeByte(TRUTH);
            to.writeBoolean(truth);
        } else if (value instanceof String text) {
            to.writeByte(TEXT);
            text(to, text);
        } else if (value instanceof Path path) {
            to.writeByte(PATH);
            text(to, path.toAbsolutePath().toString());
        } else if (value instanceof Instant instant) {
            to.writeByte(INSTANT);
            text(to, instant.toString());
        } else if (value instanceof Enum<?> constant) {
            to.writeByte(ENUM);
            text(to, constant.getDeclaringClass().getName());
            text(to, constant.name());
        } else {
            writeMany(to, value);
        }
    }

    private static void writeMany(DataOutputStream to, Object value) throws IOException {
        if (value instanceof List<?> list) {
            to.writeByte(LIST);
            to.writeInt(list.size());
            for (Object each : list) {
                write(to, each);
            }
        } else if (value instanceof Optional<?> optional) {
            to.writeByte(OPTIONAL);
            write(to, optional.map(List::<Object>of).orElse(List.of()));
        } else if (value instanceof Record one) {
            to.writeByte(RECORD);
            text(to, one.getClass().getName());
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                write(to, valueOf(component, one));
            }
        } else if (value instanceof FrameIndex index) {
            to.writeByte(INDEX);
            writeIndex(to, index);
        } else if (value instanceof Reel reel) {
            to.writeByte(REEL);
            write(
                    to,
                    reel.pieces().stream()
                            .map(piece -> new Reel.Part(piece.file(), piece.index(), piece.start()))
                            .toList());
            write(to, reel.index().duration());
        } else {
            writeArray(to, value);
        }
    }

    private static void writeArray(DataOutputStream to, Object value) throws IOException {
        if (value instanceof int[] numbers) {
            to.writeByte(INTS);
            byte[] bytes = new byte[numbers.length * Integer.BYTES];
            ByteBuffer.wrap(bytes).asIntBuffer().put(numbers);
            block(to, bytes);
        } else if (value instanceof long[] numbers) {
            to.writeByte(LONGS);
            byte[] bytes = new byte[numbers.length * Long.BYTES];
            ByteBuffer.wrap(bytes).asLongBuffer().put(numbers);
            block(to, bytes);
        } else if (value instanceof short[] numbers) {
            to.writeByte(SHORTS);
            byte[] bytes = new byte[numbers.length * Short.BYTES];
            ByteBuffer.wrap(bytes).asShortBuffer().put(numbers);
            block(to, bytes);
        } else if (value instanceof boolean[] truths) {
            to.writeByte(TRUTHS);
            byte[] bytes = new byte[truths.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (truths[i] ? 1 : 0);
            }
            block(to, bytes);
        } else {
            throw new IllegalArgumentException("This cannot be sent to a decoder: " + value.getClass());
        }
    }

    private static void writeIndex(DataOutputStream to, FrameIndex index) throws IOException {
        long[] micros = new long[index.frames()];
        Arrays.setAll(micros, index::microsOf);
        boolean[] keys = new boolean[micros.length];
        long[] stamps = new long[index.seekable() ? index.keys() : 0];
        for (int key = 0; key < index.keys(); key++) {
            keys[index.keyFrame(key)] = true;
        }
        Arrays.setAll(stamps, index::keyStamp);
        for (Object part : List.of(micros, keys, index.duration(), stamps, index.gaps())) {
            write(to, part);
        }
    }

    private static void text(DataOutputStream to, String text) throws IOException {
        block(to, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void block(DataOutputStream to, byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static Object valueOf(RecordComponent component, Record one) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(one);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private Object read(DataInputStream from) throws IOException {
        char kind = (char) from.readByte();
        return switch (kind) {
            case INT -> from.readInt();
            case LONG -> from.readLong();
            case DOUBLE -> from.readDouble();
            case TRUTH -> from.readBoolean();
            case TEXT -> text(from);
            case PATH -> Path.of(text(from));
            case INSTANT -> Instant.parse(text(from));
            case INTS -> ints(block(from));
            case LONGS -> longs(block(from));
            case SHORTS -> shorts(block(from));
            case TRUTHS -> truths(block(from));
            case LIST -> list(from);
            case OPTIONAL -> ((List<?>) read(from)).stream().findFirst();
            case ENUM -> constant(text(from), text(from));
            case RECORD -> record(from);
            case INDEX -> index(from);
            case REEL ->
                Reel.of(
                        ((List<?>) read(from))
                                .stream().map(Reel.Part.class::cast).toList(),
                        (Long) read(from));
            default -> throw new IOException("No value begins with " + kind);
        };
    }

    private static String text(DataInputStream from) throws IOException {
        return new String(block(from), StandardCharsets.UTF_8);
    }

    private static byte[] block(DataInputStream from) throws IOException {
        byte[] bytes = new byte[from.readInt()];
        from.readFully(bytes);
        return bytes;
    }

    private static int[] ints(byte[] bytes) {
        int[] numbers = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(numbers);
        return numbers;
    }

    private static long[] longs(byte[] bytes) {
        long[] numbers = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }

    private static short[] shorts(byte[] bytes) {
        short[] numbers = new short[bytes.length / Short.BYTES];
        ByteBuffer.wrap(bytes).asShortBuffer().get(numbers);
        return numbers;
    }

    private static boolean[] truths(byte[] bytes) {
        boolean[] truths = new boolean[bytes.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = bytes[i] != 0;
        }
        return truths;
    }

    private List<Object> list(DataInputStream from) throws IOException {
        List<Object> list = new ArrayList<>();
        for (int left = from.readInt(); left > 0; left--) {
            list.add(read(from));
        }
        return list;
    }

    private static Object constant(String type, String name) throws IOException {
        return Arrays.stream(own(type).getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("No constant " + name + " in " + type));
    }

    private FrameIndex index(DataInputStream from) throws IOException {
        return new FrameIndex(
                (long[]) read(from), (boolean[]) read(from), (Long) read(from), (long[]) read(from), (SpanSet)
                        read(from));
    }

    private Object record(DataInputStream from) throws IOException {
        String name = text(from);
        Constructor<?> constructor = constructors.get(name);
        if (constructor == null) {
            constructor = constructorOf(own(name));
            constructors.put(name, constructor);
        }
        Object[] parts = new Object[constructor.getParameterCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = read(from);
        }
        try {
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException refused) {
            throw new IOException("No " + name + " can be made", refused);
        }
    }

    private static Constructor<?> constructorOf(Class<?> type) throws IOException {
        if (!type.isRecord()) {
            throw new IOException(type + " is no record");
        }
        Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parts);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException impossible) {
            throw new IOException(impossible);
        }
    }

    private static Class<?> own(String name) throws IOException {
        try {
            if (name.startsWith(OWN)) {
                return Class.forName(name, true, Wire.class.getClassLoader());
            }
        } catch (ClassNotFoundException unknown) {
            throw new IOException(unknown);
        }
        throw new IOException("Not of this program: " + name);
    }

    @Override
    public void close() throws IOException {
        // The one that is being waited for is not closed, since that would wait as well.
        out.close();
    }
}
