package org.ictograph.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Everything that a key can do, with its default keys. Whatever is needed while coding has a key that is no letter or
 * digit, because those belong to the labels then, and everything has a key that small keyboards have, too: none of those
 * with the number pad, Home, End, Page Up, Page Down and Insert alone.
 */
public enum Command {
    PLAY_PAUSE(Group.PLAYBACK, "Space"),
    SHUTTLE_BACK(Group.PLAYBACK, "J or Numpad 4"),
    SHUTTLE_STOP(Group.PLAYBACK, "K or Numpad 5"),
    SHUTTLE_FORWARD(Group.PLAYBACK, "L or Numpad 6"),
    SPEED_UP(Group.PLAYBACK, "Ctrl+Up or ]"),
    SPEED_DOWN(Group.PLAYBACK, "Ctrl+Down or ["),
    SPEED_NORMAL(Group.PLAYBACK, "="),
    FRAME_BACK(Group.PLAYBACK, "Left or , or Numpad 1"),
    FRAME_FORWARD(Group.PLAYBACK, "Right or . or Numpad 3"),
    SECOND_BACK(Group.PLAYBACK, "Shift+Left"),
    SECOND_FORWARD(Group.PLAYBACK, "Shift+Right"),
    MINUTE_BACK(Group.PLAYBACK, "Ctrl+Left"),
    MINUTE_FORWARD(Group.PLAYBACK, "Ctrl+Right"),
    GO_TO(Group.PLAYBACK, "G or Ctrl+G"),
    LOOP_MARK(Group.PLAYBACK, "Q or Ctrl+R"),
    LOOP_FROM(Group.PLAYBACK, "Ctrl+I"),
    LOOP_TO(Group.PLAYBACK, "Ctrl+O"),
    SOUND(Group.PLAYBACK, "U or Ctrl+U"),
    SKIM(Group.PLAYBACK, "W or Ctrl+K"),
    SKIM_BOUNDS(Group.PLAYBACK, "Ctrl+Shift+K"),

    PREVIOUS_EDGE(Group.MARKING, "Up"),
    NEXT_EDGE(Group.MARKING, "Down"),
    PREVIOUS_MARK(Group.MARKING, "Shift+Tab"),
    NEXT_MARK(Group.MARKING, "Tab"),
    MARK_ONSET(Group.MARKING, "I or Numpad 7"),
    MARK_OFFSET(Group.MARKING, "O or Numpad 9"),
    CLEAR_MARK(Group.MARKING, "X or Backspace"),
    SPLIT_MARK(Group.MARKING, "B or Numpad 8"),
    DELETE_MARK(Group.MARKING, "Delete"),
    SELECT_PREVIOUS(Group.MARKING, "Shift+Up"),
    SELECT_NEXT(Group.MARKING, "Shift+Down"),
    SELECT_LANE(Group.MARKING, "Ctrl+A"),
    RELABEL(Group.MARKING, "Ctrl+E"),
    NUDGE_ONSET_BACK(Group.MARKING, "Alt+Left"),
    NUDGE_ONSET_FORWARD(Group.MARKING, "Alt+Right"),
    NUDGE_OFFSET_BACK(Group.MARKING, "Alt+Shift+Left"),
    NUDGE_OFFSET_FORWARD(Group.MARKING, "Alt+Shift+Right"),
    ONSET_SECOND_BACK(Group.MARKING, "Alt+Down"),
    ONSET_SECOND_FORWARD(Group.MARKING, "Alt+Up"),
    OFFSET_SECOND_BACK(Group.MARKING, "Alt+Shift+Down"),
    OFFSET_SECOND_FORWARD(Group.MARKING, "Alt+Shift+Up"),
    MOVE_BACK(Group.MARKING, "Alt+,"),
    MOVE_FORWARD(Group.MARKING, "Alt+."),
    MOVE_SECOND_BACK(Group.MARKING, "Alt+Page Up or Ctrl+Shift+Left"),
    MOVE_SECOND_FORWARD(Group.MARKING, "Alt+Page Down or Ctrl+Shift+Right"),
    UNDO(Group.MARKING, "Ctrl+Z"),
    REDO(Group.MARKING, "Ctrl+Shift+Z or Ctrl+Y"),

