package org.ictograph.settings;

import java.util.List;

/**
 * One chord for several commands.
 *
 * @param scope where they clash
 * @param commands at least two
 */
public record KeyConflict(KeyChord chord, KeyScope scope, List<Command> commands) {
    public KeyConflict {
        commands = List.copyOf(commands);
    }
}
