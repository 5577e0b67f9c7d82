package org.ictograph.ui.annotate;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ictograph.model.Cage;
import org.ictograph.model.Span;
import org.ictograph.session.StudySession;
import org.ictograph.settings.KeyMap;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Tick;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.TextSize;
import org.ictograph.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is written on ruler and lanes grows with the text of the window and keeps its room. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the fields are set by @Start and open()
class LargeTextTest {
    private static final int LARGEST = 16;

    @TempDir
    Path folder;

    private Stage stage;
    private SampleStudy study;
    private AnnotateViewModel model;
    private AnnotateView view;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close() {
        fx(study::close);
    }

    private void open() throws Exception {
        study = new SampleStudy(folder, new FxLane());
        StudySession session = study.session();
        fx(() -> {
            model = new AnnotateViewModel(session);
            view = new AnnotateView(
                    model,
                    new Look(Messages.english(), new ReadOnlyObjectWrapper<>(Theme.LIGHT)),
                    () -> KeyMap.STANDARD,
                    new AnnotateView.Doors(() -> {}, () -> {}, notice -> {}));
            Scene scene = new Scene(view, 1270, 690);
            Theme.LIGHT.applyTo(scene);
            stage.setScene(scene);
            stage.show();
        });
        var id = study.add("one", true).id();
        fx(() -> session.open(id)).join();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> fx(() -> model.player().exact().get()));
        for (Cage cage : fx(() -> session.state().cages())) {
            fx(() -> session.marking().add(cage.id(), "rearing", new Span(60_000_000, 90_000_000)))
                    .join();
        }
        fx(() -> model.timeline().show(new Span(55_000_000, 110_000_000)));
    }

    @Test
    void rulerAndNamesOfMarksGrow() throws Exception {
        open();
        assertEquals(10.5, written("#ruler").getSize(), 0.01);
        assertEquals(11, written("#lanes").getSize(), 0.01);
        double ruler = height("#ruler");
        assertRoom();
        fx(() -> TextSize.set(view, LARGEST));
        assertEquals(14, written("#ruler").getSize(), 0.01); // 10.5 · 16 / 12
        assertEquals(14.67, written("#lanes").getSize(), 0.01); // 11 · 16 / 12
        assertTrue(height("#ruler") > 1.2 * ruler, height("#ruler") + " after " + ruler);
        assertRoom();
        fx(() -> TextSize.set(view, TextSize.USUAL));
        assertEquals(10.5, written("#ruler").getSize(), 0.01);
        assertEquals(ruler, height("#ruler"));
    }

    @Test
    void theFieldForATimeKeepsItsRoom() throws Exception {
        open();
        double usual = width("#go-to");
        fx(() -> TextSize.set(view, LARGEST));
        assertTrue(width("#go-to") > 0.8 * usual, width("#go-to") + " after " + usual);
    }

    /** Texts of the ruler end before the next begins, and rows are as high as what is written in them. */
    private void assertRoom() {
        RulerView ruler = found("#ruler");
        List<Tick> ticks = fx(() -> ruler.elapsed(model.timeline().view().get().orElseThrow())).stream()
                .filter(tick -> !tick.text().isEmpty())
                .toList();
        assertTrue(ticks.size() > 3, ticks + "");
        Font font = written("#ruler");
        for (int i = 1; i < ticks.size(); i++) {
            Tick tick = ticks.get(i - 1);
            double end = tick.x()
                    + RulerView.INDENT
                    + size(tick.text(), font).getLayoutBounds().getWidth();
            assertTrue(end < ticks.get(i).x(), tick.text() + " reaches to " + end);
        }
        double line = size("Äg", written("#lanes")).getLayoutBounds().getHeight();
        List<Lanes.SubLane> rows = fx(() -> model.timeline().lanes().get()).cages().stream()
                .filter(lane -> !lane.closed())
                .flatMap(lane -> lane.subLanes().stream())
                .filter(sub -> sub.group().kind().hasBars())
                .toList();
        assertFalse(rows.isEmpty());
        rows.forEach(sub -> assertTrue(sub.rowHeight() - 1 >= line, sub.rowHeight() + " for " + line));
    }

    private static Text size(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text;
    }

    /** The font that was last written with. */
    private static Font written(String id) {
        Region painted = found(id);
        return fx(() -> ((Canvas) painted.getChildrenUnmodifiable().get(0))
                .getGraphicsContext2D()
                .getFont());
    }

    private static double height(String id) {
        Region painted = found(id);
        return fx(painted::getHeight);
    }

    private static double width(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        Region region = found(id);
        return fx(region::getWidth);
    }
}
