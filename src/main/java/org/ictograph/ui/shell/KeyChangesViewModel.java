package org.ictograph.ui.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Messages;

/**
 * Choosing other keys for commands. A key does one thing: what another command has is only taken from it when the person says so.
 * Every change holds at once and can be undone. FX thread.
 */
public final class KeyChangesViewModel {
    /** Opens the menus wherever one is, so that no command can have it. */
    private static final KeyChord MENUS = KeyChord.of("F10");

    /**
     * A command in the table.
     *
     * @param row as on the page of keys
     * @param usual the keys that come with the program, empty where the command has just those
     */
    public record Line(Command command, KeyRow row, String usual) {}

    private final Messages messages;
    private final ReadOnlyObjectProperty<KeyMap> keys;
    private final Consumer<KeyMap> keeper;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final FilteredList<Line> shown = new FilteredList<>(lines);
    private final ObjectProperty<Optional<Command>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<KeyChord>> taken = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final Deque<KeyMap> before = new ArrayDeque<>();
    private final BooleanProperty undoable = new SimpleBooleanProperty();

    /**
     * @param keys that hold now
     * @param keeper takes those that hold from now on
     */
    public KeyChangesViewModel(Messages messages, ReadOnlyObjectProperty<KeyMap> keys, Consumer<KeyMap> keeper) {
        this.messages = messages;
        this.keys = keys;
        this.keeper = keeper;
        search.addListener(
                (property, old, now) -> shown.setPredicate(line -> line.row().matches(now)));
        list();
    }

    private void list() {
        List<Line> all = new ArrayList<>();
        for (Command command : Command.values()) {
            KeyRow row = new KeyRow(
                    messages.text(command.group().messageKey()),
                    messages.text(command.messageKey()),
                    KeysViewModel.keys(messages, keys.get(), command));
            String usual = KeysViewModel.keys(messages, KeyMap.STANDARD, command);
            all.add(new Line(command, row, row.keys().equals(usual) ? "" : usual));
        }
        lines.setAll(all);
    }

    /** What was typed to find a key or a command. */
    public StringProperty search() {
        return search;
    }

    /** The commands that match, in their order. */
    public FilteredList<Line> lines() {
        return shown;
    }

    /** The command whose keys are changed. */
    public ReadOnlyObjectProperty<Optional<Command>> chosen() {
        return chosen;
    }

    /** Chooses a command. What was waited for or asked is let go. */
    public void choose(Command command) {
        chosen.set(Optional.of(command));
        calm("");
    }

    /** The keys of the chosen command. */
    public List<KeyChord> chords() {
        return chosen.get().map(keys.get()::chords).orElse(List.of());
    }

    /** True while the next key that is pressed is meant for the chosen command. */
    public ReadOnlyBooleanProperty waiting() {
        return waiting;
    }

    /** The key that was wanted and that other commands have: it is theirs until {@link #take}. */
    public ReadOnlyObjectProperty<Optional<KeyChord>> taken() {
        return taken;
    }

    /** What the person is asked for or told. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** True when a change can be undone. */
    public ObservableValue<Boolean> undoable() {
        return undoable;
    }

    /** Waits for a key for the chosen command. */
    public void listen() {
        chosen.get().ifPresent(command -> {
            taken.set(Optional.empty());
            waiting.set(true);
            said.set(messages.text("keychanges.press", name(command)));
        });
    }

    /** No key, after all. */
    public void leave() {
        calm("");
    }

    /** A key was pressed. One that has no name cannot be chosen. */
    public void press(Optional<KeyChord> pressed) {
        if (!waiting.get() || chosen.get().isEmpty()) {
            return;
        }
        Command command = chosen.get().get();
        if (pressed.isEmpty()) {
            said.set(messages.text("keychanges.nameless"));
            return;
        }
        KeyChord chord = pressed.get();
        List<Command> others = keys.get().commands(chord).stream()
                .filter(other -> other != command)
                .toList();
        if (chord.equals(MENUS)) {
            calm(messages.text("keychanges.menus", messages.keys(chord)));
        } else if (keys.get().chords(command).contains(chord)) {
            calm(messages.text("keychanges.there", messages.keys(chord), name(command)));
        } else if (others.isEmpty()) {
            give(command, chord);
        } else {
            waiting.set(false);
            taken.set(pressed);
            said.set(messages.text(
                    "keychanges.taken",
                    messages.keys(chord),
                    others.stream().map(this::name).collect(Collectors.joining(", "))));
        }
    }

    /** Takes the key that was wanted from whatever has it. */
    public void take() {
        chosen.get().ifPresent(command -> taken.get().ifPresent(chord -> give(command, chord)));
    }

    private void give(Command command, KeyChord chord) {
        change(keys.get().giving(command, chord));
        calm(messages.text(
                chord.isLabelKey() ? "keychanges.letter" : "keychanges.given", messages.keys(chord), name(command)));
    }

    /** Takes a key away from the chosen command. */
    public void remove(KeyChord chord) {
        chosen.get().ifPresent(command -> {
            change(keys.get().without(command, chord));
            calm(chords().isEmpty() ? messages.text("keychanges.without", name(command)) : "");
        });
    }

    /** Gives the chosen command the keys that come with the program, back from whatever has them now. */
    public void usual() {
        chosen.get().ifPresent(command -> {
            KeyMap map = keys.get().with(command, List.of());
            for (KeyChord chord : command.standard()) {
                map = map.giving(command, chord);
            }
            change(map);
            calm("");
        });
    }

    /** All keys as they come with the program. */
    public void allUsual() {
        change(KeyMap.STANDARD);
        calm(messages.text("keychanges.all.done"));
    }

    /** Takes the last change back. */
    public void undo() {
        if (!before.isEmpty()) {
            show(before.pop());
            calm("");
        }
    }

    private void change(KeyMap wanted) {
        before.push(keys.get());
        show(wanted);
    }

    private void show(KeyMap wanted) {
        keeper.accept(wanted);
        undoable.set(!before.isEmpty());
        list();
    }

    private void calm(String sentence) {
        waiting.set(false);
        taken.set(Optional.empty());
        said.set(sentence);
    }

    private String name(Command command) {
        return messages.text(command.messageKey());
    }
}
