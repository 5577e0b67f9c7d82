package org.ictograph.ui.kit;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.ictograph.session.Playback;
import org.ictograph.session.Shuttle;
import org.ictograph.settings.Command;

/**
 * The keys of the shuttle, J, K and L unless somebody chose others: keys that are held and let go. A key that the system
 * repeats because it is held is not pressed again. FX thread.
 */
public final class ShuttleKeys {
    private final Shuttle shuttle;
    private final Map<KeyCode, Command> held = new EnumMap<>(KeyCode.class);

    public ShuttleKeys(Playback playback) {
        this.shuttle = new Shuttle(playback);
    }

    /** A key goes down, or repeats; false when its command is none of the shuttle's. */
    public boolean press(Command command, KeyCode key) {
        boolean repeats = held.containsKey(key);
        if (!does(command, repeats)) {
            return false;
        }
        held.put(key, command);
        return true;
    }

    /** A menu asks for a command, without any key that could be held; false when it is none of the shuttle's. */
    public boolean run(Command command) {
        boolean mine = does(command, false);
        if (command == Command.SHUTTLE_STOP) {
            shuttle.release();
        }
        return mine;
    }

    private boolean does(Command command, boolean repeats) {
        switch (command) {
            case SHUTTLE_BACK -> shuttle.push(-1, repeats);
            case SHUTTLE_FORWARD -> shuttle.push(1, repeats);
            case SHUTTLE_STOP -> {
                if (!repeats) {
                    shuttle.brake();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A key comes up. */
    public void release(KeyCode key) {
        Command command = held.remove(key);
        if (command == Command.SHUTTLE_STOP) {
            shuttle.release();
        } else if (command != null) {
            shuttle.letGo();
        }
    }

    /** Nobody can tell any more which keys come up: the window lost the keyboard. */
    public void releaseAll() {
        held.keySet().stream().toList().forEach(this::release);
    }
}
