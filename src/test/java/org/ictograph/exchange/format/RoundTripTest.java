package org.ictograph.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ictograph.Speaking;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in a foreign format and read again says the same, as far as the format holds it. */
class RoundTripTest {
    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    /** Times of microseconds, a stage, a note that XML and CSV would trip over, another file of the recording. */
    private List<Mark> marks() {
        return List.of(
                lab.mark(lab.first, "seizure", 10_000_001, 42_345_678)
                        .withStage("4 rearing")
                        .withNote("a <b> & \"c\", ö; 1"),
                lab.mark(lab.first, "rearing", 12_000_000, 13_500_000),
                lab.mark(lab.first, "rearing", 13_500_000, 14_000_000),
                lab.mark(lab.second, "wet dog shakes", 130_000_000, 140_000_000));
    }

    private ImportedMarks again(LabelFormat format, List<Mark> marks, String name) throws Exception {
        Path file = folder.resolve(name);
        LossReport written = format.write(lab.study, marks, lab.frames, file);
        assertEquals(marks.size(), written.kept(), written.sentences().toString());
        byte[] bytes = Files.readAllBytes(file);
        Path copy = Files.write(folder.resolve("copy"), bytes);
        Speaking.otherLanguages(() -> {
            format.write(lab.study, marks, lab.frames, file);
            assertEquals(-1, Files.mismatch(file, copy), "the same marks, the same bytes, in any language");
        });
        return lab.fit(format, file);
    }

    @Test
    void borisKeepsMicrosecondsAcrossFilesAndGaps() throws Exception {
        ImportedMarks read = again(new BorisProject(), marks(), "a.boris");
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(marks()), Lab.told(read.marks()));
    }

    @Test
    void borisRefusesTwoAtOnceOfOneLabel() throws Exception {
        List<Mark> overlapping = List.of(
                lab.mark(lab.first, "rearing", 1_000_000, 3_000_000),
                lab.mark(lab.first, "rearing", 2_000_000, 4_000_000));
        LossReport report = new BorisProject().write(lab.study, overlapping, lab.frames, folder.resolve("b.boris"));
        assertEquals(1, report.kept());
        assertEquals(1, report.refused());
        assertTrue(report.sentences().toString().contains("BORIS cannot hold both"));
    }

    @Test
    void elanKeepsMillisecondsStagesNotesAndOverlaps() throws Exception {
        List<Mark> marks = List.of(
                lab.mark(lab.first, "seizure", 10_001_000, 42_345_000)
                        .withStage("4 rearing")
                        .withNote("a <b> & \"c\", ö; 1"),
                lab.mark(lab.first, "rearing", 12_000_000, 13_500_000),
                lab.mark(lab.first, "rearing", 13_000_000, 14_000_000));
        ImportedMarks read = again(new Elan(), marks, "a.eaf");
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(marks), Lab.told(read.marks()));
    }

    @Test
    void clipsOfActivityNetKeepMicroseconds() throws Exception {
        List<Mark> plain =
                marks().stream().map(mark -> mark.withStage("").withNote("")).toList();
        ImportedMarks read = again(new AnnotatedClips(), plain, "a.json");
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(plain), Lab.told(read.marks()));
    }

    @Test
    void seizuresOfOneAnimalComeBackAsEvents() throws Exception {
        List<Mark> seizures = marks().subList(0, 1);
        ImportedMarks read = again(new SeizureEvents(), seizures, "a_events.tsv");
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(seizures), Lab.told(read.marks()));
        assertThrows(
                ExchangeException.class,
                () -> new SeizureEvents().write(lab.study, marks(), lab.frames, folder.resolve("all.tsv")),
                "two animals in one file would be scored as one");
    }

    @Test
    void framesKeepEdgesThatAreThoseOfFrames() throws Exception {
        List<Mark> marks = List.of(
                lab.mark(lab.second, "rearing", 0, 1_000_000),
                lab.mark(lab.second, "rearing", 99_960_000, 120_040_000),
                lab.mark(lab.second, "falling", 219_960_000, 220_000_000));
        Path file = folder.resolve("a_labels.csv");
        new FrameTable().write(lab.study, marks, lab.frames, file);
        assertEquals(5001, Files.readAllLines(file).size());
        // The file names no animal, and the recording has two cages: the marks are refused until somebody says which.
        ImportedMarks refused = lab.fit(new FrameTable(), file);
        assertEquals(3, refused.losses().refused(), refused.losses().sentences().toString());
        ImportedMarks read = lab.fit(new FrameTable(), file, new Translation(Map.of(), Map.of("", "cage 2"), Map.of()));
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(marks), Lab.told(read.marks()));
    }
}
