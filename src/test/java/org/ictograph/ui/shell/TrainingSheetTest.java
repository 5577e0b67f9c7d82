package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.ictograph.localizer.Localizers;
import org.ictograph.localizer.torch.ModelTrainer;
import org.ictograph.localizer.torch.NetworkShelf;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.ReviewPlan;
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

/** A model is trained from the window, stopped, gone on with, and stands on the shelf. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class TrainingSheetTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private StudySession session;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        Path models = folder.resolve("models");
        rated = new RatedWindow(folder, stage, place -> {
            Workplace usual = place.with(new FxLane());
            Localizers growing = usual.localizers()
                    .growing(() -> NetworkShelf.of(models, folder), ModelTrainer.small(models, folder));
            return new Workplace(
                    usual.videos(),
                    usual.files(),
                    growing,
                    usual.datasets(),
                    usual.formats(),
                    usual.jobs(),
                    usual.fx());
        });
        session = rated.open();
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static boolean shown(String id) {
        return javafx.stage.Window.getWindows().stream()
                .anyMatch(
                        window -> window.getScene() != null && window.getScene().lookup(id) != null);
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(240, TimeUnit.SECONDS, () -> fx(so));
    }

    /** Nothing is adjudicated here, so that only what one rater decided and marked can be learned from. */
    @Test
    void whatWasDecidedIsLearnedFromAndComparedWithTheModelBefore() throws Exception {
        fx(() -> rated.window.models().trainAgain());
        TextField name = found("#training-name");
        fx(() -> name.setText("again-70"));
        Spinner<Integer> epochs = found("#training-epochs");
        fx(() -> epochs.getValueFactory().setValue(2));
        Button start = found("#training-start");
        fx(() -> start.fire());
        Label outcome = found("#training-outcome");
        Label trouble = found("#training-trouble");
        until(() -> outcome.getText().contains("again-70 stands on the shelf")
                || !trouble.getText().isEmpty());
        assertEquals("", fx(() -> trouble.getText()));
        assertTrue(
                fx(() -> outcome.getText()).matches("(?s).*(than|as) rhythm-1 on these: F1 .* \\(before .*"),
                fx(() -> outcome.getText()));
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(outcome.getScene())),
                        OnScreen.pictures().resolve("training-again.png"));
    }

    @Test
    void trainingIsWatchedStoppedAndGoneOnWith() throws Exception {
        ReviewPlan plan = session.state().study().get().protocol().plan();
        fx(() -> rated.window.models().train());
        TextField name = found("#training-name");
        Button start = found("#training-start");
        Button stop = found("#training-stop");
        Button on = found("#training-on");
        Label trouble = found("#training-trouble");
        assertTrue(fx(() -> start.isDisabled()), "a model needs a name");
        fx(() -> name.setText("rhythm-1"));
        assertTrue(fx(() -> start.isDisabled()), "that name is taken");
        LineChart<Number, Number> chart = found("#training-chart");
        Label soon = found("#training-soon");
        assertFalse(fx(() -> chart.isVisible()), "no empty axes before there is a point");
        assertEquals("The curves begin with the first whole epoch.", fx(() -> soon.isVisible() ? soon.getText() : ""));

        Label outlook = found("#training-outlook");
        until(() -> outlook.getText().contains("at least two need seizures"));
        fx(() -> name.setText("cohort-70"));
        fx(() -> start.fire());
        until(() -> trouble.getText().contains("There is no seizure to learn from"));

        fx(() -> session.adjudicating().plan(plan.withInclusion(InclusionRule.both(0.5))))
                .get(20, TimeUnit.SECONDS);
        Spinner<Integer> epochs = found("#training-epochs");
        fx(() -> epochs.getValueFactory().setValue(12));
        fx(() -> start.fire());
        until(() -> chart.getData().get(0).getData().size() >= 2);
        assertTrue(fx(() -> chart.isVisible() && !soon.isVisible()));
        NumberAxis across = (NumberAxis) chart.getXAxis();
        assertEquals(12, fx(across::getUpperBound), "room for the epochs that are left");
        assertEquals(2, fx(across::getTickUnit), "whole epochs");
        assertTrue(fx(() -> name.isDisabled()));
        fx(() -> stop.fire());
        Label outcome = found("#training-outcome");
        until(() -> outcome.getText().startsWith("Stopped."));

        fx(() -> on.fire());
        until(() -> outcome.getText().contains("cohort-70 stands on the shelf"));
        assertEquals(12, fx(() -> chart.getData().get(0).getData().size()));
        assertEquals(
                12, fx(() -> chart.getData().get(2).getData().size()), "a score after each epoch, also those before");
        assertEquals("", fx(() -> trouble.getText()));
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(chart.getScene())),
                        OnScreen.pictures().resolve("training.png"));
        assertTrue(session.workplace().localizers().byModel("cohort-70").isPresent());
        Button card = found("#training-card");
        fx(() -> card.fire());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(() -> shown("#card")));
        javafx.scene.Node content = found("#card");
        assertTrue(
                fx(() -> content.lookupAll(".label")).stream()
                        .anyMatch(one -> one instanceof Label label
                                && label.getText()
                                        .matches("Of the seizures it proposes \\d+ % \\(\\d of \\d\\) from .*")),
                "in per cent and by number");
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(content.getScene())),
                        OnScreen.pictures().resolve("card.png"));
        fx(() -> name.setText("cohort-70 "));
        fx(() -> name.setText("cohort-70"));
        assertTrue(fx(() -> start.isDisabled()), "now that name is taken too");
        assertFalse(fx(() -> name.isDisabled()));
    }
}
