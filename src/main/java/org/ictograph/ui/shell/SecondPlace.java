package org.ictograph.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.ictograph.session.Notice;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** Asks in which second place snapshots are to be kept as well, or that there is to be none. */
final class SecondPlace {
    private static final double MARGIN = 16;

    private final Look look;
    private final Window window;
    private final Likes likes;
    private final Consumer<Notice> say;

    SecondPlace(Look look, Window window, Likes likes, Consumer<Notice> say) {
        this.look = look;
        this.window = window;
        this.likes = likes;
        this.say = say;
    }

    void ask() {
        Optional<Path> now = likes.now().secondPlace();
        ButtonType choose = new ButtonType(look.text("second.choose"), ButtonData.OK_DONE);
        ButtonType none = new ButtonType(look.text("second.none"), ButtonData.OTHER);
        Alert alert = new Alert(
                Alert.AlertType.NONE,
                now.map(place -> look.text("second.is", place)).orElseGet(() -> look.text("second.isnone")),
                choose,
                ButtonType.CANCEL);
        if (now.isPresent()) {
            alert.getButtonTypes().add(1, none);
        }
        alert.setTitle(look.text("second.title"));
        alert.getDialogPane().setId("second-place");
        alert.getDialogPane().setPadding(new Insets(MARGIN));
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        Sheet.over(alert, window);
        Optional<ButtonType> pressed = alert.showAndWait();
        if (pressed.equals(Optional.of(choose))) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(look.text("second.title"));
            Optional.ofNullable(chooser.showDialog(window)).map(File::toPath).ifPresent(this::keep);
        } else if (pressed.equals(Optional.of(none))) {
            likes.change(likes -> likes.withSecondPlace(Optional.empty()));
            say.accept(Notice.done("second.gone"));
        }
    }

    private void keep(Path place) {
        likes.change(likes -> likes.withSecondPlace(Optional.of(place)));
        say.accept(Notice.done("second.kept", place));
    }
}
