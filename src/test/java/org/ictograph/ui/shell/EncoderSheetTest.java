package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.ictograph.localizer.Localizers;
import org.ictograph.localizer.torch.EncoderPretrainer;
import org.ictograph.localizer.torch.NetworkShelf;
import org.ictograph.session.StudySession;
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

/** An encoder is pre-trained from the window, stopped, gone on with, and stands on the shelf. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class EncoderSheetTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private StudySession session;
    private Path models;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        models = folder.resolve("models");
        rated = new RatedWindow(folder, stage, place -> {
            Workplace usual = place.with(new FxLane());
            Localizers seeing = usual.localizers().seeing(EncoderPretrainer.small(models, folder));
            return new Workplace(
                    usual.videos(), usual.files(), seeing, usual.datasets(), usual.formats(), usual.jobs(), usual.fx());
        });
        session = rated.open();
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(240, TimeUnit.SECONDS, () -> fx(so));
    }

    @Test
    void preTrainingIsWatchedStoppedAndGoneOnWith() throws Exception {
        fx(() -> rated.window.models().pretrain());
        TextField name = found("#encoder-name");
        Button start = found("#encoder-start");
        Button stop = found("#encoder-stop");
        Button on = found("#encoder-on");
        Spinner<Integer> epochs = found("#encoder-epochs");
        Spinner<Integer> clips = found("#encoder-clips");
        assertTrue(fx(() -> start.isDisabled()), "an encoder needs a name");
        fx(() -> name.setText("cages-70"));
        fx(() -> epochs.getValueFactory().setValue(12));
        fx(() -> clips.getValueFactory().setValue(16));
        fx(() -> start.fire());
        LineChart<Number, Number> chart = found("#encoder-chart");
        until(() -> chart.getData().get(0).getData().size() >= 2);
        fx(() -> stop.fire());
        Label outcome = found("#encoder-outcome");
        until(() -> outcome.getText().startsWith("Stopped."));
        assertEquals(List.of(), NetworkShelf.encoders(models));

        fx(() -> on.fire());
        Label trouble = found("#encoder-trouble");
        until(() -> outcome.getText().contains("cages-70 stands on the shelf")
                || !trouble.getText().isEmpty());
        assertEquals("", fx(() -> trouble.getText()));
        assertEquals(12, fx(() -> chart.getData().get(0).getData().size()));
        assertEquals(List.of("cages-70"), NetworkShelf.encoders(models));
        assertTrue(fx(() -> start.isDisabled()), "now that name is taken");
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(chart.getScene())),
                        OnScreen.pictures().resolve("encoder.png"));
    }
}
