package org.ictograph.ui.annotate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Cage;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;

/** What of the picture is shown: all of it, the focused cage, or several cages side by side. All are the same frame. */
public final class PictureViewModel {
    /** The ways to show it. */
    public enum View {
        /** The whole picture. */
        WHOLE,
        /** The whole picture and the focused cage beside it. */
        BESIDE,
        /** The focused cage alone, as large as there is room. */
        CAGE,
        /** The chosen cages side by side. */
        MOSAIC
    }

    private final StudyState state;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.BESIDE);
    private final ReadOnlyObjectWrapper<Set<UUID>> leftOut = new ReadOnlyObjectWrapper<>(Set.of());

    PictureViewModel(StudySession session) {
        this.state = session.state();
    }

    public ObjectProperty<View> view() {
        return view;
    }

    /** Goes to the next way. */
    public void next() {
        List<View> all = List.of(View.values());
        view.set(all.get((all.indexOf(view.get()) + 1) % all.size()));
    }

    /** Cages that are not part of the mosaic. */
    public ReadOnlyObjectProperty<Set<UUID>> leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /** Takes a cage into the mosaic or out of it. */
    public void toggle(UUID cageId) {
        Set<UUID> changed = new HashSet<>(leftOut.get());
        if (!changed.remove(cageId)) {
            changed.add(cageId);
        }
        leftOut.set(Set.copyOf(changed));
    }

    /** The cages of the mosaic by position: those that were chosen, or all when none is left. */
    public List<Cage> mosaic() {
        List<Cage> chosen = state.cages().stream()
                .filter(cage -> !leftOut.get().contains(cage.id()))
                .toList();
        return chosen.isEmpty() ? state.cages() : chosen;
    }

    /** Shows one cage enlarged, or the mosaic again. */
    public void enlarge(UUID cageId) {
        state.focusedCage().set(java.util.Optional.of(cageId));
        view.set(view.get() == View.CAGE ? View.MOSAIC : View.CAGE);
    }
}
