package org.ictograph.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ictograph.measure.Agreement;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.LabelConfusion;
import org.ictograph.measure.Rating;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Shape;
import org.ictograph.report.drawing.Sketch;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.Test;

/** Two raters who use all labels of the usual ethogram, some of which have long names. */
class LabelNamesTest {
    private static final List<Label> LABELS = Protocol.standard().labels();
    private static final Messages WORDS = Messages.english();

    @Test
    void barsByLabelHaveWholeNames() {
        UUID cage = id("cage");
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            Span span = new Span(i * 10L * Span.SECOND, (i * 10L + 5) * Span.SECOND);
            marks.add(Mark.byHand(
                    id("recording"), cage, id("rater"), LABELS.get(i).name(), span));
        }
        Rating rating = new Rating(SpanSet.of(new Span(0, 600 * Span.SECOND)), marks);
        CageRatings cages = new CageRatings(id("recording"), cage, "rat", List.of(rating, rating));
        AgreementReport report = Agreement.compare(List.of(cages.pair(0, 1)), LABELS, AgreementParameters.standard());
        Drawing bars = LabelBars.draw(report, WORDS, 700, 300);
        assertTrue(words(bars).contains("alternating forelimb clonus"));
        assertEquals(List.of(), cut(bars));
    }

    @Test
    void confusedLabelsHaveWholeNamesInRowsAndNumbersInNarrowColumns() {
        List<LabelConfusion.Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            crossings.add(new LabelConfusion.Crossing(i, i, List.of()));
        }
        Drawing grid = draw(LabelConfusion.of(crossings, LABELS), crossings);
        assertEquals(List.of(), cut(grid));
        assertTrue(words(grid).contains("9 alternating forelimb clonus"));
        assertEquals(List.of("1", "2", "3"), head(grid).subList(0, 3));

        List<LabelConfusion.Crossing> few = crossings.subList(0, 2);
        Drawing wide = draw(LabelConfusion.of(few, LABELS), few);
        assertEquals(List.of("seizure", "staring", "none"), head(wide));
        assertTrue(words(wide).stream().noneMatch(name -> name.equals("1 seizure")));
    }

    private static Drawing draw(LabelConfusion confusion, List<LabelConfusion.Crossing> crossings) {
        return ConfusionGrid.draw(confusion, crossings, "Anna", "Ben", WORDS, 700, 300);
    }

    private static List<String> head(Drawing drawing) {
        return texts(drawing).stream()
                .filter(text -> text.y() < 2 * Sketch.TEXT)
                .map(Shape.Text::words)
                .toList();
    }

    private static List<Shape.Text> texts(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Shape.Text.class::isInstance)
                .map(Shape.Text.class::cast)
                .toList();
    }

    private static List<String> words(Drawing drawing) {
        return texts(drawing).stream().map(Shape.Text::words).toList();
    }

    private static List<String> cut(Drawing drawing) {
        return words(drawing).stream().filter(text -> text.endsWith("…")).toList();
    }

    private static UUID id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
