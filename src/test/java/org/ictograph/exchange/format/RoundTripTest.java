package org.ictograph.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ictograph.Speaking;
import org.ictograph.exchange.BoxFitting;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.Destination;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ImportedBoxes;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Entity;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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

    /** The study with a definition of one label, which XML would trip over. */
    private Study defined() {
        Protocol protocol = lab.study.protocol();
        List<Label> labels = protocol.labels().stream()
                .map(label -> label.name().equals("rearing") ? defined(label) : label)
                .toList();
        return new Study(
                lab.study.id(),
                lab.study.name(),
                protocol.revised(protocol.name(), labels, protocol.scale(), protocol.stages()),
                lab.study.raters(),
                lab.study.subjects(),
                lab.study.recordings(),
                lab.study.cages());
    }

    private static Label defined(Label label) {
        return new Label(
                label.name(),
                label.benchmarkId(),
                label.kind(),
                label.key(),
                label.colour(),
                label.pattern(),
                "Both \"paws\" < floor & > 1 s");
    }

    @Test
    void whatALabelMeansStandsInTheEthogramOfBorisAndTheVocabularyOfElan() throws Exception {
        Path boris = folder.resolve("defined.boris");
        new BorisProject().write(defined(), marks(), lab.frames, boris);
        assertTrue(
                Files.readString(boris).contains("\"description\": \"Both \\\"paws\\\" < floor & > 1 s\""),
                Files.readString(boris));
        Path elan = folder.resolve("defined.eaf");
        new Elan().write(defined(), marks(), lab.frames, elan);
        // As the schema EAFv3.0 has it: CVE_VALUE with the attributes DESCRIPTION and LANG_REF.
        NodeList values = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(elan.toFile())
                .getElementsByTagName("CVE_VALUE");
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i < values.getLength(); i++) {
            Element value = (Element) values.item(i);
            told.put(value.getTextContent(), value.getAttribute("DESCRIPTION"));
        }
        assertEquals("Both \"paws\" < floor & > 1 s", told.get("rearing"));
        assertEquals("", told.get("seizure"));
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
        FrameTable.deepEthogram().write(lab.study, marks, lab.frames, file);
        assertEquals(5001, Files.readAllLines(file).size());
        // The file names no animal, and the recording has two cages: the marks are refused until somebody says which.
        ImportedMarks refused = lab.fit(FrameTable.deepEthogram(), file);
        assertEquals(3, refused.losses().refused(), refused.losses().sentences().toString());
        ImportedMarks read =
                lab.fit(FrameTable.deepEthogram(), file, new Translation(Map.of(), Map.of("", "cage 2"), Map.of()));
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(marks), Lab.told(read.marks()));
    }

    @Test
    void viaKeepsMicrosecondsAcrossFiles() throws Exception {
        ImportedMarks read = again(new Via(), marks(), "via.json");
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(marks()), Lab.told(read.marks()));
    }

    /** Marks on frames: 40 ms each, in both files, in both cages. */
    private List<Mark> onFrames() {
        return List.of(
                lab.mark(lab.first, "rearing", 0, 1_000_000),
                lab.mark(lab.first, "falling", 500_000 / 40_000 * 40_000, 2_000_000),
                lab.mark(lab.second, "rearing", 120_040_000, 120_080_000),
                lab.mark(lab.second, "falling", 219_960_000, 220_000_000));
    }

    @Test
    void jabsKeepsFramesOfSeveralAnimals() throws Exception {
        ImportedMarks read = again(new Jabs(), onFrames(), "jabs.json");
        assertEquals(0, read.losses().refused(), read.losses().sentences().toString());
        assertEquals(Lab.told(onFrames()), Lab.told(read.marks()));
        String text = Files.readString(folder.resolve("jabs.json"));
        assertTrue(text.contains("\"0\": {\n      \"falling\""), "animals are numbered from 0: " + text);
        assertTrue(text.contains("\"start\": 0,\n        \"end\": 24"), "the last frame is part: " + text);
    }

    @Test
    void targetsOfSimbaHaveNoBackground() throws Exception {
        List<Mark> marks = onFrames().subList(0, 2);
        Path file = folder.resolve("a.csv");
        FrameTable.simba().write(lab.study, marks, lab.frames, file);
        assertTrue(
                Files.readAllLines(file).get(0).startsWith(",seizure,staring,"),
                Files.readAllLines(file).get(0));
        ImportedMarks read =
                lab.fit(FrameTable.simba(), file, new Translation(Map.of(), Map.of("", "cage 1"), Map.of()));
        assertEquals(Lab.told(marks), Lab.told(read.marks()));
    }

    @Test
    void boxesComeBackWithAnimalsAndMasks() throws Exception {
        for (BoxFormat format : List.of(new Coco(), new Cvat())) {
            Path file = folder.resolve("boxes." + format.id());
            LossReport written = format.write(lab.study, lab.study.recordings(), file);
            assertEquals(2, written.kept());
            Study bare = new Study(
                    lab.study.id(),
                    "bare",
                    lab.study.protocol(),
                    lab.study.raters(),
                    List.of(),
                    lab.study.recordings(),
                    List.of());
            ImportedBoxes read =
                    BoxFitting.fit(format.read(file), new Destination(bare, lab.anna, Translation.NONE, lab.frames));
            assertEquals(List.of(), read.losses().sentences(), format.id());
            assertEquals(cages(lab.study.cages(), lab.study.subjects()), cages(read), format.id());
            ImportedBoxes again = BoxFitting.fit(
                    format.read(file), new Destination(lab.study, lab.anna, Translation.NONE, lab.frames));
            assertEquals(List.of(), again.changes(), "what is there is not taken twice");
        }
    }

    private static List<String> cages(ImportedBoxes read) {
        List<Cage> cages = new ArrayList<>();
        List<Subject> animals = new ArrayList<>();
        for (Change change : read.changes()) {
            Entity added = ((Change.Added) change).entity();
            if (added instanceof Cage cage) {
                cages.add(cage);
            } else {
                animals.add((Subject) added);
            }
        }
        return cages(cages, animals);
    }

    private static List<String> cages(List<Cage> cages, List<Subject> animals) {
        return cages.stream()
                .map(cage -> cage.position() + " " + cage.box() + " " + cage.tagMask() + " "
                        + animals.stream()
                                .filter(animal -> cage.subjectId().equals(Optional.of(animal.id())))
                                .map(Subject::name)
                                .toList())
                .toList();
    }
}
