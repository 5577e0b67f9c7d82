package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.Test;

/** Choosing other keys. */
class KeyChangesViewModelTest {
    private final ReadOnlyObjectWrapper<KeyMap> keys = new ReadOnlyObjectWrapper<>(KeyMap.STANDARD);
    private final KeyChangesViewModel model =
            new KeyChangesViewModel(Messages.english(), keys.getReadOnlyProperty(), keys::set);

    private void press(Command command, String chord) {
        model.choose(command);
        model.listen();
        model.press(Optional.of(KeyChord.parse(chord)));
    }

    private List<KeyChord> chords(Command command) {
        return keys.get().chords(command);
    }

    private String said() {
        return model.said().get();
    }

    @Test
    void aFreeKeyHoldsAtOnceAndCanBeTakenBack() {
        model.choose(Command.SPLIT_MARK);
        model.listen();
        assertTrue(model.waiting().get());
        assertEquals("Press the key for “Split at the playhead”. Esc leaves it as it is.", said());
        model.press(Optional.of(KeyChord.parse("Ctrl+F3")));
        assertFalse(model.waiting().get());
        assertEquals(KeyChord.parseAll("B or Numpad 8 or Ctrl+F3"), chords(Command.SPLIT_MARK));
        KeyChangesViewModel.Line line = model.lines().stream()
                .filter(one -> one.command() == Command.SPLIT_MARK)
                .findFirst()
                .orElseThrow();
        assertEquals("B   Numpad 8   Ctrl+F3", line.row().keys());
        assertEquals("B   Numpad 8", line.usual());
        assertTrue(model.undoable().getValue());
        model.undo();
        assertEquals(Map.of(), keys.get().changes());
        assertFalse(model.undoable().getValue());
    }

    @Test
    void aKeyOfAnotherCommandIsOnlyTakenWhenThePersonSaysSo() {
        press(Command.SPLIT_MARK, "A");
        assertEquals("A does “Accept, or take the first version”.", said());
        assertEquals(Optional.of(KeyChord.of("A")), model.taken().get());
        assertEquals(Map.of(), keys.get().changes());
        model.leave();
        assertEquals(Optional.empty(), model.taken().get());
        assertEquals(Map.of(), keys.get().changes());

        press(Command.SPLIT_MARK, "A");
        model.take();
        assertEquals(KeyChord.parseAll("B or Numpad 8 or A"), chords(Command.SPLIT_MARK));
        assertEquals(List.of(), chords(Command.ACCEPT));
        assertTrue(said().contains("in Code scope letters and digits are labels"), said());

        model.choose(Command.ACCEPT);
        model.usual();
        assertEquals(List.of(KeyChord.of("A")), chords(Command.ACCEPT));
        assertEquals(KeyChord.parseAll("B or Numpad 8"), chords(Command.SPLIT_MARK), "what is given back is one's own");
    }

    @Test
    void whatCannotBeChosenIsSaid() {
        press(Command.SPLIT_MARK, "F10");
        assertEquals("F10 opens the menus wherever you are and stays so.", said());
        press(Command.SPLIT_MARK, "B");
        assertEquals("B does “Split at the playhead” already.", said());
        model.listen();
        model.press(Optional.empty());
        assertTrue(model.waiting().get(), "another key may be pressed");
        assertTrue(said().startsWith("This key cannot be told"), said());
        assertEquals(Map.of(), keys.get().changes());
        model.leave();
        model.press(Optional.of(KeyChord.of("F")));
        assertEquals(Map.of(), keys.get().changes(), "nothing was waited for");
    }

    @Test
    void aCommandMayHaveNoKeyAndAllGoBack() {
        model.choose(Command.SPLIT_MARK);
        model.remove(KeyChord.of("B"));
        model.remove(KeyChord.of("Numpad 8"));
        assertEquals(List.of(), model.chords());
        assertEquals("“Split at the playhead” has no key now; the menus still have it.", said());
        model.allUsual();
        assertEquals(Map.of(), keys.get().changes());
        model.undo();
        assertEquals(List.of(), chords(Command.SPLIT_MARK));
    }

    @Test
    void commandsAreFoundByTheirWordsAndTheirKeys() {
        model.search().set("split");
        assertEquals(
                List.of(Command.SPLIT_MARK),
                model.lines().stream().map(KeyChangesViewModel.Line::command).toList());
        model.search().set("ctrl+shift+z");
        assertEquals(
                List.of(Command.REDO),
                model.lines().stream().map(KeyChangesViewModel.Line::command).toList());
    }
}
