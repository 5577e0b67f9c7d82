package org.ictograph.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * Files that are dropped on the window: a study is opened, key points in HDF5 are attached to the open study, films are added
 * to it or to a new one.
 */
final class Drops {
    /** Where dropped files go. */
    record Doors(Consumer<Path> study, Consumer<Path> points, Consumer<List<Path>> films) {}

    private static final String ENDING = ".icto";
    private static final String HDF5 = "(?i).*\\.(h5|hdf5)";

    private final Doors doors;
    private final Executor later;

    /** @param later runs what may ask questions once the drop is over */
    Drops(Doors doors, Executor later) {
        this.doors = doors;
        this.later = later;
    }

    void watch(Scene scene) {
        scene.setOnDragOver(Drops::dragged);
        scene.setOnDragDropped(this::dropped);
    }

    private static void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        later.execute(() -> take(files));
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    /** Takes files as if they had been dropped. */
    void take(List<Path> files) {
        Optional<Path> study =
                files.stream().filter(file -> file.toString().endsWith(ENDING)).findFirst();
        if (study.isPresent()) {
            doors.study().accept(study.get());
        } else if (files.size() == 1 && files.get(0).toString().matches(HDF5)) {
            doors.points().accept(files.get(0));
        } else if (!files.isEmpty()) {
            doors.films().accept(files);
        }
    }
}
