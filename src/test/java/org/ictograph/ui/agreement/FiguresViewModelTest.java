package org.ictograph.ui.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ictograph.measure.Finding.Kind;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Spot;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures over a small study that two raters have rated. */
class FiguresViewModelTest {
    @TempDir
    Path folder;

    private RatedStudy study;
    private AgreementViewModel model;
    private FiguresViewModel figures;

    @BeforeEach
    void open() throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        study.review();
        model = new AgreementViewModel(study.session());
        figures = new FiguresViewModel(study.session(), model);
        model.compare().join();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private Drawing drawn(FigureKind kind) throws Exception {
        figures.kind().set(kind);
        if (kind.ofEverybody()) {
            figures.write(folder.resolve("agreement.csv")).get(30, TimeUnit.SECONDS);
        }
        return figures.drawing(700, 260).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(value = FigureKind.class, names = "TABLE", mode = EnumSource.Mode.EXCLUDE)
    void everyFigureIsDrawnInsideItsAreaAndLeadsSomewhere(FigureKind kind) throws Exception {
        Drawing drawing = drawn(kind);
        assertFalse(drawing.spots().isEmpty());
        for (Spot spot : drawing.spots()) {
            assertFalse(spot.words().isBlank());
            assertTrue(spot.x() >= -8 && spot.x() + spot.width() <= 708, spot.toString());
            assertTrue(spot.y() >= -8 && spot.y() + spot.height() <= 268, spot.toString());
            assertTrue(spot.raters().isPresent() || !spot.marks().isEmpty(), spot.toString());
        }
    }

    @Test
    void aSpotListsTheEventsBehindItAndSelectsTheFirst() throws Exception {
        Spot alone = drawn(FigureKind.CONFUSION).spots().stream()
                .filter(spot -> spot.words().contains("none"))
                .findFirst()
                .orElseThrow();
        assertTrue(figures.follow(alone).isEmpty());
        assertEquals(
                List.of(Kind.ONLY_A),
                model.findings().stream().map(row -> row.finding().kind()).toList());
        assertEquals("staring", model.selected().get().orElseThrow().label());
        model.behind().set(Optional.empty());
        assertEquals(2, model.findings().size());
    }

    @Test
    void aCellOfTheMatrixComparesThatPair() throws Exception {
        Spot swapped = drawn(FigureKind.PAIRS).spots().get(1);
        figures.follow(swapped);
        assertEquals(RatedStudy.SECOND, model.a().get().orElseThrow().name());
        assertEquals(RatedStudy.FIRST, model.b().get().orElseThrow().name());
    }

    @Test
    void aBlindRaterGetsNoFigureAndNoReport() throws Exception {
        drawn(FigureKind.PAIRS);
        study.session().showOthers(false).join();
        for (FigureKind kind : FigureKind.values()) {
            figures.kind().set(kind);
            assertTrue(figures.drawing(700, 260).isEmpty(), kind.name());
        }
        assertTrue(figures.everybody().get().isEmpty());
        Path file = folder.resolve("blind.html");
        assertTrue(figures.write(file)
                .handle((written, failure) -> failure != null)
                .get(30, TimeUnit.SECONDS));
        assertFalse(Files.exists(file));
    }
}
