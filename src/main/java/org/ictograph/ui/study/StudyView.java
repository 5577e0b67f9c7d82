package org.ictograph.ui.study;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.session.LedgerLine;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.duty.Duties;
import org.ictograph.ui.duty.DutiesPanel;
import org.ictograph.ui.kit.EmptyState;
import org.kordamp.ikonli.feather.Feather;

/** The Study workspace: what there is, what state it is in, and who has looked at it. */
public final class StudyView extends StackPane implements WorkspaceView {
    private static final double SIDE = 300;

    private final StudyViewModel model;
    private final CoverageViewModel coverage;
    private final Bench bench;
    private final Duties duties;
    private final Runnable annotate;
    private final RecordingsPanel recordings;
    private final HBox full;
    private final EmptyState empty;

    /**
     * @param duties what is assigned to raters
     * @param opener opens a recording for marking
     * @param workAs changes who works, by name
     * @param annotate goes to where recordings are marked
     */
    public StudyView(Bench bench, Duties duties, Consumer<UUID> opener, Consumer<String> workAs, Runnable annotate) {
        this.bench = bench;
        this.duties = duties;
        this.annotate = annotate;
        model = new StudyViewModel(bench.session());
        coverage = new CoverageViewModel(bench.session());
        recordings = new RecordingsPanel(bench, model, opener);
        getStyleClass().add("workspace");
        AnimalsPanel animals = new AnimalsPanel(bench, model);
        TabPane lower = new TabPane(
                tab("study.animals", animals),
                tab("coverage.title", new CoveragePanel(bench, coverage, this::goTo)),
                tab("duty.title", new DutiesPanel(bench.look(), duties)));
        lower.setId("study-lower");
        lower.setAccessibleText(bench.text("study.lower"));
        VBox.setVgrow(recordings, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.ALWAYS);
        recordings.setPrefHeight(300);
        lower.setPrefHeight(300);
        VBox tables = new VBox(recordings, lower);
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

    private Tab tab(String key, Node content) {
        Tab tab = new Tab(bench.text(key), content);
        tab.setClosable(false);
        return tab;
    }

    /** Opens the recording of a line, with its cage in focus, where its rater has not looked yet. */
    private void goTo(LedgerLine line) {
        bench.inRecording(line.recording().id(), () -> {
            bench.session().state().focusedCage().set(Optional.of(line.cage().id()));
            bench.session().playback().seek(line.unseen().orElse(0));
            annotate.run();
        });
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
        coverage.watch(true);
        duties.watch(true);
    }

    @Override
    public void left() {
        model.watch(false);
        coverage.watch(false);
        duties.watch(false);
    }
}
