package org.ictograph.ui.shell;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.session.Safekeeping;
import org.ictograph.session.Sentence;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.Settings;
import org.ictograph.settings.WindowSize;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.ShuttleKeys;
import org.ictograph.ui.kit.TextSize;
import org.ictograph.ui.kit.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window: menus, the start screen or the desk of one open study, notices and jobs. Opening another study closes the
 * one before. Closing the window first stores what is pending; {@link #leave} does the same for a program that ends by
 * itself. All methods are called on the FX thread.
 */
public final class Workstation {
    private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);
    private static final String NAME = "Ictograph";
    private static final int LEAST = 320;

    private final Stage stage;
    private final Workplace workplace;
    private final Demo demo;
    private final Likes likes;
    private final ObjectProperty<Theme> theme;
    private final Look look;
    private final NoticesViewModel notices;
    private final NoticeView noticeView;
    private final KeysViewModel keysModel;
    private final KeysOverlay keysPage;
    private final StartView start;
    private final StatusBar status;
    private final BorderPane middle = new BorderPane();
    private final Scene scene;
    private final Ask ask;
    private final Deliveries deliveries;
    private final WindowMenus menus;
    private final Leaving leaving;
    private final Rescue rescue;
    private Optional<Desk> desk = Optional.empty();

    /**
     * @param workplace its executor must be the FX thread's
     * @param demo where the file of the demo study is, or will be when somebody first asks for it
     */
    public Workstation(Stage stage, Workplace workplace, Settings settings, Messages messages, Path demo) {
        this.stage = stage;
        this.workplace = workplace;
        this.likes = new Likes(settings, this::trouble);
        Messages texts = messages.with(likes.keys()::get);
        this.notices = new NoticesViewModel(texts, StatusBar::later);
        this.theme =
                new SimpleObjectProperty<>(Theme.of(likes.now().appearance().dress()));
        this.look = new Look(texts, theme, this::titleOfLabel);
        this.demo = new Demo(demo, workplace, look, notices::say);
        this.noticeView = new NoticeView(look, notices);
        this.keysModel = new KeysViewModel(texts);
        this.keysPage = new KeysOverlay(look, keysModel, this::changeKeys);
        this.start =
                new StartView(look, new StartView.Doors(this::openDemo, this::newStudy, this::chooseStudy, this::open));
        this.ask = new Ask(look, stage);
        Colleagues colleagues = new Colleagues(look, stage, notices::say, () -> go(Workspace.ANNOTATE));
        this.deliveries = new Deliveries(look, () -> desk, ask, notices::say, colleagues);
        this.menus = new WindowMenus(look, likes.keys()::get, this);
        this.leaving = new Leaving(look, stage, middle);
        this.rescue =
                new Rescue(look, stage, workplace, ask, new Rescue.Doors(this::leaveStudy, this::open, notices::say));
        JobsViewModel jobs =
                new JobsViewModel(workplace.jobs(), workplace.fx(), failure -> notices.say(Notice.problem(failure)));
        this.status = new StatusBar(look, jobs, notices, () -> run(Command.UNDO));
        BorderPane frame = new BorderPane(middle);
        frame.setTop(menus.bar());
        frame.setBottom(status);
        StackPane root = new StackPane(frame, noticeView, keysPage);
        WindowSize size = likes.now().appearance().window();
        this.scene = new Scene(root, size.width(), size.height());
        theme.get().applyTo(scene);
        textSize(likes.now().appearance().textSize());
        theme.addListener((property, before, now) -> now.applyTo(scene));
        likes.keys().addListener((property, before, now) -> {
            menus.showKeys();
            showKeys();
        });
        WindowKeys windowKeys = new WindowKeys(likes.keys()::get, this);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, windowKeys::filter);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, windowKeys::release);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, windowKeys::leave);
        TakenKeys.watch(scene);
        stage.focusedProperty().addListener((property, before, now) -> shuttle().ifPresent(ShuttleKeys::releaseAll));
        new Drops(new Drops.Doors(this::open, deliveries::attachPoints, this::addOrBegin), workplace.fx()).watch(scene);
        stage.setScene(scene);
        stage.setOnCloseRequest(request -> {
            request.consume();
            quit();
        });
        stage.setMaximized(size.maximised());
        showStart();
    }

    private void trouble(String sentence) {
        notices.say(new Notice("problem", List.of(sentence), true));
    }

    /** The window's scene, for pictures of it. */
    public Scene scene() {
        return scene;
    }

    /** What the protocol of the open study calls a label, as it is now. */
    private String titleOfLabel(String name) {
        return session()
                .flatMap(open -> open.state().study().get().protocol().label(name))
                .map(label -> look().label(label))
                .orElse(name);
    }

    private Look look() {
        return look;
    }

    /** The open study. */
    public Optional<StudySession> session() {
        return desk.map(Desk::session);
    }

    /** Shows the window. */
    public void show() {
        stage.show();
    }

    /** Opens a study file. What goes wrong is told in the window; the future fails too. */
    @CanIgnoreReturnValue
    public CompletableFuture<StudySession> open(Path study) {
        Optional<String> rater = Optional.of(likes.now().rater()).filter(name -> !name.isBlank() && !demo.is(study));
        CompletableFuture<StudySession> opening = opened(study, () -> StudySession.openOrRead(workplace, study, rater));
        return demo.is(study) ? opening.thenApply(this::goOnWithDemo) : opening;
    }

    private StudySession goOnWithDemo(StudySession session) {
        demo.goOn(session, () -> {
            if (front().equals(Optional.of(Workspace.STUDY))) {
                go(Workspace.ANNOTATE);
            }
        });
        return session;
    }

    /** Makes a study and opens it. */
    @CanIgnoreReturnValue
    public CompletableFuture<StudySession> create(Path study, String rater) {
        String name = String.valueOf(study.getFileName()).replaceFirst("\\.icto$", "");
        likes.change(now -> now.withRater(rater));
        return opened(study, () -> StudySession.create(workplace, study, name, rater));
    }

    /** Opens the demo, which is made first when it is not there; its recordings appear as they are made. */
    @CanIgnoreReturnValue
    public CompletableFuture<StudySession> openDemo() {
        if (Files.exists(demo.file())) {
            return open(demo.file());
        }
        try {
            demo.makeFolder();
        } catch (SessionException refused) {
            notices.say(Notice.problem(refused));
            return CompletableFuture.failedFuture(refused);
        }
        return opened(demo.file(), demo::create).thenApply(this::goOnWithDemo);
    }

    private CompletableFuture<StudySession> opened(Path study, Supplier<CompletableFuture<StudySession>> opening) {
        if (!mayLeave()) {
            return CompletableFuture.failedFuture(new CancellationException("The person stays with the open study."));
        }
        return leaveStudy()
                .thenCompose(left -> {
                    start.showOpening(Optional.of(study));
                    return opening.get();
                })
                .whenCompleteAsync(
                        (session, failure) -> {
                            start.showOpening(Optional.empty());
                            if (failure != null) {
                                LOG.info("No study was opened: {}", Sentence.of(failure));
                                notices.say(Notice.problem(failure));
                                showStart();
                                offerSalvage(failure, study);
                            } else {
                                showDesk(session);
                            }
                        },
                        workplace.fx());
    }

    /** What cannot be shown may still be saved in part. */
    private void offerSalvage(Throwable failure, Path study) {
        if (Safekeeping.salvageable(failure)) {
            noticeView.offer(Optional.of(look.text("salvage.do")), "salvage", () -> rescue.salvage(study));
        }
    }

    /** A file of a recording is missing: tells so, with the way to find it. */
    void missing(Recording recording, Throwable failure) {
        notices.say(Notice.problem(failure));
        noticeView.offer(
                Optional.of(look.text("study.relink")),
                "relink",
                () -> relink(() -> desk.ifPresent(shown -> shown.open(recording.id()))));
    }

    private void showDesk(StudySession session) {
        notices.follow(session);
        notices.dismiss();
        notices.forget();
        likes.change(now -> now.withStudy(session.file()));
        session.safekeeping().start();
        session.edits().reasons().asking(() -> CompletableFuture.completedFuture(ask.reason()));
        desk = Optional.of(
                new Desk(look.forAWhile(), session, notices, likes.keys()::get, new DeskWindow(this, likes, ask)));
        desk.ifPresent(shown -> {
            middle.setCenter(shown);
            noticeView.below(shown.headHeight());
        });
        session.state().study().addListener((property, before, now) -> {
            showTitle();
            if (!before.protocol().equals(now.protocol())) {
                showKeys();
            }
        });
        session.state().sighted().addListener((property, before, now) -> showTitle());
        session.state().recording().addListener((property, before, now) -> showTitle());
        refresh();
    }

    private void showStart() {
        desk = Optional.empty();
        middle.setCenter(start);
        refresh();
    }

    private void refresh() {
        List<Path> recent = likes.now().recentStudies();
        start.showRecent(recent);
        menus.showRecent(recent);
        menus.enable(session());
        status.follow(session());
        showKeys();
        showTitle();
    }

    private void showKeys() {
        keysModel.show(
                likes.keys().get(),
                session().map(open -> protocol(open).labels()).orElse(List.of()));
    }

    private static Protocol protocol(StudySession session) {
        return session.state().study().get().protocol();
    }

    /** While somebody works blind, the title tells no more than the name of the study. */
    private void showTitle() {
        stage.setTitle(session()
                .map(open -> open.state().sighted().get()
                        ? open.state().study().get().name()
                                + open.state()
                                        .recording()
                                        .get()
                                        .map(now -> " · " + now.name())
                                        .orElse("")
                                + " – " + NAME
                        : open.state().study().get().name() + " – " + NAME)
                .orElse(NAME));
    }

    /** Brings a workspace to the front; nothing happens while no study is open. */
    public void go(Workspace workspace) {
        desk.ifPresent(open -> open.go(workspace));
    }

    /** Dresses the window, and keeps that for the next time. */
    public void dress(Theme wanted) {
        theme.set(wanted);
        likes.changeAppearance(now -> now.withDress(wanted.dress()));
    }

    /** Does what a key or a menu asks for; false when it means nothing now. */
    boolean run(Command command) {
        switch (command) {
            case TOGGLE_THEME -> dress(theme.get().other());
            case FULL_SCREEN -> stage.setFullScreen(!stage.isFullScreen());
            case SHOW_KEYS -> keysPage.toggle();
            case SHOW_MANUAL -> new ManualSheet(look.forAWhile(), Manual.of(front())).show(stage);
            default -> {
                return desk.filter(open -> open.handle(command)).isPresent();
            }
        }
        return true;
    }

    /** A letter or digit, before it means a command; true when what is in front had a use for it. */
    boolean press(KeyChord chord) {
        return desk.filter(open -> open.press(chord)).isPresent();
    }

    /** The keys that are held and let go, when the workspace in front has a picture. */
    Optional<ShuttleKeys> shuttle() {
        return desk.flatMap(Desk::shuttle);
    }

    /** The workspace in front, when a study is open. */
    Optional<Workspace> front() {
        return desk.map(open -> open.front().get());
    }

    /** True while the page of keys lies over the window. */
    boolean covered() {
        return keysPage.isVisible();
    }

    /** Takes away what went wrong and lies over the window; false when nothing does. */
    boolean dismiss() {
        boolean shown = noticeView.isVisible();
        notices.dismiss();
        return shown;
    }

    /** Opens the first menu, from which arrows reach all others. */
    void openMenus() {
        menus.bar().getMenus().get(0).show();
    }

    void chooseStudy() {
        ask.study().ifPresent(this::open);
    }

    void newStudy() {
        newStudy(List.of());
    }

    /** Makes a study, adds films to it and leads through what it needs. */
    private void newStudy(List<Path> films) {
        ask.newStudy()
                .ifPresent(file -> ask.name("ask.rater", likes.worker()).ifPresent(rater -> {
                    var unused = create(file, rater).thenAccept(made -> begin(films));
                }));
    }

    /** Leads through the open study, which has just been made. */
    void begin(List<Path> films) {
        guide(Guide.STUDY);
        add(films);
    }

    /** Films for the open study, or for a new one. */
    private void addOrBegin(List<Path> films) {
        if (desk.isPresent()) {
            add(films);
        } else {
            newStudy(films);
        }
    }

    /** Leads through something; the tour through the demo, a study where none is open through a new one. */
    void guide(Guide guide) {
        boolean there = session()
                .filter(open -> guide == Guide.STUDY || demo.is(open.file()))
                .isPresent();
        if (there) {
            desk.ifPresent(open -> open.guide(guide));
        } else if (guide == Guide.TOUR) {
            var unused = openDemo().thenAccept(made -> desk.ifPresent(open -> open.guide(guide)));
        } else {
            newStudy();
        }
    }

    void addVideos() {
        desk.ifPresent(open -> add(ask.videos()));
    }

    void add(List<Path> videos) {
        desk.ifPresent(open -> open.add(videos));
    }

    /** Searches a folder for all missing videos of the study. */
    void relink() {
        relink(() -> {});
    }

    void relink(Runnable then) {
        notices.dismiss();
        session()
                .ifPresent(open -> ask.folderOfVideos().ifPresent(folder -> {
                    var unused = open.recordings()
                            .relink(folder)
                            .result()
                            .thenAcceptAsync(
                                    relinked -> {
                                        notices.say(Notice.done(
                                                "study.relinked",
                                                relinked.found().size(),
                                                relinked.missing().size()));
                                        then.run();
                                    },
                                    workplace.fx());
                }));
    }

    /** What is learned, trusted and computed on. */
    ModelSheets models() {
        return new ModelSheets(look, stage, workplace, session());
    }

    /** What proves what was done in the open study; nothing happens while there is none. */
    void prove(BiConsumer<Proving, StudySession> how) {
        session().ifPresent(open -> how.accept(new Proving(look, stage, notices::say), open));
    }

    /** Other keys for commands. */
    void changeKeys() {
        keysPage.close();
        new KeyChangesSheet(look, new KeyChangesViewModel(look.messages(), likes.keys(), likes::keep)).show(stage);
    }

    /** Files in and out of the open study. */
    Deliveries deliveries() {
        return deliveries;
    }

    void newRater() {
        desk.ifPresent(open -> ask.name("ask.rater", "").ifPresent(open::workAs));
    }

    void showOthers(boolean sighted) {
        desk.ifPresent(open -> open.showOthers(sighted));
    }

    void about() {
        notices.say(Notice.done("about.text", workplace.videos().libraryVersion(), System.getProperty("java.version")));
    }

    /** What is written for people to send or to print. */
    Papers papers() {
        return new Papers(look.messages(), workplace, ask, notices);
    }

    /** The tag of the language that was chosen, empty for that of the system. */
    String language() {
        return likes.now().appearance().language();
    }

    /** Keeps a language for the next start, and says so in it. */
    void speak(String tag) {
        likes.changeAppearance(now -> now.withLanguage(tag));
        notices.say(Notice.done("problem", Messages.of(tag).text("menu.language.next")));
    }

    /** Makes all texts larger or smaller, and keeps that for the next time. */
    void textSize(int pixels) {
        likes.changeAppearance(now -> now.withTextSize(pixels));
        TextSize.set(scene.getRoot(), pixels);
    }

    /** Offers the snapshots of the open study, and goes back to the one that is chosen. */
    void restore() {
        session().filter(open -> mayLeave()).ifPresent(rescue::restore);
    }

    void secondPlace() {
        new SecondPlace(look, stage, likes, notices::say).ask();
    }

    /** Ways back from what went wrong. */
    Rescue rescue() {
        return rescue;
    }

    void takeOver() {
        session().ifPresent(open -> {
            Optional<String> rater = Optional.of(open.state().rater().get().name());
            var unused = opened(open.file(), () -> StudySession.takeOver(workplace, open.file(), rater));
        });
    }

    void closeToStart() {
        if (mayLeave()) {
            var unused = leaveStudy().thenRun(this::showStart);
        }
    }

    /** False when edits are not stored and the person stays with them. */
    private boolean mayLeave() {
        return leaving.allowed(session());
    }

    /** What was watched up to now is an edit, too: the study is closed once that is stored. */
    private CompletableFuture<Void> leaveStudy() {
        Optional<StudySession> left = session();
        desk = Optional.empty();
        menus.enable(Optional.empty());
        status.follow(Optional.empty());
        return leaving.leave(left).thenRun(() -> middle.setCenter(start));
    }

    void quit() {
        if (mayLeave()) {
            var unused = leave().thenRun(stage::hide);
        }
    }

    /** Keeps the size of the window, stores what is pending and closes the study; completes once that is done. */
    @CanIgnoreReturnValue
    public CompletableFuture<Void> leave() {
        likes.changeAppearance(now -> now.withWindow(size(now.window())));
        return leaveStudy();
    }

    private WindowSize size(WindowSize before) {
        if (stage.isMaximized()) {
            return new WindowSize(before.width(), before.height(), true);
        }
        boolean usual = !stage.isFullScreen() && scene.getWidth() >= LEAST && scene.getHeight() >= LEAST;
        return usual ? new WindowSize((int) scene.getWidth(), (int) scene.getHeight(), false) : before;
    }
}
