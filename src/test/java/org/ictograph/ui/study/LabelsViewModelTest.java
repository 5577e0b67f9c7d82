package org.ictograph.ui.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.exchange.LossReport;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A BORIS project is looked at, its names are given a meaning, and what would be lost follows every choice. */
class LabelsViewModelTest {
    private RatedStudy study;
    private LabelsViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        Path file = Files.writeString(folder.resolve("ours.boris"), """
                {"behaviors_conf": {"0": {"type": "State event", "code": "Rearing", "modifiers": {}},
                   "1": {"type": "State event", "code": "spinning", "modifiers": {}}},
                 "observations": {"one": {"type": "MEDIA", "file": {"1": ["/else/where.mp4"]}, "events": [
                   [20, "70-1", "Rearing", "", ""], [21, "70-1", "Rearing", "", ""],
                   [22, "rat 9", "spinning", "", ""], [23, "rat 9", "spinning", "", ""]]}}}""");
        model = new LabelsViewModel(study.session(), file);
        model.open().join();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private ForeignName name(ForeignName.Kind kind, String theirs) {
        return model.names().stream()
                .filter(name -> name.kind() == kind && name.theirs().equals(theirs))
                .findFirst()
                .orElseThrow();
    }

    private LossReport report() {
        model.settled().join();
        return model.report().get().orElseThrow();
    }

    @Test
    void onlyFormatsThatCanReadItAreOffered() {
        assertEquals(
                List.of("boris"),
                model.formats().stream().map(format -> format.id()).toList());
        assertEquals("", model.trouble().get());
    }

    @Test
    void namesAreGuessedAndChosen() {
        assertEquals("rearing", name(ForeignName.Kind.LABEL, "Rearing").ours().get());
        assertEquals("70-1", name(ForeignName.Kind.SUBJECT, "70-1").ours().get());
        assertEquals("", name(ForeignName.Kind.LABEL, "spinning").ours().get(), "left out until somebody chooses");
        assertEquals(0, report().kept());
        assertTrue(report().sentences().toString().contains("no recording “/else/where.mp4”"), report().toString());
        name(ForeignName.Kind.RECORDING, "/else/where.mp4").ours().set("film");
        assertEquals(1, report().kept());
        name(ForeignName.Kind.LABEL, "spinning").ours().set("wild running");
        assertEquals(1, report().refused(), "nobody said who rat 9 is");
        name(ForeignName.Kind.SUBJECT, "rat 9").ours().set("cage 2");
        assertEquals(2, report().kept());
        assertEquals(2, model.take().join().kept());
    }
}
