package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.ictograph.localizer.Localizers;
import org.ictograph.localizer.torch.ClipModelTrainer;
import org.ictograph.localizer.torch.EncoderPretrainer;
import org.ictograph.localizer.torch.ModelTrainer;
import org.ictograph.localizer.torch.NetworkShelf;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.ReviewPlan;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A network for clips is trained from the window, stopped, gone on with, and stands on the shelf with its card. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class ClipsSheetTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private StudySession session;

    @Start
    void start(Stage given) {
        stage = given;
    }

    private void open(Messages messages) throws Exception {
        Path models = folder.resolve("models");
        Path encoder = Files.createDirectories(models.resolve("reference").resolve("encoder"));
        for (String name : List.of("config.json", "model.safetensors")) {
            Files.copy(golden(name), encoder.resolve(name));
        }
        Files.writeString(
                encoder.resolve("preprocessor_config.json"),
                "{\"size\":{\"height\":32,\"width\":32},\"image_mean\":[0.45,0.45,0.45],\"image_std\":[0.225,0.225,0.225]}");
        rated = new RatedWindow(
                folder,
                stage,
                place -> {
                    Workplace usual = place.with(new FxLane());
                    Localizers all = usual.localizers()
                            .growing(() -> NetworkShelf.of(models, folder), ModelTrainer.small(models, folder))
                            .seeing(EncoderPretrainer.small(models, folder))
                            .tellingClips(ClipModelTrainer.published(models, folder));
                    return new Workplace(
                            usual.videos(),
                            usual.files(),
                            all,
                            usual.datasets(),
                            usual.formats(),
                            usual.jobs(),
                            usual.fx());
                },
                messages);
        session = rated.open();
    }

    private static Path golden(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(NetworkShelf.class.getResource("golden/videomae-mean/" + name), name)
                .toURI());
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(240, TimeUnit.SECONDS, () -> fx(so));
    }

    private void picture(String name) throws Exception {
        Node chart = found("#clips-chart");
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(chart.getScene())),
                        OnScreen.pictures().resolve(name + ".png"));
    }

    /** A small screen has room for the title of the window and of the system, too. */
    @Test
    void everyPartFitsASmallScreenInGerman() throws Exception {
        open(new Messages(Locale.GERMAN));
        fx(() -> rated.window.models().train());
        for (String part : List.of("events", "clips", "encoder")) {
            RadioButton button = found("#learning-" + part);
            fx(button::fire);
            fx(() -> button.getScene().getRoot().layout());
            picture("learning-de-" + part);
            for (Node each : fx(() -> button.getScene().getRoot().lookupAll(".label"))) {
                if (each instanceof Label label && label.isManaged() && !label.isWrapText()) {
                    assertTrue(label.getWidth() >= label.prefWidth(-1) - 1, "cut: " + label.getText());
                }
            }
        }
        Node place = found("#clips-chart");
        assertTrue(
                fx(() -> place.getScene().getHeight()) <= 728,
                "height " + fx(() -> place.getScene().getHeight()));
    }

    @Test
    void aNetworkForClipsIsTrainedFoldByFold() throws Exception {
        open(Messages.english());
        ReviewPlan plan = session.state().study().get().protocol().plan();
        fx(() -> rated.window.models().train());
        RadioButton clips = found("#learning-clips");
        Node name = found("#clips-name");
        assertFalse(fx(() -> name.getParent().getParent().isVisible()), "events in time are chosen first");
        fx(() -> clips.fire());
        assertTrue(fx(() -> name.getParent().getParent().isVisible()));
        Button start = found("#clips-start");
        Button stop = found("#clips-stop");
        Button on = found("#clips-on");
        Label trouble = found("#clips-trouble");
        assertTrue(fx(() -> start.isDisabled()), "a model needs a name");
        fx(() -> ((TextField) name).setText("reference"));
        assertTrue(fx(() -> start.isDisabled()), "that name is an encoder's");
        fx(() -> ((TextField) name).setText("clips-70"));
        Label outlook = found("#clips-outlook");
        until(() -> outlook.getText().contains("at least two need seizures"));
        assertTrue(fx(() -> outlook.getStyleClass()).contains("report-warning"));
        fx(() -> start.fire());
        until(() -> trouble.getText().contains("There is no seizure to learn from"));

        fx(() -> session.adjudicating().plan(plan.withInclusion(InclusionRule.both(0.5))))
                .get(20, TimeUnit.SECONDS);
        Spinner<Integer> epochs = found("#clips-epochs");
        Spinner<Integer> folds = found("#clips-folds");
        Spinner<Double> seconds = found("#clips-seconds");
        fx(() -> epochs.getValueFactory().setValue(30));
        fx(() -> folds.getValueFactory().setValue(2));
        fx(() -> seconds.getValueFactory().setValue(1.0));
        fx(() -> start.fire());
        LineChart<Number, Number> chart = found("#clips-chart");
        Label outcome = found("#clips-outcome");
        RadioButton events = found("#learning-events");
        until(() ->
                !chart.getData().isEmpty() && chart.getData().get(0).getData().size() >= 2);
        assertTrue(fx(() -> events.isDisabled()), "one training at a time");
        fx(() -> stop.fire());
        until(() -> outcome.getText().startsWith("Stopped."));
        fx(() -> on.fire());
        until(() -> outcome.getText().contains("clips-70 stands on the shelf")
                || !trouble.getText().isEmpty());
        assertEquals("", fx(() -> trouble.getText()));
        assertTrue(
                fx(() -> outcome.getText()).contains("Mean of 2 folds on animals held out"),
                fx(() -> outcome.getText()));
        assertEquals(2, fx(() -> chart.getData().size()));
        assertEquals(30, fx(() -> chart.getData().get(0).getData().size()));
        assertEquals(30, fx(() -> chart.getData().get(1).getData().size()));
        picture("training-clips");
        fx(() -> events.fire());
        ComboBox<String> encoder = found("#training-encoder");
        assertEquals("reference", fx(() -> encoder.getItems().get(1)));
        fx(() -> encoder.setValue("reference"));
        TextField model = found("#training-name");
        fx(() -> model.setText("events-70"));
        Spinner<Integer> few = found("#training-epochs");
        fx(() -> few.getValueFactory().setValue(1));
        Button learn = found("#training-start");
        assertTrue(fx(() -> learn.isDefaultButton() && !start.isDefaultButton()), "Enter starts what is shown");
        fx(() -> learn.fire());
        Label learned = found("#training-outcome");
        Label complaint = found("#training-trouble");
        until(() -> learned.getText().contains("events-70 stands on the shelf")
                || !complaint.getText().isEmpty());
        assertEquals("", fx(() -> complaint.getText()));
        assertEquals(
                List.of(-1L),
                List.of(Files.mismatch(
                        folder.resolve("models/reference/encoder/model.safetensors"),
                        folder.resolve("models/events-70/encoder/model.safetensors"))));
        Button card = found("#clips-card");
        fx(() -> card.fire());
        until(() -> javafx.stage.Window.getWindows().stream()
                .anyMatch(window -> window.getScene().lookup("#card") != null));
        Node content = found("#card");
        String words = fx(() -> content.lookupAll(".label").stream()
                .map(each -> ((Label) each).getText())
                .reduce("", (all, one) -> all + "\n" + one));
        assertTrue(words.contains("sensitivity"), words);
        assertTrue(words.contains("\n70-1\n24\n"), words);
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(content.getScene())),
                        OnScreen.pictures().resolve("card-clips.png"));
    }
}
