package org.ictograph.ui.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Entity;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.session.LogHead;
import org.ictograph.session.Notice;
import org.ictograph.session.Spoken;
import org.ictograph.session.StudySession;
import org.ictograph.session.TrailFilter;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Tables;
import org.ictograph.work.Job;

/**
 * The history of the study on a sheet of its own: the edits newest first, filtered by animal, rater and kind; what the chosen
 * one changed; and the marks of its recording as they were right after it, each of which can be brought back. Sequence numbers
 * are gathered in the background and rows are fetched by page, so that a log of a million entries can be looked through.
 */
final class HistorySheet {
    private static final int PAGE = 200;
    private static final double WIDTH = 1112;

    private final Look look;
    private final StudySession session;
    private final Consumer<Notice> say;
    private final Dialog<ButtonType> sheet = new Dialog<>();
    private final ComboBox<String> animals = box("history-animal");
    private final ComboBox<String> raters = box("history-rater");
    private final ComboBox<String> kinds = box("history-kind");
    private final TableView<LogEntry> entries = new TableView<>();
    private final TextArea changes = new TextArea();
    private final TableView<Mark> past = new TableView<>();
    private final Button restore = new Button();
    private final Button newer = new Button();
    private final Button older = new Button();
    private final Label where = new Label();
    private final List<Long> found = Collections.synchronizedList(new ArrayList<>());
    private Optional<Job<Long>> looking = Optional.empty();
    private Optional<Job<List<Mark>>> working = Optional.empty();
    private int first;

