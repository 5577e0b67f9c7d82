package org.ictograph.ui.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Mark;
import org.ictograph.session.LedgerLine;
import org.ictograph.settings.Command;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.diary.DiaryPane;
import org.ictograph.ui.diary.DiaryViewModel;
import org.ictograph.ui.duty.Duties;
import org.ictograph.ui.duty.DutiesPanel;
import org.ictograph.ui.kit.EmptyState;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Study workspace: what there is, what state it is in, and who has looked at it. */
public final class StudyView extends StackPane implements WorkspaceView {
    private static final double SIDE = 300;
    private static final double AROUND = 8;

    private final StudyViewModel model;
    private final CoverageViewModel coverage;
    private final PosesViewModel poses;
    private final PosesPanel posesPanel;
    private final Tab posesTab;
    private final TabPane lower;
    private final Bench bench;
    private final Duties duties;
    private final Runnable annotate;
    private final RecordingsPanel recordings;
    private final HBox full;
    private final EmptyState empty;
    private final EmptyState filling;
    private final DiaryViewModel diary;
    private final DiaryPane figures;
    private boolean inFront;
    private boolean pictured;

    /**
     * @param duties what is assigned to raters
     * @param opener opens a recording for marking
     * @param workAs changes who works, by name
     * @param annotate goes to where recordings are marked
     * @param lights when it is light in the animal room
     */
    public StudyView(
            Bench bench,
            Duties duties,
            Consumer<UUID> opener,
            Consumer<String> workAs,
            Runnable annotate,
            Supplier<LightSchedule> lights) {
        this.bench = bench;
        this.duties = duties;
        this.annotate = annotate;
        model = new StudyViewModel(bench.session());
        coverage = new CoverageViewModel(bench.session());
        recordings = new RecordingsPanel(bench, model, opener);
        diary = new DiaryViewModel(bench.session(), bench.look().messages(), lights);
        figures = new DiaryPane(bench, diary, this::goTo, () -> pictures(false));
        getStyleClass().add("workspace");
        AnimalsPanel animals = new AnimalsPanel(bench, model);
        poses = new PosesViewModel(bench.session());
        posesPanel = new PosesPanel(bench, poses);
        posesTab = tab("poses.title", posesPanel);
        lower = new TabPane(
                tab("study.animals", animals),
                tab("coverage.title", new CoveragePanel(bench, coverage, this::goTo)),
                tab("duty.title", new DutiesPanel(bench.look(), duties)),
                posesTab);
        lower.setId("study-lower");
        lower.setAccessibleText(bench.text("study.lower"));
        VBox.setVgrow(recordings, Priority.ALWAYS);
        StackPane lowerHalf = new StackPane(lower, toPictures());
        VBox.setVgrow(lowerHalf, Priority.ALWAYS);
        recordings.setPrefHeight(300);
        lowerHalf.setPrefHeight(300);
        VBox tables = new VBox(recordings, lowerHalf);
        tables.getStyleClass().add("stacked");
        tables.setMinWidth(0);
        HBox.setHgrow(tables, Priority.ALWAYS);
        ProtocolPanel protocol = new ProtocolPanel(bench, model);
        VBox.setVgrow(protocol, Priority.ALWAYS);
        VBox side = new VBox(new RatersPanel(bench, model, workAs), protocol);
        side.getStyleClass().add("stacked");
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        TextSize.grow(side);
        full = new HBox(tables, side);
        full.getStyleClass().add("halves");
        empty = new EmptyState(Feather.FILM, bench.text("study.empty"), bench.text("study.empty.advice"))
                .with(bench.text("study.add"), recordings::chooseVideos);
        filling = new EmptyState(Feather.FILM, bench.text("filling.title"), bench.text("filling"));
        setMargin(figures, new Insets(AROUND));
        getChildren().addAll(full, empty, filling, figures);
        model.recordings().addListener((javafx.beans.Observable changed) -> show());
        bench.session().state().filling().addListener((property, before, now) -> show());
        show();
    }

    /** The way to the pictures, beside the names of the tabs. */
    private Button toPictures() {
        Button button = new Button(bench.text("study.figures"), new FontIcon(Feather.BAR_CHART_2));
        button.setId("study-figures");
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> pictures(true));
        StackPane.setAlignment(button, Pos.TOP_RIGHT);
        StackPane.setMargin(button, new Insets(2, 6, 0, 0));
        return button;
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

    /** Shows the moment at which a mark begins. */
    private void goTo(Mark mark) {
        bench.inRecording(mark.recordingId(), () -> {
            bench.session().state().focusedCage().set(Optional.of(mark.cageId()));
            bench.session().playback().seek(mark.span().start());
            annotate.run();
        });
    }

    /** Goes from the tables to the pictures, or back. */
    private void pictures(boolean shown) {
        pictured = shown;
        diary.watch(shown && inFront);
        show();
        if (shown) {
            figures.takeFocus();
        } else {
            recordings.takeFocus();
        }
    }

    @Override
    public boolean handle(Command command) {
        if (command == Command.SHOW_FIGURES) {
            pictures(!(inFront && pictured));
            return true;
        }
        if (command == Command.ATTACH_POINTS) {
            showPoses();
            posesPanel.attach(getScene().getWindow());
            return true;
        }
        if (command == Command.LEAVE && pictured) {
            pictures(false);
            return true;
        }
        return false;
    }

    /** Asks how a file of key points belongs to cages, and attaches it. */
    public void attachPoints(Path file) {
        showPoses();
        posesPanel.attach(file, getScene().getWindow());
    }

    private void showPoses() {
        if (pictured) {
            pictures(false);
        }
        lower.getSelectionModel().select(posesTab);
    }

    /** Asks for video files and adds them. */
    public void chooseVideos() {
        recordings.chooseVideos();
    }

    private void show() {
        boolean any = !model.recordings().isEmpty();
        full.setVisible(any && !pictured);
        boolean coming = bench.session().state().filling().get();
        empty.setVisible(!any && !coming && !pictured);
        filling.setVisible(!any && coming && !pictured);
        figures.setVisible(pictured);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void entered() {
        model.watch(true);
        coverage.watch(true);
        poses.watch(true);
        duties.watch(true);
        inFront = true;
        diary.watch(pictured);
        if (pictured) {
            figures.takeFocus();
        }
    }

    @Override
    public void left() {
        model.watch(false);
        coverage.watch(false);
        poses.watch(false);
        duties.watch(false);
        inFront = false;
        diary.watch(false);
    }
}
