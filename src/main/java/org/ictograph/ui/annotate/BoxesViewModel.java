package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;

/**
 * Drawing cages on the picture. While {@link #editing} is on, a drag on a cage moves it, on a handle resizes it, and
 * elsewhere draws a new one; with {@link #masking} it draws the tag mask of the focused cage. All in source pixels.
 */
public final class BoxesViewModel {
    private static final double SMALLEST_DRAG = 8;

    /** The box that a drag would leave behind; of a cage, or of a new one. */
    public record Ghost(Optional<UUID> cageId, Box box, boolean mask) {}

    private record Pull(Optional<Cage> cage, Optional<BoxGrip> grip, double x, double y) {}

    private final StudySession session;
    private final StudyState state;
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final BooleanProperty masking = new SimpleBooleanProperty();
    private final BooleanProperty naming = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Ghost>> ghost = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Pull> pull = Optional.empty();

    public BoxesViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        editing.addListener((property, before, on) -> {
            masking.set(false);
            cancel();
        });
    }

    public BooleanProperty editing() {
        return editing;
    }

    /** Whether a drag draws the tag mask of the focused cage. */
    public BooleanProperty masking() {
        return masking;
    }

    /** Whether the name of the animal in the focused cage is being written. */
    public BooleanProperty naming() {
        return naming;
    }

    /** Whether a cage has the focus whose animal has no name yet. */
    public boolean nameless() {
        return focused()
                .filter(cage -> state.study().get().subjectIn(cage).isEmpty())
                .isPresent();
    }

    public ReadOnlyObjectProperty<Optional<Ghost>> ghost() {
        return ghost.getReadOnlyProperty();
    }

    public List<Cage> cages() {
        return state.cages();
    }

    public Optional<Cage> focused() {
        return state.focusedCage().get().flatMap(state.study().get()::cage);
    }

    /** Focuses the cage at a place. */
    public Optional<Cage> focusAt(double x, double y) {
        Optional<Cage> found =
                cages().stream().filter(cage -> cage.box().contains(x, y)).findFirst();
        found.ifPresent(cage -> state.focusedCage().set(Optional.of(cage.id())));
        return found;
    }

    /** Focuses the cage with a number. */
    public void focus(int position) {
        cages().stream()
                .filter(cage -> cage.position() == position)
                .findFirst()
                .ifPresent(cage -> state.focusedCage().set(Optional.of(cage.id())));
    }

    /** What a press at a place would take hold of: handles of the focused cage first. */
    public Optional<BoxGrip> gripAt(double x, double y, double reach) {
        return focused()
                .flatMap(cage -> BoxGrip.at(cage.box(), x, y, reach))
                .or(() -> cages().stream()
                        .filter(cage -> cage.box().contains(x, y))
                        .findFirst()
                        .map(cage -> BoxGrip.INSIDE));
    }

    /** Begins a drag. */
    public void press(double x, double y, double reach) {
        Optional<Cage> focused = focused();
        if (masking.get()) {
            pull = focused.map(cage -> new Pull(focused, Optional.empty(), x, y));
            return;
        }
        Optional<BoxGrip> grip = focused.flatMap(cage -> BoxGrip.at(cage.box(), x, y, reach));
        if (grip.isPresent()) {
            pull = Optional.of(new Pull(focused, grip, x, y));
            return;
        }
        Optional<Cage> under = focusAt(x, y);
        pull = Optional.of(new Pull(under, under.map(cage -> BoxGrip.INSIDE), x, y));
    }

    /** Goes on with a drag. */
    public void dragTo(double x, double y) {
        pull.flatMap(held -> state.recording().get().map(open -> pulled(held, x, y, open)))
                .ifPresent(changed -> ghost.set(Optional.of(changed)));
    }

    private Ghost pulled(Pull held, double x, double y, Recording open) {
        int width = open.width();
        int height = open.height();
        if (held.cage().isPresent() && held.grip().isPresent()) {
            Cage cage = held.cage().get();
            Box box = held.grip().get().pulled(cage.box(), x - held.x(), y - held.y(), width, height);
            return new Ghost(Optional.of(cage.id()), box, false);
        }
        Box drawn = Box.snapped(held.x(), held.y(), x, y, width, height);
        return new Ghost(held.cage().map(Cage::id), drawn, masking.get());
    }

    /** Ends a drag and makes the edit. A click that hardly moved draws nothing. */
    public void release() {
        Optional<Ghost> drawn = ghost.get();
        cancel();
        drawn.ifPresent(this::keep);
    }

    private void keep(Ghost drawn) {
        boolean tiny = drawn.box().width() < SMALLEST_DRAG || drawn.box().height() < SMALLEST_DRAG;
        if (drawn.mask()) {
            drawn.cageId()
                    .ifPresent(id -> session.cages()
                            .change(id, cage -> cage.withTagMask(tiny ? Optional.empty() : Optional.of(drawn.box()))));
            masking.set(false);
        } else if (drawn.cageId().isPresent()) {
            session.cages().change(drawn.cageId().get(), cage -> cage.withBox(drawn.box()));
        } else if (!tiny) {
            session.cages().draw(drawn.box());
        }
    }

    /** Forgets a drag. */
    public void cancel() {
        pull = Optional.empty();
        ghost.set(Optional.empty());
    }

    /** Moves the focused cage by so many steps of the grid, or its lower right corner. */
    public void nudge(int across, int down, boolean resize) {
        BoxGrip grip = resize ? BoxGrip.BOTTOM_RIGHT : BoxGrip.INSIDE;
        focused()
                .ifPresent(cage -> state.recording()
                        .get()
                        .ifPresent(open -> session.cages()
                                .change(
                                        cage.id(),
                                        now -> now.withBox(grip.pulled(
                                                now.box(),
                                                across * Box.GRID,
                                                down * Box.GRID,
                                                open.width(),
                                                open.height())))));
    }

    /** Draws a cage of the same size beside the focused one, below it where there is no room beside. */
    public void duplicate() {
        focused()
                .ifPresent(cage -> state.recording().get().ifPresent(open -> {
                    Box box = cage.box();
                    boolean beside = box.right() + box.width() <= open.width();
                    Box copy = box.moved(
                            beside ? box.width() : -box.x(), beside ? 0 : box.height(), open.width(), open.height());
                    session.cages().draw(copy);
                }));
    }

    /** Takes the focused cage away. */
    public void delete() {
        focused().ifPresent(cage -> session.cages().delete(cage.id()));
    }

    /** Names the animal in the focused cage. */
    public void nameAnimal(UUID cage, String name) {
        session.cages().nameAnimal(cage, name);
    }

    /** The other recordings of the study. */
    public List<Recording> others() {
        return state.study().get().recordings().stream()
                .filter(other -> state.recording()
                        .get()
                        .filter(open -> open.id().equals(other.id()))
                        .isEmpty())
                .toList();
    }

    /** Gives other recordings the boxes of this one. */
    public void copyTo(List<Recording> recordings) {
        recordings.forEach(target -> session.cages().copyTo(target.id()));
    }
}
