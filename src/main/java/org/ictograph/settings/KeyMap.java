package org.ictograph.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The commands that a chord stands for in Review scope, in their order: more than one where they clash. */
    public List<Command> commands(KeyChord chord) {
        return commands(KeyScope.REVIEW).getOrDefault(chord, List.of());
    }

    /** The same map in which a command has one more key, which no other command keeps. */
    public KeyMap giving(Command command, KeyChord chord) {
        KeyMap map = this;
        for (Command other : commands(chord)) {
            map = map.without(other, chord);
        }
        return map.with(
                command,
                Stream.concat(map.chords(command).stream(), Stream.of(chord)).toList());
    }

    /** The same map in which a command has one key less. */
    public KeyMap without(Command command, KeyChord chord) {
        return with(
                command,
                chords(command).stream().filter(other -> !other.equals(chord)).toList());
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
