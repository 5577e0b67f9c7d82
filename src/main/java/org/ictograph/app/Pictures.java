package org.ictograph.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Settings;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.ictograph.ui.shell.Workspace;
import org.ictograph.ui.shell.Workstation;
import org.ictograph.video.Picture;

/** Pictures of every workspace, light and dark, made without a display: JavaFX draws into memory (Monocle). */
final class Pictures {
    /** Time for a screen to fill itself after it comes to the front. */
    private static final Duration SETTLING = Duration.seconds(2.5);

    private static final long LONGEST_WAIT = 120;

    private final Desk desk;
    private final Path study;
    private final Path folder;
    private final Messages messages;

    Pictures(Desk desk, Path study, Path folder) {
        this(desk, study, folder, Messages.english());
    }

    /** The same in another language. */
    Pictures(Desk desk, Path study, Path folder, Messages messages) {
        this.messages = messages;
        this.desk = desk;
        this.study = study;
        this.folder = folder;
    }

    void make() throws Exception {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        // The window is as large as a small laptop's screen, and Monocle's own screen must not be smaller.
        System.setProperty("headless.geometry", "1600x1000-32");
        Path settings = Files.createTempDirectory("ictograph");
        Platform.startup(() -> {});
        Workstation workstation = onFx(() -> build(settings));
        try {
            StudySession session = onFx(() -> workstation.open(study));
            onFx(Pictures::pause);
            onFx(() -> session.showOthers(true));
            for (Theme theme : Theme.values()) {
                for (Workspace workspace : Workspace.values()) {
                    onFx(() -> {
                        workstation.dress(theme);
                        workstation.go(workspace);
                        return pause();
                    });
                    String name = workspace.name() + "-" + theme.name() + ".png";
                    Picture picture = onFx(() -> CompletableFuture.completedFuture(Snapshot.of(workstation.scene())));
                    desk.videos().writePng(picture, folder.resolve(name.toLowerCase(Locale.ROOT)));
                }
            }
        } finally {
            onFx(workstation::leave);
            Platform.exit();
        }
    }

    private CompletableFuture<Workstation> build(Path settings) {
        Stage stage = new Stage();
        Workstation made =
                new Workstation(stage, desk.workplace(new FxLane()), new Settings(settings), messages, study);
        made.show();
        return CompletableFuture.completedFuture(made);
    }

    private static CompletableFuture<Integer> pause() {
        CompletableFuture<Integer> over = new CompletableFuture<>();
        PauseTransition pause = new PauseTransition(SETTLING);
        pause.setOnFinished(event -> over.complete(0));
        pause.play();
        return over;
    }

    /** Does something on the FX thread and waits for what it promises. */
    @CanIgnoreReturnValue
    private <T> T onFx(Supplier<CompletableFuture<T>> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                var unused = action.get().whenComplete((outcome, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else {
                        done.complete(outcome);
                    }
                });
            } catch (RuntimeException failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            return desk.await(
                    () -> done.orTimeout(LONGEST_WAIT, TimeUnit.SECONDS).join());
        } catch (TimeoutException never) {
            throw new IllegalStateException("A screen did not come up.", never);
        }
    }
}
