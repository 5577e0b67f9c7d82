package org.ictograph.ui.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.Finding.Kind;
import org.ictograph.measure.LabelConfusion.Crossing;
import org.ictograph.measure.Rating;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.SpanSet;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Spot;
import org.ictograph.ui.kit.Messages;
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
        figures = new FiguresViewModel(study.session(), model, Messages.english());
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

    private static String told(Drawing drawing) {
        return drawing.title() + drawing.shapes() + drawing.spots();
    }

    @ParameterizedTest
    @EnumSource(
            value = FigureKind.class,
            names = {"PAIRS", "CONFUSION", "RASTER"})
    void ratersAreNamedOnlyWhenAllIsDecidedWhereThePlanWantsThat(FigureKind kind) throws Exception {
        assertTrue(told(drawn(kind)).contains(RatedStudy.FIRST));
        AdjudicationViewModel queue = new AdjudicationViewModel(study.session(), model);
        queue.plan(queue.plan().withAnonymous(true)).join();
        Drawing hidden = drawn(kind);
        assertFalse(told(hidden).contains(RatedStudy.FIRST), told(hidden));
        assertFalse(told(hidden).contains(RatedStudy.SECOND), told(hidden));
        for (Spot spot : hidden.spots()) {
            var before = model.a().get();
            figures.follow(spot);
            assertEquals(before, model.a().get(), "a choice of raters would tell who the letters are");
        }
        assertEquals(2, queue.asked());
        while (queue.done() < queue.asked()) {
            queue.start();
            queue.settle(Outcome.FIRST).join();
        }
        assertTrue(told(drawn(kind)).contains(RatedStudy.FIRST));
    }

    @Test
    void lettersGoToRatersByChanceEventByEventAndCageByCage() {
        UUID recording = UUID.randomUUID();
        Veil veil = new Veil(UUID.randomUUID());
        Set<Integer> rows = new HashSet<>();
        Set<List<Rating>> orders = new HashSet<>();
        Rating one = new Rating(new SpanSet(List.of(RatedStudy.span(0, 1))), List.of());
        Rating two = new Rating(new SpanSet(List.of(RatedStudy.span(0, 2))), List.of());
        for (int i = 0; i < 64; i++) {
            Crossing event = new Crossing(0, 1, List.of(UUID.randomUUID()));
            assertEquals(veil.crossings(List.of(event)), veil.crossings(List.of(event)));
            rows.add(veil.crossings(List.of(event)).get(0).first());
            CageRatings cage = new CageRatings(recording, UUID.randomUUID(), "", List.of(one, two));
            assertEquals(veil.cage(cage), veil.cage(cage));
            orders.add(veil.cage(cage).ratings());
        }
        assertEquals(Set.of(0, 1), rows);
        assertEquals(Set.of(List.of(one, two), List.of(two, one)), orders);
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
