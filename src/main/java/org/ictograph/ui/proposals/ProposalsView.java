package org.ictograph.ui.proposals;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.session.Marking.Edge;
import org.ictograph.session.Notice;
import org.ictograph.session.StudyState;
import org.ictograph.settings.Command;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.CagePreview;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.kit.EmptyState;
import org.kordamp.ikonli.feather.Feather;

/** The Proposals workspace: the queue beside a large looping picture, decided with three keys. */
public final class ProposalsView extends StackPane implements WorkspaceView {
    private static final double QUEUE = 500;

    private final Bench bench;
    private final StudyState state;
    private final ProposalsViewModel model;
    private final Label heading = new Label();
    private final ScoreStrip scores;
    private final HBox parts;
    private final BorderPane full;
    private final EmptyState blind;
    private final EmptyState noRecording;
    private final EmptyState nothing;

    public ProposalsView(Bench bench) {
        this.bench = bench;
        this.state = bench.session().state();
        this.model = new ProposalsViewModel(bench.session());
        this.scores = new ScoreStrip(bench, model);
        getStyleClass().add("workspace");
        blind = new EmptyState(Feather.EYE_OFF, bench.text("proposals.blind"), bench.text("proposals.blind.advice"));
        noRecording = new EmptyState(
                Feather.FILM, bench.text("proposals.norecording"), bench.text("proposals.norecording.advice"));
        nothing = new EmptyState(Feather.ZAP, bench.text("proposals.nothing"), bench.text("proposals.nothing.advice"));
        parts = queueAndPreview();
        full = new BorderPane(new StackPane(parts, nothing));
        full.setTop(new RunBar(bench, model));
        getChildren().addAll(full, blind, noRecording);
        state.labels().addListener((property, before, now) -> show());
        state.sighted().addListener((property, before, now) -> show());
        state.recording().addListener((property, before, now) -> show());
        model.selected().addListener((property, before, now) -> showSelected());
        model.tally().addListener((property, before, now) -> tell(before, now));
        show();
    }

    private HBox queueAndPreview() {
        QueuePanel queue = new QueuePanel(bench, model);
        queue.setPrefWidth(QUEUE);
        queue.setMinWidth(QUEUE);
        HBox both = new HBox(queue, preview());
        both.getStyleClass().addAll("halves", "below-choice");
        return both;
    }

    private Node preview() {
        heading.getStyleClass().add("panel-title");
        HBox title = new HBox(heading);
        title.getStyleClass().add("panel-header");
        CagePreview preview = new CagePreview(bench);
        VBox.setVgrow(preview, Priority.ALWAYS);
        scores.setPrefHeight(96);
        scores.setMinHeight(96);
        VBox box = new VBox(title, preview, scores, new DecisionBar(bench, model));
        box.getStyleClass().add("panel");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void show() {
        boolean sighted = state.sighted().get();
        boolean open = state.recording().get().isPresent();
        boolean any = !state.labels().get().proposals().isEmpty();
        blind.setVisible(!sighted);
        noRecording.setVisible(sighted && !open);
        full.setVisible(sighted && open);
        nothing.setVisible(!any);
        parts.setVisible(any);
        showSelected();
    }

    /** Says what was decided or taken back. */
    private void tell(Tally before, Tally now) {
        if (now.all() == before.all() && now.decided() == before.decided() + 1) {
            String done = now.accepted() > before.accepted()
                    ? "done.accepted"
                    : now.adjusted() > before.adjusted() ? "done.adjusted" : "done.rejected";
            bench.say().accept(Notice.done(done, now.decided(), now.all()));
        } else if (now.all() == before.all() && now.decided() == before.decided() - 1) {
            bench.say().accept(Notice.done("proposals.undone", now.decided(), now.all()));
        }
    }

    private void showSelected() {
        Optional<ProposalRow> row = model.selectedRow();
        heading.setText(row.map(shown -> bench.text(
                        "proposals.heading",
                        shown.cage(),
                        shown.animal().isEmpty() ? 0 : 1,
                        shown.animal(),
                        shown.proposal().label(),
                        shown.proposal().score()))
                .orElse(""));
        scores.showSelected();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void entered() {
        if (state.sighted().get()) {
            model.loop();
        }
    }

    @Override
    public void left() {
        model.finish();
        model.stop();
    }

    @Override
    public boolean handle(Command command) {
        switch (command) {
            case ACCEPT -> model.accept();
            case ADJUST -> model.adjust();
            case REJECT -> model.reject();
            case UNDO -> model.undo();
            default -> {
                return model.adjusted().isPresent() && correct(command);
            }
        }
        return true;
    }

    /** Keys that mean something while the edges of a mark are corrected. */
    private boolean correct(Command command) {
        switch (command) {
            case MARK_ONSET -> model.edgeToPlayhead(Edge.ONSET);
            case MARK_OFFSET -> model.edgeToPlayhead(Edge.OFFSET);
            case NUDGE_ONSET_BACK -> model.nudge(Edge.ONSET, -1);
            case NUDGE_ONSET_FORWARD -> model.nudge(Edge.ONSET, 1);
            case NUDGE_OFFSET_BACK -> model.nudge(Edge.OFFSET, -1);
            case NUDGE_OFFSET_FORWARD -> model.nudge(Edge.OFFSET, 1);
            case CONFIRM -> model.finishAndGoOn();
            case LEAVE -> model.finish();
            default -> {
                return false;
            }
        }
        return true;
    }
}
