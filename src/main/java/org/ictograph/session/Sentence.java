package org.ictograph.session;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.ictograph.dataset.DatasetException;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.settings.SettingsException;
import org.ictograph.store.StoreException;
import org.ictograph.video.VideoException;
import org.slf4j.LoggerFactory;

/** Turns a failure into the sentence that a person reads. */
public final class Sentence {
    private static final Set<Class<? extends Exception>> TELLING = Set.of(
            StoreException.class,
            VideoException.class,
            ExchangeException.class,
            DatasetException.class,
            LocalizerException.class,
            SettingsException.class,
            SessionException.class);

    private Sentence() {}

    /** The rooms' exceptions carry a sentence; anything else is a defect, which is logged and named as such. */
    public static String of(Throwable failure) {
        Throwable cause = cause(failure);
        String message = cause.getMessage();
        if (TELLING.stream().anyMatch(telling -> telling.isInstance(cause)) && message != null) {
            return message;
        }
        if (cause instanceof CancellationException) {
            return "Cancelled; nothing was left behind.";
        }
        LoggerFactory.getLogger(Sentence.class).error("Unexpected failure", cause);
        return "Something went wrong inside the program (" + cause
                + "). What was stored before is safe; the log has the details.";
    }

    /** True when nothing went wrong: somebody cancelled it, or what it was for was closed meanwhile. */
    public static boolean calledOff(Throwable failure) {
        return cause(failure) instanceof CancellationException;
    }

    /** What really happened, without the wrapping of futures. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
