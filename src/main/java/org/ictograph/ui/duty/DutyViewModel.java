package org.ictograph.ui.duty;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Role;
import org.ictograph.model.Study;
import org.ictograph.session.DutyStanding;
import org.ictograph.session.Stored;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;

/** What is assigned to whom, and what waits for the rater who works. FX thread. */
public final class DutyViewModel {
    private final StudySession session;
    private final StudyState state;
    private final ObservableList<DutyStanding> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<DutyStanding>> own = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Window>> at = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean watched;

    public DutyViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        state.duties().addListener((property, before, now) -> read());
        state.rater().addListener((property, before, now) -> read());
        state.stored().addListener((property, before, now) -> {
            if (now == Stored.STORED && (watched || !state.duties().get().isEmpty())) {
                read();
            }
        });
        read();
    }

    /** Assignments as far as the rater who works may know them, oldest first: the owner all, others their own. */
    public ObservableList<DutyStanding> rows() {
        return rows;
    }

    /** What the rater who works is to rate first. */
    public ReadOnlyObjectProperty<Optional<DutyStanding>> own() {
        return own.getReadOnlyProperty();
    }

    /** The window that was gone to last. */
    public ReadOnlyObjectProperty<Optional<Window>> at() {
        return at.getReadOnlyProperty();
    }

    /** True when the rater who works may make assignments. */
    public boolean owner() {
        return state.study().get().roleOf(state.rater().get().id()).includes(Role.OWNER);
    }

    /** True for a study that holds nobody but the rater, as one in a package does: what is sealed must be sent home. */
    public boolean packaged() {
        return state.study().get().raters().size() == 1;
    }

    public StudySession session() {
        return session;
    }

    public Study study() {
        return state.study().get();
    }

    /** Says whether somebody looks at the list. */
    public void watch(boolean looking) {
        watched = looking;
        read();
    }

    /** Reads everything anew. */
    void read() {
        var unused = session.assigning().standings().thenAccept(this::show);
    }

    private void show(List<DutyStanding> all) {
        List<DutyStanding> now = all.stream().filter(this::told).toList();
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
        own.set(all.stream().filter(this::open).findFirst());
        at.set(at.get()
                .filter(window -> own.get()
                        .filter(mine -> mine.assignment().windows().contains(window))
                        .isPresent()));
    }

    private boolean told(DutyStanding standing) {
        return owner() || mine(standing);
    }

    private boolean mine(DutyStanding standing) {
        return standing.assignment().raterId().equals(state.rater().get().id());
    }

    private boolean open(DutyStanding standing) {
        return mine(standing) && standing.assigned().submission().isEmpty();
    }

    /** Reads what was changed after a set was sealed. */
    void amendments(DutyStanding standing, Consumer<List<LogEntry>> reader) {
        var unused = session.assigning()
                .amendments(standing.assigned())
                .result()
                .thenAcceptAsync(reader, session.workplace().fx());
    }

    /** The number of a window in its assignment, from 1. */
    public int number(Window window) {
        return own.get()
                .map(mine -> mine.assignment().windows().indexOf(window) + 1)
                .orElse(0);
    }

    /**
     * Moves to the next window that was not looked at, or to the one before in the order (-1). When all were looked at, it goes
     * on in the order. No mark stays selected: the keys for edges, meant for a new mark there, would move it from where it is.
     */
    public Optional<Window> move(int direction) {
        if (own.get().isEmpty()) {
            return Optional.empty();
        }
        DutyStanding mine = own.get().get();
        List<Window> windows = mine.assignment().windows();
        int from = at.get().map(windows::indexOf).orElse(direction > 0 ? -1 : 1);
        int to = Math.floorMod(from + direction, windows.size());
        if (direction > 0 && !mine.left().isEmpty()) {
            while (!mine.left().contains(windows.get(to))) {
                to = (to + 1) % windows.size();
            }
        }
        state.selectedMark().set(Optional.empty());
        at.set(Optional.of(windows.get(to)));
        return at.get();
    }
}
