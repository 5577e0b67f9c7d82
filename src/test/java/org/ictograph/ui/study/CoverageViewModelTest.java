package org.ictograph.ui.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coverage table over a study of 24 s with two cages, which two raters have reviewed. */
class CoverageViewModelTest {
    private RatedStudy study;
    private CoverageViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        model = new CoverageViewModel(study.session());
        model.watch(true);
        settle();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private void settle() {
        study.session().settled().join();
        study.session().coverageLedger().join();
        study.session().coverageLedger().join();
    }

    private List<String> names() {
        return model.rows().stream().map(CoverageRow::name).toList();
    }

    @Test
    void rowsNeverMixRaters() {
        assertEquals(List.of("film · rater 1"), names(), "blind");
        study.session().showOthers(true).join();
        settle();
        assertEquals(List.of("film · rater 1", "film · rater 2"), names());
        model.by().set(CoverageViewModel.By.ANIMAL);
        assertEquals(List.of("70-1 · rater 1", "70-2 · rater 1", "70-1 · rater 2", "70-2 · rater 2"), names());
        model.by().set(CoverageViewModel.By.RATER);
        assertEquals(List.of("rater 1", "rater 2"), names());
        model.by().set(CoverageViewModel.By.CAGE);
        assertEquals("film · 1 70-1 · rater 1", names().get(0));
    }

    @Test
    void timesAreThoseOfCages() {
        CoverageRow row = model.rows().get(0);
        assertEquals(48_000_000, row.time().filmed(), "two cages of 24 s");
        assertEquals(16_500_000, row.time().labelled(), "5–11 and 13.5–18 in one, 12–16 and 2–4 in the other");
        assertEquals(31_500_000, row.time().reviewed());
        assertEquals(0, row.time().unseen());
        assertEquals(2, row.time().seizures());
    }

    @Test
    void aRowLeadsToWhatIsUnseen() {
        study.session().open(study.recording().id()).join();
        study.session()
                .reviewing()
                .withdraw(List.of(study.session().state().cages().get(1).id()), RatedStudy.span(20, 22))
                .join();
        settle();
        CoverageRow row = model.rows().get(0);
        assertEquals(2, row.place().cage().position());
        assertEquals(20_000_000, row.place().unseen().orElseThrow());
        assertEquals(2_000_000, row.time().unseen());
    }
}
