package org.ictograph.ui.study;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.kit.EmptyState;
import org.kordamp.ikonli.feather.Feather;

/** The Study workspace: what there is, what state it is in, and who has looked at it. */
public final class StudyView extends StackPane implements WorkspaceView {
    private static final double SIDE = 300;

    private final StudyViewModel model;
    private final RecordingsPanel recordings;
    private final HBox full;
    private final EmptyState empty;

    /**
     * @param opener opens a recording for marking
     * @param workAs changes who works, by name
     */
    public StudyView(Bench bench, Consumer<UUID> opener, Consumer<String> workAs) {
        model = new StudyViewModel(bench.session());
        recordings = new RecordingsPanel(bench, model, opener);
        getStyleClass().add("workspace");
        AnimalsPanel animals = new AnimalsPanel(bench, model);
        VBox.setVgrow(recordings, Priority.ALWAYS);
        VBox.setVgrow(animals, Priority.ALWAYS);
        recordings.setPrefHeight(300);
        animals.setPrefHeight(300);
        VBox tables = new VBox(recordings, animals);
        tables.getStyleClass().add("stacked");
        tables.setMinWidth(0);
        HBox.setHgrow(tables, Priority.ALWAYS);
        ProtocolPanel protocol = new ProtocolPanel(bench, model);
        VBox.setVgrow(protocol, Priority.ALWAYS);
        VBox side = new VBox(new RatersPanel(bench, model, workAs), protocol);
        side.getStyleClass().add("stacked");
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        full = new HBox(tables, side);
        full.getStyleClass().add("halves");
        empty = new EmptyState(Feather.FILM, bench.text("study.empty"), bench.text("study.empty.advice"))
                .with(bench.text("study.add"), recordings::chooseVideos);
        getChildren().addAll(full, empty);
        model.recordings().addListener((javafx.beans.Observable changed) -> show());
        show();
    }

    /** Asks for video files and adds them. */
    public void chooseVideos() {
        recordings.chooseVideos();
    }

    private void show() {
        boolean any = !model.recordings().isEmpty();
        full.setVisible(any);
        empty.setVisible(!any);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void entered() {
        model.watch(true);
    }

    @Override
    public void left() {
        model.watch(false);
    }
}
