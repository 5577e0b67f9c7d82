package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import org.ictograph.localizer.Computer;
import org.ictograph.localizer.torch.TorchComputer;
import org.ictograph.session.Workplace;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window tells on what networks compute, lets it be chosen, and says why something cannot be. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class ComputerSheetTest {
    @TempDir
    Path folder;

    private final List<String> kept = new ArrayList<>();
    private Stage stage;
    private RatedWindow rated;
    private TorchComputer computer;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        computer = new TorchComputer(
                Path.of("target", "torch"),
                Computer.Wish.AUTO,
                Optional.empty(),
                (wish, library) -> kept.add(wish + " " + library.isPresent()));
        rated = new RatedWindow(folder, stage, place -> {
            Workplace usual = place.with(new FxLane());
            return new Workplace(
                    usual.videos(),
                    usual.files(),
                    usual.localizers().on(computer),
                    usual.datasets(),
                    usual.formats(),
                    usual.jobs(),
                    usual.fx());
        });
        rated.open();
    }

    @AfterEach
    void close() throws Exception {
        TorchComputer.forThisRun(Computer.Wish.AUTO);
        rated.close();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(so));
    }

    @Test
    void theDeviceIsToldAndChosen() throws Exception {
        fx(() -> rated.window.models().computer());
        Label device = found("#computer-device");
        Label trouble = found("#computer-trouble");
        until(() -> device.getText().contains("PyTorch 2.7.1"));
        RadioButton cpu = found("#computer-cpu");
        fx(() -> cpu.fire());
        until(() -> device.getText().contains("CPU, PyTorch 2.7.1"));
        assertEquals(List.of("CPU false"), kept);
        assertEquals("", fx(() -> trouble.getText()));
        Label library = found("#computer-library");
        assertTrue(fx(() -> library.getText()).startsWith("No folder is named"), fx(() -> library.getText()));
        rated.study
                .place()
                .with(Runnable::run)
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(device.getScene())),
                        OnScreen.pictures().resolve("computer.png"));
    }
}
