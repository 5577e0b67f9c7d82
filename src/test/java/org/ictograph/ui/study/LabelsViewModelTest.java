package org.ictograph.ui.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.exchange.ColumnMap;
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

    @Test
    void whatAModelSaysBecomesItsProposals(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("net.json"), """
                {"version": "1", "results": {"film": [{"segment": [3, 5.5], "label": "Seizure", "score": 0.8},
                  {"segment": [30, 31], "label": "Seizure", "score": 0.2}]}}""");
        model = new LabelsViewModel(study.session(), file);
        model.open().join();
        assertTrue(model.proposing().get(), "there is no other choice");
        assertEquals("net", model.outside().get());
        name(ForeignName.Kind.SUBJECT, "").ours().set("cage 2");
        assertEquals(1, report().kept(), report().toString());
        assertEquals(1, report().refused(), "the film has 24 s");
        model.outside().set("rhythm-1");
        model.settled().join();
        assertTrue(
                model.trouble().get().contains("is a model of this program"),
                model.trouble().get());
        model.outside().set("lab net");
        assertEquals(1, report().kept());
        assertEquals(1, model.take().join().kept());
    }

    @Test
    void aTableIsReadAsItsColumnsAreChosen(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("film.csv"), """
                Scored by hand;;
                Beginn (s);Ende (s);Was;Käfig
                2,5;4;seizure;1
                0:06;0:07,5;falling;2
                """);
        model = new LabelsViewModel(study.session(), file);
        model.open().join();
        assertEquals(
                List.of("table"),
                model.formats().stream().map(format -> format.id()).toList());
        ColumnsViewModel columns = model.columns();
        assertTrue(columns.shown().get());
        assertEquals("Beginn (s)", columns.column(ColumnMap.Field.START).get());
        assertEquals("", columns.column(ColumnMap.Field.LABEL).get(), "nobody can guess what “Was” is");
        assertEquals(0, report().kept(), "marks without a name are left out until somebody chooses");
        columns.column(ColumnMap.Field.LABEL).set("Was");
        assertEquals(2, report().kept(), report().toString());
        columns.counting().set(ColumnMap.Counting.FRAMES);
        assertEquals(1, report().kept(), "2,5 is no frame, and 0:06 is a time however frames are counted");
        columns.counting().set(ColumnMap.Counting.SECONDS);
        assertEquals(2, report().kept());
        assertEquals(2, model.take().join().kept());
    }
}
