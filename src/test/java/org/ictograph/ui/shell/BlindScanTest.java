package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.session.Assigning.Wish;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.settings.Settings;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Marks everything that must stay hidden with a word, lets the second rater look everywhere, and counts that word on their
 * screens and in what is written for them and because of them. The study file itself holds it: who works in the same file
 * could read it with other tools.
 */
@ExtendWith(ApplicationExtension.class)
class BlindScanTest {
    /** Nothing else in the program is spelled so. */
    private static final String WORD = "QXZWJ";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Set<String> read = new TreeSet<>();
    private RatedStudy study;

    @SuppressWarnings("NullAway.Init")
    private Workstation window;

    @SuppressWarnings("NullAway.Init")
    private StudySession session;

    private Assignment duty;
    private final Set<Path> earlier = new HashSet<>();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void plant() throws Exception {
        root().setLevel(Level.DEBUG);
        study = new RatedStudy(folder, Runnable::run);
        StudySession first = study.session();
        first.open(study.recording().id()).join();
        for (Mark mark : List.copyOf(first.state().labels().get().marks())) {
            first.marking()
                    .change(mark.id(), one -> one.withNote(WORD + " note"))
                    .join();
        }
        for (Subject animal : first.state().study().get().subjects()) {
            first.recordings()
                    .change(new Subject(animal.id(), WORD + animal.name(), WORD + "l", WORD + "g", WORD + "t"))
                    .join();
        }
        Files.move(folder.resolve("film.mp4"), folder.resolve(WORD + " film.mp4"));
        first.recordings().relink(folder).result().join();
        Recording now = first.state().study().get().recordings().get(0);
        first.recordings()
                .change(now.described(WORD + " name", Optional.of(Instant.parse("2019-02-01T13:12:04Z")), "UTC"))
                .join();
        var drawn = first.assigning().draw(new Wish(List.of(now), 1, 0, 0, 1)).join();
        duty = first.assigning()
                .assign(
                        first.state()
                                .study()
                                .get()
                                .raterNamed(RatedStudy.SECOND)
                                .orElseThrow(),
                        drawn,
                        EnumSet.allOf(Hidden.class))
                .join();
        first.assigning().pack(duty, folder.resolve("package")).result().join();
        study.closeStudy();
        earlier.addAll(temporary());
        root().addAppender(log);
        log.start();
    }

