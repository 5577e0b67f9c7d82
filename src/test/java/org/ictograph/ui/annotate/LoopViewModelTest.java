package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Span;
import org.ictograph.session.Marking.Edge;
import org.ictograph.session.Playback;
import org.ictograph.session.StudySession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The painted video has 30 frames a second. */
class LoopViewModelTest {
    private SampleStudy study;
    private StudySession session;
    private Playback playback;
    private LoopViewModel loop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        session.open(study.add("Feb-1", true).id()).join();
        playback = session.playback();
        loop = new LoopViewModel(session);
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void theSelectedMarkIsLoopedAndItsEdgesAreFollowed() {
        UUID cage = session.state().cages().get(0).id();
        session.marking().add(cage, "seizure", new Span(10_000_000, 12_000_000)).join();
        study.settle();
        UUID mark = session.state().selectedMark().get().orElseThrow();
        loop.toggle();
        playback.pause();
        assertEquals(Optional.of(new Span(10_000_000, 12_000_000)), loop.piece().get());
        session.marking().setEdge(mark, Edge.OFFSET, 13_000_000).join();
        study.settle();
        assertEquals(Optional.of(new Span(10_000_000, 13_000_000)), loop.piece().get());
        assertFalse(playback.playing().get(), "an edge that moves does not start playing");
        loop.toggle();
        assertEquals(Optional.empty(), loop.piece().get());
    }

    @Test
    void withNothingSelectedThereIsNothingToLoop() {
        loop.toggle();
        assertEquals(Optional.empty(), loop.piece().get());
        assertFalse(loop.leave());
    }

    @Test
    void aLoopGoesFromTheFrameOfAToTheEndOfTheFrameOfB() {
        playback.seekFrame(300);
        loop.from();
        assertTrue(loop.waiting().get());
        playback.seekFrame(329);
        loop.to();
        playback.pause();
        assertEquals(Optional.of(new Span(10_000_000, 11_000_000)), loop.piece().get());
        assertFalse(loop.waiting().get());
        playback.seekFrame(314);
        loop.to();
        playback.pause();
        assertEquals(Optional.of(new Span(10_000_000, 10_500_000)), loop.piece().get(), "B moves, A stays");
        assertTrue(loop.leave());
        assertEquals(Optional.empty(), loop.piece().get());
    }

    @Test
    void anEndBeforeTheStartIsNotTaken() {
        playback.seekFrame(300);
        loop.from();
        playback.seekFrame(200);
        loop.to();
        assertEquals(Optional.empty(), loop.piece().get());
        assertTrue(loop.waiting().get());
    }
}
