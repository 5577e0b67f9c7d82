package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

/** Two animals over two days; every expected number can be counted by hand from the times that stand here. */
class DiaryTest {
    private static final long MINUTE = 60 * Span.SECOND;
    private static final DiaryQuestion SEIZURES = new DiaryQuestion(
            "seizure",
            Optional.empty(),
            Optional.of("dose"),
            LightSchedule.STANDARD,
            List.of("1", "2"),
            List.of("seizure", "rearing"));

    private static Span minutes(double from, double to) {
        return new Span(Math.round(from * MINUTE), Math.round(to * MINUTE));
    }

    private static Mark mark(String label, double from, double to, String stage) {
        return Mark.byHand(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), label, minutes(from, to))
                .withStage(stage);
    }

    private static ObservedCage cage(String animal, String start, SpanSet reviewed, Mark... marks) {
        Map<String, Rating> ratings = new java.util.HashMap<>();
        for (String label : List.of("seizure", "rearing", "dose")) {
            ratings.put(
                    label,
                    new Rating(
                            reviewed,
                            List.of(marks).stream()
                                    .filter(mark -> mark.label().equals(label))
                                    .toList()));
        }
        return new ObservedCage(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "night",
                animal,
                start.isEmpty() ? OptionalLong.empty() : OptionalLong.of(LabTime.of(LocalDateTime.parse(start))),
                ratings);
    }

    private static SpanSet whole(double minutes) {
        return SpanSet.of(minutes(0, minutes));
    }

    /** From 18:30 to 20:30 with the lights out at 19:00, of which the first 90 minutes were reviewed. */
    private static ObservedCage evening(Mark... marks) {
        return cage("70-1", "2026-05-01T18:30:00", whole(90), marks);
    }

    @Test
    void onlyOnsetsInReviewedTimeCount() {
        Diary diary = Diary.of(
                List.of(evening(
                        mark("seizure", 10, 11, "1"),
                        mark("seizure", 40, 42, "2"),
                        mark("seizure", 89.5, 91, "2"),
                        mark("seizure", 100, 101, "2"))),
                SEIZURES);
        assertEquals(3, diary.events().size());
        assertEquals(90 * MINUTE, diary.reviewed());
        // 3 in 1.5 h are 48 in 24 h; Garwood's limits of 3 are 0.6187 and 8.7673, times 16.
        assertEquals(48, diary.rate().value().orElseThrow(), 1e-9);
        assertEquals(9.8988, diary.rate().low().orElseThrow(), 1e-3);
        assertEquals(140.2764, diary.rate().high().orElseThrow(), 1e-3);
        assertEquals(90, diary.duration().value().orElseThrow(), 1e-9, "the third was not seen to its end");
        assertEquals(2, diary.duration().n());
    }

    @Test
    void hoursCountFromWhenTheLightsGoOn() {
        Diary diary = Diary.of(List.of(evening(mark("seizure", 10, 11, ""), mark("seizure", 40, 42, ""))), SEIZURES);
        assertEquals(1, diary.hours().get(11).count());
        assertEquals(30 * MINUTE, diary.hours().get(11).reviewed());
        assertEquals(1, diary.hours().get(12).count());
        assertEquals(60 * MINUTE, diary.hours().get(12).reviewed());
        assertEquals(24, diary.hours().get(12).rate().value().orElseThrow(), 1e-9);
        assertEquals(0, diary.hours().get(13).reviewed());
        assertTrue(diary.hours().get(13).rate().value().isEmpty(), "nothing reviewed is not the same as none");
    }

    /** Lights on at half past: an hour of zeitgeber time is none of the clock's. */
    @Test
    void lightsNeedNotGoOnAtAFullHour() {
        DiaryQuestion halfPast = new DiaryQuestion(
                "seizure",
                Optional.empty(),
                Optional.empty(),
                LightSchedule.parse("18:30 - 06:30"),
                List.of(),
                List.of());
        Diary diary = Diary.of(List.of(evening(mark("seizure", 70, 71, ""))), halfPast);
        assertEquals(60 * MINUTE, diary.hours().get(0).reviewed());
        assertEquals(30 * MINUTE, diary.hours().get(1).reviewed());
        assertEquals(1, diary.hours().get(1).count());
    }

    @Test
    void daysAreCutAtMidnightAndDaysWithoutReviewStandBetween() {
        Diary diary = Diary.of(
                List.of(
                        cage("70-1", "2026-05-01T23:30:00", whole(60), mark("seizure", 29.5, 31, "")),
                        cage("70-2", "2026-05-04T10:00:00", whole(60), mark("seizure", 5, 6, ""))),
                SEIZURES);
        assertEquals(4, diary.days().size());
        assertEquals("2026-05-01", LabTime.date(diary.days().get(0).at()).toString());
        assertEquals(1, diary.days().get(0).count(), "the onset tells the day");
        assertEquals(30 * MINUTE, diary.days().get(0).reviewed());
        assertEquals(0, diary.days().get(1).count());
        assertEquals(30 * MINUTE, diary.days().get(1).reviewed());
        assertEquals(0, diary.days().get(2).reviewed());
        assertEquals(1, diary.days().get(3).count());
    }

    @Test
    void aRecordingWithoutAClockCountsInTheRateOnly() {
        Diary diary = Diary.of(List.of(cage("70-1", "", whole(30), mark("seizure", 5, 6, "1"))), SEIZURES);
        assertEquals(30 * MINUTE, diary.undated());
        assertEquals(48, diary.rate().value().orElseThrow(), 1e-9);
        assertTrue(diary.days().isEmpty());
        assertTrue(diary.dates().isEmpty());
        assertEquals(0, diary.hours().stream().mapToInt(Diary.Rate::count).sum());
    }

    /** Clopper and Pearson's limits of 1 of 10 are 0.0025 and 0.4450; scipy's beta.ppf. */
    @Test
    void stagesAreSharesOfAllEvents() {
        Mark[] marks = new Mark[10];
        for (int i = 0; i < 10; i++) {
            marks[i] = mark("seizure", 2 * i, 2 * i + 1, i == 0 ? "1" : "2");
        }
        Diary diary = Diary.of(List.of(evening(marks)), SEIZURES);
        assertEquals(
                List.of(1, 9, 0), diary.stages().stream().map(Diary.Bar::count).toList());
        assertEquals(0.1, diary.stages().get(0).share().value().orElseThrow(), 1e-12);
        assertEquals(0.00252858, diary.stages().get(0).share().low().orElseThrow(), 1e-7);
        assertEquals(0.44501612, diary.stages().get(0).share().high().orElseThrow(), 1e-7);
    }

    @Test
    void theBudgetIsCutToReviewedTimeAndCountsOverlapsOnce() {
        Diary diary = Diary.of(
                List.of(evening(mark("rearing", 80, 95, ""), mark("rearing", 85, 100, ""), mark("seizure", 0, 9, ""))),
                SEIZURES);
        assertEquals(9.0 / 90, diary.budget().get(0).share().value().orElseThrow(), 1e-12);
        assertEquals(10.0 / 90, diary.budget().get(1).share().value().orElseThrow(), 1e-12);
        assertTrue(diary.budget().get(1).share().low().isEmpty(), "one animal has no interval");
        assertEquals(2, diary.budget().get(1).marks().size());
    }

    @Test
    void aDoseIsFollowedUntilTheFirstEventTheNextDoseOrUnreviewedTime() {
        Diary diary = Diary.of(
                List.of(
                        cage(
                                "70-1",
                                "2026-05-01T10:00:00",
                                whole(60),
                                mark("dose", 5, 5.1, ""),
                                mark("seizure", 20, 21, ""),
                                mark("seizure", 25, 26, ""),
                                mark("dose", 50, 50.1, "")),
                        // The next file of the same animal begins half a minute later.
                        cage("70-1", "2026-05-01T11:00:30", whole(30), mark("seizure", 10, 11, "")),
                        cage(
                                "70-2",
                                "2026-05-01T10:00:00",
                                SpanSet.of(minutes(0, 30), minutes(40, 60)),
                                mark("dose", 10, 10.1, ""),
                                mark("seizure", 45, 46, "")),
                        cage("70-3", "2026-05-01T10:00:00", SpanSet.of(minutes(20, 60)), mark("dose", 10, 10.1, ""))),
                SEIZURES);
        assertEquals(
                List.of(15 * MINUTE, 20 * MINUTE + 30 * Span.SECOND, 20 * MINUTE),
                diary.doses().stream().map(Diary.Dose::micros).toList());
        assertEquals(
                List.of(true, true, false),
                diary.doses().stream().map(dose -> dose.event().isPresent()).toList());
        assertEquals(15 * MINUTE, diary.latency().steps().get(0).micros());
        assertEquals(3, diary.latency().steps().get(0).atRisk());
    }

    @Test
    void oneAnimalIsAPartOfAll() {
        List<ObservedCage> cages = List.of(
                evening(mark("seizure", 1, 2, "")),
                cage("70-2", "2026-05-01T18:30:00", whole(30), mark("seizure", 1, 2, "")));
        Diary one = Diary.of(cages, SEIZURES.about(Optional.of("70-2"), Optional.empty()));
        assertEquals(List.of("70-2"), one.animals());
        assertEquals(30 * MINUTE, one.reviewed());
        assertEquals(1, one.events().size());
        assertTrue(one.doses().isEmpty());
    }

    @Test
    void theNightBeginsWhenTheLightsGoOut() {
        long midnight = LabTime.of(LocalDateTime.parse("2026-05-01T00:00:00"));
        List<Span> dark = LabTime.dark(new Span(midnight, midnight + LabTime.DAY), LightSchedule.STANDARD);
        assertEquals(
                List.of(
                        new Span(midnight, midnight + 7 * LabTime.HOUR),
                        new Span(midnight + 19 * LabTime.HOUR, midnight + LabTime.DAY)),
                dark);
        assertEquals(12, LabTime.lightHours(LightSchedule.STANDARD), 1e-12);
        assertEquals(18, LabTime.lightHours(LightSchedule.parse("20:00 - 14:00")), 1e-12);
    }
}
