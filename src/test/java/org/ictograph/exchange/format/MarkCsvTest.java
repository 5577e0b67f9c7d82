package org.ictograph.exchange.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.exchange.Destination;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.Fitting;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Certainty;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;
import org.ictograph.model.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkCsvTest {
    private static final String HEADER =
            "recording,cage,subject,rater,layer,label,onset,offset,stage,certainty,visibility,note\n";

    private final Rater anna = new Rater(UUID.randomUUID(), "Anna");
    private final Rater joerg = new Rater(UUID.randomUUID(), "Jörg, Müller");
    private final Subject rat = Subject.named("70-3");
    private final Recording recording = new Recording(
            UUID.randomUUID(),
            "Käfig \"A\", Feb-1",
            List.of(VideoFile.only("a.mp4", 1, "ff")),
            64,
            48,
            3000,
            100 * Span.SECOND,
            SpanSet.EMPTY,
            Optional.empty(),
            "");
    private final Cage first = cage(1, Optional.of(rat.id()));
    private final Cage second = cage(2, Optional.empty());
    private final Study study = new Study(
            UUID.randomUUID(),
            "study",
            Protocol.standard(),
            List.of(anna, joerg),
            List.of(rat),
            List.of(recording),
            List.of(first, second));
    private final MarkCsv csv = new MarkCsv();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("marks ö.csv");
    }

    private ImportedMarks read(Rater rater) throws ExchangeException {
        return Fitting.fit(csv.read(file), new Destination(study, rater, Translation.NONE, FrameClock.NONE));
    }

    private Cage cage(int position, Optional<UUID> subject) {
        return new Cage(UUID.randomUUID(), recording.id(), position, new Box(0, 0, 32, 32), Optional.empty(), subject);
    }

    private List<Mark> marks() {
        return List.of(
                Mark.byHand(recording.id(), second.id(), joerg.id(), "seizure", new Span(1, 100 * Span.SECOND)),
                Mark.byHand(recording.id(), first.id(), joerg.id(), "rearing", new Span(12_345_678, 20_000_000))
                        .withStage("4 rearing")
                        .withCertainty(Certainty.PROBABLE)
                        .withVisibility(Visibility.PARTIAL)
                        .withNote("=SUM(1,2) said \"Ö\"\nsecond line"));
    }

    @Test
    void writesOneMarkALine() throws Exception {
        LossReport losses = csv.write(study, marks(), FrameClock.NONE, file);
        assertEquals(
                HEADER + "\"Käfig \"\"A\"\", Feb-1\",1,70-3,\"Jörg, Müller\",rating,rearing,12.345678,20.000000,"
                        + "4 rearing,probable,partial,\"'=SUM(1,2) said \"\"Ö\"\"\nsecond line\"\n"
                        + "\"Käfig \"\"A\"\", Feb-1\",2,,\"Jörg, Müller\",rating,seizure,0.000001,100.000000,"
                        + ",certain,full,\n",
                Files.readString(file));
        assertEquals(new LossReport(2, 0, List.of()), losses);
    }

    @Test
    void whatIsWrittenComesBack() throws Exception {
        csv.write(study, marks(), FrameClock.NONE, file);
        ImportedMarks read = read(joerg);
        assertEquals(
                marks().stream().map(MarkCsvTest::said).sorted().toList(),
                read.marks().stream().map(MarkCsvTest::said).sorted().toList());
        assertEquals(new LossReport(2, 0, List.of()), read.losses());
        assertEquals(Origin.Kind.IMPORT, read.marks().get(0).origin().kind());
    }

    private static String said(Mark mark) {
        return mark.withOrigin(Origin.BY_HAND).copiedAs(new UUID(0, 0)).toString();
    }

    @Test
    void theSameMarksGiveTheSameBytes() throws Exception {
        csv.write(study, marks(), FrameClock.NONE, file);
        List<Mark> reversed = new ArrayList<>(marks());
        Collections.reverse(reversed);
        Path other = folder.resolve("other.csv");
        csv.write(study, reversed, FrameClock.NONE, other);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing unfinished stays behind");
        }
    }

    @Test
    void writingTellsWhatIsNotKept() throws Exception {
        Mark accepted = marks().get(0).withOrigin(Origin.proposal(UUID.randomUUID()));
        Mark elsewhere = Mark.byHand(recording.id(), UUID.randomUUID(), anna.id(), "seizure", new Span(0, 1));
        LossReport losses = csv.write(study, List.of(accepted, elsewhere), FrameClock.NONE, file);
        assertEquals(1, losses.kept());
        assertEquals(1, losses.refused());
        assertEquals(2, losses.sentences().size());
        assertTrue(losses.sentences().get(0).contains("came from"));
    }

    @Test
    void takesFilesOfOtherPrograms() throws Exception {
        String table = """
                onset,offset,label,cage,recording,colour
                1.5,2,jumping,2,"Käfig ""A"", Feb-1",red
                1e1,1.1e1,jumping,2,"Käfig ""A"", Feb-1",red""";
        write("\uFEFF" + table.replace("\n", "\r\n"));
        ImportedMarks read = read(anna);
        assertEquals(
                List.of(new Span(1_500_000, 2_000_000), new Span(10_000_000, 11_000_000)),
                read.marks().stream().map(Mark::span).toList());
        assertEquals(anna.id(), read.marks().get(0).raterId());
        assertEquals(Layer.RATING, read.marks().get(0).layer());
        assertEquals(
                List.of("These columns are not known and were left out: colour."),
                read.losses().sentences());
    }

    @Test
    void refusesWhatDoesNotFitLineByLine() throws Exception {
        String name = "\"Käfig \"\"A\"\", Feb-1\"";
        write(HEADER
                + name + ",1,,,,seizure,1,2,,,,\n"
                + "elsewhere,1,,,,seizure,1,2,,,,\n"
                + name + ",9,,,,seizure,1,2,,,,\n"
                + name + ",1,70-4,,,seizure,1,2,,,,\n"
                + name + ",1,,,,dancing,1,2,,,,\n"
                + name + ",1,,,,seizure,2,1,,,,\n"
                + name + ",1,,,,seizure,99,101,,,,\n"
                + name + ",1,,,,seizure,-1,1,,,,\n"
                + name + ",1,,,,seizure,soon,1e-999999999,,,,\n"
                + name + ",1,,,,seizure,1e-999999999,1,,,,\n"
                + name + ",1,,,,seizure,NaN,1,,,,\n"
                + name + ",1,,,,seizure,1,2,,surely,,\n"
                + name + ",1,seizure\n");
        ImportedMarks read = read(anna);
        assertEquals(1, read.marks().size());
        assertEquals(12, read.losses().refused());
        List<String> reasons = List.of(
                "Line 3: the study has no recording “elsewhere”",
                "Line 4: “Käfig \"A\", Feb-1” has no cage number “9”",
                "Line 5: cage 1 of “Käfig \"A\", Feb-1” holds “70-3”, not “70-4”",
                "Line 6: the protocol has no label “dancing”",
                "Line 7: the offset 1 is not after the onset 2",
                "Line 8: the time from 99 to 101 is not inside",
                "Line 9: the time from -1 to 1 is not inside",
                "Line 10: “soon” is not a time in seconds",
                "Line 11: “1e-999999999” is not a time",
                "Line 12: “NaN” is not a time in seconds",
                "Line 13: “surely” is no certainty",
                "Line 14: it has 3 cells instead of 12");
        List<String> sentences = read.losses().sentences();
        for (String reason : reasons) {
            assertTrue(sentences.stream().anyMatch(told -> told.startsWith(reason)), reason + " not in " + sentences);
        }
        assertEquals(reasons.size(), sentences.size(), sentences.toString());
    }

    @Test
    void anUnknownStageIsLeftOutAndSaid() throws Exception {
        write(HEADER + "\"Käfig \"\"A\"\", Feb-1\",1,,,,seizure,1,2,6 flying,,,\n");
        ImportedMarks read = read(anna);
        assertEquals("", read.marks().get(0).stage());
        assertTrue(read.losses().sentences().get(0).contains("no stage “6 flying”"));
    }

    @Test
    void twoRatingsNeverMeltIntoOne() throws Exception {
        String name = "\"Käfig \"\"A\"\", Feb-1\"";
        write(HEADER + name + ",1,,Anna,,seizure,1,2,,,,\n" + name + ",1,,Ben,,seizure,1,3,,,,\n");
        ImportedMarks read = read(anna);
        assertEquals(
                List.of(new Span(1_000_000, 2_000_000)),
                read.marks().stream().map(Mark::span).toList());
        assertEquals(
                List.of("Line 3: it is a mark of “Ben”, not of “Anna”."),
                read.losses().sentences());
        write(HEADER + name + ",1,,Ben,,seizure,1,3,,,,\n");
        ImportedMarks renamed = read(anna);
        assertEquals(anna.id(), renamed.marks().get(0).raterId());
        assertEquals(
                List.of("The marks of “Ben” become those of “Anna”."),
                renamed.losses().sentences());
    }

    @Test
    void aFileThatIsNoSuchTableIsRefusedWithASentence() throws Exception {
        refused("", "is empty");
        refused("recording;cage;label;onset;offset\n", "does not separate its columns by commas");
        refused("recording,cage,label,onset\n", "has no column “offset”");
        refused("recording,cage,label,onset,offset,onset\n", "names a column twice");
        Files.write(file, "recording,cage,label,onset,offset\nK\u00e4fig".getBytes(StandardCharsets.ISO_8859_1));
        String latin = assertThrows(ExchangeException.class, () -> read(anna)).toString();
        assertTrue(latin.contains("is not UTF-8 text"), latin);
        String absent = assertThrows(ExchangeException.class, () -> csv.read(folder.resolve("no.csv")))
                .toString();
        assertTrue(absent.contains("There is no file"), absent);
        String nowhere = assertThrows(
                        ExchangeException.class,
                        () -> csv.write(study, marks(), FrameClock.NONE, folder.resolve("no/marks.csv")))
                .toString();
        assertTrue(nowhere.contains("cannot be written"), nowhere);
    }

    private void refused(String text, String reason) throws IOException {
        write(text);
        String message = assertThrows(ExchangeException.class, () -> read(anna)).toString();
        assertTrue(message.contains(reason), message);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
