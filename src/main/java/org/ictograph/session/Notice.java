package org.ictograph.session;

import java.util.List;

/**
 * Something to tell the person: what the program did, or a sentence about what it could not do.
 *
 * @param key message key of what was done, or {@code "problem"} with the sentence as its only argument
 * @param arguments numbers and names that belong into the message
 */
public record Notice(String key, List<Object> arguments, boolean problem) {
    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Something that was done. */
    public static Notice done(String key, Object... arguments) {
        return new Notice(key, List.of(arguments), false);
    }

    /** Something that could not be done. */
    public static Notice problem(Throwable failure) {
        return new Notice("problem", List.of(Sentence.of(failure)), true);
    }
}
