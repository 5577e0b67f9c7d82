package org.ictograph.ui.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyViewModelTest {
    private RatedStudy study;
    private StudyViewModel model;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path given) throws Exception {
        folder = given;
        study = new RatedStudy(folder, Runnable::run);
        model = new StudyViewModel(study.session());
        settle();
    }

    @AfterEach
    void close() {
        study.close();
    }

    /** The standing of the recordings comes on the store lane, in order. */
    private void settle() {
        study.session().settled().join();
        study.session().standings().join();
        study.session().standings().join();
    }

    @Test
    void countsWhatTheRaterMaySee() {
        RecordingRow row = model.recordings().get(0);
        assertEquals(2, row.cages());
        assertEquals(4, row.marks(), "the first rater's own");
        assertEquals(List.of(1.0, 0.0), row.looked(), "how far others are would tell what they found");
        assertEquals(1.0, row.mine());
        study.session().showOthers(true).join();
        settle();
        assertEquals(7, model.recordings().get(0).marks());
        assertEquals(List.of(1.0, 1.0), model.recordings().get(0).looked());
    }

    @Test
    void listsAnimalsWithWhereTheyAreSeen() {
        assertEquals(
                List.of("70-1", "70-2"),
                model.animals().stream().map(row -> row.subject().name()).toList());
        assertEquals(List.of("film"), model.animals().get(0).recordings());
        Subject first = model.animals().get(0).subject();
        assertFalse(model.renameAnimal(first, " 70-2 "), "taken");
        assertTrue(model.renameAnimal(first, " 70/ä, 🐀 "));
        settle();
        assertEquals("70/ä, 🐀", model.animals().get(0).subject().name());
    }

    @Test
    void namesAndStartsCanBeChanged() {
        Recording recording = study.recording();
        assertFalse(model.rename(recording, "  "));
        assertTrue(model.rename(recording, "Feb-1"));
        settle();
        Recording renamed = model.recordings().get(0).recording();
        assertEquals("Feb-1", renamed.name());
        assertFalse(model.setStart(renamed, "yesterday"));
        assertTrue(model.setStart(renamed, "2025-02-01 14:00"));
        settle();
        assertEquals(
                "2025-02-01 14:00:00", WallClock.text(model.recordings().get(0).recording()));
    }

    @Test
    void theStartIsReadInTheZoneOfTheLab() {
        Recording inLuxembourg = study.recording().described("in Luxembourg", Optional.empty(), "Europe/Luxembourg");
        assertEquals(
                Optional.of(Instant.parse("2025-07-01T12:00:00Z")),
                WallClock.changed(inLuxembourg, "2025-07-01T14:00")
                        .orElseThrow()
                        .startedAt());
    }

    @Test
    void givesTheCagesOfTheOpenRecordingToOthers() throws Exception {
        Path copy = Files.copy(folder.resolve("film.mp4"), folder.resolve("second.mp4"));
        byte[] emptyAtom = {0, 0, 0, 8, 'f', 'r', 'e', 'e'};
        Files.write(copy, emptyAtom, StandardOpenOption.APPEND); // the same pictures in another file
        Recording other =
                study.session().recordings().add(NewRecording.of(copy)).result().get();
        assertEquals(0L, model.copyCagesTo(List.of(other.id())).join(), "nothing is open");
        study.session().open(study.recording().id()).join();
        assertEquals(
                1L,
                model.copyCagesTo(List.of(other.id(), study.recording().id())).join());
        settle();
        assertEquals(2, model.recordings().get(1).cages());
    }

    @Test
    void tellsWhichVideosAreMissing() throws Exception {
        assertFalse(model.recordings().get(0).missing());
        Files.move(folder.resolve("film.mp4"), folder.resolve("elsewhere.mp4"));
        model.refresh();
        settle();
        assertTrue(model.recordings().get(0).missing());
        model.relink(folder.resolve("elsewhere.mp4")).result().get();
        settle();
        assertFalse(model.recordings().get(0).missing());
    }

    @Test
    void onlyWhatIsCompleteIsCalledAHundredPercent() {
        assertEquals("0 %", Cells.percent(0));
        assertEquals("1 %", Cells.percent(0.001));
        assertEquals("99 %", Cells.percent(0.999));
        assertEquals("100 %", Cells.percent(1));
    }
}
