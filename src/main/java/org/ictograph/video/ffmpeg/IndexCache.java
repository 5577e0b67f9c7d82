package org.ictograph.video.ffmpeg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps frame indexes as small files, named by the fingerprint of the video. A file is: a version (int), a checksum of the
 * rest (long), then deflated: number of frames, distances between frames in microseconds, key flags, end, the stamps of key
 * frames, and the gaps. A file that is damaged, of another version or unwritable is as good as none.
 */
final class IndexCache {
    private static final Logger LOG = LoggerFactory.getLogger(IndexCache.class);
    private static final int VERSION = 0x49435402;
    private static final int HEADER = Integer.BYTES + Long.BYTES;
    private static final int MOST_FRAMES = 100_000_000;

    private final Path file;

    IndexCache(Path folder, String fingerprint) {
        this.file = folder.resolve(fingerprint + ".frames");
    }

    /** The kept index, if there is a sound one. */
    Optional<FrameIndex> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() < HEADER || bytes.getInt() != VERSION) {
                return Optional.empty();
            }
            long sum = bytes.getLong();
            byte[] body = Arrays.copyOfRange(bytes.array(), HEADER, bytes.array().length);
            return sum == checksum(body) ? Optional.of(unpacked(body)) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.debug("{} is damaged and will be made again: {}", file, damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps an index; that it cannot be kept is no reason to stop. */
    void write(FrameIndex index) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] body = packed(index);
            byte[] bytes = ByteBuffer.allocate(HEADER + body.length)
                    .putInt(VERSION)
                    .putLong(checksum(body))
                    .put(body)
                    .array();
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".frames", ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            LOG.info("The frame index could not be kept in {}: {}", file, failure.getMessage());
        }
    }

    private static long checksum(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return sum.getValue();
    }

    private static byte[] packed(FrameIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(index.frames());
            for (int i = 1; i < index.frames(); i++) {
                out.writeLong(index.microsOf(i) - index.microsOf(i - 1));
            }
            out.writeLong(index.duration());
            out.writeInt(index.keys());
            out.writeBoolean(index.seekable());
            for (int key = 0; key < index.keys(); key++) {
                out.writeInt(index.keyFrame(key));
                out.writeLong(index.seekable() ? index.keyStamp(key) : 0);
            }
            out.writeInt(index.gaps().spans().size());
            for (Span gap : index.gaps().spans()) {
                out.writeLong(gap.start());
                out.writeLong(gap.end());
            }
        }
        return bytes.toByteArray();
    }

    private static FrameIndex unpacked(byte[] body) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(body)))) {
            long[] micros = new long[counted(in.readInt(), MOST_FRAMES)];
            for (int i = 1; i < micros.length; i++) {
                micros[i] = micros[i - 1] + in.readLong();
            }
            long end = in.readLong();
            boolean[] keys = new boolean[micros.length];
            long[] stamps = new long[counted(in.readInt(), micros.length)];
            boolean seekable = in.readBoolean();
            for (int key = 0; key < stamps.length; key++) {
                keys[counted(in.readInt(), micros.length - 1)] = true;
                stamps[key] = in.readLong();
            }
            List<Span> gaps = new ArrayList<>();
            for (int left = counted(in.readInt(), micros.length); left > 0; left--) {
                gaps.add(new Span(in.readLong(), in.readLong()));
            }
            return new FrameIndex(micros, keys, end, seekable ? stamps : new long[0], new SpanSet(gaps));
        }
    }

    private static int counted(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("a count of " + number);
        }
        return number;
    }
}
