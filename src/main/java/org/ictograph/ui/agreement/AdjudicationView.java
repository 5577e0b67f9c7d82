package org.ictograph.ui.agreement;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ictograph.measure.Dispute;
import org.ictograph.model.Mark;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.session.Notice;
import org.ictograph.settings.Command;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.CagePreview;
import org.ictograph.ui.kit.TextSize;

/** The adjudicator's desk: the queue, the looping picture of the cage, both versions below it, and the answers. */
final class AdjudicationView extends BorderPane {
    private static final double RIGHT = 460;

    private final Bench bench;
    private final AdjudicationViewModel model;
    private final QuestionsPanel queue;
    private final VersionLanes lanes;
    private final AnswerBar answers;
    private final Label heading = new Label();
    private final Runnable undo;

    /** @param undo takes the last decision back */
    AdjudicationView(Bench bench, AdjudicationViewModel model, Runnable undo) {
        this.bench = bench;
        this.model = model;
        this.undo = undo;
        queue = new QuestionsPanel(bench, model, this::jump, this::settleByRule);
        lanes = new VersionLanes(bench, model::versions);
        answers = new AnswerBar(bench, model, this::settle, undo);
        lanes.onDraw(model::draw);
        heading.setId("question");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        heading.getStyleClass().add("panel-title");
        HBox title = new HBox(heading);
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("panel-header");
        CagePreview preview = new CagePreview(bench);
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox right = new VBox(title, preview, lanes, answers);
        right.getStyleClass().add("panel");
        right.setMinWidth(RIGHT);
        right.setPrefWidth(RIGHT + 60);
        TextSize.grow(right);
        BorderPane left = new BorderPane(queue);
        left.setTop(new PlanBar(bench, model));
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox both = new HBox(left, right);
        both.getStyleClass().addAll("halves", "below-choice");
        setCenter(both);
        model.selected().addListener((property, before, now) -> show(now));
        model.onset().addListener((property, before, now) -> lanes.repaint());
        model.offset().addListener((property, before, now) -> lanes.repaint());
        show(model.selected().get());
    }

    private void show(Optional<QuestionRow> row) {
        boolean settled = model.asked() > 0 && model.done() == model.asked();
        heading.setText(row.map(this::words)
                .orElseGet(() -> bench.text(settled ? "adjudicate.allsettled" : "adjudicate.none")));
        if (row.isEmpty() && settled && isVisible()) {
            bench.session().playback().pause();
        }
        lanes.renew();
        queue.show();
    }

    /** The question in words, with both versions. */
    private String words(QuestionRow row) {
        Dispute dispute = row.dispute();
        return bench.text(QuestionsPanel.key(dispute.kind())) + " · "
                + bench.text("adjudicate.where", row.recording(), row.cage(), row.animal()) + "\n"
                + version(Outcome.FIRST, row.first()) + "\n" + version(Outcome.SECOND, row.second())
                + row.question()
                        .before()
                        .map(settlement -> "\n" + bench.text("adjudicate.before", named(settlement.outcome())))
                        .orElse("");
    }

    private String named(Outcome outcome) {
        boolean tells = outcome == Outcome.FIRST || outcome == Outcome.SECOND;
        if (tells && model.plan().anonymous()) {
            return bench.text("adjudicate.before.one");
        }
        return bench.text("adjudicate.outcome." + outcome.name().toLowerCase(Locale.ROOT));
    }

    private String version(Outcome which, Optional<Mark> mark) {
        return mark.map(made -> bench.text(
                        "adjudicate.version",
                        model.name(which),
                        bench.look().label(made.label()),
                        TimeText.clock(made.span().start()),
                        TimeText.clock(made.span().end())))
                .orElseGet(() -> bench.text("adjudicate.version.nothing", model.name(which)));
    }

    private void jump(QuestionRow row) {
        if (isVisible()) {
            bench.inRecording(row.dispute().recordingId(), () -> {
                model.loop();
                lanes.renew();
            });
        }
    }

    /** The desk comes to the front. */
    void entered() {
        model.start();
        model.selected().get().ifPresent(this::jump);
        queue.show();
        queue.focus();
    }

    boolean handle(Command command) {
        switch (command) {
            case TAKE_FIRST, ACCEPT -> settle(Outcome.FIRST);
            case TAKE_SECOND -> settle(Outcome.SECOND);
            case TAKE_MEAN, ADJUST -> settle(Outcome.MEAN);
            case TAKE_UNION -> settle(Outcome.UNION);
            case TAKE_INTERSECTION -> settle(Outcome.INTERSECTION);
            case TAKE_DRAWN -> settle(Outcome.DRAWN);
            case TAKE_NEITHER, REJECT -> settle(Outcome.NEITHER);
            case TAKE_UNCLEAR -> settle(Outcome.UNCLEAR);
            case SETTLE_BY_RULE -> settleByRule();
            case REOPEN -> model.reopen();
            case QUESTION_KIND -> model.nextKind();
            case MARK_ONSET -> model.edgeHere(true);
            case MARK_OFFSET -> model.edgeHere(false);
            case NUDGE_ONSET_BACK -> model.nudge(true, -1);
            case NUDGE_ONSET_FORWARD -> model.nudge(true, 1);
            case NUDGE_OFFSET_BACK -> model.nudge(false, -1);
            case NUDGE_OFFSET_FORWARD -> model.nudge(false, 1);
            case PREVIOUS_EDGE -> model.move(-1);
            case NEXT_EDGE -> model.move(1);
            case CONFIRM -> answers.sayWhy();
            case UNDO -> undo.run();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void settle(Outcome outcome) {
        if (!model.possible(outcome)) {
            return;
        }
        if (model.needsReason()) {
            bench.say().accept(Notice.done("adjudicate.why"));
            return;
        }
        var unused = model.settle(outcome)
                .thenAccept(entry -> entry.ifPresent(
                        stored -> bench.say().accept(Notice.done("done.settled", model.asked() - model.done()))));
    }

    private void settleByRule() {
        var unused = model.settleByRule().thenAccept(count -> {
            bench.say().accept(Notice.done("done.consensus", count));
            queue.show();
        });
    }
}
