package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.ui.kit.Messages;
import org.testfx.util.WaitForAsyncUtils;

/** Shows every workspace, panel, menu and sheet of the real window one after the other. */
final class ScreenTour {
    /** What commands open over the Annotate workspace. */
    private static final List<Command> PANELS =
            List.of(Command.SKIM_BOUNDS, Command.SHOW_EXPOSURE, Command.PICTURE_MOSAIC, Command.PICTURE_WHOLE);

    private final Path folder;
    private final Stage stage;
    private final Workstation window;
    private final RatedWindow rated;
    private final BiConsumer<String, Parent> visitor;

    /** @param visitor gets the name and the content of each screen on the FX thread */
    ScreenTour(Path folder, Stage stage, RatedWindow rated, BiConsumer<String, Parent> visitor) {
        this.folder = folder;
        this.stage = stage;
        this.rated = rated;
        this.window = rated.window;
        this.visitor = visitor;
    }

    /** Lets settings say how large the window is, before it is made. */
    static void size(Path folder, int width, int height) throws Exception {
        Files.createDirectories(folder.resolve("settings"));
        Files.writeString(folder.resolve("settings/settings.properties"), "window = " + width + " x " + height + "\n");
    }

    /** A window of this language. */
    static RatedWindow window(Path folder, Stage stage, Messages messages) throws Exception {
        return new RatedWindow(folder, stage, messages);
    }

    void go() throws Exception {
        visit("start");
        StudySession session = rated.open();
        await(() -> session.state().recording().get().isPresent());
        visit("blind");
        fx(() -> window.guide(Guide.STUDY));
        for (int step = 1; step <= Guide.STUDY.steps().size(); step++) {
            int number = step;
            fx(() -> ((Button) window.scene().lookup("#guide-step-" + number)).fire());
            visit("guide " + step);
        }
        fx(() -> window.run(Command.GUIDE_LEAVE));
        for (Workspace workspace : Workspace.values()) {
            fx(() -> window.go(workspace));
            visit("blind " + workspace);
        }
        fx(() -> session.showOthers(true)).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        for (Workspace workspace : Workspace.values()) {
            fx(() -> window.go(workspace));
            WaitForAsyncUtils.waitForFxEvents();
            if (workspace == Workspace.AGREEMENT || workspace == Workspace.EXPORT) {
                Thread.sleep(1_500);
            }
            visit("review " + workspace);
        }
        joints();
        fx(() -> window.run(Command.SHOW_FIGURES));
        await(() -> !window.scene().lookup("#diary-save").isDisabled());
        visit("pictures");
        fx(() -> window.run(Command.LEAVE));
        fx(() -> window.run(Command.SHOW_TRIAGE));
        await(() -> window.scene().lookup("#triage-queue") instanceof TableView<?> queue
                && !queue.getItems().isEmpty());
        visit("triage");
        fx(() -> ((Button) window.scene().lookup("#audit-begin")).fire());
        visit("audit");
        fx(() -> window.run(Command.LEAVE));
        fx(() -> window.go(Workspace.AGREEMENT));
        fx(() -> window.run(Command.ADJUDICATE));
        WaitForAsyncUtils.waitForFxEvents();
        visit("adjudicate");
        fx(() -> window.run(Command.ADJUDICATE));
        fx(() -> window.go(Workspace.ANNOTATE));
        for (Command panel : PANELS) {
            fx(() -> window.run(panel));
            visit(panel.id());
        }
        fx(() -> window.run(Command.NEXT_MARK));
        visit("selected mark");
        fx(() -> window.run(Command.SHOW_KEYS));
        visit("keys");
        fx(() -> window.run(Command.SHOW_KEYS));
        menus();
        sheets();
    }

    /** What the Export screen asks only for some data sets. */
    @SuppressWarnings("unchecked")
    private void joints() {
        fx(() -> window.go(Workspace.EXPORT));
        ComboBox<Profile> profiles = (ComboBox<Profile>) fx(() -> window.scene().lookup("#profile"));
        fx(() -> profiles.setValue(Profiles.JOINTS));
        visit("joints");
        fx(() -> profiles.setValue(Profiles.RODEPIL));
    }

    private void menus() {
        MenuBar bar = (MenuBar) fx(() -> window.scene().lookup(".menu-bar"));
        for (Menu menu : bar.getMenus()) {
            fx(menu::show);
            fx(() -> others().forEach(popup -> visit("menu " + menu.getText(), popup)));
            fx(menu::hide);
        }
    }

    private void sheets() throws Exception {
        sheet("history", () -> window.prove(Proving::history));
        sheet("signatures", () -> window.prove(Proving::signatures));
        sheet("sign", () -> window.prove(Proving::sign));
        sheet("review list", () -> window.deliveries().reviewList());
        sheet("give labels", () -> window.deliveries().giveLabels());
        fx(() -> window.go(Workspace.STUDY));
        sheet("protocol", () -> ((Button) window.scene().lookup("#change-protocol")).fire());
        sheet("restore", window::restore);
        sheet("second place", window::secondPlace);
        sheet("new rater", window::newRater);
        sheet("assign", () -> window.run(Command.ASSIGN));
        sheet("manual", () -> window.run(Command.SHOW_MANUAL));
        sheet("change keys", window::changeKeys);
        Path labels = Files.writeString(folder.resolve("foreign.csv"), "time,label\n1.0,seizure\n");
        sheet("take labels", () -> window.deliveries().takeLabels(labels));
        sheet("attach key points", () -> window.deliveries().attachPoints(labels));
        visit("key points");
        Path film = folder.resolve("film.mp4");
        Path first = Files.copy(film, folder.resolve("a_2025-02-01_10-00-00.mp4"));
        Path second = Files.copy(film, folder.resolve("a_2025-02-01_10-00-24.mp4"));
        sheet("add", () -> window.add(List.of(first, second)));
    }

    /** Opens a sheet, which may wait for an answer, shows it and closes it. */
    private void sheet(String name, Runnable opener) throws Exception {
        Platform.runLater(opener);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(() -> !others().isEmpty()));
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> others().forEach(sheet -> visit(name, sheet)));
        fx(() -> others().forEach(Window::hide));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<Window> others() {
        return Window.getWindows().stream().filter(window -> window != stage).toList();
    }

    private void visit(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> visit(name, stage));
    }

    private void visit(String name, Window shown) {
        Parent root = shown.getScene().getRoot();
        root.applyCss();
        root.layout();
        visitor.accept(name, root);
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(wanted::getAsBoolean));
    }
}
