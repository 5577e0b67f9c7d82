package org.ictograph.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ictograph.session.Merging;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;
import org.jspecify.annotations.Nullable;

/** Asks for files and names with the system's own dialogs. */
final class Ask {
    private static final String ENDING = ".icto";
    private static final double ADVICE = 460;

    private final Look look;
    private final Window window;

    Ask(Look look, Window window) {
        this.look = look;
        this.window = window;
    }

    /** A study that exists. */
    Optional<Path> study() {
        return Optional.ofNullable(studies("ask.study").showOpenDialog(window)).map(File::toPath);
    }

    /** Where a new study is to be; always ends in {@code .icto}. */
    Optional<Path> newStudy() {
        FileChooser chooser = studies("ask.newstudy");
        File home = new File(System.getProperty("user.home", "."));
        if (home.isDirectory()) {
            chooser.setInitialDirectory(home);
        }
        chooser.setInitialFileName(look.text("ask.newstudy.name") + ENDING);
        return named(chooser.showSaveDialog(window));
    }

    private static Optional<Path> named(@Nullable File chosen) {
        return Optional.ofNullable(chosen).map(file -> {
            String name = file.getName();
            return name.endsWith(ENDING) ? file.toPath() : file.toPath().resolveSibling(name + ENDING);
        });
    }

    /** Where what is sound of a damaged study is to be saved. */
    Optional<Path> salvaged(Path damaged) {
        FileChooser chooser = studies("salvage.where");
        chooser.setInitialDirectory(
                damaged.toAbsolutePath().resolveSibling(".").normalize().toFile());
        String name = String.valueOf(damaged.getFileName());
        chooser.setInitialFileName(look.text("salvage.name", name.replaceFirst("\\.icto$", "")) + ENDING);
        return named(chooser.showSaveDialog(window));
    }

    private FileChooser studies(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(look.text("ask.studies"), "*" + ENDING));
        return chooser;
    }

    /** Where a bundle is to be; always ends in {@code .ictobundle}. */
    Optional<Path> newBundle(String rater) {
        FileChooser chooser = bundleChooser("menu.handover");
        chooser.setInitialFileName(rater.replaceAll("[^\\p{L}\\p{N}-]+", "_") + Merging.ENDING);
        return Optional.ofNullable(chooser.showSaveDialog(window))
                .map(file -> file.getName().endsWith(Merging.ENDING)
                        ? file.toPath()
                        : file.toPath().resolveSibling(file.getName() + Merging.ENDING));
    }

    /** Bundles to be taken in. */
    List<Path> bundles() {
        List<File> files = bundleChooser("menu.takein").showOpenMultipleDialog(window);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    private FileChooser bundleChooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(look.text("ask.bundles"), "*" + Merging.ENDING));
        return chooser;
    }

    /** A label file of another program. */
    Optional<Path> labels() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text("menu.takelabels"));
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }

    /** A file of boxes. */
    Optional<Path> boxes() {
        return Optional.ofNullable(boxChooser("menu.takeboxes").showOpenDialog(window))
                .map(File::toPath);
    }

    /** Where a file of boxes is to be; the chosen kind gives the ending where the name has none. */
    Optional<Path> newBoxes() {
        FileChooser chooser = boxChooser("menu.giveboxes");
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(file -> {
            String ending =
                    chooser.getSelectedExtensionFilter().getExtensions().get(0).substring(1);
            return file.getName().contains(".") ? file.toPath() : Path.of(file.getPath() + ending);
        });
    }

    private FileChooser boxChooser(String key) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text(key));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("COCO", "*.json"),
                        new FileChooser.ExtensionFilter("CVAT", "*.xml"));
        return chooser;
    }

    /** Videos to be added. */
    List<Path> videos() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text("study.add.title"));
        List<File> files = chooser.showOpenMultipleDialog(window);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    /** Where the report about a trouble is to be; always ends in {@code .zip}. */
    Optional<Path> report() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text("menu.report"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("ZIP", "*.zip"));
        chooser.setInitialFileName("ictograph-report.zip");
        return Optional.ofNullable(chooser.showSaveDialog(window))
                .map(file -> file.getName().endsWith(".zip") ? file : new File(file.getPath() + ".zip"))
                .map(File::toPath);
    }

    /** Where the page of keys is to be; always ends in {@code .html}. */
    Optional<Path> keySheet() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text("menu.keysheet"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("HTML", "*.html"));
        chooser.setInitialFileName("ictograph.html");
        return Optional.ofNullable(chooser.showSaveDialog(window))
                .map(file -> file.getName().endsWith(".html") ? file : new File(file.getPath() + ".html"))
                .map(File::toPath);
    }

    /** Where a picture is to be; always ends in {@code .png}. */
    Optional<Path> picture(Path suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(look.text("command.snapshot_as"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
        for (Path folder = suggested.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder)) {
                chooser.setInitialDirectory(folder.toFile());
                break;
            }
        }
        chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
        return Optional.ofNullable(chooser.showSaveDialog(window))
                .map(file -> file.getName().endsWith(".png") ? file : new File(file.getPath() + ".png"))
                .map(File::toPath);
    }

    /** The folder where missing videos are now. */
    Optional<Path> folderOfVideos() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(look.text("study.relink.title"));
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }

    /** Why something that was signed is changed, never blank. */
    Optional<String> reason() {
        return line("ask.reason", "ask.reason.field", "");
    }

    /** A name, never blank. */
    Optional<String> name(String key, String suggested) {
        return line(key, "ask.name", suggested);
    }

    private Optional<String> line(String key, String field, String suggested) {
        TextInputDialog dialog = new TextInputDialog(suggested);
        dialog.setTitle(look.text(key));
        Label advice = new Label(look.text(key + ".advice"));
        advice.setWrapText(true);
        advice.setPrefWidth(ADVICE);
        advice.setMinHeight(Label.USE_PREF_SIZE);
        advice.setPadding(new Insets(16, 16, 4, 16));
        dialog.getDialogPane().setHeader(advice);
        dialog.setContentText(look.text(field));
        dialog.getEditor().setAccessibleText(look.text(field));
        Sheet.over(dialog, window);
        dialog.setGraphic(null);
        return dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty());
    }
}
