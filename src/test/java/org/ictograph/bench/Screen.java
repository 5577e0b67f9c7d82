package org.ictograph.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** JavaFX without a display: it draws into memory, with the processor alone. */
final class Screen {
    private static boolean started;

    private Screen() {}

    /** Starts JavaFX; it ends with the program. */
    static synchronized void start() throws Exception {
        if (!started) {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("headless.geometry", "1920x1200-32");
            CompletableFuture<Void> up = new CompletableFuture<>();
            Platform.startup(() -> up.complete(null));
            up.get(1, TimeUnit.MINUTES);
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    /** Does something on the FX thread and waits for it. */
    static <T> T fx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.get(5, TimeUnit.MINUTES);
    }
}
