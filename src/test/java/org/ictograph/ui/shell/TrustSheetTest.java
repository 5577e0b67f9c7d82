package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.torch.ModelTrainer;
import org.ictograph.localizer.torch.NetworkShelf;
import org.ictograph.localizer.torch.TrustedModules;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.settings.Command;
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

/** A TorchScript module of the shelf runs from the window only after somebody has said that it may. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class TrustSheetTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private StudySession session;
    private Path module;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        Path models = folder.resolve("models");
        module = models.resolve("foreign").resolve("encoder").resolve("model.pt");
        Files.createDirectories(models.resolve("foreign").resolve("encoder"));
        for (String name : List.of("model.pt", "config.json", "preprocessor_config.json")) {
            Files.copy(golden(name), module.resolveSibling(name));
        }
        Files.writeString(models.resolve("foreign").resolve("localizer.json"), "{\"id2label\": {\"0\": \"seizure\"}}");
        rated = new RatedWindow(folder, stage, place -> {
            Workplace usual = place.with(new FxLane());
            return new Workplace(
                    usual.videos(),
                    usual.files(),
                    usual.localizers()
                            .growing(
                                    () -> NetworkShelf.of(models, folder.resolve("cache")),
                                    ModelTrainer.small(models, folder.resolve("cache")))
                            .trusting(new TrustedModules(models)),
                    usual.datasets(),
                    usual.formats(),
                    usual.jobs(),
                    usual.fx());
        });
        session = rated.open();
    }

    private static Path golden(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(NetworkShelf.class.getResource("golden/torchscript/" + name), name)
                .toURI());
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(so));
    }

    private static String words() throws Exception {
        VBox modules = found("#trust-modules");
        return fx(() -> String.join(
                "\n",
                modules.lookupAll(".label").stream()
                        .map(each -> ((Label) each).getText())
                        .toList()));
    }

    @Test
    void aModelThatComesToTheShelfLaterIsOffered() throws Exception {
        fx(() -> rated.window.run(Command.SHOW_PROPOSALS));
        ComboBox<Localizer> models = found("#models");
        String chosen = fx(() -> models.getValue().model());
        Path later = folder.resolve("models").resolve("later");
        Files.createDirectories(later.resolve("encoder"));
        for (String name : List.of("model.pt", "config.json", "preprocessor_config.json")) {
            Files.copy(golden(name), later.resolve("encoder").resolve(name));
        }
        Files.writeString(later.resolve("localizer.json"), "{\"id2label\": {\"0\": \"seizure\"}}");
        fx(() -> models.show());
        until(() -> models.getItems().stream().anyMatch(one -> one.model().equals("later")));
        assertEquals(chosen, fx(() -> models.getValue().model()));
        fx(() -> models.hide());
    }

    @Test
    void aModuleIsTrustedBeforeItRuns() throws Exception {
        fx(() -> rated.window.run(Command.SHOW_PROPOSALS));
        ComboBox<Localizer> models = found("#models");
        Button trust = found("#model-trust");
        assertFalse(fx(() -> trust.isVisible()), "the first model has no module");
        fx(() -> models.getItems().stream()
                .filter(one -> one.model().equals("foreign"))
                .findFirst()
                .ifPresent(models::setValue));
        until(trust::isVisible);
        until(() -> models.getButtonCell().getText().equals("foreign · not trusted"));
        Button everywhere = found("#run-all");
        fx(() -> everywhere.fire());
        Label why = found("#trust-why");
        assertTrue(fx(() -> why.getText()).contains("can do anything that you can do"), fx(() -> why.getText()));
        until(() -> why.getScene().lookup("#trust-foreign") != null);
        assertTrue(words().contains("foreign · not trusted"), words());
        assertTrue(words().contains("SHA-256 "
                + session.workplace()
                        .localizers()
                        .byModel("foreign")
                        .orElseThrow()
                        .weights()));
        assertEquals(
                "",
                fx(() -> session.state()
                        .labels()
                        .get()
                        .run()
                        .map(run -> run.model())
                        .filter("foreign"::equals)
                        .orElse("")));
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(why.getScene())),
                        OnScreen.pictures().resolve("trust.png"));

        Button give = found("#trust-foreign");
        fx(() -> give.fire());
        until(() -> models.getButtonCell().getText().equals("foreign"));
        assertTrue(words().contains("foreign · trusted"), words());
        assertTrue(
                Files.readString(folder.resolve("trusted-modules.properties")).contains(" = foreign"));

        Files.copy(golden("pickle.pt"), module, StandardCopyOption.REPLACE_EXISTING);
        Button withdraw = found("#trust-foreign");
        fx(() -> withdraw.fire());
        until(() -> models.getButtonCell().getText().equals("foreign · not trusted"));
        Button again = found("#trust-foreign");
        fx(() -> again.fire());
        Label trouble = found("#trust-trouble");
        until(() -> trouble.getText().contains("pickle"));
    }
}
