package org.ictograph.ui.diary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ictograph.measure.Diary;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.report.DiaryFigure;
import org.ictograph.report.drawing.Spot;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of a small study that two raters have rated: 24 s of two animals, in which each has one seizure. */
class DiaryViewModelTest {
    @TempDir
    Path folder;

    private RatedStudy study;
    private DiaryViewModel model;

    @BeforeEach
    void open() throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        study.session()
                .recordings()
                .change(study.recording()
                        .described("night", Optional.of(Instant.parse("2026-05-01T20:00:00Z")), "Europe/Luxembourg"));
        study.session().settled().join();
        model = new DiaryViewModel(study.session(), Messages.english(), () -> LightSchedule.STANDARD);
    }

    @AfterEach
    void close() {
        study.close();
    }

    /** What was counted, once the jobs have done it. */
    private Diary counted() throws Exception {
        for (int i = 0; i < 600 && !model.settled(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertEquals("", model.trouble().get());
        return model.diary().get().orElseThrow();
    }

    @Test
    void aRaterSeesTheirOwnMarksByTheClockOfTheLab() throws Exception {
        model.watch(true);
        Diary diary = counted();
        assertEquals(2, diary.events().size());
        assertEquals(48, diary.reviewed() / 1e6, 0.2);
        // 20:00 in UTC is 22:00 in Luxembourg in May, 15 hours after the lights went on at 7.
        assertEquals(2, diary.hours().get(15).count());
        assertEquals(List.of("70-1", "70-2"), diary.animals());
        assertEquals(6.0 / 48 + 4.0 / 48, diary.budget().get(0).share().value().orElseThrow(), 1e-3);
    }

    @Test
    void whoWorksBlindSeesNobodyElse() throws Exception {
        model.watch(true);
        counted();
        assertEquals(1, model.sources().size());
        Rater self = study.session().state().rater().get();
        assertEquals(List.of(Optional.of(self)), model.sources());
        model.source().set(Optional.empty());
        for (int i = 0; i < 600 && !model.settled(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertTrue(
                model.trouble().get().startsWith("You work blind"),
                model.trouble().get());
        assertTrue(model.diary().get().isEmpty());
    }

    @Test
    void inReviewOtherRatersAndTheRuleCanBeSeen() throws Exception {
        study.review();
        model.watch(true);
        counted();
        assertEquals(3, model.sources().size());
        model.source().set(model.sources().get(2));
        assertEquals(2, counted().events().size());
        assertEquals(6.0, counted().events().get(0).span().length() / 1e6, 1e-9);
        model.source().set(Optional.empty());
        Diary rule = counted();
        assertTrue(rule.events().isEmpty(), "nothing is settled, and the rule wants that");
        assertTrue(rule.reviewed() < 48_000_000 - 10_000_000, "time in dispute or doubt is left out");
    }

    @Test
    void whereWhoWorksHasLookedAtNothingWhoHasLookedMostIsShown() throws Exception {
        study.review();
        study.session().workAs("somebody new").join();
        study.session().showOthers(true).join();
        model.watch(true);
        assertEquals(2, counted().events().size());
        Rater shown = model.source().get().orElseThrow();
        assertTrue(shown.name().startsWith("rater "), shown.name());
        Rater self = study.session().state().rater().get();
        model.source().set(Optional.of(self));
        assertEquals(0, counted().reviewed());
        model.watch(false);
        model.watch(true);
        assertEquals(0, counted().reviewed(), "what a person chose stays");
    }

    @Test
    void choosingAnAnimalOrALabelCountsAnew() throws Exception {
        model.watch(true);
        counted();
        model.animal().set(Optional.of("70-2"));
        assertEquals(1, counted().events().size());
        model.label().set("staring");
        assertEquals("staring", counted().question().label());
        assertEquals(1, counted().events().size());
        model.animal().set(Optional.of("70-1"));
        assertTrue(counted().events().isEmpty());
        model.dose().set(Optional.of("rearing"));
        assertEquals(1, counted().doses().size());
    }

    @Test
    void aBarLeadsToItsEventsOneAfterTheOther() throws Exception {
        model.watch(true);
        counted();
        model.figure().set(DiaryFigure.DAYS);
        Spot day = model.drawing(800, 300).orElseThrow().spots().get(0);
        Mark first = model.follow(day).orElseThrow();
        Mark second = model.follow(day).orElseThrow();
        assertEquals(5_000_000, first.span().start());
        assertEquals(12_000_000, second.span().start());
        assertEquals(first, model.follow(day).orElseThrow());
        Spot empty = new Spot(0, 0, 1, 1, "", java.util.Set.of(), Optional.empty());
        assertTrue(model.follow(empty).isEmpty());
    }

    @Test
    void filesHoldWhatTheScreenShows() throws Exception {
        model.watch(true);
        counted();
        model.write(folder.resolve("a.svg")).orElseThrow().get(30, TimeUnit.SECONDS);
        model.write(folder.resolve("a.csv")).orElseThrow().get(30, TimeUnit.SECONDS);
        assertTrue(Files.readString(folder.resolve("a.svg")).contains("Ethogram over days"));
        assertEquals(
                2,
                Files.readAllLines(folder.resolve("a.csv")).stream()
                        .filter(line -> line.contains(",event,2026-05-01T22:00:"))
                        .count());
        assertTrue(model.write(folder.resolve("a.png")).isEmpty(), "a picture is painted by the screen");
        assertFalse(Files.exists(folder.resolve("a.png")));
    }
}
