package org.ictograph.ui.annotate;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ictograph.model.Label;
import org.ictograph.session.Marking.Edge;
import org.ictograph.session.Playback;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyChord.Modifier;
import org.ictograph.settings.KeyMap;
import org.ictograph.settings.KeyScope;
import org.ictograph.ui.annotate.PictureViewModel.View;
import org.ictograph.ui.kit.Keys;
import org.ictograph.ui.kit.ShuttleKeys;
import org.jspecify.annotations.Nullable;

/**
 * Sends keys to what they do. Listens before any control does, so that no focused slider or table swallows a key, and
 * leaves text that is being typed alone. In Code scope letters and digits are labels; Alt peeks into the other scope.
 */
final class AnnotateKeys {
    private static final double ZOOM = 1.6;
    private static final int MINUTE = 60;
    private static final double LIGHT = 0.1;
    private static final double GAMMA = 1.15;
    private static final int COARSE = 5;
    private static final String FOCUS_CAGE = "FOCUS_CAGE_";

    private final AnnotateViewModel model;
    private final Supplier<KeyMap> keys;
    private final Asks asks;
    private final ShuttleKeys shuttle;
    /** The key that is being pressed; none while a menu asks. */
    private @Nullable KeyCode pressing;

    /**
     * What a key asks the screen for: a time to go to, the menu of the focused lane, another label, and to say that a letter is
     * a label only in Code scope.
     */
    record Asks(Runnable goTo, Runnable laneMenu, Runnable label, Consumer<Label> coding) {}

    AnnotateKeys(AnnotateViewModel model, Supplier<KeyMap> keys, Asks asks) {
        this.model = model;
        this.keys = keys;
        this.asks = asks;
        this.shuttle = new ShuttleKeys(model.player().playback());
    }

    /** A filter for key presses in a scene. */
    void filter(KeyEvent pressed) {
        Scene scene = pressed.getSource() instanceof Scene source ? source : null;
        if (scene == null || Keys.menuOpen() || Keys.typing(scene.getFocusOwner())) {
            return;
        }
        Optional<KeyChord> chord = Keys.chord(pressed);
        if (chord.filter(this::names).isPresent()) {
            return;
        }
        pressing = pressed.getCode();
        if (chord.isPresent() && (editBoxes(chord.get()) || press(chord.get()))) {
            pressed.consume();
        }
        pressing = null;
    }

    /** A filter for keys that come up. */
    void release(KeyEvent released) {
        shuttle.release(released.getCode());
    }

    /** The window lost the keyboard. */
    void releaseAll() {
        shuttle.releaseAll();
    }

    /** Does what a chord stands for; false when it stands for nothing here. */
    boolean press(KeyChord chord) {
        KeyScope scope = model.scope().get();
        Optional<Command> command = keys.get().command(chord, scope);
        if (command.isPresent()) {
            return run(command.get());
        }
        boolean peeks = chord.modifiers().contains(Modifier.ALT);
        KeyScope meant = peeks ? scope.other() : scope;
        KeyChord bare = chord.without(Modifier.ALT);
        if (meant == KeyScope.CODE && bare.isLabelKey()) {
            return label(bare);
        }
        if (!peeks && bare.isLabelKey() && bare.modifiers().isEmpty()) {
            model.labelOf(bare.key()).ifPresent(asks.coding());
        }
        return peeks && keys.get().command(bare, meant).filter(this::run).isPresent();
    }

    private boolean label(KeyChord chord) {
        boolean shift = chord.modifiers().contains(Modifier.SHIFT);
        return model.labelOf(chord.key())
                .map(label -> {
                    if (!model.session().state().mayEdit()) {
                        return true;
                    }
                    if (shift) {
                        model.pointOrEnd(label.name());
                    } else {
                        model.toggle(label.name());
                    }
                    return true;
                })
                .orElse(false);
    }

