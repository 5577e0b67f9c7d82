package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxesViewModelTest {
    private static final double REACH = 5;

    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;
    private BoxesViewModel boxes;

    @BeforeEach
    void open() throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        session.open(study.add("one", false).id()).join();
        boxes = new BoxesViewModel(session);
        boxes.editing().set(true);
    }

    @AfterEach
    void close() {
        study.close();
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        boxes.press(fromX, fromY, REACH);
        boxes.dragTo((fromX + toX) / 2, (fromY + toY) / 2);
        boxes.dragTo(toX, toY);
        boxes.release();
        study.settle();
    }

    private List<Box> drawn() {
        return boxes.cages().stream().map(Cage::box).toList();
    }

    @Test
    void drawsMovesAndResizesOnEvenPixels() {
        drag(100.3, 50.2, 201, 150.9);
        assertEquals(List.of(new Box(100, 50, 102, 100)), drawn());
        drag(150, 100, 170, 100);
        assertEquals(List.of(new Box(120, 50, 102, 100)), drawn());
        drag(222, 150, 242, 170);
        assertEquals(List.of(new Box(120, 50, 122, 120)), drawn());
        drag(120, 110, 300, 110);
        assertEquals(List.of(new Box(242, 50, 58, 120)), drawn(), "a box that is turned over stays a box");
    }

    @Test
    void aCageCanBeginCloseBesideTheFocusedOne() {
        drag(10, 10, 110, 110);
        drag(114, 10, 214, 110);
        assertEquals(List.of(new Box(10, 10, 100, 100), new Box(114, 10, 100, 100)), drawn());
    }

    @Test
    void aCageIsNamelessUntilItsAnimalHasAName() {
        assertFalse(boxes.nameless(), "there is no cage");
        drag(10, 10, 110, 110);
        assertTrue(boxes.nameless());
        boxes.nameAnimal(boxes.focused().orElseThrow().id(), "70-9");
        study.settle();
        assertFalse(boxes.nameless());
    }

    @Test
    void thatAnAnimalIsInTwoCagesIsSaid() {
        drag(10, 10, 110, 110);
        boxes.nameAnimal(boxes.focused().orElseThrow().id(), "70-9");
        drag(200, 10, 300, 110);
        assertTrue(session.state().notice().get().isEmpty());
        boxes.nameAnimal(boxes.focused().orElseThrow().id(), "70-9");
        study.settle();
        assertEquals(
                Notice.done("cages.twice", "70-9", "1"),
                session.state().notice().get().orElseThrow());
    }

    @Test
    void staysInsideThePicture() {
        drag(600, 400, 900, 900);
        assertEquals(List.of(new Box(600, 400, 40, 80)), drawn());
        drag(620, 420, 700, 700);
        assertEquals(List.of(new Box(600, 400, 40, 80)), drawn());
    }

    @Test
    void aClickDrawsNothing() {
        drag(100, 100, 103, 103);
        assertEquals(List.of(), drawn());
    }

    @Test
    void nudgesDuplicatesNamesAndDeletes() {
        drag(10, 10, 110, 110);
        boxes.nudge(1, 0, false);
        boxes.nudge(0, 2, true);
        study.settle();
        assertEquals(List.of(new Box(12, 10, 100, 104)), drawn());
        boxes.duplicate();
        study.settle();
        assertEquals(List.of(new Box(12, 10, 100, 104), new Box(112, 10, 100, 104)), drawn());
        assertEquals(2, boxes.focused().orElseThrow().position());
        boxes.nameAnimal(boxes.focused().orElseThrow().id(), "70-9");
        study.settle();
        assertEquals("70-9", session.state().study().get().subjects().get(0).name());
        boxes.delete();
        study.settle();
        assertEquals(1, drawn().size());
        session.edits().undo().join();
        assertEquals(2, drawn().size());
    }

    @Test
    void masksTheTagOfTheFocusedCage() {
        drag(10, 10, 110, 110);
        boxes.masking().set(true);
        drag(20, 20, 60, 40);
        assertEquals(Optional.of(new Box(20, 20, 40, 20)), boxes.cages().get(0).tagMask());
        assertFalse(boxes.masking().get(), "the next drag is for cages again");
        assertEquals(List.of(new Box(10, 10, 100, 100)), drawn());
    }

    @Test
    void copiesTheLayoutToOtherRecordings() throws Exception {
        drag(10, 10, 110, 110);
        var other = study.add("two", false);
        assertEquals(List.of(other), boxes.others());
        boxes.copyTo(boxes.others());
        study.settle();
        assertEquals(
                List.of(new Box(10, 10, 100, 100)),
                session.state().study().get().cagesOf(other.id()).stream()
                        .map(Cage::box)
                        .toList());
    }

    @Test
    void everyHandleIsWhereItBelongs() {
        Box box = new Box(10, 20, 100, 60);
        assertEquals(Optional.of(BoxGrip.TOP_LEFT), BoxGrip.at(box, 12, 18, REACH));
        assertEquals(Optional.of(BoxGrip.BOTTOM), BoxGrip.at(box, 60, 82, REACH));
        assertEquals(Optional.of(BoxGrip.RIGHT), BoxGrip.at(box, 108, 50, REACH));
        assertEquals(Optional.of(BoxGrip.INSIDE), BoxGrip.at(box, 40, 40, REACH));
        assertEquals(Optional.empty(), BoxGrip.at(box, 130, 40, REACH));
    }
}
