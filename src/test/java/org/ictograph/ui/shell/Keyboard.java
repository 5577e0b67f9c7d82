package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.video.Picture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A person who has a keyboard and no mouse: presses keys, looks at what has the focus, and waits for what shows. With
 * {@code -Dictograph.walk=FOLDER} each step leaves a picture of the window and all that lies over it.
 */
final class Keyboard {
    private static final int FARTHEST = 80;

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private int step;

    Keyboard(Stage stage) {
        this.stage = stage;
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Types letters, digits and spaces. */
    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            KeyCode key = sign == ' '
                    ? KeyCode.SPACE
                    : KeyCode.valueOf((Character.isDigit(sign) ? "DIGIT" : "") + Character.toUpperCase(sign));
            if (Character.isUpperCase(sign)) {
                press(KeyCode.SHIFT, key);
            } else {
                press(key);
            }
        }
    }

    /** Replaces what stands in the field that has the focus. */
    void fill(String text) {
        press(KeyCode.CONTROL, KeyCode.A);
        type(text);
    }

    void await(String what, BooleanSupplier wanted) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> fx(wanted::getAsBoolean));
        } catch (java.util.concurrent.TimeoutException late) {
            picture("late");
            throw new AssertionError(what + " did not come; focus " + focus() + ", picture “late”", late);
        }
    }

    /** The window in front: a sheet, or the program's own. */
    Window front() {
        return fx(() -> {
            List<Window> sheets = Window.getWindows().stream()
                    .filter(window -> window instanceof Stage && window.isShowing())
                    .toList();
            return sheets.get(sheets.size() - 1);
        });
    }

    /** What has the focus there. */
    Node focus() {
        Window front = front();
        return fx(() -> front.getScene().getFocusOwner());
    }

    /** Goes on with Tab until something has the focus. */
    void tabTo(String id) {
        tabTo(id, node -> id.equals("#" + node.getId()));
    }

    private void tabTo(String what, Predicate<Node> wanted) {
        StringBuilder met = new StringBuilder();
        for (int i = 0; i < FARTHEST; i++) {
            Node focus = focus();
            if (focus != null && fx(() -> wanted.test(focus))) {
                return;
            }
            met.append('\n').append(focus);
            press(KeyCode.TAB);
        }
        picture("not-reached");
        throw new AssertionError("Tab does not come to " + what + ", only to" + met);
    }

    /** Chooses a line of the menus. */
    void menu(String menu, String line) throws Exception {
        press(KeyCode.F10);
        MenuBar bar = fx(() -> (MenuBar) stage.getScene().lookup(".menu-bar"));
        int places =
                fx(() -> bar.getMenus().stream().map(Menu::getText).toList()).indexOf(menu);
        for (int i = 0; i < places; i++) {
            press(KeyCode.RIGHT);
        }
        await("menu " + menu, () -> bar.getMenus().get(places).isShowing());
        for (int i = 0; !lit().contains(line); i++) {
            if (i == FARTHEST) {
                picture("no-line");
                throw new AssertionError("Down does not come to " + line + " in the menu " + menu);
            }
            press(KeyCode.DOWN);
        }
        picture("menu");
        press(KeyCode.ENTER);
    }

    /** What the line of a menu says that is lit up, empty while none is. */
    private List<String> lit() {
        return fx(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> Stream.ofNullable(menu.getScene().getFocusOwner()))
                .filter(line -> line.getStyleClass().contains("menu-item"))
                .flatMap(line -> line.lookupAll(".label").stream())
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    /** Chooses from the box that has the focus. */
    void choose(String wanted) {
        Node box = focus();
        if (!(box instanceof ComboBox<?> choices)) {
            throw new AssertionError(box + " is no box to choose from");
        }
        List<String> offered = fx(() -> offered(choices));
        press(KeyCode.ALT, KeyCode.DOWN);
        int from = fx(() -> choices.getSelectionModel().getSelectedIndex());
        int to = offered.indexOf(wanted);
        for (int i = 0; i < Math.abs(to - from); i++) {
            press(to > from ? KeyCode.DOWN : KeyCode.UP);
        }
        press(KeyCode.ENTER);
        String chosen = fx(() -> shown(choices));
        if (!wanted.equals(chosen)) {
            picture("not-chosen");
            throw new AssertionError("chosen was " + chosen + " instead of " + wanted + " of " + offered);
        }
    }

    private static <T> List<String> offered(ComboBox<T> box) {
        return box.getItems().stream().map(box.getConverter()::toString).toList();
    }

    private static <T> String shown(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    /** What a node of the window in front says. */
    String text(String id) {
        Window front = front();
        return fx(() -> {
            Node found = front.getScene().lookup(id);
            return found instanceof Labeled label
                    ? label.getText()
                    : found instanceof TextInputControl field ? field.getText() : "";
        });
    }

    /** A node that can be seen. */
    Optional<Node> shows(String id) {
        Window front = front();
        return fx(() -> Optional.ofNullable(front.getScene().lookup(id)).filter(Keyboard::seen));
    }

    /** Whether a node can be pressed. */
    boolean ready(String id) {
        return shows(id).filter(node -> !node.isDisabled()).isPresent();
    }

    private static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    /** Leaves a picture of everything that is on the screen, when somebody wants to look at it. */
    void picture(String name) {
        String folder = System.getProperty("ictograph.walk", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Path into = Files.createDirectories(Path.of(folder));
            Picture picture = fx(this::screen);
            new FfmpegVideos().writePng(picture, into.resolve(String.format("%02d-%s.png", ++step, name)));
        } catch (Exception failure) {
            throw new AssertionError("No picture of " + name, failure);
        }
    }

    /** The program's window with the sheets and menus that lie over it. */
    private Picture screen() {
        WritableImage whole = stage.getScene().snapshot(null);
        PixelWriter pixels = whole.getPixelWriter();
        double left = stage.getX() + stage.getScene().getX();
        double top = stage.getY() + stage.getScene().getY();
        for (Window over : Window.getWindows()) {
            if (over != stage && over.isShowing()) {
                WritableImage image = over.getScene().snapshot(null);
                int x = (int) (over.getX() + over.getScene().getX() - left);
                int y = (int) (over.getY() + over.getScene().getY() - top);
                for (int row = Math.max(0, -y); row < image.getHeight() && y + row < whole.getHeight(); row++) {
                    for (int column = Math.max(0, -x);
                            column < image.getWidth() && x + column < whole.getWidth();
                            column++) {
                        var colour = image.getPixelReader().getColor(column, row);
                        if (colour.isOpaque()) {
                            pixels.setColor(x + column, y + row, colour);
                        }
                    }
                }
            }
        }
        return Snapshot.of(whole);
    }
}
