package org.ictograph.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventType;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Look;

/** The menu bar: every action that there is, with its key. */
final class Menus {
    private final Look look;
    private final Supplier<KeyMap> keys;
    private final Consumer<Command> runner;
    private final Menu recent = new Menu();
    private final MenuBar bar = new MenuBar();
    private final List<MenuItem> editing = new ArrayList<>();
    private final List<Commanding> commands = new ArrayList<>();

    /** @param runner does what a command asks for */
    Menus(Look look, Supplier<KeyMap> keys, Consumer<Command> runner) {
        this.look = look;
        this.keys = keys;
        this.runner = runner;
        recent.setText(look.text("menu.recent"));
        bar.setOnMouseExited(left -> forget());
    }

    /**
     * A menu bar remembers over which menu the pointer passed last, and would open that at the next arrow key, whatever the
     * key is for. Alt makes it forget; the other key coming up keeps the next Alt from meaning the menus.
     */
    private void forget() {
        if (bar.getMenus().stream().noneMatch(Menu::isShowing)) {
            fire(KeyEvent.KEY_PRESSED, KeyCode.ALT);
            fire(KeyEvent.KEY_RELEASED, KeyCode.SHIFT);
        }
    }

    private void fire(EventType<KeyEvent> type, KeyCode key) {
        bar.fireEvent(new KeyEvent(type, "", "", key, false, false, false, false));
    }

    MenuBar bar() {
        return bar;
    }

    /** A menu with what is not done by a command. */
    Menu add(String key, MenuItem... items) {
        Menu menu = new Menu(look.text(key));
        menu.getItems().addAll(items);
        bar.getMenus().add(menu);
        return menu;
    }

    /** A line that does something. */
    MenuItem line(String key, String shownKey, Runnable action) {
        return new MenuLine(key, look.text(key), shownKey, action);
    }

    /** A line for a command. */
    MenuItem line(Command command) {
        MenuLine line =
                new MenuLine(command.id(), look.text(command.messageKey()), key(command), () -> runner.accept(command));
        commands.add(new Commanding(line, command));
        return command.edits() ? editing(line) : line;
    }

    private String key(Command command) {
        return keys.get().chords(command).isEmpty() ? "" : look.messages().key(command);
    }

    /** Shows the keys that hold now. */
    void showKeys() {
        commands.forEach(each -> each.line().show(key(each.command())));
    }

    /** A line and the command that it is for. */
    private record Commanding(MenuLine line, Command command) {}

    /** A line that changes the study. */
    MenuItem editing(MenuItem line) {
        editing.add(line);
        return line;
    }

    /** Greys the lines that change the study, or not. */
    void enableEditing(boolean writing) {
        editing.forEach(line -> line.setDisable(!writing));
    }

    /** Lines for commands one after the other. */
    MenuItem[] lines(Command first, Command last) {
        return java.util.Arrays.stream(Command.values())
                .filter(command -> command.compareTo(first) >= 0 && command.compareTo(last) <= 0)
                .map(this::line)
                .toArray(MenuItem[]::new);
    }

    /** A menu in a menu, one line of which is ticked. */
    Menu choice(String key, Map<String, String> lines, String ticked, Consumer<String> chooser) {
        Menu choice = new Menu(look.text(key));
        choice.setId(key);
        ToggleGroup group = new ToggleGroup();
        lines.forEach((value, words) -> {
            RadioMenuItem line = new RadioMenuItem(words);
            line.setId(key + "." + value);
            line.setToggleGroup(group);
            line.setSelected(value.equals(ticked));
            line.setOnAction(chosen -> chooser.accept(value));
            choice.getItems().add(line);
        });
        return choice;
    }

    static MenuItem rule() {
        return new SeparatorMenuItem();
    }

    /** The menu of the studies that were open lately. */
    Menu recent() {
        return recent;
    }

    void showRecent(List<Path> studies, Consumer<Path> opener) {
        recent.getItems()
                .setAll(studies.stream()
                        .map(study -> {
                            MenuItem item = new MenuItem(study.toString());
                            item.setMnemonicParsing(false);
                            item.setOnAction(chosen -> opener.accept(study));
                            return item;
                        })
                        .toList());
        recent.setDisable(studies.isEmpty());
    }
}