    @AfterEach
    void close() throws Exception {
        root().detachAppender(log);
        root().setLevel(null);
        OnScreen.fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        study.place().close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger("org.ictograph");
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> OnScreen.fx(wanted::getAsBoolean));
    }

    /** As the second rater who starts the program. */
    private void open(Path file) throws Exception {
        Settings settings = new Settings(folder.resolve("settings"));
        window = OnScreen.fx(() -> {
            Workstation made = new Workstation(
                    stage, study.place().with(new FxLane()), settings, Messages.english(), folder.resolve("demo.icto"));
            made.show();
            return made;
        });
        session = OnScreen.fx(() -> window.open(file)).get(20, TimeUnit.SECONDS);
        OnScreen.fx(() -> session.workAs(RatedStudy.SECOND)).get(20, TimeUnit.SECONDS);
        await(() -> session.playback().index().isPresent());
    }

    @Test
    void theSecondRaterMeetsNothingOfTheFirst() throws Exception {
        assertTrue(Files.readString(folder.resolve("rated.icto"), StandardCharsets.ISO_8859_1)
                .contains(WORD));
        open(folder.resolve("rated.icto"));
        lookEverywhere();
        assertTrue(read.size() > 150, () -> "the screens were read: " + read.size());
        assertTrue(read.contains("Recording 1"), "under its other name");
        assertEquals(
                List.of(), read.stream().filter(text -> text.contains(WORD)).toList());
        assertEquals(
                List.of(), read.stream().filter(text -> text.contains("2019")).toList());
        assertTrue(OnScreen.fx(() -> session.state().labels().get().marks()).stream()
                .allMatch(mark -> mark.raterId().equals(duty.raterId())));
    }

    @Test
    void nothingThatIsWrittenForTheSecondRaterTells() throws Exception {
        open(folder.resolve("rated.icto"));
        OnScreen.fx(() -> session.showOthers(true));
        Path labels = folder.resolve("labels.csv");
        OnScreen.fx(() -> session.interchange().give(new MarkCsv(), labels, mark -> true))
                .result()
                .get(20, TimeUnit.SECONDS);
        Path handed = folder.resolve("handed.ictobundle");
        var handing = OnScreen.fx(() -> session.merging().handOver(RatedStudy.SECOND, handed));
        await(handing::isCompletedExceptionally);
        lookEverywhere();
        assertEquals(List.of(), telling(temporary()), "while the program runs");
        OnScreen.fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        int looked = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path own = folder.relativize(file);
                boolean keptByTheOwner = (own.toString().startsWith("rated.icto")
                                && !own.toString().startsWith("rated.icto.cache"))
                        || own.toString().startsWith("rated.snapshots")
                        || own.toString().endsWith("film.mp4");
                if (!keptByTheOwner) {
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertEquals(-1, (own + bytes).indexOf(WORD), own::toString);
                    looked++;
                }
            }
        }
        int files = looked;
        assertTrue(files >= 5, () -> "package, export, settings, caches: " + files);
        assertEquals(
                List.of(),
                log.list.stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(line -> line.contains(WORD))
                        .toList());
        assertEquals(List.of(), telling(temporary()), "after the program was left");
    }

    /** What lies in the folders for temporary files since the program was started, other tests' folders left aside. */
    private List<Path> temporary() throws Exception {
        List<Path> found = new ArrayList<>();
        for (Path place : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/dev/shm"))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> all = Files.list(place)) {
                    found.addAll(all.filter(file -> !earlier.contains(file))
                            .filter(file -> Files.isRegularFile(file)
                                    || file.getFileName().toString().startsWith("ictograph"))
                            .toList());
                }
            }
        }
        return found;
    }

    /** Those that have the word in a name or in what they hold. */
    private static List<Path> telling(List<Path> places) throws IOException {
        List<Path> telling = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> all = Files.walk(place)) {
                for (Path file : all.toList()) {
                    String bytes = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
                    if ((file + bytes).contains(WORD)) {
                        telling.add(file);
                    }
                }
            } catch (NoSuchFileException | UncheckedIOException gone) {
                // somebody else's, taken away while it was looked at
            }
        }
        return telling;
    }

    private void lookEverywhere() throws Exception {
        for (boolean sighted : List.of(false, true)) {
            OnScreen.fx(() -> window.showOthers(sighted));
            for (Workspace workspace : Workspace.values()) {
                OnScreen.fx(() -> window.go(workspace));
                await(() -> session.state().recording().get().isPresent());
                readAll();
                for (int tab = 0; tab < 3; tab++) {
                    int chosen = tab;
                    OnScreen.fx(() -> {
                        if (window.scene().lookup("#study-lower") instanceof TabPane tabs) {
                            tabs.getSelectionModel().select(chosen);
                        }
                    });
                    readAll();
                }
            }
            lookAtPictures();
        }
        OnScreen.fx(() -> window.prove(Proving::history));
        WaitForAsyncUtils.waitForFxEvents();
        readAll();
        OnScreen.fx(() -> window.prove(Proving::signatures));
        readAll();
        OnScreen.fx(() -> window.deliveries().reviewList());
        readAll();
        OnScreen.fx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(shown -> !shown.equals(stage))
                .forEach(Window::hide));
    }

    /** Every picture over days, of whoever's marks can be chosen. */
    private void lookAtPictures() throws Exception {
        OnScreen.fx(() -> window.run(Command.SHOW_FIGURES));
        ComboBox<?> sources = (ComboBox<?>) OnScreen.fx(() -> window.scene().lookup("#diary-source"));
        ComboBox<?> figures = (ComboBox<?>) OnScreen.fx(() -> window.scene().lookup("#diary-figure"));
        for (int source = 0; source < OnScreen.fx(() -> sources.getItems().size()); source++) {
            int who = source;
            OnScreen.fx(() -> sources.getSelectionModel().select(who));
            await(() -> !window.scene().lookup("#diary-save").isDisabled());
            for (int figure = 0; figure < figures.getItems().size(); figure++) {
                int what = figure;
                OnScreen.fx(() -> figures.getSelectionModel().select(what));
                WaitForAsyncUtils.waitForFxEvents();
                readAll();
            }
        }
        OnScreen.fx(() -> window.run(Command.LEAVE));
    }

    private void readAll() {
        OnScreen.fx(() -> {
            read.add(String.valueOf(stage.getTitle()));
            Window.getWindows().forEach(shown -> read(shown.getScene().getRoot()));
        });
    }

    private void read(Node node) {
        if (node instanceof Text text) {
            read.add(text.getText());
        } else if (node instanceof TextInputControl field) {
            read.add(String.valueOf(field.getText()));
            read.add(String.valueOf(field.getPromptText()));
        } else if (node instanceof TableView<?> table) {
            table.getItems().forEach(row -> read.add(row.toString()));
        } else if (node instanceof ListView<?> list) {
            list.getItems().forEach(row -> read.add(row.toString()));
        } else if (node instanceof ComboBox<?> box) {
            box.getItems().forEach(row -> read.add(String.valueOf(row)));
        } else if (node instanceof MenuButton button) {
            button.getItems().stream().map(MenuItem::getText).forEach(text -> read.add(String.valueOf(text)));
        }
        read.add(String.valueOf(node.getAccessibleText()));
        node.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .forEach(tip -> read.add(String.valueOf(((Tooltip) tip).getText())));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::read);
        }
    }
}
