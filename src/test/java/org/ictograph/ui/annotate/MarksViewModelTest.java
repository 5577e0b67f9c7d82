package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Cage;
import org.ictograph.model.Span;
import org.ictograph.session.StudySession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksViewModelTest {
    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;
    private MarksViewModel marks;
    private TimelineViewModel timeline;

    @BeforeEach
    void open() throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        session.open(study.add("one", true).id()).join();
        timeline = new TimelineViewModel(session);
        marks = new MarksViewModel(session, timeline);
        List<Cage> cages = session.state().cages();
        session.marking()
                .add(cages.get(0).id(), "mouth clonus", new Span(5_000_000, 6_000_000))
                .join();
        session.marking()
                .add(cages.get(2).id(), "bilateral forelimb clonus", new Span(1_000_000, 2_000_000))
                .join();
        session.marking()
                .add(cages.get(2).id(), "rearing", new Span(170_000_000, 175_000_000))
                .join();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private List<String> labels() {
        return marks.rows().stream().map(row -> row.mark().label()).toList();
    }

    @Test
    void showsAllMarksByOnsetWithCageAndAnimal() {
        assertEquals(List.of("bilateral forelimb clonus", "mouth clonus", "rearing"), labels());
        assertEquals(3, marks.rows().get(0).cage());
        assertEquals("70-3", marks.rows().get(0).animal());
        assertEquals("rater 1", marks.rows().get(0).rater());
    }

    @Test
    void filtersByWordsLabelCageAndRater() {
        marks.filter().set(MarkFilter.ALL.withText("CLONUS 70-3"));
        assertEquals(List.of("bilateral forelimb clonus"), labels());
        marks.filter().set(MarkFilter.ALL.withCage(Optional.of(3)));
        assertEquals(List.of("bilateral forelimb clonus", "rearing"), labels());
        marks.filter().set(MarkFilter.ALL.withLabel(Optional.of("rearing")));
        assertEquals(List.of("rearing"), labels());
        marks.filter().set(MarkFilter.ALL.withRater(Optional.of("rater 2")));
        assertEquals(List.of(), labels());
        marks.filter().set(MarkFilter.ALL.withText(""));
        assertEquals(3, labels().size());
        assertEquals(List.of(1, 3), marks.values(MarkRow::cage));
    }

    @Test
    void aRowJumpsToItsMark() {
        timeline.show(new Span(0, 10_000_000));
        marks.jumpTo(marks.rows().get(2));
        assertEquals(170_000_000, session.playback().position().get());
        assertEquals(Optional.of(marks.rows().get(2)), marks.selected());
        assertEquals(true, timeline.view().get().orElseThrow().span().contains(170_000_000));
    }
}
