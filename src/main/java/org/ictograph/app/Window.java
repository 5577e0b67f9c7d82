package org.ictograph.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.ictograph.session.demo.DemoStudy;
import org.ictograph.settings.Preferences;
import org.ictograph.settings.Settings;
import org.ictograph.settings.SettingsFolder;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.shell.Workstation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the workstation and waits until it is closed; without a display, does the main job instead. */
final class Window {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);

    private final Desk desk;
    private final Optional<Path> study;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Window(Desk desk, Optional<Path> study) {
        this.desk = desk;
        this.study = study;
    }

    static int open(Desk desk, @Nullable Path study) throws Exception {
        Screen screen = Screen.ofThisMachine();
        Optional<String> missing = screen.missing();
        if (missing.isEmpty()) {
            new Window(desk, Optional.ofNullable(study)).show();
            return Program.DONE;
        }
        desk.console().note("ictograph: " + missing.get());
        if (study != null) {
            return Program.FAILED;
        }
        new MainJob(desk, demo()).run(screen.canDrawText());
        return Program.DONE;
    }

    /** The demo study of the first start. */
    private static Path demo() {
        return Path.of(System.getProperty("user.home", "."), "Ictograph", "demo", DemoStudy.FILE);
    }

    /**
     * True for a program that was unpacked or installed: whoever opens it for the first time chooses on the start screen what to
     * do, while one that is run from its sources shows the demo.
     */
    private static boolean installed() {
        return !System.getProperty("ictograph.home", "").isEmpty();
    }

    private void show() throws InterruptedException {
        Platform.startup(this::build);
        closed.await();
    }

    private void build() {
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, defect) -> LOG.error("Unexpected failure on the screen", defect));
        Stage stage = new Stage();
        stage.getIcons()
                .add(new Image(Objects.requireNonNull(Window.class.getResource("icon.png"))
                        .toExternalForm()));
        Settings settings = new Settings(SettingsFolder.ofThisUser());
        Preferences preferences = settings.preferences();
        Messages messages = Messages.of(preferences.appearance().language());
        Locale.setDefault(messages.language());
        Workstation workstation =
                new Workstation(stage, desk.isolatedWorkplace(new FxLane()), settings, messages, demo());
        stage.setOnHidden(event -> {
            closed.countDown();
            Platform.exit();
        });
        workstation.show();
        study.or(() -> preferences.lastStudy().filter(Files::isRegularFile))
                .ifPresentOrElse(workstation::open, installed() ? () -> {} : workstation::openDemo);
    }
}
