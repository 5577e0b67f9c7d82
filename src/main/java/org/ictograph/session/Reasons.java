package org.ictograph.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Why the person who works changes what was signed. It is asked for when the store refuses an edit without a reason, once for
 * each open recording, and goes into every further edit that needs one until the recording or the rater changes. Called on
 * the FX thread.
 */
public final class Reasons {
    private Supplier<CompletableFuture<Optional<String>>> question =
            () -> CompletableFuture.completedFuture(Optional.empty());
    private Optional<String> given = Optional.empty();

    /** How a person is asked; without an answer the edit stays refused. */
    public void asking(Supplier<CompletableFuture<Optional<String>>> asked) {
        question = asked;
    }

    /** Answers before anybody asks. */
    public void give(String reason) {
        given = Optional.of(reason.strip()).filter(words -> !words.isEmpty());
    }

    /** What was answered does not hold any longer. */
    void forget() {
        given = Optional.empty();
    }

    CompletableFuture<Optional<String>> forThis() {
        if (given.isPresent()) {
            return CompletableFuture.completedFuture(given);
        }
        return question.get().thenApply(answer -> {
            answer.ifPresent(this::give);
            return given;
        });
    }
}