    /**
     * While boxes are edited, letters and digits begin the name of the animal in the focused one as long as it has none; the key
     * is left to the field for it.
     */
    private boolean names(KeyChord chord) {
        BoxesViewModel boxes = model.boxes();
        boolean begins = boxes.editing().get() && chord.isLabelKey() && boxes.nameless();
        if (begins) {
            boxes.naming().set(true);
        }
        return begins;
    }

    /** While boxes are edited, arrows move the focused one, with Shift its corner; Delete takes it away. */
    private boolean editBoxes(KeyChord chord) {
        BoxesViewModel boxes = model.boxes();
        if (!boxes.editing().get() || chord.modifiers().contains(Modifier.ALT)) {
            return false;
        }
        boolean resize = chord.modifiers().contains(Modifier.SHIFT);
        int step = chord.modifiers().contains(Modifier.CTRL) ? COARSE : 1;
        switch (chord.key()) {
            case "Left" -> boxes.nudge(-step, 0, resize);
            case "Right" -> boxes.nudge(step, 0, resize);
            case "Up" -> boxes.nudge(0, -step, resize);
            case "Down" -> boxes.nudge(0, step, resize);
            case "Delete", "Backspace" -> boxes.delete();
            case "Enter", "Esc" -> boxes.editing().set(false);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Does what a command asks for; false when it means nothing here. */
    boolean run(Command command) {
        if (command.edits() && !model.session().state().mayEdit()) {
            return true;
        }
        return playback(command)
                || marking(command)
                || moving(command)
                || reviewing(command)
                || picture(command)
                || view(command);
    }

    private boolean playback(Command command) {
        PlayerViewModel player = model.player();
        Playback playback = player.playback();
        switch (command) {
            case PLAY_PAUSE -> playback.togglePlay();
            case SPEED_UP -> playback.changeSpeed(1);
            case SPEED_DOWN -> playback.changeSpeed(-1);
            case SPEED_NORMAL -> playback.setSpeed(1);
            case FRAME_BACK -> playback.step(-1);
            case FRAME_FORWARD -> playback.step(1);
            case SECOND_BACK -> player.skipSeconds(-1);
            case SECOND_FORWARD -> player.skipSeconds(1);
            case MINUTE_BACK -> player.skipSeconds(-MINUTE);
            case MINUTE_FORWARD -> player.skipSeconds(MINUTE);
            case GO_TO -> asks.goTo().run();
            case SOUND -> playback.sound().toggle();
            case LOOP_MARK -> model.loop().toggle();
            case LOOP_FROM -> model.loop().from();
            case LOOP_TO -> model.loop().to();
            case SKIM -> model.skim().toggle();
            case SKIM_BOUNDS -> flip(model.skim().open());
            default -> {
                return shuttle(command);
            }
        }
        model.timeline().reveal(playback.position().get());
        return true;
    }

    private static void flip(BooleanProperty open) {
        open.set(!open.get());
    }

    private boolean picture(Command command) {
        ExposureViewModel exposure = model.exposure();
        switch (command) {
            case PICTURE_NEXT -> model.picture().next();
            case PICTURE_WHOLE -> model.picture().view().set(View.WHOLE);
            case PICTURE_BESIDE -> model.picture().view().set(View.BESIDE);
            case PICTURE_CAGE -> model.picture().view().set(View.CAGE);
            case PICTURE_MOSAIC -> model.picture().view().set(View.MOSAIC);
            case SHOW_POINTS -> flip(model.points().shown());
            case SHOW_EXPOSURE -> flip(exposure.open());
            case BRIGHTER -> exposure.change(now -> now.withBrightness(now.brightness() + LIGHT));
            case DARKER -> exposure.change(now -> now.withBrightness(now.brightness() - LIGHT));
            case CONTRAST_UP -> exposure.change(now -> now.withContrast(now.contrast() + LIGHT));
            case CONTRAST_DOWN -> exposure.change(now -> now.withContrast(now.contrast() - LIGHT));
            case GAMMA_UP -> exposure.change(now -> now.withGamma(now.gamma() * GAMMA));
            case GAMMA_DOWN -> exposure.change(now -> now.withGamma(now.gamma() / GAMMA));
            case EXPOSURE_RESET -> exposure.reset();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shuttle(Command command) {
        KeyCode key = pressing;
        return key == null ? shuttle.run(command) : shuttle.press(command, key);
    }

    private boolean moving(Command command) {
        switch (command) {
            case NUDGE_ONSET_BACK -> model.nudge(Edge.ONSET, -1);
            case NUDGE_ONSET_FORWARD -> model.nudge(Edge.ONSET, 1);
            case NUDGE_OFFSET_BACK -> model.nudge(Edge.OFFSET, -1);
            case NUDGE_OFFSET_FORWARD -> model.nudge(Edge.OFFSET, 1);
            case ONSET_SECOND_BACK -> model.nudgeSeconds(Edge.ONSET, -1);
            case ONSET_SECOND_FORWARD -> model.nudgeSeconds(Edge.ONSET, 1);
            case OFFSET_SECOND_BACK -> model.nudgeSeconds(Edge.OFFSET, -1);
            case OFFSET_SECOND_FORWARD -> model.nudgeSeconds(Edge.OFFSET, 1);
            case MOVE_BACK -> model.move(-1);
            case MOVE_FORWARD -> model.move(1);
            case MOVE_SECOND_BACK -> model.moveSeconds(-1);
            case MOVE_SECOND_FORWARD -> model.moveSeconds(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean marking(Command command) {
        switch (command) {
            case PREVIOUS_EDGE -> model.jumps().edge(-1);
            case NEXT_EDGE -> model.jumps().edge(1);
            case PREVIOUS_MARK -> model.jumps().mark(-1);
            case NEXT_MARK -> model.jumps().mark(1);
            case MARK_ONSET -> model.onset();
            case MARK_OFFSET -> model.offset();
            case CLEAR_MARK -> model.clear();
            case SPLIT_MARK -> model.split();
            case DELETE_MARK -> model.deleteSelected();
            case SELECT_PREVIOUS -> model.extend(-1);
            case SELECT_NEXT -> model.extend(1);
            case SELECT_LANE -> model.timeline().chosen().lane();
            case RELABEL -> asks.label().run();
            case UNDO -> model.session().edits().undo();
            case REDO -> model.session().edits().redo();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean reviewing(Command command) {
        switch (command) {
            case ACCEPT -> model.deciding().accept();
            case ADJUST -> model.deciding().adjust();
            case REJECT -> model.deciding().reject();
            case NEXT_UNSEEN -> model.jumps().nextUnseen();
            case MARK_REVIEWED -> model.reviewVisible();
            case MARK_UNSEEN -> model.withdrawVisible();
            case LEAVE -> model.leave();
            case TOGGLE_SCOPE -> model.scope().set(model.scope().get().other());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean view(Command command) {
        switch (command) {
            case ZOOM_IN -> model.timeline().zoom(ZOOM);
            case ZOOM_OUT -> model.timeline().zoom(1 / ZOOM);
            case ZOOM_FIT -> model.timeline().fitOrReturn();
            case ZOOM_SELECTED -> model.zoomToSelected();
            case VIEW_BACK -> model.timeline().page(-1);
            case VIEW_FORWARD -> model.timeline().page(1);
            case TOGGLE_LANE -> focused(model.timeline().arrangement()::toggle);
            case TOGGLE_LANES -> model.timeline().arrangement().toggleAll();
            case LANE_UP -> focused(cage -> model.timeline().arrangement().moveCage(cage, -1));
            case LANE_DOWN -> focused(cage -> model.timeline().arrangement().moveCage(cage, 1));
            case TOGGLE_STILLS -> model.timeline().arrangement().toggleStills();
            case LANE_MENU -> asks.laneMenu().run();
            default -> {
                boolean focuses = command.name().startsWith(FOCUS_CAGE);
                if (focuses) {
                    model.boxes().focus(Integer.parseInt(command.name().substring(FOCUS_CAGE.length())));
                }
                return focuses;
            }
        }
        return true;
    }

    private void focused(Consumer<UUID> action) {
        model.session().state().focusedCage().get().ifPresent(action);
    }
}
