package org.ictograph.dataset.format;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Sha256;

/** A clip's name in letters and digits that tells nothing about the animal, yet is the same whenever the piece is exported. */
final class OpaqueName {
    private static final int LETTERS_AND_DIGITS = 36;

    private OpaqueName() {}

    static String of(ClipPlace place, ClipSource source, int length) {
        String piece =
                source.fingerprint() + " " + place.cage() + " " + source.startMicros() + " " + source.endMicros();
        byte[] hash = Sha256.digest(piece.getBytes(StandardCharsets.UTF_8));
        String digits = new BigInteger(1, hash).toString(LETTERS_AND_DIGITS);
        return digits.substring(digits.length() - length);
    }
}
