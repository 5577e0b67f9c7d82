package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ictograph.model.Protocol;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.Test;

class KeysViewModelTest {
    private final Messages messages = Messages.english();
    private final KeysViewModel model = new KeysViewModel(messages);

    @Test
    void everyCommandAndEveryLabelHasALine() {
        model.show(KeyMap.STANDARD, Protocol.standard().labels());
        assertEquals(Command.values().length + 15, model.rows().size());
        assertTrue(model.rows().contains(new KeyRow("Labels, in Code scope", "wild running", "W")));
        assertTrue(
                model.rows().contains(new KeyRow("Deciding and reviewing", "Declare the view reviewed", "M   Ctrl+M")));
    }

    @Test
    void everyCommandAndGroupHasWords() {
        for (Command command : Command.values()) {
            assertTrue(messages.has(command.messageKey()), command.messageKey());
        }
        for (Command.Group group : Command.Group.values()) {
            assertTrue(messages.has(group.messageKey()), group.messageKey());
        }
        for (Workspace workspace : Workspace.values()) {
            assertTrue(messages.has("workspace." + workspace.key() + ".tip"), workspace.key());
        }
    }

    @Test
    void searchFindsWordsAndKeysInAnyOrder() {
        model.show(KeyMap.STANDARD, List.of());
        model.search().set("mark  delete");
        assertEquals(
                List.of("Delete what is selected"),
                model.rows().stream().map(KeyRow::what).toList());
        model.search().set("F11");
        assertEquals(
                List.of("Full screen"), model.rows().stream().map(KeyRow::what).toList());
        model.search().set("no such thing");
        assertTrue(model.rows().isEmpty());
    }

    @Test
    void showsTheKeysThatAreSet() {
        model.show(KeyMap.STANDARD.with(Command.FULL_SCREEN, KeyChord.parseAll("Ctrl+F11")), List.of());
        model.search().set("full screen");
        assertEquals("Ctrl+F11", model.rows().get(0).keys());
    }
}