    ACCEPT(Group.REVIEWING, "A"),
    ADJUST(Group.REVIEWING, "E"),
    REJECT(Group.REVIEWING, "R"),
    NEXT_UNSEEN(Group.REVIEWING, "N or Ctrl+N"),
    MARK_REVIEWED(Group.REVIEWING, "M or Ctrl+M"),
    MARK_UNSEEN(Group.REVIEWING, "Ctrl+Shift+N"),
    CONFIRM(Group.REVIEWING, "Enter"),
    LEAVE(Group.REVIEWING, "Esc"),
    TOGGLE_SCOPE(Group.REVIEWING, "F7"),

    ADJUDICATE(Group.ADJUDICATING, "D"),
    QUESTION_KIND(Group.ADJUDICATING, "F"),
    TAKE_FIRST(Group.ADJUDICATING, "1"),
    TAKE_SECOND(Group.ADJUDICATING, "2"),
    TAKE_MEAN(Group.ADJUDICATING, "3"),
    TAKE_UNION(Group.ADJUDICATING, "4"),
    TAKE_INTERSECTION(Group.ADJUDICATING, "5"),
    TAKE_DRAWN(Group.ADJUDICATING, "6"),
    TAKE_NEITHER(Group.ADJUDICATING, "7"),
    TAKE_UNCLEAR(Group.ADJUDICATING, "8"),
    SETTLE_BY_RULE(Group.ADJUDICATING, "9"),
    REOPEN(Group.ADJUDICATING, "0"),

    NEXT_WINDOW(Group.ASSIGNING, "Ctrl+J"),
    PREVIOUS_WINDOW(Group.ASSIGNING, "Ctrl+Shift+J"),
    ASSIGN(Group.ASSIGNING, "Ctrl+Shift+A"),
    SUBMIT(Group.ASSIGNING, "Ctrl+Shift+S"),
    RECEIVE(Group.ASSIGNING, "Ctrl+Shift+R"),

    ZOOM_IN(Group.VIEW, "+"),
    ZOOM_OUT(Group.VIEW, "-"),
    ZOOM_FIT(Group.VIEW, "Z or Ctrl+0"),
    ZOOM_SELECTED(Group.VIEW, "F9"),
    VIEW_BACK(Group.VIEW, "Page Up or Ctrl+,"),
    VIEW_FORWARD(Group.VIEW, "Page Down or Ctrl+."),
    TOGGLE_LANE(Group.VIEW, "Ctrl+L"),
    TOGGLE_LANES(Group.VIEW, "Ctrl+Shift+L"),
    LANE_UP(Group.VIEW, "Ctrl+Shift+Up"),
    LANE_DOWN(Group.VIEW, "Ctrl+Shift+Down"),
    TOGGLE_STILLS(Group.VIEW, "Ctrl+T"),
    LANE_MENU(Group.VIEW, "Shift+F10"),
    FOCUS_CAGE_1(Group.VIEW, "Ctrl+1"),
    FOCUS_CAGE_2(Group.VIEW, "Ctrl+2"),
    FOCUS_CAGE_3(Group.VIEW, "Ctrl+3"),
    FOCUS_CAGE_4(Group.VIEW, "Ctrl+4"),
    FOCUS_CAGE_5(Group.VIEW, "Ctrl+5"),
    FOCUS_CAGE_6(Group.VIEW, "Ctrl+6"),
    FOCUS_CAGE_7(Group.VIEW, "Ctrl+7"),
    FOCUS_CAGE_8(Group.VIEW, "Ctrl+8"),
    FOCUS_CAGE_9(Group.VIEW, "Ctrl+9"),

