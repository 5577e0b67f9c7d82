package org.ictograph.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.ictograph.model.LogStep;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;

/**
 * What one rater can undo and redo, derived from the edit log. An entry that undoes a first-hand edit is an undo, one
 * that undoes an undo is a redo, and so on: what counts is whether the chain of "undoes" has an odd or an even length.
 */
final class History {
    /** At least so many actions can be undone after a restart. */
    static final int REACH = 1_000;

    private final Deque<LogStep> undoable = new ArrayDeque<>();
    private final Deque<LogStep> redoable = new ArrayDeque<>();
    private final Map<Long, Integer> depths = new HashMap<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    /**
     * Reads the end of the log, as far back as so many steps reach and further where one of them takes back an older one,
     * so that every chain is whole.
     *
     * @return oldest first
     */
    static List<LogStep> read(StudyStore store, UUID raterId, int reach) throws StoreException {
        List<LogStep> steps = new ArrayList<>();
        long oldestNeeded = Long.MAX_VALUE;
        List<LogStep> page = store.steps(raterId, Long.MAX_VALUE, reach);
        while (!page.isEmpty()) {
            steps.addAll(page);
            for (LogStep step : page) {
                oldestNeeded = Math.min(oldestNeeded, step.undoes().orElse(Long.MAX_VALUE));
            }
            long oldest = page.get(page.size() - 1).sequence();
            page = oldestNeeded < oldest ? store.steps(raterId, oldest, reach) : List.of();
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Starts anew from what was read. */
    void recall(List<LogStep> steps) {
        undoable.clear();
        redoable.clear();
        depths.clear();
        steps.forEach(this::add);
        tell();
    }

    void add(LogStep step) {
        if (!step.verb().undoable()) {
            return;
        }
        int depth =
                step.undoes().isPresent() ? depths.getOrDefault(step.undoes().getAsLong(), 0) + 1 : 0;
        depths.put(step.sequence(), depth);
        if (depth == 0) {
            redoable.clear();
            undoable.push(step);
        } else if (depth % 2 == 1) {
            undoable.poll();
            redoable.push(step);
        } else {
            redoable.poll();
            undoable.push(step);
        }
        tell();
    }

    Optional<LogStep> toUndo() {
        return Optional.ofNullable(undoable.peek());
    }

    Optional<LogStep> toRedo() {
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
