package org.ictograph.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.TextSize;

/** What stands in the menus of the window. */
final class WindowMenus {
    private static final int LARGE_TEXT = 14;
    private static final int LARGEST_TEXT = 16;

    private final Look look;
    private final Workstation window;
    private final Menus menus;
    private final List<MenuItem> needStudy = new ArrayList<>();

    WindowMenus(Look look, Supplier<KeyMap> keys, Workstation window) {
        this.look = look;
        this.window = window;
        this.menus = new Menus(look, keys, window::run);
        file();
        edit();
        needStudy.add(menus.add("menu.play", menus.lines(Command.PLAY_PAUSE, Command.SKIM_BOUNDS)));
        needStudy.add(menus.add("menu.mark", menus.lines(Command.PREVIOUS_EDGE, Command.RELABEL)));
        needStudy.add(menus.add("menu.edges", menus.lines(Command.NUDGE_ONSET_BACK, Command.MOVE_SECOND_FORWARD)));
        needStudy.add(menus.add("menu.timeline", menus.lines(Command.ZOOM_IN, Command.LANE_MENU)));
        needStudy.add(menus.add("menu.cage", menus.lines(Command.FOCUS_CAGE_1, Command.FOCUS_CAGE_9)));
        Menu picture = menus.add("menu.picture", menus.lines(Command.PICTURE_NEXT, Command.EXPOSURE_RESET));
        picture.getItems().addAll(Menus.rule(), menus.line(Command.SNAPSHOT), menus.line(Command.SNAPSHOT_AS));
        needStudy.add(picture);
        Menu review = menus.add("menu.review", menus.lines(Command.ACCEPT, Command.TOGGLE_SCOPE));
        review.getItems()
                .addAll(
                        Menus.rule(),
                        menus.line(Command.SHOW_TRIAGE),
                        menus.line("menu.train", "", () -> window.models().train()),
                        menus.line("menu.pretrain", "", () -> window.models().pretrain()),
                        menus.line("menu.computer", "", () -> window.models().computer()),
                        menus.line("menu.trust", "", () -> window.models().trust()));
        needStudy.add(review);
        needStudy.add(menus.add("menu.adjudicate", menus.lines(Command.ADJUDICATE, Command.REOPEN)));
        rater();
        view();
        menus.add(
                "menu.help",
                menus.line(Command.SHOW_MANUAL),
                menus.line(Command.SHOW_KEYS),
                menus.line("menu.keychanges", "", window::changeKeys),
                menus.line("menu.keysheet", "", () -> window.papers().keySheet(keys.get(), window.session())),
                menus.line("menu.demo", "", window::openDemo),
                menus.line("menu.tour", "", () -> window.guide(Guide.TOUR)),
                menus.line("menu.guide", "", () -> window.guide(Guide.STUDY)),
                menus.line(Command.GUIDE_NEXT),
                menus.line(Command.GUIDE_BACK),
                menus.line(Command.GUIDE_LEAVE),
                menus.line("menu.report", "", () -> window.papers().report()),
                menus.line("menu.about", "", window::about));
    }

    private void file() {
        Deliveries files = window.deliveries();
        MenuItem add = menus.editing(menus.line("menu.add", "", window::addVideos));
        MenuItem relink = menus.editing(menus.line("menu.relink", "", window::relink));
        needStudy.add(relink);
        MenuItem restore = menus.line("menu.restore", "", window::restore);
        needStudy.add(restore);
        MenuItem close = menus.line("menu.close", "", window::closeToStart);
        needStudy.add(add);
        needStudy.add(close);
        MenuItem handOver = menus.line("menu.handover", "", files::handOver);
        MenuItem takeIn = menus.editing(menus.line("menu.takein", "", files::takeIn));
        MenuItem review = menus.line("menu.reviewlist", "", files::reviewList);
        MenuItem history = menus.line("menu.history", "", () -> window.prove(Proving::history));
        MenuItem takeLabels = menus.editing(menus.line("menu.takelabels", "", files::takeLabels));
        MenuItem giveLabels = menus.line("menu.givelabels", "", files::giveLabels);
        MenuItem takeBoxes = menus.editing(menus.line("menu.takeboxes", "", files::takeBoxes));
        MenuItem giveBoxes = menus.line("menu.giveboxes", "", files::giveBoxes);
        MenuItem points = menus.line(Command.ATTACH_POINTS);
        needStudy.addAll(
                List.of(handOver, takeIn, review, history, takeLabels, giveLabels, takeBoxes, giveBoxes, points));
        menus.add(
                "menu.file",
                menus.line("menu.new", "", window::newStudy),
                menus.line("menu.open", "", window::chooseStudy),
                menus.recent(),
                menus.line("menu.demo", "", window::openDemo),
                Menus.rule(),
                add,
                relink,
                restore,
                menus.line("menu.secondplace", "", window::secondPlace),
                Menus.rule(),
                takeLabels,
                giveLabels,
                takeBoxes,
                giveBoxes,
                points,
                Menus.rule(),
                handOver,
                takeIn,
                review,
                history,
                Menus.rule(),
                close,
                menus.line("menu.quit", "", window::quit));
    }

    private void edit() {
        needStudy.add(menus.add("menu.edit", menus.line(Command.UNDO), menus.line(Command.REDO)));
    }

    private void rater() {
        needStudy.add(menus.add(
                "menu.rater",
                menus.editing(menus.line("menu.newrater", "", window::newRater)),
                menus.editing(menus.line("menu.sign", "", () -> window.prove(Proving::sign))),
                menus.line("menu.signatures", "", () -> window.prove(Proving::signatures)),
                Menus.rule(),
                menus.editing(menus.line(Command.ASSIGN)),
                menus.line(Command.NEXT_WINDOW),
                menus.line(Command.PREVIOUS_WINDOW),
                menus.editing(menus.line(Command.SUBMIT)),
                menus.editing(menus.line(Command.RECEIVE)),
                Menus.rule(),
                menus.line("menu.toreview", "", () -> window.showOthers(true)),
                menus.line("menu.toblind", "", () -> window.showOthers(false))));
    }

    private void view() {
        Menu view = menus.add("menu.view");
        MenuItem[] workspaces = menus.lines(Command.SHOW_STUDY, Command.SHOW_EXPORT);
        needStudy.addAll(List.of(workspaces));
        view.getItems().addAll(workspaces);
        view.getItems()
                .addAll(
                        Menus.rule(),
                        menus.line(Command.TOGGLE_THEME),
                        menus.line("menu.text.usual", "", () -> window.textSize(TextSize.USUAL)),
                        menus.line("menu.text.large", "", () -> window.textSize(LARGE_TEXT)),
                        menus.line("menu.text.largest", "", () -> window.textSize(LARGEST_TEXT)),
                        languages(),
                        Menus.rule(),
                        menus.line(Command.FULL_SCREEN));
    }

    /** Each language by its own name. */
    private Menu languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("", look.text("menu.language.system"));
        Messages.LANGUAGES.forEach(
                language -> languages.put(language.toLanguageTag(), language.getDisplayLanguage(language)));
        return menus.choice("menu.language", languages, window.language(), window::speak);
    }

    MenuBar bar() {
        return menus.bar();
    }

    /** Shows the keys that hold now. */
    void showKeys() {
        menus.showKeys();
    }

    /** Greys out what needs an open study. */
    void enable(Optional<StudySession> study) {
        needStudy.forEach(item -> item.setDisable(study.isEmpty()));
        menus.enableEditing(
                study.filter(open -> open.state().access().writing()).isPresent());
    }

    void showRecent(List<Path> studies) {
        menus.showRecent(studies, window::open);
    }
}