    PICTURE_NEXT(Group.VIEW, "V or Ctrl+P"),
    PICTURE_WHOLE(Group.VIEW, "Ctrl+Shift+W"),
    PICTURE_BESIDE(Group.VIEW, "Ctrl+Shift+B"),
    PICTURE_CAGE(Group.VIEW, "Ctrl+Shift+C"),
    PICTURE_MOSAIC(Group.VIEW, "Ctrl+Shift+M"),
    SHOW_POINTS(Group.VIEW, "P or Ctrl+D"),
    SHOW_EXPOSURE(Group.VIEW, "C or Ctrl+B"),
    BRIGHTER(Group.VIEW, "Ctrl+Page Up or Ctrl+F8"),
    DARKER(Group.VIEW, "Ctrl+Page Down or Ctrl+F7"),
    CONTRAST_UP(Group.VIEW, "Ctrl+Shift+Page Up or Ctrl+Shift+F8"),
    CONTRAST_DOWN(Group.VIEW, "Ctrl+Shift+Page Down or Ctrl+Shift+F7"),
    GAMMA_UP(Group.VIEW, "Shift+Page Up or Shift+F8"),
    GAMMA_DOWN(Group.VIEW, "Shift+Page Down or Shift+F7"),
    EXPOSURE_RESET(Group.VIEW, "Ctrl+Home or Ctrl+F9"),

    SHOW_STUDY(Group.WINDOW, "F2"),
    SHOW_FIGURES(Group.WINDOW, "Shift+F2"),
    SHOW_ANNOTATE(Group.WINDOW, "F3"),
    SHOW_PROPOSALS(Group.WINDOW, "F4"),
    SHOW_TRIAGE(Group.WINDOW, "Shift+F4"),
    SHOW_AGREEMENT(Group.WINDOW, "F5"),
    SHOW_EXPORT(Group.WINDOW, "F6"),
    ATTACH_POINTS(Group.WINDOW, "Ctrl+Shift+D"),
    SNAPSHOT(Group.WINDOW, "F12"),
    SNAPSHOT_AS(Group.WINDOW, "Shift+F12"),
    TOGGLE_THEME(Group.WINDOW, "F8"),
    FULL_SCREEN(Group.WINDOW, "F11"),
    SHOW_MANUAL(Group.WINDOW, "F1"),
    SHOW_KEYS(Group.WINDOW, "?"),
    GUIDE_NEXT(Group.WINDOW, "Shift+F1"),
    GUIDE_BACK(Group.WINDOW, "Ctrl+F1"),
    GUIDE_LEAVE(Group.WINDOW, "Ctrl+Shift+F1");

    /** The sections of the page of keys. */
    public enum Group {
        PLAYBACK,
        MARKING,
        REVIEWING,
        ADJUDICATING,
        ASSIGNING,
        VIEW,
        WINDOW;

        /** Under which translations name it. */
        public String messageKey() {
            return "command_group." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;
    private final String standard;

    Command(Group group, String standard) {
        this.group = group;
        this.standard = standard;
    }

    public Group group() {
        return group;
    }

    /** The keys that do it unless somebody chose others. */
    public List<KeyChord> standard() {
        return KeyChord.parseAll(standard);
    }

    /** True when it changes the study, so that it is of no use where a study is only read. */
    public boolean edits() {
        return switch (this) {
            case PREVIOUS_EDGE, NEXT_EDGE, PREVIOUS_MARK, NEXT_MARK, SELECT_PREVIOUS, SELECT_NEXT, SELECT_LANE -> false;
            case ACCEPT, ADJUST, REJECT, MARK_REVIEWED, MARK_UNSEEN, ATTACH_POINTS -> true;
            default -> group == Group.MARKING;
        };
    }

    /** How settings name it; never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Under which translations name it. */
    public String messageKey() {
        return "command." + id();
    }

    /** @throws IllegalArgumentException when there is no such command */
    public static Command named(String id) {
        return Arrays.stream(values())
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no command “" + id + "”."));
    }
}
