package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skinnable;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ictograph.ui.kit.Contrast;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * What takes the keyboard focus has a name for screen readers, and texts stand out against what is behind them: 4.5 to 1
 * in every theme, 3 to 1 for pictures, as level AA of the Web Content Accessibility Guidelines 2.1 asks for. What is greyed out is excepted
 * there and here.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class AccessibilityTest {
    private static final double LEAST = 4.5;
    private static final double LEAST_OF_PICTURES = 3;

    @TempDir
    Path folder;

    private Stage stage;
    private final Set<String> nameless = new TreeSet<>();
    private final Set<String> faint = new TreeSet<>();
    private final AtomicInteger named = new AtomicInteger();
    private final AtomicInteger texts = new AtomicInteger();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @Test
    void everythingHasANameAndStandsOut() throws Exception {
        RatedWindow rated = new RatedWindow(folder, stage, Messages.english());
        try {
            new ScreenTour(folder, stage, rated, this::look).go();
        } finally {
            rated.close();
        }
        assertAll(
                () -> assertEquals("", String.join("\n", nameless), "without a name"),
                () -> assertEquals("", String.join("\n", faint), "too faint"));
        assertTrue(named.get() > 150, named + " controls");
        assertTrue(texts.get() > 1000, texts + " texts");
    }

    private void look(String screen, Parent root) {
        names(screen, root);
        for (Theme theme : Theme.values()) {
            theme.applyTo(root.getScene());
            root.applyCss();
            contrasts(screen + " " + theme.name().toLowerCase(Locale.ROOT), root);
        }
        Theme.LIGHT.applyTo(root.getScene());
        root.applyCss();
    }

    private void names(String screen, Parent root) {
        List<Node> nodes = shown(root);
        Set<Node> labelled = new HashSet<>();
        nodes.forEach(node -> {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        });
        for (Node node : nodes) {
            if (node.isFocusTraversable() && !isPart(node)) {
                named.incrementAndGet();
                if (!hasName(node, labelled)) {
                    nameless.add(screen + ": " + node.getClass().getSimpleName() + " " + node.getId() + " "
                            + node.getStyleClass() + " in " + node.getParent().getStyleClass());
                }
            }
        }
    }

    private static boolean hasName(Node node, Set<Node> labelled) {
        boolean said =
                node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean written = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        boolean pictured = node instanceof Labeled labeled
                && labeled.getGraphic() instanceof Parent graphic
                && shown(graphic).stream().anyMatch(Label.class::isInstance);
        return said || written || pictured || labelled.contains(node);
    }

    /** Bars that scroll, menus whose lines are named, and parts of a control that has a name itself. */
    private static boolean isPart(Node node) {
        if (node instanceof ScrollPane || node instanceof MenuBar) {
            return true;
        }
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ComboBox
                    || parent instanceof Spinner
                    || parent instanceof MenuBar
                    || (parent instanceof Skinnable && !(parent instanceof ScrollPane) && isInside(parent))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Parent parent) {
        return parent instanceof javafx.scene.control.TableView
                || parent instanceof javafx.scene.control.TreeTableView
                || parent instanceof javafx.scene.control.TreeView
                || parent instanceof javafx.scene.control.ListView;
    }

    private void contrasts(String screen, Parent root) {
        for (Node node : shown(root)) {
            if (node instanceof Text text
                    && !text.getText().isBlank()
                    && !text.isDisabled()
                    && text.getFill() instanceof Color ink) {
                behind(text).ifPresent(ground -> {
                    texts.incrementAndGet();
                    double ratio = Contrast.ratio(over(ink, opacity(text), ground), ground);
                    if (ratio < (text instanceof FontIcon ? LEAST_OF_PICTURES : LEAST)) {
                        faint.add(String.format(
                                Locale.ROOT,
                                "%s: “%s” %s on %s %.2f %s",
                                screen,
                                text.getText(),
                                ink,
                                ground,
                                ratio,
                                text.getParent().getStyleClass()));
                    }
                });
            }
        }
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    /** The colour behind a node; none where a picture or a pattern is. */
    private static Optional<Color> behind(Node node) {
        List<Color> layers = new ArrayList<>();
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    if (!(fills.get(i).getFill() instanceof Color colour)) {
                        return Optional.empty();
                    }
                    layers.add(colour);
                    if (colour.isOpaque()) {
                        return Optional.of(flat(layers));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Color flat(List<Color> layers) {
        Color ground = layers.get(layers.size() - 1);
        for (int i = layers.size() - 2; i >= 0; i--) {
            ground = over(layers.get(i), 1, ground);
        }
        return ground;
    }

    private static Color over(Color colour, double opacity, Color ground) {
        Color whole = Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
        return ground.interpolate(whole, colour.getOpacity() * opacity);
    }

    private static List<Node> shown(Node node) {
        List<Node> found = new ArrayList<>();
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(shown(child)));
            }
        }
        return found;
    }
}
