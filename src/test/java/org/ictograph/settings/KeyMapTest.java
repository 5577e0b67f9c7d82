package org.ictograph.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ictograph.settings.KeyChord.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys do what. */
class KeyMapTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Ctrl+Shift+Z", "Space", "?", "+", "Ctrl++", ",", "Alt+Shift+Left", "F11", "Numpad 5", "Ü", "-"})
    void aChordIsWrittenAsItIsRead(String text) {
        assertEquals(text, KeyChord.parse(text).toString());
    }

    @Test
    void aChordIsReadKindly() {
        assertEquals(new KeyChord(Set.of(Modifier.CTRL, Modifier.SHIFT), "Z"), KeyChord.parse(" shift+CTRL+z "));
        assertEquals(KeyChord.of("Left"), KeyChord.parse("Shift+Left").without(Modifier.SHIFT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+Z", "Hyper+Z", "Ctrl+", "Leftt", "F25", "Shift+?", "ab", "Ctrl+ "})
    void nonsenseIsNoChord(String text) {
        assertThrows(IllegalArgumentException.class, () -> KeyChord.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "Space, REVIEW, PLAY_PAUSE",
        "Space, CODE, PLAY_PAUSE",
        "L, REVIEW, SHUTTLE_FORWARD",
        "Numpad 6, CODE, SHUTTLE_FORWARD",
        "Shift+Left, CODE, SECOND_BACK",
        "., CODE, FRAME_FORWARD",
        "Ctrl+Y, REVIEW, REDO",
        "Ctrl+Shift+Z, CODE, REDO",
        "A, REVIEW, ACCEPT",
        "?, CODE, SHOW_KEYS",
        "Ctrl+3, CODE, FOCUS_CAGE_3",
        "Esc, REVIEW, LEAVE",
        "Tab, CODE, NEXT_MARK"
    })
    void theDefaultsAreThoseOfTheKeySheet(String chord, KeyScope scope, Command command) {
        assertEquals(Optional.of(command), KeyMap.STANDARD.command(KeyChord.parse(chord), scope));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "J", "Z", "3", "Shift+X"})
    void lettersAndDigitsBelongToTheLabelsWhileCoding(String chord) {
        assertEquals(Optional.empty(), KeyMap.STANDARD.command(KeyChord.parse(chord), KeyScope.CODE));
    }

    @Test
    void theDefaultsDoNotClash() {
        for (Command command : Command.values()) {
            for (KeyChord chord : command.standard()) {
                assertEquals(List.of(command), KeyMap.STANDARD.commands(chord), chord.toString());
            }
        }
        assertEquals(Map.of(), KeyMap.STANDARD.changes());
    }

    @Test
    void whatIsNeededWhileCodingCanBeReached() {
        List<Command> lost = Arrays.stream(Command.values())
                .filter(command -> command.group() != Command.Group.ADJUDICATING)
                .filter(command -> command.standard().stream().allMatch(KeyChord::isLabelKey))
                .toList();
        assertEquals(List.of(Command.ACCEPT, Command.ADJUST, Command.REJECT), lost, "decisions belong to reviewing");
    }

    /** Laptops have no number pad and often neither Home nor Page Up, or only with Fn held. */
    @Test
    void everythingHasAKeyOfASmallKeyboard() {
        List<Command> lost = Arrays.stream(Command.values())
                .filter(command -> command.standard().stream()
                        .allMatch(chord -> chord.key().matches("Numpad .*|Home|End|Insert|Page (Up|Down)")))
                .toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void keysCanBeChangedAndRestored() {
        KeyMap changed = KeyMap.STANDARD.with(Command.SPLIT_MARK, KeyChord.parseAll("S or Ctrl+B or S"));
        assertEquals(KeyChord.parseAll("S or Ctrl+B"), changed.chords(Command.SPLIT_MARK));
        assertEquals(Optional.empty(), changed.command(KeyChord.of("B"), KeyScope.REVIEW));
        assertEquals(Optional.of(Command.SPLIT_MARK), changed.command(KeyChord.of("S"), KeyScope.REVIEW));
        assertEquals(Set.of(Command.SPLIT_MARK), changed.changes().keySet());
        assertEquals(
                Map.of(),
                changed.with(Command.SPLIT_MARK, Command.SPLIT_MARK.standard()).changes());
        assertEquals(Map.of(), KeyMap.STANDARD.changes(), "a map never changes itself");
    }

    @Test
    void aKeyThatIsGivenToACommandIsTakenFromTheOthers() {
        assertEquals(List.of(Command.ACCEPT), KeyMap.STANDARD.commands(KeyChord.of("A")));
        KeyMap given = KeyMap.STANDARD.giving(Command.SPLIT_MARK, KeyChord.of("A"));
        assertEquals(List.of(Command.SPLIT_MARK), given.commands(KeyChord.of("A")));
        assertEquals(KeyChord.parseAll("B or Numpad 8 or A"), given.chords(Command.SPLIT_MARK));
        assertEquals(List.of(), given.chords(Command.ACCEPT));
        assertEquals(
                KeyChord.parseAll("B or Numpad 8"),
                given.without(Command.SPLIT_MARK, KeyChord.of("A")).chords(Command.SPLIT_MARK));
    }

    @Test
    void ofTwoCommandsWithOneKeyTheFirstCounts() {
        KeyMap clashing = KeyMap.STANDARD.with(Command.SPLIT_MARK, List.of(KeyChord.of("Space")));
        assertEquals(List.of(Command.PLAY_PAUSE, Command.SPLIT_MARK), clashing.commands(KeyChord.of("Space")));
        assertEquals(Optional.of(Command.PLAY_PAUSE), clashing.command(KeyChord.of("Space"), KeyScope.CODE));
    }

    @Test
    void commandsHaveStableNames() {
        assertEquals("command.focus_cage_1", Command.FOCUS_CAGE_1.messageKey());
        assertEquals(Command.UNDO, Command.named("undo"));
        assertThrows(IllegalArgumentException.class, () -> Command.named("make_tea"));
        assertEquals("command_group.playback", Command.PLAY_PAUSE.group().messageKey());
        assertEquals(KeyScope.REVIEW, KeyScope.CODE.other());
    }
}