    HistorySheet(Look look, StudySession session, Consumer<Notice> say) {
        this.look = look;
        this.session = session;
        this.say = say;
        entries.setId("history-entries");
        entries.setPlaceholder(new Label(look.text("history.none")));
        entries.getColumns().add(column(look.text("history.sequence"), 60, entry -> Long.toString(entry.sequence())));
        entries.getColumns()
                .add(column(
                        look.text("history.when"),
                        150,
                        entry -> look.moment(entry.at().atZone(zone(entry)))));
        entries.getColumns().add(column(look.text("history.who"), 90, entry -> rater(entry.raterId())));
        entries.getColumns().add(column(look.text("history.what"), 150, this::what));
        entries.getColumns()
                .add(column(look.text("history.why"), 150, entry -> entry.edit().reason()));
        entries.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> choose(now));
        changes.setEditable(false);
        changes.setWrapText(true);
        changes.setId("history-changes");
        past.setId("history-past");
        past.setPlaceholder(new Label(look.text("history.past.none")));
        past.getColumns().add(column(look.text("history.who"), 90, mark -> rater(mark.raterId())));
        past.getColumns().add(column(look.text("history.mark"), 330, mark -> Spoken.of(study(), mark)));
        restore.setText(look.text("history.restore"));
        restore.setId("history-restore");
        if (session.state().access().writing()) {
            restore.disableProperty()
                    .bind(past.getSelectionModel().selectedItemProperty().isNull());
        } else {
            restore.setDisable(true);
        }
        restore.setOnAction(pressed -> bringBack());
        newer.setText(look.text("history.newer"));
        newer.setOnAction(pressed -> turn(-PAGE));
        older.setText(look.text("history.older"));
        older.setOnAction(pressed -> turn(PAGE));
        lay();
    }

    private void lay() {
        fill(animals, study().subjects().stream().map(Subject::name).sorted().toList());
        fill(raters, study().raters().stream().map(Rater::name).toList());
        fill(kinds, List.of(Verb.values()).stream().map(look::verb).toList());
        HBox filters = new HBox(
                8,
                new Label(look.text("history.animal")),
                animals,
                new Label(look.text("history.who")),
                raters,
                new Label(look.text("history.what")),
                kinds);
        filters.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label then = new Label(look.text("history.past"));
        then.getStyleClass().add("panel-title");
        VBox right = new VBox(8, changes, then, past, restore);
        VBox.setVgrow(past, Priority.ALWAYS);
        changes.setPrefRowCount(8);
        SplitPane split = new SplitPane(entries, right);
        split.setDividerPositions(0.57);
        split.setPrefSize(1080, 560);
        where.getStyleClass().add("muted");
        HBox foot = new HBox(8, newer, older, where);
        foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        sheet.initModality(javafx.stage.Modality.NONE);
        sheet.setTitle(look.text("history.title"));
        sheet.setResizable(true);
        VBox content = new VBox(8, filters, split, foot);
        content.setPadding(new javafx.geometry.Insets(16));
        content.setPrefWidth(WIDTH);
        sheet.getDialogPane().setContent(content);
        sheet.getDialogPane().setMinWidth(WIDTH);
        sheet.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        sheet.setOnHidden(hidden -> stop());
    }

    private static ComboBox<String> box(String id) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        return box;
    }

    private void fill(ComboBox<String> box, List<String> names) {
        box.getItems().add(look.text("history.all"));
        box.getItems().addAll(names);
        box.getSelectionModel().selectFirst();
        box.setOnAction(chosen -> find());
    }

    private static java.time.ZoneId zone(LogEntry entry) {
        return java.time.ZoneId.of(entry.zone());
    }

    private static <T> TableColumn<T, String> column(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(Tables.width(column.getText(), width));
        column.setSortable(false);
        return column;
    }

    private Study study() {
        return session.state().study().get();
    }

    private String rater(UUID id) {
        return study().rater(id).map(Rater::name).orElse("?");
    }

    private String what(LogEntry entry) {
        return (entry.undoes().isPresent()
                        ? look.text("history.undoes", entry.undoes().getAsLong()) + " "
                        : "")
                + look.verb(entry.edit().verb());
    }

    void show(Window owner) {
        sheet.initOwner(owner);
        Scene scene = sheet.getDialogPane().getScene();
        scene.setUserAgentStylesheet(owner.getScene().getUserAgentStylesheet());
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        sheet.show();
        entries.requestFocus();
        find();
    }

    private void stop() {
        looking.ifPresent(Job::cancel);
        working.ifPresent(Job::cancel);
    }

    private Optional<String> chosen(ComboBox<String> box) {
        return box.getSelectionModel().getSelectedIndex() <= 0 ? Optional.empty() : Optional.of(box.getValue());
    }

    /** Gathers anew which entries are wanted. */
    private void find() {
        stop();
        found.clear();
        Set<Verb> verbs = chosen(kinds)
                .map(word -> Stream.of(Verb.values())
                        .filter(verb -> look.verb(verb).equals(word))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        TrailFilter filter = new TrailFilter(
                chosen(raters), chosen(animals), Optional.empty(), verbs, Optional.empty(), Optional.empty());
        Job<Long> job = session.chronicle().find(filter, found::add);
        looking = Optional.of(job);
        var unused = job.result()
                .thenAcceptAsync(count -> firstPage(job), session.workplace().fx());
    }

    private void firstPage(Job<Long> job) {
        if (looking.equals(Optional.of(job))) {
            first = 0;
            turn(0);
        }
    }

    /** Shows the entries so many rows further, the newest first. */
    private void turn(int rows) {
        int count = found.size();
        first = Math.max(0, Math.min(first + rows, Math.max(0, count - 1) / PAGE * PAGE));
        List<Long> wanted = new ArrayList<>();
        for (int i = first; i < Math.min(first + PAGE, count); i++) {
            wanted.add(found.get(count - 1 - i));
        }
        newer.setDisable(first == 0);
        older.setDisable(first + PAGE >= count);
        where.setText(look.text(
                "history.where",
                count == 0 ? 0 : first + 1,
                first + wanted.size(),
                count,
                LogHead.brief(session.logHead().head().get())));
        var unused = session.chronicle().entries(wanted).thenAccept(page -> {
            entries.getItems().setAll(page);
            entries.getSelectionModel().selectFirst();
        });
    }

    private void choose(@org.jspecify.annotations.Nullable LogEntry entry) {
        working.ifPresent(Job::cancel);
        past.getItems().clear();
        if (entry == null) {
            changes.clear();
            return;
        }
        StringBuilder told = new StringBuilder();
        for (Change change : entry.edit()
                .changes()
                .subList(0, Math.min(50, entry.edit().changes().size()))) {
            told.append(change.before().map(this::told).orElse("–"))
                    .append("\n  → ")
                    .append(change.after().map(this::told).orElse("–"))
                    .append('\n');
        }
        changes.setText(told + entry.at().toString() + " " + entry.zone() + "\n" + entry.hash());
        Optional<UUID> recording = recordingOf(entry);
        recording.ifPresent(id -> {
            Job<List<Mark>> job = session.chronicle().marksAfter(id, entry.sequence());
            working = Optional.of(job);
            var unused = job.result()
                    .thenAcceptAsync(
                            marks -> {
                                if (working.equals(Optional.of(job))) {
                                    past.getItems().setAll(marks);
                                }
                            },
                            session.workplace().fx());
        });
    }

    private String told(Entity entity) {
        return look.text("review.what." + Spoken.kind(entity)) + " " + Spoken.of(study(), entity);
    }

    /** The recording that an entry is about, else the one that is open. */
    private Optional<UUID> recordingOf(LogEntry entry) {
        for (Change change : entry.edit().changes()) {
            Entity entity = change.after().or(change::before).orElseThrow();
            if (entity instanceof Mark mark) {
                return Optional.of(mark.recordingId());
            } else if (entity instanceof Coverage coverage) {
                return Optional.of(coverage.recordingId());
            } else if (entity instanceof Cage cage) {
                return Optional.of(cage.recordingId());
            }
        }
        return session.state().recording().get().map(Recording::id);
    }

    private void bringBack() {
        Mark mark = past.getSelectionModel().getSelectedItem();
        var unused = session.chronicle().restore(mark).thenAccept(entry -> {
            say.accept(Notice.done(entry.isPresent() ? "history.restored" : "history.same"));
            find();
        });
    }
}
