package org.ictograph.ui.kit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyChord.Modifier;
import org.jspecify.annotations.Nullable;

/** Turns key events into the chords that key maps are made of. */
public final class Keys {
    private Keys() {}

    /** The chord that was pressed; empty for a modifier alone and for keys without a name. */
    public static Optional<KeyChord> chord(KeyEvent pressed) {
        KeyCode code = pressed.getCode();
        if (code.isModifierKey()) {
            return Optional.empty();
        }
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (pressed.isShortcutDown()) {
            modifiers.add(Modifier.CTRL);
        }
        if (pressed.isAltDown()) {
            modifiers.add(Modifier.ALT);
        }
        Optional<String> sign = sign(pressed);
        if (pressed.isShiftDown() && sign.isEmpty()) {
            modifiers.add(Modifier.SHIFT);
        }
        try {
            return Optional.of(new KeyChord(modifiers, sign.orElseGet(() -> name(code))));
        } catch (IllegalArgumentException nameless) {
            return Optional.empty();
        }
    }

    /** True when keys belong to the text that is being typed. */
    public static boolean typing(@Nullable Node focusOwner) {
        return focusOwner instanceof TextInputControl field && field.isEditable();
    }

    /** True while a menu is open, to which keys belong then. */
    public static boolean menuOpen() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof ContextMenu && window.isShowing());
    }

    private static String name(KeyCode code) {
        String name = code.getName();
        return name.length() == 1 ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** The sign that a key types. Not every system tells the text of a pressed key, so the usual keys are known too. */
    private static Optional<String> sign(KeyEvent pressed) {
        String text = pressed.getText();
        boolean printable = text.length() == 1 && text.charAt(0) > ' ' && !Character.isLetterOrDigit(text.charAt(0));
        if (printable && text.charAt(0) != 127) {
            return Optional.of(text);
        }
        return switch (pressed.getCode()) {
            case COMMA -> Optional.of(",");
            case PERIOD -> Optional.of(".");
            case PLUS, ADD -> Optional.of("+");
            case EQUALS -> Optional.of(pressed.isShiftDown() ? "+" : "=");
            case MINUS, SUBTRACT -> Optional.of("-");
            case SLASH -> Optional.of(pressed.isShiftDown() ? "?" : "/");
            default -> Optional.empty();
        };
    }
}
