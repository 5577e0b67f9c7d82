package org.ictograph.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which keys do what. Immutable. */
public final class KeyMap {
    /** The keys that come with the program. */
    public static final KeyMap STANDARD = new KeyMap(Map.of());

    private final Map<Command, List<KeyChord>> chords = new EnumMap<>(Command.class);

    private KeyMap(Map<Command, List<KeyChord>> changes) {
        for (Command command : Command.values()) {
            chords.put(command, changes.getOrDefault(command, command.standard()));
        }
    }

    /** The keys that do it, none when somebody took them all away. */
    public List<KeyChord> chords(Command command) {
        return chords.getOrDefault(command, List.of());
    }

    /**
     * What a chord does in a scope. In Code scope letters and digits belong to the labels and do nothing here. Of several
     * commands with the same chord the first counts.
     */
    public Optional<Command> command(KeyChord chord, KeyScope scope) {
        return commands(scope).getOrDefault(chord, List.of()).stream().findFirst();
    }

    /** The same map with other keys for one command. */
    public KeyMap with(Command command, List<KeyChord> chosen) {
        Map<Command, List<KeyChord>> changed = new EnumMap<>(chords);
        changed.put(command, chosen.stream().distinct().toList());
        return new KeyMap(changed);
    }

    /** Chords that stand for several commands in the same scope, in the order of the commands. */
    public List<KeyConflict> conflicts() {
        List<KeyConflict> conflicts = new ArrayList<>();
        for (KeyScope scope : KeyScope.values()) {
            commands(scope).forEach((chord, commands) -> {
                if (commands.size() > 1) {
                    conflicts.add(new KeyConflict(chord, scope, commands));
                }
            });
        }
        return conflicts;
    }

    /** Commands whose keys differ from the defaults, with their keys. */
    public Map<Command, List<KeyChord>> changes() {
        Map<Command, List<KeyChord>> changes = new EnumMap<>(chords);
        changes.entrySet()
                .removeIf(entry -> entry.getValue().equals(entry.getKey().standard()));
        return changes;
    }

    private Map<KeyChord, List<Command>> commands(KeyScope scope) {
        Map<KeyChord, List<Command>> commands = new LinkedHashMap<>();
        for (Command command : Command.values()) {
            for (KeyChord chord : chords(command)) {
                if (scope == KeyScope.REVIEW || !chord.isLabelKey()) {
                    commands.computeIfAbsent(chord, none -> new ArrayList<>()).add(command);
                }
            }
        }
        return commands;
    }
}
