package org.ictograph.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.ictograph.model.LogEntry;

/**
 * What one rater can undo and redo, derived from the edit log. An entry that undoes a first-hand edit is an undo, one
 * that undoes an undo is a redo, and so on: what counts is whether the chain of "undoes" has an odd or an even length.
 */
final class History {
    private final Deque<LogEntry> undoable = new ArrayDeque<>();
    private final Deque<LogEntry> redoable = new ArrayDeque<>();
    private final Map<Long, Integer> depths = new HashMap<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    void recall(List<LogEntry> log, UUID raterId) {
        undoable.clear();
        redoable.clear();
        depths.clear();
        log.stream().filter(entry -> entry.raterId().equals(raterId)).forEach(this::add);
        tell();
    }

    void add(LogEntry entry) {
        if (!entry.edit().verb().undoable()) {
            return;
        }
        int depth =
                entry.undoes().isPresent() ? depths.getOrDefault(entry.undoes().getAsLong(), 0) + 1 : 0;
        depths.put(entry.sequence(), depth);
        if (depth == 0) {
            redoable.clear();
            undoable.push(entry);
        } else if (depth % 2 == 1) {
            undoable.poll();
            redoable.push(entry);
        } else {
            redoable.poll();
            undoable.push(entry);
        }
        tell();
    }

    Optional<LogEntry> toUndo() {
        return Optional.ofNullable(undoable.peek());
    }

    Optional<LogEntry> toRedo() {
        return Optional.ofNullable(redoable.peek());
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    private void tell() {
        canUndo.set(!undoable.isEmpty());
        canRedo.set(!redoable.isEmpty());
    }
}
