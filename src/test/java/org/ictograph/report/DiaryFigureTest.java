package org.ictograph.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ictograph.measure.Diary;
import org.ictograph.measure.DiaryQuestion;
import org.ictograph.measure.LabTime;
import org.ictograph.measure.ObservedCage;
import org.ictograph.measure.Rating;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Shape;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of two animals over five days, one of which has a name that SVG and spreadsheets would trip over. */
class DiaryFigureTest {
    private static final String ODD = "=70<1>";
    private static final Messages WORDS = Messages.english();

    @TempDir
    Path folder;

    private static Mark mark(UUID recording, String label, double second, double length) {
        return Mark.byHand(
                        recording,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        label,
                        new Span(Math.round(second * Span.SECOND), Math.round((second + length) * Span.SECOND)))
                .withStage("3 forelimb clonus");
    }

    private static Diary diary(Optional<String> animal) {
        List<ObservedCage> cages = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            for (String name : List.of(ODD, "70-2")) {
                UUID recording = UUID.randomUUID();
                SpanSet reviewed = SpanSet.of(new Span(0, 10 * LabTime.HOUR));
                List<Mark> seizures = new ArrayList<>();
                for (int i = 0; i < day; i++) {
                    seizures.add(mark(recording, "seizure", 3_600.0 * (i + day) + 7, 20 + 9 * i));
                }
                cages.add(new ObservedCage(
                        recording,
                        UUID.randomUUID(),
                        "night " + day,
                        name,
                        OptionalLong.of(LabTime.of(LocalDateTime.of(2026, 5, day, 17, 0))),
                        Map.of(
                                "seizure",
                                new Rating(reviewed, seizures),
                                "dose",
                                new Rating(reviewed, List.of(mark(recording, "dose", 60, 1))))));
            }
        }
        return Diary.of(
                cages,
                new DiaryQuestion(
                        "seizure",
                        animal,
                        Optional.of("dose"),
                        LightSchedule.STANDARD,
                        List.of("3 forelimb clonus", "4 rearing"),
                        List.of("seizure", "dose")));
    }

    @Test
    void whereNoRecordingSaysWhenItBeganPicturesOverDaysSayThat() {
        UUID recording = UUID.randomUUID();
        Rating rating = new Rating(SpanSet.of(new Span(0, LabTime.HOUR)), List.of(mark(recording, "seizure", 60, 20)));
        ObservedCage undated = new ObservedCage(
                recording, UUID.randomUUID(), "night", "70-2", OptionalLong.empty(), Map.of("seizure", rating));
        Diary diary = Diary.of(
                List.of(undated), diary(Optional.empty()).question().about(Optional.empty(), Optional.empty()));
        for (DiaryFigure kind : DiaryFigure.values()) {
            assertEquals(
                    List.of(DiaryFigure.RASTER, DiaryFigure.DAYS, DiaryFigure.HOURS, DiaryFigure.CUMULATIVE)
                            .contains(kind),
                    kind.draw(diary, WORDS, 900, 480).shapes().stream()
                            .anyMatch(shape -> shape instanceof Shape.Text text
                                    && text.words().startsWith("No recording says when it began")),
                    kind.name());
        }
    }

    @ParameterizedTest
    @EnumSource(DiaryFigure.class)
    void everyPictureLiesInItsSizeAndLeadsToEveryEvent(DiaryFigure kind) {
        for (Optional<String> animal : List.of(Optional.<String>empty(), Optional.of(ODD))) {
            Diary diary = diary(animal);
            Drawing drawing = kind.draw(diary, WORDS, 900, 480);
            for (Shape shape : drawing.shapes()) {
                if (shape instanceof Shape.Box box) {
                    assertTrue(box.x() >= -1 && box.x() + box.width() <= 901, kind + " " + box);
                    assertTrue(box.y() >= -1 && box.y() + box.height() <= 481, kind + " " + box);
                } else if (shape instanceof Shape.Text text) {
                    assertTrue(text.y() > 5 && text.y() <= 480 && text.x() >= 0 && text.x() <= 900, kind + " " + text);
                    assertTrue(text.words().equals(text.words().strip()), text.words());
                }
            }
            Set<UUID> behind = drawing.spots().stream()
                    .flatMap(spot -> spot.marks().stream())
                    .collect(Collectors.toSet());
            Set<UUID> wanted = kind == DiaryFigure.LATENCY
                    ? diary.doses().stream()
                            .map(dose -> dose.event().orElse(dose.mark()).id())
                            .collect(Collectors.toSet())
                    : diary.events().stream().map(event -> event.mark().id()).collect(Collectors.toSet());
            assertTrue(behind.containsAll(wanted), kind + " leads to " + behind.size() + " of " + wanted.size());
            assertFalse(diary.marks(behind).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(DiaryFigure.class)
    void anSvgIsXmlThatNamesWhatItShows(DiaryFigure kind) throws Exception {
        Drawing drawing = kind.draw(diary(Optional.of(ODD)), WORDS, 900, 480);
        String svg = DiaryFiles.svg(drawing);
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertEquals("http://www.w3.org/2000/svg", root.getAttribute("xmlns"));
        assertTrue(root.getTextContent().contains(ODD));
        assertEquals(svg, DiaryFiles.svg(kind.draw(diary(Optional.of(ODD)), WORDS, 900, 480)), "the same bytes");
    }

    @Test
    void aBarStandsForTheNumberThatTheCsvHas() {
        Diary diary = diary(Optional.empty());
        // On the first of May two animals were reviewed for 7 hours and each had one seizure: 2 in 14 h.
        assertEquals(24.0 / 7, diary.days().get(0).rate().value().orElseThrow(), 1e-9);
        String csv = DiaryFiles.csv(diary);
        String day = csv.lines()
                .filter(line -> line.contains(",days,2026-05-01,"))
                .findFirst()
                .orElseThrow();
        assertTrue(day.startsWith("all,seizure,days,2026-05-01,2,14.0,3.42857142857142"), day);
        Drawing drawing = DiaryFigure.DAYS.draw(diary, WORDS, 900, 480);
        assertTrue(
                drawing.spots().get(0).words().startsWith("2026-05-01: 2 events in 14.00 reviewed hours; 3.43 [0.42"),
                drawing.spots().get(0).words());
    }

    @Test
    void aCsvNamesEveryEventAndRunsNothing() throws Exception {
        Path file = folder.resolve("course.csv");
        DiaryFiles.write(DiaryFiles.csv(diary(Optional.empty())), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(30, lines.stream().filter(line -> line.contains(",event,")).count());
        assertEquals(
                10,
                lines.stream()
                        .filter(line -> line.contains(",seizure,dose,night "))
                        .count());
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("'=70<1>,seizure,event,2026-05-01T18:00:07,1,,20.0")));
        int cells = lines.get(0).split(",", -1).length;
        assertEquals(11, cells);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList(), "nothing is left beside it");
        }
    }

    @Test
    void anAxisEndsAtARoundNumber() {
        assertEquals(new Axis(20, 5), Axis.upTo(17.3));
        assertEquals(new Axis(1, 0.2), Axis.upTo(0.99));
        assertEquals(new Axis(1, 0.25), Axis.upTo(0));
        assertEquals(
                List.of(0.0, 25.0, 50.0, 75.0, 100.0, 125.0), Axis.upTo(117).ticks());
    }
}
