package org.ictograph.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import org.ictograph.model.ScoreTrack;

/**
 * Proves the score tracks of a run: SHA-256 over all of them, by cage and label. Each track counts with its cage's id and
 * its label, each as text followed by a zero byte, then start, step and number of values as 64-bit integers and the values
 * as 32-bit floats, all little-endian.
 */
final class TracksHash {
    private TracksHash() {}

    static String of(List<ScoreTrack> tracks) {
        MessageDigest digest = Sha256.digest();
        tracks.stream()
                .sorted(Comparator.comparing(
                                (ScoreTrack track) -> track.cageId().toString())
                        .thenComparing(ScoreTrack::label))
                .forEach(track -> {
                    text(digest, track.cageId().toString());
                    text(digest, track.label());
                    digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(track.start())
                            .putLong(track.step())
                            .putLong(track.values().size())
                            .array());
                    digest.update(bytes(track.values()));
                });
        return Sha256.hex(digest.digest());
    }

    /** The values as 32-bit little-endian floats. */
    static byte[] bytes(List<Float> values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putFloat);
        return bytes.array();
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
