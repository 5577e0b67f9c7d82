package org.ictograph.ui.shell;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.ictograph.model.Head;
import org.ictograph.session.LogHead;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;

/** The foot of the window: what was done last on the left, the jobs under way on the right. */
final class StatusBar extends HBox {
    private static final int SHOWN_JOBS = 2;
    private static final double BAR = 110;
    private static final double HEIGHT = 33;
    /** So long stands what was done, with the way to take it back. */
    private static final Duration NEWS = Duration.seconds(30);

    private final Look look;
    private final JobsViewModel jobs;
    private final Label said = new Label();
    private final Hyperlink undo;
    private final HBox running = new HBox();
    private final Hyperlink end = new Hyperlink();
    private final NoticesViewModel notices;
    private Optional<StudySession> session = Optional.empty();
    private final ChangeListener<Head> grown = (property, before, now) -> showEnd();

    /** @param undoing takes back what the last notice tells of */
    StatusBar(Look look, JobsViewModel jobs, NoticesViewModel notices, Runnable undoing) {
        this.look = look;
        this.jobs = jobs;
        this.notices = notices;
        getStyleClass().add("status-bar");
        setMinHeight(HEIGHT);
        setAlignment(Pos.CENTER_LEFT);
        said.setId("said");
        undo = new Hyperlink(look.text("notice.undo"));
        undo.setFocusTraversable(false);
        undo.setOnAction(pressed -> {
            undoing.run();
            notices.forget();
        });
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        running.setSpacing(16);
        running.setAlignment(Pos.CENTER_RIGHT);
        running.setId("jobs");
        end.setId("log-end");
        end.getStyleClass().add("muted");
        end.setFocusTraversable(false);
        end.setMinWidth(USE_PREF_SIZE);
        end.setOnAction(pressed -> copyEnd());
        getChildren().addAll(said, undo, air, running, end);
        showEnd();
        notices.done().addListener((property, before, now) -> say(now));
        jobs.rows().addListener((javafx.beans.Observable changed) -> showJobs());
        say(notices.done().get());
        showJobs();
    }

    /** Does something once what is said is no longer news. */
    static void later(Runnable action) {
        PauseTransition news = new PauseTransition(NEWS);
        news.setOnFinished(over -> action.run());
        news.play();
    }

    /** Shows where the edit log of the open study ends, if one is open. */
    void follow(Optional<StudySession> open) {
        session.ifPresent(left -> left.logHead().head().removeListener(grown));
        session = open;
        session.ifPresent(now -> now.logHead().head().addListener(grown));
        showEnd();
    }

    private void showEnd() {
        end.setVisible(session.isPresent());
        session.map(open -> open.logHead().head().get()).ifPresent(head -> {
            end.setText(look.text("status.end", LogHead.brief(head)));
            end.setTooltip(new Tooltip(look.text("status.end.tip", head.sequence(), head.hash())));
        });
    }

    private void copyEnd() {
        session.map(open -> open.logHead().head().get()).ifPresent(head -> {
            ClipboardContent text = new ClipboardContent();
            text.putString(head.hash());
            Clipboard.getSystemClipboard().setContent(text);
            notices.say(Notice.done("status.end.copied", head.sequence()));
        });
    }

    private void say(Optional<NoticesViewModel.Said> notice) {
        said.setText(notice.map(NoticesViewModel.Said::text).orElse(""));
        boolean undoable = notice.filter(NoticesViewModel.Said::undoable).isPresent();
        undo.setVisible(undoable);
    }

    private void showJobs() {
        running.getChildren().clear();
        jobs.rows().stream()
                .limit(SHOWN_JOBS)
                .forEach(row -> running.getChildren().add(job(row)));
        int more = jobs.rows().size() - SHOWN_JOBS;
        if (more > 0) {
            Label rest = new Label(look.text("jobs.more", more));
            rest.getStyleClass().add("muted");
            running.getChildren().add(rest);
        }
    }

    private Node job(JobRow row) {
        Label name = new Label(row.name());
        name.setMaxWidth(220);
        ProgressBar bar = new ProgressBar(row.fraction());
        bar.setPrefWidth(BAR);
        Label left = new Label(left(row));
        left.getStyleClass().addAll("muted");
        left.setMinWidth(84);
        TextSize.grow(name, left);
        HBox line = new HBox(
                6, name, bar, left, new IconButton(Feather.X, look.text("jobs.cancel", row.name()), row.job()::cancel));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String left(JobRow row) {
        if (row.cancelling()) {
            return look.text("jobs.cancelling");
        }
        return row.secondsLeft()
                .map(seconds -> look.text(
                        seconds < 90 ? "jobs.seconds" : "jobs.minutes", seconds < 90 ? seconds : (seconds + 59) / 60))
                .orElse("");
    }
}
