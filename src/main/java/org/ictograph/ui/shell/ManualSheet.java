package org.ictograph.ui.shell;

import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.cell.TextFieldListCell;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Markdown;
import org.ictograph.ui.kit.Sheet;

/** The manual beside the window: its sections at the left, the chosen one at the right. */
final class ManualSheet {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 560;
    private static final double SECTIONS = 220;

    private final Sheet sheet;

    ManualSheet(Look look, Manual first) {
        ListView<Manual> sections = new ListView<>();
        sections.setId("manual-sections");
        sections.setAccessibleText(look.text("menu.manual"));
        sections.getItems().setAll(Manual.sections());
        sections.setCellFactory(
                TextFieldListCell.forListView(Choices.shownAs(section -> section.title(look.messages()))));
        sections.setPrefWidth(SECTIONS);
        ScrollPane page = new ScrollPane();
        page.setId("manual-page");
        page.setFitToWidth(true);
        sections.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            page.setContent(new Markdown(now.markdown(look.messages())));
            page.setVvalue(0);
        });
        sections.getSelectionModel().select(first);
        BorderPane both = new BorderPane(page);
        both.setLeft(sections);
        both.setPrefSize(WIDTH, HEIGHT);
        sheet = new Sheet(look.text("menu.manual"), both);
    }

    void show(Window owner) {
        sheet.show(owner);
    }
}
