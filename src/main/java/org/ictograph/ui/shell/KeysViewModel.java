package org.ictograph.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ictograph.model.Label;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Messages;

/** The page of keys: every command with its keys, and every label of the protocol. FX thread. */
public final class KeysViewModel {
    private final Messages messages;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
    private final FilteredList<KeyRow> shown = new FilteredList<>(rows);

    public KeysViewModel(Messages messages) {
        this.messages = messages;
        search.addListener((property, before, now) -> shown.setPredicate(row -> row.matches(now)));
    }

    /** What was typed to find a key or a command. */
    public StringProperty search() {
        return search;
    }

    /** The lines that match, in sections. */
    public ObservableList<KeyRow> rows() {
        return shown;
    }

    /**
     * Shows a key map.
     *
     * @param labels of the open study, none while none is open
     */
    public void show(KeyMap keys, List<Label> labels) {
        List<KeyRow> lines = new ArrayList<>();
        for (Command.Group group : Command.Group.values()) {
            for (Command command : Command.values()) {
                if (command.group() == group) {
                    lines.add(new KeyRow(
                            messages.text(group.messageKey()),
                            messages.text(command.messageKey()),
                            keys(messages, keys, command)));
                }
            }
        }
        String section = messages.text("keys.labels");
        labels.forEach(label ->
                lines.add(new KeyRow(section, label.title(messages.language().getLanguage()), label.key())));
        rows.setAll(lines);
    }

    /** The keys of a command with a space around the separator, empty when it has none. */
    static String keys(Messages messages, KeyMap keys, Command command) {
        return keys.chords(command).stream().map(messages::keys).collect(Collectors.joining("   "));
    }
}
