package org.ictograph.video.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ictograph.video.VideoException;

/**
 * Identity of a file's content: SHA-256 of its size (8 bytes, big-endian), its first and its last mebibyte (the whole
 * content where it is shorter than two). Reads the same little of a file of any size; two recordings that differ only in the
 * middle and have the same size, head and tail do not occur with video, whose tables at head or tail list every frame.
 */
final class Fingerprint {
    private static final int PIECE = 1 << 20;

    private Fingerprint() {}

    static String of(Path file) throws VideoException {
        if (!Files.isRegularFile(file)) {
            throw Reason.noFile(file);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
            long head = Math.min(size, PIECE);
            digest.update(piece(channel, 0, (int) head));
            long tail = Math.max(head, size - PIECE);
            digest.update(piece(channel, tail, (int) (size - tail)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new VideoException(
                    Reason.name(file) + " cannot be read to its end. Check its disk and copy it again.", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    private static ByteBuffer piece(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("The file became shorter.");
            }
        }
        return bytes.flip();
    }
}
