package org.ictograph.ui.duty;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.session.Assigning.Drawn;
import org.ictograph.session.Assigning.Wish;
import org.ictograph.session.StudySession;

/** What the owner wishes for in an assignment, and what would come of it, drawn anew with every change. FX thread. */
public final class AssignViewModel {
    private final StudySession session;
    private final StringProperty rater = new SimpleStringProperty("");
    private final ObservableSet<Recording> chosen = FXCollections.observableSet();
    private final BooleanProperty windows = new SimpleBooleanProperty(true);
    private final DoubleProperty seconds = new SimpleDoubleProperty(60);
    private final IntegerProperty percent = new SimpleIntegerProperty(100);
    private final IntegerProperty planting = new SimpleIntegerProperty(0);
    private final IntegerProperty seed = new SimpleIntegerProperty(1);
    private final ObservableSet<Hidden> hides = FXCollections.observableSet(EnumSet.allOf(Hidden.class));
    private final BooleanProperty packing = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Drawn>> drawn = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private int asked;

    public AssignViewModel(StudySession session) {
        this.session = session;
        chosen.addAll(recordings());
        raters().stream().findFirst().ifPresent(rater::set);
        chosen.addListener((SetChangeListener<Recording>) change -> draw());
        rater.addListener((property, before, now) -> judge());
        windows.addListener((property, before, now) -> draw());
        for (var number : List.of(seconds, percent, planting, seed)) {
            number.addListener((property, before, now) -> draw());
        }
        draw();
    }

    /** For whom; a new name becomes a new rater. */
    public StringProperty rater() {
        return rater;
    }

    /** Raters who could be asked: all but who works. */
    public List<String> raters() {
        Rater self = session.state().rater().get();
        return session.state().study().get().raters().stream()
                .filter(one -> !one.id().equals(self.id()))
                .map(Rater::name)
                .toList();
    }

    public List<Recording> recordings() {
        return session.state().study().get().recordings();
    }

    /** The recordings to draw from. */
    public ObservableSet<Recording> chosen() {
        return chosen;
    }

    /** True for windows around events, false for whole recordings. */
    public BooleanProperty windows() {
        return windows;
    }

    /** Length of a window. */
    public DoubleProperty seconds() {
        return seconds;
    }

    /** Share of the events or recordings that is rated twice, in percent. */
    public IntegerProperty percent() {
        return percent;
    }

    /** How many known events are to be hidden among the windows. */
    public IntegerProperty planting() {
        return planting;
    }

    public IntegerProperty seed() {
        return seed;
    }

    /** What the rater does not learn besides others' labels and proposals. */
    public ObservableSet<Hidden> hides() {
        return hides;
    }

    /** True when a package is to be written as well. */
    public BooleanProperty packing() {
        return packing;
    }

    /** What would be assigned. */
    public ReadOnlyObjectProperty<Optional<Drawn>> drawn() {
        return drawn.getReadOnlyProperty();
    }

    /** True when there is somebody to rate and something to be rated. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    private void draw() {
        int now = ++asked;
        Wish wish = new Wish(
                new ArrayList<>(recordings().stream().filter(chosen::contains).toList()),
                percent.get() / 100.0,
                windows.get() ? Math.round(seconds.get() * Span.SECOND) : 0,
                planting.get(),
                seed.get());
        var unused = session.assigning().draw(wish).thenAccept(made -> {
            if (now == asked) {
                drawn.set(Optional.of(made));
                judge();
            }
        });
    }

    private void judge() {
        ready.set(!rater.get().isBlank()
                && drawn.get().filter(made -> !made.windows().isEmpty()).isPresent());
    }

    /** Makes the assignment. */
    CompletableFuture<Assignment> assign() {
        Drawn made = drawn.get().orElseThrow();
        Set<Hidden> hidden = EnumSet.noneOf(Hidden.class);
        hidden.addAll(hides);
        return session.assigning()
                .rater(rater.get())
                .thenCompose(one -> session.assigning().assign(one, made, hidden));
    }
}
