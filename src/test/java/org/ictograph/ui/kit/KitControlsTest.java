package org.ictograph.ui.kit;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.css.CssParser;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ictograph.timeline.TimeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the fields are set by @Start
class KitControlsTest {
    private record Row(String name, long micros) {}

    private final List<Long> taken = new ArrayList<>();
    private TableView<Row> table;
    private TimeField field;
    private ComboBox<String> box;

    @Start
    void start(Stage stage) {
        table = Tables.over(new FilteredList<>(
                FXCollections.observableArrayList(new Row("b", 9_000_000), new Row("a\tx", 10_500_000))));
        table.getColumns().add(Tables.column("Name", Row::name));
        table.getColumns().add(Tables.column("Time", Row::micros, TimeText::seconds));
        field = new TimeField(TimeText::parse, taken::add);
        field.showTime("1.000");
        box = new ComboBox<>(FXCollections.observableArrayList("one", "another"));
        Scene scene = new Scene(new VBox(table, field, box), 300, 200);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void tablesCopyTheirRowsAsTheyAreShown(FxRobot robot) {
        robot.clickOn("9.000").press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertEquals(
                "Name\tTime\nb\t9.000\na x\t10.500\n",
                fx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theListOfAComboBoxFindsItsColoursAndLeavesTheWindowItsOwn() {
        List<CssParser.ParseError> errors = CssParser.errorsProperty();
        List<String> sheets = fx(() -> List.copyOf(box.getScene().getStylesheets()));
        fx(() -> errors.clear());
        fx(() -> box.show());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), fx(() -> List.copyOf(errors)));
        assertEquals(sheets, fx(() -> List.copyOf(box.getScene().getStylesheets())));
        fx(() -> box.hide());
    }

    @Test
    void tablesSortByValueAndNotByText() {
        fx(() -> {
            var time = table.getColumns().get(1);
            time.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(time));
        });
        assertEquals(10_500_000, fx(() -> table.getItems().get(0).micros()));
    }

    @Test
    void timeFieldsTakeWhatCanBeRead(FxRobot robot) {
        robot.doubleClickOn(field).eraseText(8).write("0:02.5").type(KeyCode.ENTER);
        assertEquals(List.of(2_500_000L), taken);
        robot.eraseText(8).write("soon").type(KeyCode.ENTER);
        assertTrue(field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("error")));
        robot.type(KeyCode.ESCAPE);
        assertEquals("0:02.5", field.getText());
        assertFalse(field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("error")));
        assertEquals(1, taken.size());
    }

    @Test
    void lampsChangeWordAndState() {
        Lamp lamp = fx(Lamp::new);
        for (Lamp.Light light : Lamp.Light.values()) {
            fx(() -> lamp.show(light, light.name()));
            assertEquals(light.name(), lamp.getText());
            assertEquals(
                    List.of(light.name().toLowerCase(Locale.ROOT)),
                    lamp.getPseudoClassStates().stream()
                            .map(PseudoClass::getPseudoClassName)
                            .toList());
        }
    }
}
