package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Cage;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.settings.Exposure;
import org.ictograph.settings.Exposures;

/** How each cage is lit up for the eye, for night recordings in infrared. */
public final class ExposureViewModel {
    private final StudyState state;
    private final ObjectProperty<Exposures> exposures = new SimpleObjectProperty<>(Exposures.NONE);
    private final BooleanProperty open = new SimpleBooleanProperty();

    ExposureViewModel(StudySession session) {
        this.state = session.state();
    }

    /** What was chosen for all cages of all studies. */
    public ObjectProperty<Exposures> exposures() {
        return exposures;
    }

    /** True while the sliders are shown. */
    public BooleanProperty open() {
        return open;
    }

    /** How the focused cage is seen. */
    public Exposure focused() {
        return state.focusedCage().get().map(exposures.get()::of).orElse(Exposure.NONE);
    }

    /** Position of the cage that the sliders change; empty while there is no cage. */
    public Optional<Cage> cage() {
        return state.focusedCage().get().flatMap(state.study().get()::cage);
    }

    /** Lights the focused cage up otherwise. */
    public void change(UnaryOperator<Exposure> changed) {
        state.focusedCage()
                .get()
                .ifPresent(cage -> exposures.set(exposures.get().with(cage, changed.apply(focused()))));
    }

    /** Shows the focused cage as it was filmed. */
    public void reset() {
        change(now -> Exposure.NONE);
    }

    /** Lights all cages of the recording up like the focused one. */
    public void forAll() {
        Exposures changed = exposures.get();
        for (UUID cage : cageIds()) {
            changed = changed.with(cage, focused());
        }
        exposures.set(changed);
    }

    private List<UUID> cageIds() {
        return state.cages().stream().map(Cage::id).toList();
    }
}
