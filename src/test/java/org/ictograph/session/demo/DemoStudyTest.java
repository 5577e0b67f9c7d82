package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStudyTest {
    @Test
    void aStudyOfOtherRecordingsIsNotGoneOnWith(@TempDir Path folder) throws Exception {
        try (RatedStudy study = new RatedStudy(folder, Runnable::run)) {
            DemoStudy demo = new DemoStudy(study.session(), DemoPlan.standard());
            assertFalse(demo.fits(study.session().state().study().get()));
            assertFalse(demo.unfinished());
        }
    }
}
