package org.ictograph.ui.proposals;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.session.Marking.Edge;
import org.ictograph.session.Notice;
import org.ictograph.session.StudyState;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.CagePreview;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.kit.EmptyState;
import org.ictograph.ui.kit.TextSize;
import org.ictograph.ui.triage.AuditPane;
import org.ictograph.ui.triage.AuditViewModel;
import org.ictograph.ui.triage.TriagePane;
import org.ictograph.ui.triage.TriageRow;
import org.kordamp.ikonli.feather.Feather;

/**
 * The Proposals workspace: the queue of the open recording beside a large looping picture, decided with three keys, or that of
 * all recordings.
 */
public final class ProposalsView extends StackPane implements WorkspaceView {
    private static final double QUEUE = 500;
    private static final double AROUND = 8;

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
    private final TriagePane triage;
    private final AuditPane audit;
    private final AuditViewModel auditing;
    private boolean inAudit;
    private final QueuePanel queue;
    private final ToggleButton everywhere = new ToggleButton();
    private boolean inFront;
    private boolean comesFromTriage;

    /** @param trainer opens the way to a new model that learns from what was decided */
    public ProposalsView(Bench bench, Runnable trainer) {
        this.bench = bench;
        this.state = bench.session().state();
        this.model = new ProposalsViewModel(bench.session());
        this.scores = new ScoreStrip(bench, model);
        getStyleClass().add("workspace");
        blind = new EmptyState(Feather.EYE_OFF, bench.text("proposals.blind"), bench.text("proposals.blind.advice"));
        noRecording = new EmptyState(
                Feather.FILM, bench.text("proposals.norecording"), bench.text("proposals.norecording.advice"));
        nothing = new EmptyState(Feather.ZAP, bench.text("proposals.nothing"), bench.text("proposals.nothing.advice"));
        queue = new QueuePanel(bench, model);
        parts = queueAndPreview();
        auditing = new AuditViewModel(bench.session());
        audit = new AuditPane(bench, auditing, () -> audit(false));
        triage = new TriagePane(
                bench, auditing, this::adjust, this::open, new TriagePane.Doors(() -> audit(true), trainer));
        StackPane.setMargin(audit, new Insets(0, AROUND, AROUND, AROUND));
        full = new BorderPane(new StackPane(parts, nothing, triage, audit));
        full.setTop(head());
        getChildren().addAll(full, blind, noRecording);
        state.labels().addListener((property, before, now) -> show());
        state.sighted().addListener((property, before, now) -> show());
        state.recording().addListener((property, before, now) -> show());
        model.selected().addListener((property, before, now) -> showSelected());
        model.tally().addListener((property, before, now) -> tell(before, now));
        show();
    }

    private HBox head() {
        everywhere.setId("everywhere");
        everywhere.setText(bench.text("triage.all"));
        everywhere.setMinWidth(USE_PREF_SIZE);
        everywhere.setFocusTraversable(false);
        everywhere.selectedProperty().addListener((property, before, now) -> change(now));
        RunBar run = new RunBar(bench, model);
        HBox.setHgrow(run, Priority.ALWAYS);
        HBox head = new HBox(run, everywhere);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("triage-head");
        return head;
    }

    /** Goes from the queue of all recordings to the audit, or back. */
    private void audit(boolean begins) {
        inAudit = begins;
        if (!begins) {
            auditing.leave();
        }
        show();
        entered();
    }

    /** Goes from the proposals of the open recording to those of all, or back. */
    private void change(boolean toAll) {
        if (toAll) {
            model.finish();
            model.stop();
        }
        model.rest(toAll);
        inAudit = false;
        auditing.leave();
        comesFromTriage = false;
        show();
        if (inFront) {
            entered();
        }
        if (!toAll) {
            queue.takeFocus();
        }
    }

    /** Makes a mark of a candidate of any recording and lets its edges be corrected; afterwards the queue is there again. */
    private void adjust(TriageRow row) {
        bench.inRecording(row.group().lead().recordingId(), () -> {
            everywhere.setSelected(false);
            comesFromTriage = true;
            var unused = bench.session()
                    .triaging()
                    .adjust(row.group())
                    .thenAccept(entry ->
                            entry.ifPresent(stored -> model.correct(row.group().lead())));
        });
    }

    /** Shows a candidate in its recording. */
    private void open(TriageRow row) {
        bench.inRecording(row.group().lead().recordingId(), () -> {
            everywhere.setSelected(false);
            model.show(row.id());
        });
    }

    private HBox queueAndPreview() {
        queue.setPrefWidth(QUEUE);
        queue.setMinWidth(QUEUE);
        TextSize.grow(queue);
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
        boolean all = everywhere.isSelected();
        blind.setVisible(!sighted);
        noRecording.setVisible(sighted && !open && !all);
        full.setVisible(sighted && (open || all));
        nothing.setVisible(!any && !all);
        parts.setVisible(any && !all);
        triage.setVisible(all && !inAudit);
        audit.setVisible(all && inAudit);
        showSelected();
    }

    /** Says what was decided or taken back. */
    private void tell(Tally before, Tally now) {
        if (everywhere.isSelected()) {
            return;
        }
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
                        bench.look().label(shown.proposal().label()),
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
        inFront = true;
        model.rest(everywhere.isSelected());
        if (everywhere.isSelected() && inAudit) {
            triage.left();
            audit.entered();
        } else if (everywhere.isSelected()) {
            triage.entered();
        } else {
            triage.left();
            if (state.sighted().get()) {
                model.loop();
            }
        }
    }

    @Override
    public void left() {
        inFront = false;
        model.rest(true);
        auditing.leave();
        triage.left();
        model.finish();
        model.stop();
    }

    @Override
    public boolean showsPicture() {
        return !everywhere.isSelected() || inAudit;
    }

    @Override
    public boolean press(KeyChord chord) {
        return everywhere.isSelected() && !inAudit && state.sighted().get() && triage.press(chord);
    }

    @Override
    public boolean handle(Command command) {
        if (command == Command.SHOW_TRIAGE) {
            if (inAudit) {
                audit(false);
            }
            everywhere.setSelected(true);
            return true;
        }
        if (inAudit) {
            return audit.handle(command);
        }
        if (everywhere.isSelected()) {
            return state.sighted().get() && triage.handle(command);
        }
        if (comesFromTriage && (command == Command.CONFIRM || command == Command.LEAVE)) {
            model.finish();
            everywhere.setSelected(true);
            return true;
        }
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
