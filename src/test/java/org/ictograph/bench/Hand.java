package org.ictograph.bench;

import static org.ictograph.bench.Screen.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.ictograph.ui.shell.Workstation;
import org.ictograph.video.Picture;
import org.ictograph.video.Videos;

/** A person at the window: types, clicks, waits for what comes, and takes pictures of it. */
final class Hand {
    private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};

    private final Stage stage;
    private final Workstation window;
    private final Videos videos;
    private final Path pictures;
    private final Robot robot;
    private int taken;

    /** @param pictures folder that they go to, numbered */
    Hand(Stage stage, Workstation window, Videos videos, Path pictures) throws Exception {
        this.stage = stage;
        this.window = window;
        this.videos = videos;
        this.pictures = Files.createDirectories(pictures);
        this.robot = fx(Robot::new);
    }

    Scene scene() {
        return window.scene();
    }

    /** Strikes keys together, the last of which is no modifier. */
    void strike(KeyCode... keys) throws Exception {
        fx(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return 0;
        });
        settle();
    }

    /** Types digits and small letters. */
    void type(String text) throws Exception {
        for (int i = 0; i < text.length(); i++) {
            String sign = text.substring(i, i + 1).toUpperCase(Locale.ROOT);
            strike(sign.isBlank() ? KeyCode.SPACE : KeyCode.getKeyCode(sign));
        }
    }

    /** Clicks into the middle of what a selector finds. */
    void click(String selector) throws Exception {
        Node node = node(selector);
        click(fx(() -> node.localToScreen(
                node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY())));
    }

    void click(Point2D screen) throws Exception {
        fx(() -> {
            robot.mouseMove(screen);
            robot.mouseClick(MouseButton.PRIMARY);
            return 0;
        });
        settle();
    }

    void drag(Point2D from, Point2D to) throws Exception {
        fx(() -> {
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
            return 0;
        });
        for (int i = 1; i <= 5; i++) {
            Point2D next = from.interpolate(to, i / 5.0);
            fx(() -> {
                robot.mouseMove(next);
                return 0;
            });
        }
        fx(() -> {
            robot.mouseRelease(MouseButton.PRIMARY);
            return 0;
        });
        settle();
    }

    Node node(String selector) throws Exception {
        Node node = fx(() -> window.scene().lookup(selector));
        if (node == null) {
            throw new IllegalStateException("There is no " + selector + " in the window.");
        }
        return node;
    }

    /** Waits until something is true on the FX thread. */
    void await(String what, BooleanSupplier wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(40);
        while (!fx(wanted::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("Waited in vain: " + what);
            }
            pause(50);
        }
        settle();
    }

    static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Lets pending layout and animations come to rest. */
    private static void settle() throws Exception {
        for (int i = 0; i < 3; i++) {
            pause(30);
            fx(() -> 0);
        }
    }

    /** A picture of the window as it is. */
    void look(String step) throws Exception {
        taken++;
        shoot(String.format(Locale.ROOT, "%02d-%s", taken, step));
    }

    /** Pictures of the window in every size and theme. */
    void lookAround(String step) throws Exception {
        taken++;
        for (Theme theme : Theme.values()) {
            for (int[] size : SIZES) {
                fx(() -> {
                    window.dress(theme);
                    resize(size);
                    return 0;
                });
                pause(500);
                settle();
                String name = String.format(Locale.ROOT, "%02d-%s-%d-%s", taken, step, size[0], theme);
                shoot(name.toLowerCase(Locale.ROOT));
            }
        }
        fx(() -> {
            window.dress(Theme.LIGHT);
            resize(SIZES[0]);
            return 0;
        });
        settle();
    }

    /** The size of a small screen, which everything is done at. */
    void shrink() throws Exception {
        fx(() -> {
            resize(SIZES[0]);
            return 0;
        });
        settle();
    }

    private void resize(int... size) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(size[0]);
        stage.setHeight(size[1]);
    }

    private void shoot(String name) throws Exception {
        Picture picture = fx(() -> Snapshot.of(window.scene()));
        videos.writePng(picture, pictures.resolve(name + ".png"));
    }
}
