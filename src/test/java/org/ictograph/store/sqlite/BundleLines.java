package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What somebody may do to the lines of a bundle. */
final class BundleLines {
    private BundleLines() {}

    static List<String> edited(List<String> lines, int at, UnaryOperator<String> edit) {
        List<String> edited = new ArrayList<>(lines);
        edited.set(at, edit.apply(lines.get(at)));
        assertFalse(edited.equals(lines), "something was edited");
        return edited;
    }

    static List<String> without(List<String> lines, int at) {
        List<String> left = new ArrayList<>(lines);
        left.remove(at);
        return left;
    }

    /** With a right checksum, as somebody who knows the format would make it. */
    static List<String> proven(List<String> lines) {
        List<String> body = lines.subList(0, lines.size() - 1);
        String sum = Sha256.of((String.join("\n", body) + "\n").getBytes(StandardCharsets.UTF_8));
        List<String> proven = new ArrayList<>(body);
        proven.add("{\"sha256\":\"" + sum + "\"}");
        return proven;
    }
}
