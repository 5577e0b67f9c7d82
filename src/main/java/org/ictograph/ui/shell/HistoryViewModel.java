package org.ictograph.ui.shell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
import org.ictograph.work.Job;

/**
 * What somebody who looks through the history sees of it: the entries that are wanted, newest first and by page, what the
 * chosen one changed, and the marks of its recording right after it. Sequence numbers are gathered in the background and rows
 * are fetched by page, so that a log of a million entries can be looked through. FX thread.
 */
final class HistoryViewModel {
    static final int PAGE = 200;
    private static final int TOLD = 50;

    private final Look look;
    private final StudySession session;
    private final Consumer<Notice> say;
    private final ObjectProperty<Optional<String>> animal = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> rater = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Verb>> verb = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<LogEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<Mark> past = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper changes = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper newest = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper oldest = new ReadOnlyBooleanWrapper(true);
    private final List<Long> found = Collections.synchronizedList(new ArrayList<>());
    private Optional<Job<Long>> looking = Optional.empty();
    private Optional<Job<List<Mark>>> working = Optional.empty();
    private int first;

    HistoryViewModel(Look look, StudySession session, Consumer<Notice> say) {
        this.look = look;
        this.session = session;
        this.say = say;
        animal.addListener((property, before, now) -> find());
        rater.addListener((property, before, now) -> find());
        verb.addListener((property, before, now) -> find());
    }

    /** Only what concerns this animal, by name. */
    ObjectProperty<Optional<String>> animal() {
        return animal;
    }

    /** Only what this rater did, by name. */
    ObjectProperty<Optional<String>> rater() {
        return rater;
    }

    /** Only this kind of edit. */
    ObjectProperty<Optional<Verb>> verb() {
        return verb;
    }

    List<String> animals() {
        return study().subjects().stream().map(Subject::name).sorted().toList();
    }

    List<String> raters() {
        return study().raters().stream().map(Rater::name).toList();
    }

    /** The entries of the page that is shown, newest first. */
    ObservableList<LogEntry> entries() {
        return entries;
    }

    /** The marks right after the chosen entry. */
    ObservableList<Mark> past() {
        return past;
    }

    /** What the chosen entry changed, in words. */
    ReadOnlyStringProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Which page is shown, and where the log ends. */
    ReadOnlyStringProperty where() {
        return where.getReadOnlyProperty();
    }

    /** True when there is no newer page. */
    ReadOnlyBooleanProperty newest() {
        return newest.getReadOnlyProperty();
    }

    /** True when there is no older page. */
    ReadOnlyBooleanProperty oldest() {
        return oldest.getReadOnlyProperty();
    }

    /** False in a study that is only read. */
    boolean mayRestore() {
        return session.state().access().writing();
    }

    /** When something was done, by the clock of who did it. */
    String when(LogEntry entry) {
        return look.moment(entry.at().atZone(ZoneId.of(entry.zone())));
    }

    String who(UUID raterId) {
        return study().rater(raterId).map(Rater::name).orElse("?");
    }

    String what(LogEntry entry) {
        String word = look.verb(entry.edit().verb());
        return entry.undoes().isPresent()
                ? look.text("history.undoes", entry.undoes().getAsLong()) + " " + word
                : word;
    }

    String spoken(Mark mark) {
        return Spoken.of(study(), mark, look);
    }

    private Study study() {
        return session.state().study().get();
    }

    /** Gathers anew which entries are wanted, and shows the first page. */
    void find() {
        stop();
        found.clear();
        TrailFilter filter = new TrailFilter(
                rater.get(),
                animal.get(),
                Optional.empty(),
                verb.get().map(Set::of).orElse(Set.of()),
                Optional.empty(),
                Optional.empty());
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

    void newer() {
        turn(-PAGE);
    }

    void older() {
        turn(PAGE);
    }

    private void turn(int rows) {
        int count = found.size();
        first = Math.max(0, Math.min(first + rows, Math.max(0, count - 1) / PAGE * PAGE));
        List<Long> wanted = new ArrayList<>();
        for (int i = first; i < Math.min(first + PAGE, count); i++) {
            wanted.add(found.get(count - 1 - i));
        }
        newest.set(first == 0);
        oldest.set(first + PAGE >= count);
        where.set(look.text(
                "history.where",
                count == 0 ? 0 : first + 1,
                first + wanted.size(),
                count,
                LogHead.brief(session.logHead().head().get())));
        var unused = session.chronicle().entries(wanted).thenAccept(entries::setAll);
    }

    /** Tells what an entry changed and works out the marks right after it. */
    void choose(Optional<LogEntry> entry) {
        working.ifPresent(Job::cancel);
        past.clear();
        changes.set(entry.map(this::told).orElse(""));
        entry.ifPresent(chosen -> recordingOf(chosen).ifPresent(id -> goBack(id, chosen.sequence())));
    }

    private void goBack(UUID recordingId, long sequence) {
        Job<List<Mark>> job = session.chronicle().marksAfter(recordingId, sequence);
        working = Optional.of(job);
        var unused = job.result()
                .thenAcceptAsync(
                        marks -> {
                            if (working.equals(Optional.of(job))) {
                                past.setAll(marks);
                            }
                        },
                        session.workplace().fx());
    }

    private String told(LogEntry entry) {
        List<Change> all = entry.edit().changes();
        StringBuilder told = new StringBuilder();
        for (Change change : all.subList(0, Math.min(TOLD, all.size()))) {
            told.append(change.before().map(this::told).orElse("–"))
                    .append("\n  → ")
                    .append(change.after().map(this::told).orElse("–"))
                    .append('\n');
        }
        return told + entry.at().toString() + " " + entry.zone() + "\n" + entry.hash();
    }

    private String told(Entity entity) {
        return look.text("review.what." + Spoken.kind(entity)) + " " + Spoken.of(study(), entity, look);
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

    /** Makes a mark of the past what it was then. */
    void restore(Mark mark) {
        var unused = session.chronicle().restore(mark).thenAccept(entry -> {
            say.accept(Notice.done(entry.isPresent() ? "history.restored" : "history.same"));
            find();
        });
    }

    /** Nobody looks any more. */
    void stop() {
        looking.ifPresent(Job::cancel);
        working.ifPresent(Job::cancel);
    }
}
