package org.ictograph.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ictograph.Speaking;
import org.ictograph.measure.Agreement;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.Finding;
import org.ictograph.measure.GroupAgreement;
import org.ictograph.measure.GroupReport;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.LabelConfusion;
import org.ictograph.measure.RatedCage;
import org.ictograph.measure.Rating;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Mark;
import org.ictograph.model.Pattern;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.report.drawing.Block;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Shape;
import org.ictograph.report.drawing.Spot;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of three raters, one of whom has a name that HTML and spreadsheets would trip over. */
class PapersTest {
    private static final AgreementParameters STANDARD = AgreementParameters.standard();
    private static final List<Label> LABELS = List.of(
            new Label("seizure", OptionalInt.empty(), LabelKind.EVENT, "S", 0, Pattern.SOLID),
            new Label("rearing", OptionalInt.empty(), LabelKind.EVENT, "R", 1, Pattern.SOLID));
    private static final List<String> RATERS = List.of("Anna", "<b>Ben</b>", "=Cleo κ");
    private static final UUID RECORDING = id("recording");

    private static final Messages WORDS = Messages.english();

    @TempDir
    Path folder;

    private final List<CageRatings> cages = cages();
    private final AgreementPaper paper = paper();

    @Test
    void theSameStudyGivesTheSameBytes() throws Exception {
        for (String ending : Papers.ENDINGS) {
            Path one = folder.resolve("one" + ending);
            Path other = folder.resolve("other" + ending);
            Papers.write(paper, one);
            Speaking.otherLanguages(() -> {
                Papers.write(paper(), other);
                assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other), ending);
            });
        }
        try (var files = Files.list(folder)) {
            assertEquals(2L * Papers.ENDINGS.size(), files.count(), "nothing half-written stays");
        }
    }

    @Test
    void htmlNeedsNothingElseAndEscapesNames() throws Exception {
        Path file = folder.resolve("agreement.html");
        Papers.write(paper, file);
        String html = Files.readString(file, StandardCharsets.UTF_8);
        assertTrue(html.contains("&lt;b&gt;Ben&lt;/b&gt;"));
        assertFalse(html.contains("<b>Ben"));
        assertFalse(html.contains("src=") || html.contains("href="));
        assertTrue(html.contains("2000 resamples, seed 20261"));
        assertTrue(html.contains("One animal has no interval: "));
    }

    @Test
    void everyLineOfTheCsvHasAValueOrAReason() throws Exception {
        Path file = folder.resolve("agreement.csv");
        Papers.write(paper, file);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertTrue(lines.size() > 200);
        for (String line : lines) {
            assertFalse(line.contains("NaN") || line.contains("Infinity"), line);
            assertFalse(line.startsWith("="), line);
        }
        long undefined = lines.stream().filter(line -> line.contains(",,,,")).count();
        assertEquals(
                undefined,
                lines.stream()
                        .filter(line -> line.contains(",,,,"))
                        .filter(line -> line.contains("Undefined: ") || line.contains("methods"))
                        .count());
        List<String> animals =
                lines.stream().filter(line -> line.contains(",animal ")).toList();
        assertFalse(animals.isEmpty());
        animals.forEach(line -> assertTrue(line.contains("One animal has no interval: "), line));
    }

    @Test
    void thePdfCanBeReadBackWithGreekLetters() throws Exception {
        Path file = folder.resolve("agreement.pdf");
        Papers.write(paper, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("=Cleo κ"));
            assertTrue(text.contains("Bland–Altman of durations, seizure"));
            assertTrue(document.getNumberOfPages() > 3);
        }
    }

    /** Names of figures, definitions and reasons are English in every language. */
    @Test
    void figuresAndTextsSpeakTheLanguageOfTheWindow() throws Exception {
        AgreementPaper german = paper(new Messages(Locale.GERMAN));
        List<String> said = new ArrayList<>(List.of(german.title(), german.methods()));
        for (Block block : german.blocks()) {
            if (block instanceof Block.Heading heading) {
                said.add(heading.words());
            } else if (block instanceof Block.Picture picture) {
                said.add(picture.drawing().title());
                picture.drawing().shapes().stream()
                        .filter(Shape.Text.class::isInstance)
                        .forEach(text -> said.add(((Shape.Text) text).words()));
                picture.drawing().spots().forEach(spot -> said.add(spot.words()));
            }
        }
        var english = java.util.regex.Pattern.compile(
                "(?i)\\b(of|the|and|with|by|at|events?|cages?|rows?|second|none|agreement)\\b");
        assertEquals(
                List.of(),
                said.stream().filter(words -> english.matcher(words).find()).toList());
        assertTrue(said.containsAll(List.of("Methoden", "Bias 0,05", "0,91 [0,82; 0,98]", "PÜ", "keines")));
        Path file = folder.resolve("agreement.html");
        Papers.write(german, file);
        String html = Files.readString(file, StandardCharsets.UTF_8);
        assertTrue(html.contains("<html lang=\"de\">"));
        assertTrue(html.contains("95-%-Perzentilintervalle"));
        assertFalse(java.util.regex.Pattern.compile("\\{[0-9]").matcher(html).find(), "an argument is not filled in");
        assertTrue(html.contains("<td>cohen kappa</td>"), "figures keep their names");
    }

    /** Whatever figure one starts from, each event of the pair is behind one of its spots. */
    @Test
    void everyEventIsBehindASpot() {
        AgreementReport report = paper.pair().report();
        LabelAgreement seizure = report.labels().get(0);
        Set<UUID> pairs = marks(seizure.pairs());
        assertEquals(pairs, behind(EdgeHistogram.draw(seizure, true, Span.SECOND / 4, WORDS, 600, 200)));
        assertEquals(pairs, behind(DifferencePlot.draw(seizure, WORDS, 600, 200)));
        assertEquals(
                marks(seizure.findings()),
                behind(DriftPlot.draw(
                        seizure,
                        report.detail("seizure").orElseThrow(),
                        paper.pair().cages(),
                        WORDS,
                        600,
                        200)));
        Drawing confusion = ConfusionGrid.draw(
                report.overall().confusion(),
                LabelConfusion.crossings(report.findings(), LABELS, STANDARD),
                "Anna",
                "Ben",
                WORDS,
                600,
                200);
        assertEquals(marks(report.findings()), behind(confusion));
        assertEquals(marks(report.findings()), behind(LabelBars.draw(report, WORDS, 600, 200)));
        assertEquals(
                6,
                PairMatrix.draw(paper.everybody().report(), "seizure", "f1", WORDS, 600, 200)
                        .spots()
                        .size());
        assertEquals(
                cages.stream()
                        .flatMap(cage -> cage.ratings().stream())
                        .flatMap(rating -> rating.marks().stream())
                        .filter(mark -> mark.label().equals("seizure"))
                        .count(),
                RaterRaster.draw(RATERS, cages, "seizure", WORDS, 600, 400)
                        .spots()
                        .size());
    }

    @Test
    void longNamesOfRatersAreNotCut() {
        List<String> names = List.of("Dr. Alexandra Obermeier", "Dr. Alexandra Oberst", "Ben");
        GroupReport report = GroupAgreement.compare(names, cages, LABELS, STANDARD, () -> false);
        assertEquals(
                List.of("Dr. Alexandra Obermeier", "Dr. Alexandra Oberst", "Ben"),
                words(PairMatrix.draw(report, "seizure", "f1", WORDS, 900, 200)).subList(0, 6).stream()
                        .distinct()
                        .toList());
        assertEquals(
                List.of("1 Dr. Alexandra Obermeier", "1", "2 Dr. Alexandra Oberst", "2", "3 Ben", "3"),
                words(PairMatrix.draw(report, "seizure", "f1", WORDS, 500, 200)).subList(0, 6));
    }

    @Test
    void longNamesOfRatersAreNotCutBesideTheirRows() {
        List<String> names = List.of("Dr. Alexandra Obermeier", "Dr. Alexandra Oberst", "Ben");
        assertEquals(
                List.of("1 Dr. Alexandra Obermeier", "1 Dr. Alexandra Oberst", "1 Ben"),
                words(RaterRaster.draw(names, cages, "seizure", WORDS, 600, 400))
                        .subList(0, 3));
    }

    private static List<String> words(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).words())
                .toList();
    }

    private static Set<UUID> behind(Drawing drawing) {
        return drawing.spots().stream().map(Spot::marks).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Set<UUID> marks(List<Finding> findings) {
        return Numbers.marks(findings);
    }

    private AgreementPaper paper() {
        return paper(WORDS);
    }

    private AgreementPaper paper(Words words) {
        List<RatedCage> pair = cages.stream().map(cage -> cage.pair(0, 1)).toList();
        return new AgreementPaper(
                "study",
                new AgreementPaper.Pair(RATERS.get(0), RATERS.get(1), pair, Agreement.compare(pair, LABELS, STANDARD)),
                new AgreementPaper.Everybody(
                        cages, GroupAgreement.compare(RATERS, cages, LABELS, STANDARD, () -> false)),
                Map.of(RECORDING, "recording"),
                LABELS,
                words);
    }

    private static List<CageRatings> cages() {
        Random random = new Random(4);
        List<CageRatings> cages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID cage = id("cage " + i);
            List<List<Mark>> marks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int event = 0; event < 8; event++) {
                String label = event % 3 == 0 ? "rearing" : "seizure";
                for (int rater = 0; rater < 3; rater++) {
                    if (random.nextInt(6) > 0) {
                        long start = (event * 60 + 10) * Span.SECOND + random.nextInt(1_500_000);
                        long end = start + (5 + event) * Span.SECOND + random.nextInt(1_000_000);
                        marks.get(rater)
                                .add(Mark.byHand(RECORDING, cage, id(RATERS.get(rater)), label, new Span(start, end))
                                        .copiedAs(id(i + " " + event + " " + rater)));
                    }
                }
            }
            SpanSet seen = SpanSet.of(new Span(0, 600 * Span.SECOND));
            cages.add(new CageRatings(
                    RECORDING,
                    cage,
                    "rat " + i,
                    marks.stream().map(of -> new Rating(seen, of)).toList()));
        }
        return cages;
    }

    private static UUID id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
