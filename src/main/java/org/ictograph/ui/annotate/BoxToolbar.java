package org.ictograph.ui.annotate;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.session.StudyState;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with cages while they are being drawn. */
final class BoxToolbar extends HBox {
    private final BoxesViewModel boxes;
    private final StudyState state;
    private final Look look;
    private final Label cageName = new Label();
    private final TextField animal = new TextField();
    private final MenuButton copyTo = new MenuButton();
    /** The cage whose animal stands in the field; what is typed there is meant for it. */
    private Optional<UUID> shown = Optional.empty();

    BoxToolbar(BoxesViewModel boxes, StudyState state, Look look) {
        this.boxes = boxes;
        this.state = state;
        this.look = look;
        getStyleClass().addAll("strip", "box-toolbar");
        animal.setId("animal-name");
        animal.setPrefColumnCount(8);
        animal.setFocusTraversable(false);
        animal.setPromptText(look.text("annotate.boxes.animal"));
        animal.setOnAction(entered -> getScene().getRoot().requestFocus());
        animal.focusedProperty().addListener((property, before, focused) -> {
            boxes.naming().set(focused);
            if (!focused) {
                nameAnimal();
            }
        });
        boxes.naming().addListener((property, before, now) -> {
            if (now) {
                animal.requestFocus();
            }
        });
        ToggleButton mask = new ToggleButton(look.text("annotate.boxes.mask"));
        mask.setFocusTraversable(false);
        mask.selectedProperty().bindBidirectional(boxes.masking());
        copyTo.setText(look.text("annotate.boxes.copyto"));
        copyTo.setFocusTraversable(false);
        copyTo.setOnShowing(showing -> fillCopyTo());
        Button done = new Button(look.text("annotate.boxes.done"));
        done.getStyleClass().add(Styles.ACCENT);
        done.setOnAction(pressed -> boxes.editing().set(false));
        Label hint = new Label(look.text("annotate.boxes.hint"));
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        cageName,
                        animal,
                        mask,
                        new IconButton(Feather.COPY, look.text("annotate.boxes.duplicate"), boxes::duplicate),
                        new IconButton(Feather.TRASH_2, look.text("annotate.boxes.delete"), boxes::delete),
                        copyTo,
                        hint,
                        space,
                        done);
        done.setMinWidth(USE_PREF_SIZE);
        copyTo.setMinWidth(USE_PREF_SIZE);
        mask.setMinWidth(USE_PREF_SIZE);
        cageName.setMinWidth(USE_PREF_SIZE);
        visibleProperty().bind(boxes.editing());
        managedProperty().bind(boxes.editing());
        state.focusedCage().addListener((property, before, now) -> refresh());
        state.study().addListener((property, before, now) -> refresh());
        refresh();
    }

    private void refresh() {
        boolean any = boxes.focused().isPresent();
        cageName.setText(boxes.focused()
                .map(cage -> look.text("annotate.boxes.cage", String.valueOf(cage.position())))
                .orElseGet(() -> look.text("annotate.boxes.none")));
        animal.setDisable(!any);
        Optional<UUID> now = boxes.focused().map(Cage::id);
        if (!now.equals(shown)) {
            nameAnimal();
            shown = now;
            animal.setText(shownAnimal());
        } else if (!animal.isFocused()) {
            animal.setText(shownAnimal());
        }
        copyTo.setDisable(boxes.others().isEmpty() || !any);
    }

    private String shownAnimal() {
        return shownCage()
                .flatMap((Cage cage) -> state.study().get().subjectIn(cage))
                .map(Subject::name)
                .orElse("");
    }

    private Optional<Cage> shownCage() {
        return shown.flatMap(id -> state.study().get().cage(id));
    }

    private void nameAnimal() {
        String name = animal.getText();
        if (!name.equals(shownAnimal())) {
            shownCage().ifPresent(cage -> boxes.nameAnimal(cage.id(), name));
        }
    }

    private void fillCopyTo() {
        copyTo.getItems().clear();
        MenuItem all = new MenuItem(look.text("annotate.boxes.copytoall"));
        all.setOnAction(chosen -> boxes.copyTo(boxes.others()));
        copyTo.getItems().add(all);
        for (Recording other : boxes.others()) {
            MenuItem item = new MenuItem(other.name());
            item.setMnemonicParsing(false);
            item.setOnAction(chosen -> boxes.copyTo(java.util.List.of(other)));
            copyTo.getItems().add(item);
        }
    }
}
