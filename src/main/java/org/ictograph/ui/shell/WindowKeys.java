package org.ictograph.ui.shell;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.ictograph.settings.Command;
import org.ictograph.settings.Command.Group;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.ictograph.settings.KeyScope;
import org.ictograph.ui.kit.Keys;

/**
 * Sends keys to what they do before any control sees them, so that no focused table swallows one. Text that is being
 * typed keeps its letters. The Annotate workspace listens to its own keys, apart from those of the window.
 */
final class WindowKeys {
    private static final Set<Command> DECISIONS = EnumSet.of(Command.ACCEPT, Command.ADJUST, Command.REJECT);
    private static final KeyCombination MENUS = new KeyCodeCombination(KeyCode.F10);

    private final Supplier<KeyMap> keys;
    private final Workstation window;

    WindowKeys(Supplier<KeyMap> keys, Workstation window) {
        this.keys = keys;
        this.window = window;
    }

    /** A filter for key presses in the window's scene. */
    void filter(KeyEvent pressed) {
        if (Keys.menuOpen()) {
            return;
        }
        if (pressed.getCode() == KeyCode.ESCAPE && !window.covered() && window.dismiss()) {
            pressed.consume();
            return;
        }
        if (MENUS.match(pressed)) {
            window.openMenus();
            pressed.consume();
            return;
        }
        Optional<KeyChord> chord = Keys.chord(pressed);
        Optional<Command> command = chord.flatMap(held -> keys.get().command(held, KeyScope.REVIEW));
        if (chord.isEmpty() || !(pressed.getSource() instanceof Scene scene)) {
            return;
        }
        boolean typing = Keys.typing(scene.getFocusOwner());
        if (typing && ordinary(chord.get())) {
            return;
        }
        boolean decides = command.filter(DECISIONS::contains).isPresent();
        if (chord.get().isLabelKey() && !decides && !window.covered() && window.press(chord.get())) {
            pressed.consume();
            return;
        }
        if (command.isPresent()
                && mine(command.get(), scene.getFocusOwner())
                && run(command.get(), pressed.getCode())) {
            pressed.consume();
        }
    }

    private boolean run(Command command, KeyCode key) {
        return window.shuttle().filter(shuttle -> shuttle.press(command, key)).isPresent() || window.run(command);
    }

    /** A handler for key presses that nothing had a use for: Esc leaves a text field, so that letters are commands again. */
    void leave(KeyEvent pressed) {
        if (pressed.getCode() == KeyCode.ESCAPE
                && pressed.getSource() instanceof Scene scene
                && Keys.typing(scene.getFocusOwner())
                && !window.covered()) {
            scene.getRoot().requestFocus();
            pressed.consume();
        }
    }

    /** A filter for keys that come up. */
    void release(KeyEvent released) {
        window.shuttle().ifPresent(shuttle -> shuttle.release(released.getCode()));
    }

    /** Keys that a text field has a use for. */
    private static boolean ordinary(KeyChord chord) {
        return !chord.key().matches("F[0-9]+");
    }

    private boolean mine(Command command, @org.jspecify.annotations.Nullable Node focus) {
        if (command.group() == Group.WINDOW || (command.group() == Group.ASSIGNING && !window.covered())) {
            return true;
        }
        if (window.covered()
                || window.front().filter(Workspace.ANNOTATE::equals).isPresent()) {
            return false;
        }
        return switch (command) {
            case PLAY_PAUSE, CONFIRM -> !(focus instanceof ButtonBase || focus instanceof ComboBoxBase<?>);
            case PREVIOUS_EDGE, NEXT_EDGE, ONSET_SECOND_BACK, ONSET_SECOND_FORWARD ->
                !(focus instanceof ComboBoxBase<?> || focus instanceof Slider);
            case FRAME_BACK, FRAME_FORWARD -> !(focus instanceof Slider);
            default -> true;
        };
    }
}
