package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeTableCell;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.TextSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * On the screen of a small laptop no word of the program is cut, whatever its language, in usual and in the largest text. What
 * people named may be.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class CutTextTest {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 720;
    private static final int SCROLL_BAR = 12;

    @TempDir
    Path folder;

    private Stage stage;
    private final Set<String> cut = new TreeSet<>();
    private final AtomicInteger looked = new AtomicInteger();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @ParameterizedTest
    @CsvSource({"en, 12", "de, 12", "en, 16", "de, 16"})
    void everyWordIsThereInFull(String language, int textSize) throws Exception {
        ScreenTour.size(folder, WIDTH, HEIGHT);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        RatedWindow rated = new RatedWindow(folder, stage, Messages.of(language));
        try {
            fx(() -> rated.window.textSize(textSize));
            new ScreenTour(folder, stage, rated, this::look).go();
        } finally {
            fx(() -> rated.window.textSize(TextSize.USUAL));
            rated.close();
            Locale.setDefault(before);
        }
        assertEquals("", String.join("\n", cut));
        assertTrue(looked.get() > 500, looked + " texts");
    }

    @Test
    void anEllipsisIsFound() {
        fx(() -> {
            Label label = new Label("a long word");
            label.setMinWidth(0);
            label.setMaxWidth(30);
            stage.setScene(new javafx.scene.Scene(new javafx.scene.layout.StackPane(label), 100, 100));
            label.getScene().getRoot().applyCss();
            label.getScene().getRoot().layout();
            look("small", label.getScene().getRoot());
        });
        assertEquals(1, cut.size());
    }

    private void look(String screen, Parent root) {
        for (Node node : shown(root)) {
            if (node instanceof Labeled labeled && !ofPeople(labeled)) {
                looked.incrementAndGet();
                String told = screen + ": " + labeled.getText();
                if (!isWhole(labeled)) {
                    cut.add(told);
                }
            }
            if (node instanceof TableView<?> table && !holdsItsColumns(table)) {
                cut.add(screen + ": a column of "
                        + table.getVisibleLeafColumns().stream()
                                .map(column -> column.getText() + " " + Math.round(column.getMinWidth()))
                                .toList()
                        + " lies outside of " + Math.round(table.getWidth()));
            }
            if (node instanceof TextField field && field.getText().isEmpty() && !fits(field)) {
                cut.add(screen + ": " + field.getPromptText());
            }
        }
    }

    /** Where columns share the room of a table nothing can be scrolled to, and many rows bring a scroll bar. */
    private static boolean holdsItsColumns(TableView<?> table) {
        return table.getColumnResizePolicy() == TableView.UNCONSTRAINED_RESIZE_POLICY
                || table.getVisibleLeafColumns().stream()
                                .mapToDouble(TableColumn::getMinWidth)
                                .sum()
                        <= table.getWidth() - SCROLL_BAR;
    }

    /** Cells show names and numbers of the study, but for those in boxes of choices. */
    private static boolean ofPeople(Labeled labeled) {
        return labeled.getText() == null
                || labeled.getText().isBlank()
                || labeled.getStyleClass().contains("cage-tag") // number and animal, no wider than the cage
                || labeled instanceof MenuButton // whose words stand in a label of its own
                || labeled instanceof TableCell
                || labeled instanceof TreeCell
                || labeled instanceof TreeTableCell;
    }

    private static boolean isWhole(Labeled labeled) {
        String written = labeled.isMnemonicParsing() ? labeled.getText().replaceFirst("_", "") : labeled.getText();
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .anyMatch(text -> text.replaceAll("\\s", "").equals(written.replaceAll("\\s", "")));
    }

    private static boolean fits(TextField field) {
        Text text = new Text(field.getPromptText());
        text.setFont(field.getFont());
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        return text.getLayoutBounds().getWidth() <= room + 1;
    }

    private static List<Node> shown(Node node) {
        List<Node> found = new ArrayList<>();
        if (!node.isVisible()) {
            return found;
        }
        Bounds bounds = node.getBoundsInLocal();
        if (!bounds.isEmpty() || node instanceof Labeled) {
            found.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?> && node.isDisabled())) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(shown(child)));
        }
        return found;
    }
}
