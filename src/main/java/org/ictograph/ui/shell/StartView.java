package org.ictograph.ui.shell;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window before a study is open: what to do first, the demo, and the studies that were open lately. */
final class StartView extends StackPane {
    /** Ways out of the start screen. */
    record Doors(Runnable demo, Runnable newStudy, Runnable chooseStudy, Consumer<Path> open) {}

    private final Look look;
    private final Doors doors;
    private final HBox cards;
    private final Label opening = new Label();
    private final VBox recent = new VBox();

    StartView(Look look, Doors doors) {
        this.look = look;
        this.doors = doors;
        getStyleClass().addAll("workspace", "start");
        Label title = new Label(look.text("start.title"));
        title.getStyleClass().add(Styles.TITLE_1);
        Label what = new Label(look.text("start.what"));
        what.setWrapText(true);
        what.getStyleClass().add("muted");
        cards = new HBox(
                door("start-demo", Feather.PLAY_CIRCLE, "start.demo", doors.demo()),
                door("start-new", Feather.FILE_PLUS, "start.new", doors.newStudy()),
                door("start-open", Feather.FOLDER, "start.open", doors.chooseStudy()));
        cards.setSpacing(12);
        opening.setId("start-opening");
        opening.managedProperty().bind(opening.visibleProperty());
        opening.setVisible(false);
        recent.getStyleClass().add("recent");
        VBox page = new VBox(title, what, cards, opening, recent);
        page.setSpacing(14);
        page.getStyleClass().add("start-page");
        page.setMaxHeight(USE_PREF_SIZE);
        what.setMinHeight(USE_PREF_SIZE);
        page.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(page);
    }

    private Button door(String id, Feather icon, String key, Runnable action) {
        Label words = new Label(look.text(key), new FontIcon(icon));
        words.getStyleClass().add("door-title");
        words.setGraphicTextGap(8);
        Label advice = new Label(look.text(key + ".advice"));
        advice.setWrapText(true);
        advice.getStyleClass().add("muted");
        VBox both = new VBox(6, words, advice);
        Button door = new Button();
        door.setGraphic(both);
        door.setId(id);
        door.getStyleClass().add("door");
        both.getStyleClass().add("door-words");
        door.setOnAction(pressed -> action.run());
        return door;
    }

    /** Says which study is being opened, and takes no other wish meanwhile; none once it is empty. */
    void showOpening(Optional<Path> study) {
        opening.setText(study.map(file -> look.text("start.opening", String.valueOf(file.getFileName())))
                .orElse(""));
        opening.setVisible(study.isPresent());
        cards.setDisable(study.isPresent());
        recent.setDisable(study.isPresent());
    }

    /** Lists the studies that were open lately. */
    void showRecent(List<Path> studies) {
        recent.getChildren().clear();
        if (!studies.isEmpty()) {
            Label heading = new Label(look.text("start.recent"));
            heading.getStyleClass().add("section");
            recent.getChildren().add(heading);
            studies.stream().limit(5).forEach(study -> recent.getChildren().add(line(study)));
        }
    }

    private Node line(Path study) {
        Button open = new Button(String.valueOf(study.getFileName()), new FontIcon(Feather.FILE));
        open.getStyleClass().add(Styles.FLAT);
        open.setOnAction(pressed -> doors.open().accept(study));
        Label folder = new Label(String.valueOf(study.getParent()));
        folder.getStyleClass().add("muted");
        HBox line = new HBox(8, open, folder);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
