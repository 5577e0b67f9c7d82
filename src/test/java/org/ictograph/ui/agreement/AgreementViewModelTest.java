package org.ictograph.ui.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.measure.Finding.Kind;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementViewModelTest {
    private RatedStudy study;
    private AgreementViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        study.review();
        model = new AgreementViewModel(study.session());
        model.compare().join();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private List<Kind> kinds() {
        return model.findings().stream().map(row -> row.finding().kind()).toList();
    }

    @Test
    void comparesTheFirstTwoRatersByItself() {
        assertEquals(RatedStudy.FIRST, model.a().get().orElseThrow().name());
        assertEquals(RatedStudy.SECOND, model.b().get().orElseThrow().name());
        assertEquals(
                List.of("seizure", "staring", "rearing"),
                model.labels().stream().map(LabelAgreement::label).toList());
        assertEquals(2, model.labels().get(0).events().get(0).counts().matched());
    }

    @Test
    void anEmptyTableSaysThatItWaits() {
        List<Boolean> said = new ArrayList<>();
        model.busy().addListener((property, before, now) -> said.add(now));
        model.compare().join();
        assertEquals(List.of(true, false), said);
        study.session().showOthers(false).join();
        assertFalse(model.busy().get(), "a blind rater waits for nothing");
    }

    @Test
    void listsWhatIsOpenAndEverythingOnRequest() {
        assertEquals(List.of(Kind.ONLY_A, Kind.EDGES_DIFFER), kinds());
        assertEquals("70-2", model.findings().get(0).animal());
        assertEquals(1_500_000, model.findings().get(1).onsetDifference().orElseThrow());
        model.all().set(true);
        assertEquals(4, model.findings().size());
        model.label().set(Optional.of("rearing"));
        assertEquals(List.of(Kind.EDGES_DIFFER), kinds());
    }

    @Test
    void showsNothingToABlindRater() {
        study.session().showOthers(false).join();
        assertTrue(model.comparison().get().isEmpty());
        assertTrue(model.labels().isEmpty());
        assertTrue(model.findings().isEmpty());
    }

    @Test
    void comparesNobodyWithThemself() {
        model.b().set(model.a().get());
        assertTrue(model.twice());
        assertTrue(model.labels().isEmpty());
        assertFalse(model.busy().get(), "nothing is begun that could only fail");
        model.b()
                .set(model.raters().stream()
                        .filter(rater -> rater.name().equals(RatedStudy.SECOND))
                        .findFirst());
        model.compare().join();
        assertFalse(model.twice());
        assertEquals(3, model.labels().size());
    }
}
