package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.session.StudySession;
import org.ictograph.settings.TimelineTaste;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanesViewModelTest {
    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;
    private LanesViewModel lanes;
    private List<Cage> cages;

    @BeforeEach
    void open() throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        lanes = new LanesViewModel(session);
        session.open(study.add("one", true).id()).join();
        cages = session.state().cages();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private List<Integer> numbers() {
        return lanes.lanes().get().cages().stream()
                .map(lane -> session.state()
                        .study()
                        .get()
                        .cage(lane.cageId())
                        .orElseThrow()
                        .position())
                .toList();
    }

    private List<LaneKind> kinds(int cage) {
        return lane(cage).subLanes().stream().map(sub -> sub.group().kind()).toList();
    }

    private Lanes.CageLane lane(int cage) {
        return lanes.lanes().get().laneOf(cages.get(cage - 1).id()).orElseThrow();
    }

    private BarGroup own(int cage) {
        return lane(cage).subLanes().get(0).group();
    }

    private void add(int cage, String label, long from, long to) {
        session.marking()
                .add(cages.get(cage - 1).id(), label, new Span(from * 1_000_000, to * 1_000_000))
                .join();
        study.settle();
    }

    @Test
    void cagesAreMovedAndThatIsAPreference() {
        assertEquals(List.of(1, 2, 3, 4), numbers());
        lanes.moveCage(cages.get(2).id(), -2);
        assertEquals(List.of(3, 1, 2, 4), numbers());
        lanes.moveCage(cages.get(2).id(), -1);
        assertEquals(List.of(3, 1, 2, 4), numbers(), "there is nothing above the top");
        TimelineTaste kept = lanes.taste().get();
        LanesViewModel later = new LanesViewModel(session);
        later.taste().set(kept);
        assertEquals(
                lanes.lanes().get().cages().get(0).cageId(),
                later.lanes().get().cages().get(0).cageId());
        lanes.usual();
        assertEquals(List.of(1, 2, 3, 4), numbers());
    }

    @Test
    void kindsOfLanesAreMovedAndHiddenInAllCages() {
        assertEquals(List.of(LaneKind.OWN, LaneKind.COVERAGE), kinds(1));
        lanes.placeKind(LaneKind.COVERAGE, LaneKind.OWN);
        assertEquals(List.of(LaneKind.COVERAGE, LaneKind.OWN), kinds(1));
        assertEquals(List.of(LaneKind.COVERAGE, LaneKind.OWN), kinds(4));
        lanes.show(LaneKind.COVERAGE, false);
        assertEquals(List.of(LaneKind.OWN), kinds(2));
        assertEquals(Set.of("coverage", "film"), lanes.taste().get().hidden());
        lanes.show(LaneKind.COVERAGE, true);
        assertEquals(List.of(LaneKind.COVERAGE, LaneKind.OWN), kinds(2));
    }

    @Test
    void stillsComeWhenSomebodyWantsThem() {
        lanes.toggleStills();
        assertEquals(List.of(LaneKind.OWN, LaneKind.COVERAGE, LaneKind.FILM), kinds(1));
        lanes.toggleStills();
        assertEquals(List.of(LaneKind.OWN, LaneKind.COVERAGE), kinds(1));
    }

    @Test
    void lanesAreClosedOneByOneAndAllTogether() {
        lanes.toggle(cages.get(1).id());
        assertTrue(lane(2).closed() && !lane(1).closed());
        assertEquals(Optional.of(Set.of(2)), lanes.taste().get().closed());
        lanes.toggleAll();
        assertTrue(lanes.lanes().get().cages().stream().allMatch(Lanes.CageLane::closed));
        lanes.toggleAll();
        assertTrue(lanes.lanes().get().cages().stream().noneMatch(Lanes.CageLane::closed));
    }

    @Test
    void inReviewOnlyTheFocusedCageIsOpenAtFirst() {
        session.state().focusedCage().set(Optional.of(cages.get(2).id()));
        session.showOthers(true).join();
        study.settle();
        assertTrue(!lane(3).closed() && lane(1).closed() && lane(2).closed() && lane(4).closed());
        lanes.toggle(cages.get(0).id());
        assertTrue(!lane(3).closed() && !lane(1).closed() && lane(2).closed());
    }

    @Test
    void anEditCostsOneLane() {
        add(1, "rearing", 10, 20);
        add(2, "rearing", 10, 20);
        BarGroup first = own(1);
        BarGroup second = own(2);
        add(2, "falling", 20, 22);
        assertSame(first, own(1));
        assertNotSame(second, own(2));
        assertEquals(2, own(2).bars().size());
    }

    @Test
    void theBandTellsHowCloselyTheRaterHasLooked() {
        session.reviewing()
                .declare(List.of(cages.get(0).id()), new Span(0, 5_000_000))
                .join();
        study.settle();
        session.reviewing()
                .declare(List.of(cages.get(0).id()), new Span(5_000_000, 9_000_000))
                .join();
        study.settle();
        assertEquals(
                Map.of(cages.get(0).id(), Map.of(Seen.REVIEWED, SpanSet.of(new Span(0, 9_000_000)))),
                lanes.background().get().seen());
    }
}
