package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.ictograph.model.Recording;
import org.ictograph.model.Snapshot.Reason;
import org.ictograph.session.StudySession;
import org.ictograph.store.Moment;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the window says when it may not write, after a crash, and when a snapshot is to be restored. */
@ExtendWith(ApplicationExtension.class)
class SafetyScreensTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    private final FullDisk disk = new FullDisk();
    private RatedWindow rated;
    private Workstation window;
    private Path file;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void make() throws Exception {
        rated = new RatedWindow(folder, stage, place -> place.with(new FxLane(), disk.files()));
        window = rated.window;
        file = rated.file();
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    @CanIgnoreReturnValue
    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(wanted::getAsBoolean));
    }

    private StudySession open(Path which) throws Exception {
        StudySession session = fx(() -> window.open(which)).get(20, TimeUnit.SECONDS);
        await(() -> session.state().recording().get().isPresent()
                && session.playback().index().isPresent());
        return session;
    }

    private String banner() {
        return fx(() -> window.scene().getRoot().lookupAll("#banners .label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .findFirst()
                .orElse(""));
    }

    private boolean there(String id) {
        return fx(() -> {
            Node found = window.scene().lookup(id);
            return found != null && found.isVisible();
        });
    }

    /** Pictures for a person to look at, where a folder for them is named. */
    private void picture(String name) throws Exception {
        String place = System.getProperty("pictures", "");
        if (place.isEmpty()) {
            return;
        }
        for (Theme theme : Theme.values()) {
            fx(() -> {
                window.dress(theme);
                return theme;
            });
            WaitForAsyncUtils.waitForFxEvents();
            new FfmpegVideos()
                    .writePng(fx(() -> Snapshot.of(window.scene())), Path.of(place, name + "-" + theme + ".png"));
        }
    }

    @Test
    void whileSomebodyElseWritesTheStudyIsReadAndTheWriterNamed() throws Exception {
        try (StudyStore writer = new SqliteStudyFiles().open(file)) {
            try (Moment moment = writer.moment()) {
                moment.keep(Reason.WORK, Progress.NONE);
            }
            StudySession session = open(file);
            assertTrue(banner().startsWith(System.getProperty("user.name") + " at "), banner());
            assertEquals("read only", fx(() -> ((Labeled) window.scene().lookup("#stored")).getText()));
            fx(() -> session.marking()
                    .add(session.state().cages().get(0).id(), "seizure", new org.ictograph.model.Span(0, 1)));
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> there("#notice"));
            picture("read-only");
            assertTrue(fx(() -> window.scene().lookup("#key-caps").isDisabled()));
            assertTrue(fx(() -> window.scene().lookup("#draw-cages").isDisabled()));
            assertFalse(fx(() -> window.scene().lookup("#stored").isDisabled()));
            fx(() -> {
                session.playback().pause();
                ((javafx.scene.control.ButtonBase) window.scene().lookup("#notice .icon-button")).fire();
                return 0;
            });
            assertFalse(there("#notice"));
            assertTrue(fx(() -> window.run(org.ictograph.settings.Command.MARK_ONSET)));
            assertTrue(there("#notice"), "a key answers with the sentence, too");
            assertTrue(fx(() -> session.marking().begun()).isEmpty());
            fx(() -> {
                window.go(Workspace.STUDY);
                return 0;
            });
            picture("read-only-study");
            assertTrue(fx(() -> window.scene()
                    .lookup("#role-" + RatedStudy.SECOND.replace(' ', '-'))
                    .isDisabled()));
        }
    }

    @Test
    void afterACrashTheSamePlaceIsThereAndWhatWasBegunWaitsAgain() throws Exception {
        StudySession session = open(file);
        Recording recording = session.state().study().get().recordings().get(0);
        fx(() -> session.open(recording.id())).get(20, TimeUnit.SECONDS);
        fx(() -> {
            session.playback().seekFrame(20);
            session.marking().begin("seizure");
            session.edits()
                    .make(org.ictograph.model.Edit.adding(
                            org.ictograph.model.Verb.CHANGE_SUBJECT, org.ictograph.model.Subject.named("99-9")));
            return 0;
        });
        fx(session::settled).get(20, TimeUnit.SECONDS);
        long at = fx(() -> session.playback().position().get());
        Path crashed = folder.resolve("crashed.icto");
        await(() -> {
            try {
                // The disk as a crash would leave it at this moment.
                Files.deleteIfExists(folder.resolve("crashed.icto-wal"));
                Files.deleteIfExists(crashed);
                Files.copy(file, crashed);
                Files.copy(folder.resolve("rated.icto-wal"), folder.resolve("crashed.icto-wal"));
                String wal = Files.readString(
                        folder.resolve("crashed.icto-wal"), java.nio.charset.StandardCharsets.ISO_8859_1);
                return wal.contains("onset_micros");
            } catch (java.io.IOException moving) {
                return false;
            }
        });
        StudySession again = open(crashed);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !banner().isEmpty());
        assertEquals(
                recording.id(),
                fx(() -> again.state().recording().get().orElseThrow().id()));
        assertEquals(at, fx(() -> again.playback().position().get()));
        assertEquals(1, fx(() -> again.marking().begun().size()));
        assertTrue(
                banner().startsWith("The study was not closed. All that you had stored is there: one edit"), banner());
        assertTrue(banner().contains("Waiting again for its end: seizure"), banner());
        picture("recovered");
        fx(() -> {
            ((javafx.scene.control.Button) window.scene().lookup("#dismiss-recovery")).fire();
            return 0;
        });
        assertEquals("", banner());
        open(file);
        StudySession clean = open(crashed);
        await(() -> clean.playback().position().get() == at);
        assertEquals("", banner(), "a clean end is no crash, but the place is remembered");
    }

    @Test
    void aSnapshotIsRestoredFromTheWindow() throws Exception {
        StudySession session = open(file);
        fx(() -> session.edits()
                        .make(org.ictograph.model.Edit.adding(
                                org.ictograph.model.Verb.CHANGE_SUBJECT, org.ictograph.model.Subject.named("99-9"))))
                .get(20, TimeUnit.SECONDS);
        assertTrue(fx(() -> session.state().study().get().subjectNamed("99-9")).isPresent());
        var kept = session.safekeeping().keep(Reason.WISH).get(20, TimeUnit.SECONDS);
        var all = new SqliteStudyFiles().snapshots(file);
        assertEquals(2, all.size(), "one before the first edit");
        assertEquals(kept, all.get(0));
        assertEquals(Reason.FIRST_EDIT, all.get(1).reason());
        fx(() -> window.rescue()
                .restore(file, all.get(1), java.util.Optional.empty())
                .thenAccept(done -> {}));
        await(() -> window.session().filter(now -> now != session).isPresent());
        StudySession after = fx(() -> window.session().orElseThrow());
        assertFalse(fx(() -> after.state().study().get().subjectNamed("99-9")).isPresent());
    }

    @Test
    void theSheetListsTheSnapshots() throws Exception {
        StudySession session = open(file);
        session.safekeeping().keep(Reason.WISH).get(20, TimeUnit.SECONDS);
        fx(() -> {
            javafx.application.Platform.runLater(window::restore);
            return 0;
        });
        await(() -> javafx.stage.Window.getWindows().size() > 1
                && javafx.stage.Window.getWindows().get(1).getScene().lookup("#snapshots") != null);
        String place = System.getProperty("pictures", "");
        if (!place.isEmpty()) {
            new FfmpegVideos()
                    .writePng(
                            fx(() -> Snapshot.of(
                                    javafx.stage.Window.getWindows().get(1).getScene())),
                            Path.of(place, "restore.png"));
        }
        var table = fx(() -> (javafx.scene.control.TableView<?>)
                javafx.stage.Window.getWindows().get(1).getScene().lookup("#snapshots"));
        assertEquals(1, table.getItems().size());
        fx(() -> {
            javafx.stage.Window.getWindows().get(1).hide();
            return 0;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void whatTheDiskRefusesIsShownAsNotStoredAndCanBeTriedAgain() throws Exception {
        StudySession session = open(file);
        long before = fx(() -> session.logHead().head().get().sequence());
        disk.full(true);
        fx(() -> session.edits()
                .make(org.ictograph.model.Edit.adding(
                        org.ictograph.model.Verb.CHANGE_SUBJECT, org.ictograph.model.Subject.named("99-9"))));
        await(() -> session.edits().unstored().get() == 1);
        assertTrue(banner().startsWith("An edit is not stored"), banner());
        assertEquals("not stored", fx(() -> ((Labeled) window.scene().lookup("#stored")).getText()));
        assertTrue(banner().contains("is full"), banner());
        picture("full-disk");
        press("#store-again");
        await(() -> session.edits().unstored().get() == 1);
        disk.full(false);
        press("#store-again");
        await(() -> session.logHead().head().get().sequence() == before + 1);
        assertEquals("", banner());
        assertTrue(fx(() -> session.state().study().get().subjectNamed("99-9")).isPresent());
        assertEquals("stored", fx(() -> ((Labeled) window.scene().lookup("#stored")).getText()));
    }

    @Test
    void whoLeavesWithEditsThatAreNotStoredIsAskedFirst() throws Exception {
        StudySession session = open(file);
        disk.full(true);
        fx(() -> session.edits()
                .make(org.ictograph.model.Edit.adding(
                        org.ictograph.model.Verb.CHANGE_SUBJECT, org.ictograph.model.Subject.named("99-9"))));
        await(() -> session.edits().unstored().get() == 1);
        fx(() -> {
            javafx.application.Platform.runLater(window::closeToStart);
            return 0;
        });
        await(() -> dialog("#leaving").isPresent());
        dialogPicture("leaving");
        fx(() -> {
            dialog("#leaving").orElseThrow().getScene().getWindow().hide();
            return 0;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(session, fx(() -> window.session().orElseThrow()), "to close the question is to stay");
        picture("stayed");
        fx(() -> {
            session.edits().giveUp();
            return 0;
        });
        disk.full(false);
    }

    @Test
    void aStudyWhoseWriterFellSilentIsTakenOverFromItsBanner() throws Exception {
        Files.createDirectory(folder.resolve(".stfolder"));
        try (StudyStore writer = new SqliteStudyFiles().open(file);
                Moment moment = writer.moment()) {
            moment.keep(Reason.WORK, Progress.NONE);
        }
        Path lease = Files.writeString(
                folder.resolve("rated.icto.lease"),
                "host=far-away\nuser=anna\nprocess=4711\nsince=2026-03-01T10:12:00Z\ntoken=t\n");
        Files.setLastModifiedTime(
                lease,
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(3600)));
        StudySession reading = open(file);
        assertTrue(banner().startsWith("anna at far-away"), banner());
        picture("silent-writer");
        press("#take-over");
        await(() -> window.session().filter(now -> now != reading).isPresent());
        StudySession taken = fx(() -> window.session().orElseThrow());
        assertTrue(fx(() -> taken.state().access().writing()));
        assertEquals("", banner());
        var log = fx(taken::log).get(20, TimeUnit.SECONDS);
        assertEquals(
                org.ictograph.model.Verb.TAKE_OVER,
                log.get(log.size() - 1).edit().verb());
    }

    @Test
    void whatIsSoundOfADamagedStudyIsSavedFromItsBanner() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length - 4096, bytes.length, (byte) 7);
        Files.write(file, bytes);
        Path saved = folder.resolve("saved.icto");
        fx(() -> window.open(file)).handle((session, failure) -> 0).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(there("#salvage"), "where the study, or that it cannot be opened, is told");
        picture("damaged");
        fx(() -> window.rescue().salvage(file, saved));
        await(() -> window.session().filter(open -> open.file().equals(saved)).isPresent());
        await(() -> javafx.stage.Window.getWindows().size() > 1);
        dialogPicture("salvaged");
        fx(() -> {
            javafx.stage.Window.getWindows().get(1).hide();
            return 0;
        });
        assertTrue(fx(() -> window.session().orElseThrow().state().access().writing()));
        assertEquals(-1, java.util.Arrays.mismatch(bytes, Files.readAllBytes(file)));
    }

    private void press(String id) {
        fx(() -> {
            ((javafx.scene.control.Button) window.scene().lookup(id)).fire();
            return 0;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static java.util.Optional<Node> dialog(String id) {
        return javafx.stage.Window.getWindows().stream()
                .flatMap(shown -> java.util.Optional.ofNullable(shown.getScene().lookup(id)).stream())
                .findFirst();
    }

    private static void dialogPicture(String name) throws Exception {
        String place = System.getProperty("pictures", "");
        if (!place.isEmpty()) {
            new FfmpegVideos()
                    .writePng(
                            fx(() -> Snapshot.of(
                                    javafx.stage.Window.getWindows().get(1).getScene())),
                            Path.of(place, name + ".png"));
        }
    }
}
