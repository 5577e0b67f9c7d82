package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Exposure;
import org.ictograph.settings.SkimBounds;
import org.ictograph.ui.annotate.PictureViewModel.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureViewModelTest {
    private SampleStudy study;
    private StudySession session;
    private PictureViewModel picture;
    private List<UUID> cages;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        session.open(study.add("Feb-1", true).id()).join();
        picture = new PictureViewModel(session);
        cages = session.state().cages().stream().map(Cage::id).toList();
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void waysToShowThePictureFollowEachOther() {
        for (View expected : List.of(View.CAGE, View.MOSAIC, View.WHOLE, View.BESIDE)) {
            picture.next();
            assertEquals(expected, picture.view().get());
        }
    }

    @Test
    void theMosaicHasTheChosenCagesAndNeverNone() {
        assertEquals(cages, picture.mosaic().stream().map(Cage::id).toList());
        picture.toggle(cages.get(1));
        assertEquals(
                List.of(cages.get(0), cages.get(2), cages.get(3)),
                picture.mosaic().stream().map(Cage::id).toList());
        List.of(0, 2, 3).forEach(cage -> picture.toggle(cages.get(cage)));
        assertEquals(4, picture.mosaic().size());
        picture.toggle(cages.get(2));
        assertEquals(
                List.of(cages.get(2)), picture.mosaic().stream().map(Cage::id).toList());
    }

    @Test
    void enlargingACageFocusesIt() {
        picture.view().set(View.MOSAIC);
        picture.enlarge(cages.get(2));
        assertEquals(View.CAGE, picture.view().get());
        assertEquals(cages.get(2), session.state().focusedCage().get().orElseThrow());
    }

    @Test
    void lightIsOfTheFocusedCageUnlessAskedForAll() {
        ExposureViewModel exposure = new ExposureViewModel(session);
        session.state().focusedCage().set(java.util.Optional.of(cages.get(1)));
        exposure.change(now -> now.withGamma(2));
        assertEquals(2, exposure.focused().gamma());
        assertEquals(Exposure.NONE, exposure.exposures().get().of(cages.get(0)));
        exposure.forAll();
        assertEquals(2, exposure.exposures().get().of(cages.get(0)).gamma());
        exposure.reset();
        assertEquals(Exposure.NONE, exposure.focused());
        assertEquals(2, exposure.exposures().get().of(cages.get(0)).gamma());
    }

    @Test
    void theBoundsOfSkimmingAreToldTogether() {
        SkimViewModel skim = new SkimViewModel(session);
        List<SkimBounds> kept = new ArrayList<>();
        skim.bounds().addListener((property, before, now) -> kept.add(now));
        skim.choose(new SkimBounds(8, 2, 0.5));
        assertEquals(8, skim.fast().get());
        skim.threshold().set(0.123456);
        assertEquals(new SkimBounds(8, 2, 0.12), kept.get(kept.size() - 1));
    }

    @Test
    void withoutACurveSkimmingSaysWhatIsMissing() {
        SkimViewModel skim = new SkimViewModel(session);
        skim.toggle();
        assertTrue(skim.open().get());
        assertFalse(session.playback().playing().get());
        assertFalse(skim.ready());
    }
}
