package org.ictograph.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.ictograph.localizer.Computer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.session.Sentence;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.work.Jobs;
import org.jspecify.annotations.Nullable;

/** On what networks compute: told, and chosen. */
final class ComputerSheet {
    private static final double WIDTH = 560;

    private final Look look;
    private final Computer computer;
    private final Jobs jobs;
    private final Executor fx;
    private final Label device = label("computer-device");
    private final Label library = label("computer-library");
    private final Label trouble = label("computer-trouble");

    ComputerSheet(Look look, Computer computer, Jobs jobs, Executor fx) {
        this.look = look;
        this.computer = computer;
        this.jobs = jobs;
        this.fx = fx;
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    void show(Window owner) {
        trouble.getStyleClass().add("report-warning");
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox(6);
        for (Computer.Wish wish : Computer.Wish.values()) {
            RadioButton button = new RadioButton(look.text("computer." + name(wish)));
            button.setId("computer-" + name(wish));
            button.setToggleGroup(group);
            button.setSelected(wish == computer.wish());
            button.setOnAction(pressed -> choose(wish, computer.library()));
            choices.getChildren().add(button);
        }
        Button name = button("computer.folder", () -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(look.text("computer.folder"));
            Optional.ofNullable(chooser.showDialog(owner))
                    .map(File::toPath)
                    .ifPresent(folder -> choose(computer.wish(), Optional.of(folder)));
        });
        Button none = button("computer.none", () -> choose(computer.wish(), Optional.empty()));
        Label advice = label("computer-advice");
        advice.setText(look.text("computer.advice"));
        VBox content = new VBox(10, device, choices, advice, library, new HBox(8, name, none), trouble);
        content.setPrefWidth(WIDTH);
        tell();
        new Sheet(look.text("computer.title"), content).show(owner);
    }

    private static String name(Computer.Wish wish) {
        return switch (wish) {
            case AUTO -> "auto";
            case CPU -> "cpu";
            case GPU -> "gpu";
        };
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(look.text(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void choose(Computer.Wish wish, Optional<Path> folder) {
        try {
            computer.choose(wish, folder);
            tell();
        } catch (LocalizerException failure) {
            trouble.setText(look.messages().failure(Sentence.of(failure)));
        }
    }

    private void tell() {
        trouble.setText("");
        device.setText(look.text("computer.asking"));
        library.setText(computer.library()
                .map(folder -> look.text("computer.library", folder))
                .orElseGet(() -> look.text("computer.nolibrary")));
        var unused = jobs.start(look.text("computer.title"), progress -> computer.device())
                .result()
                .whenCompleteAsync(this::told, fx);
    }

    private void told(@Nullable String words, @Nullable Throwable failure) {
        if (failure == null) {
            device.setText(look.text("computer.device", String.valueOf(words)));
        } else {
            device.setText(look.text("computer.nowhere"));
            trouble.setText(look.messages().failure(Sentence.of(failure)));
        }
    }
}
