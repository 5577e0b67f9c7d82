package org.ictograph.dataset.format;

import org.ictograph.dataset.Sha256;

/**
 * Names of people's choosing as parts of file names.
 *
 * <p>Letters A to Z, digits and hyphens stay. Every other character becomes its code point in hexadecimal between tildes:
 * {@code Müller_3/b} is {@code M~fc~ller~5f~3~2f~b}. Underscores never survive, so that they can separate the tokens of a
 * file name, and the rule can be read backwards. A token of more than 60 characters is cut and ends in two tildes and the
 * start of the name's SHA-256; the manifest has the whole name.
 */
final class FileToken {
    private static final int LONGEST = 60;
    private static final int HASH_DIGITS = 16;

    private FileToken() {}

    static String of(String name) {
        StringBuilder token = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (stays(point)) {
                token.appendCodePoint(point);
            } else {
                token.append('~').append(Integer.toHexString(point)).append('~');
            }
        });
        if (token.length() > LONGEST) {
            token.setLength(LONGEST - HASH_DIGITS - 2);
            token.append("~~").append(Sha256.of(name), 0, HASH_DIGITS);
        }
        return token.toString();
    }

    private static boolean stays(int point) {
        return (point >= 'a' && point <= 'z')
                || (point >= 'A' && point <= 'Z')
                || (point >= '0' && point <= '9')
                || point == '-';
    }
}
