package org.ictograph.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.JointForm;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.Refusal;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.model.InclusionRule;
import org.ictograph.session.ContactPrint;
import org.ictograph.session.StudySession;
import org.ictograph.ui.shell.RatedStudy;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private RatedStudy study;
    private ExportViewModel model;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path given) throws Exception {
        folder = given;
        study = new RatedStudy(folder, Runnable::run);
        study.review();
        StudySession session = study.session();
        var raters = session.state().study().get().raters();
        var comparison = session.agreeing()
                .compare(raters.get(0), raters.get(1), AgreementParameters.standard())
                .result()
                .get();
        session.adjudicating().settleByRule(comparison).join();
        model = new ExportViewModel(session);
    }

    @AfterEach
    void close() {
        study.close();
    }

    private DatasetPlan plan(ExportChoice choice) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        model.plan().addListener((property, before, now) -> now.ifPresent(made -> there.countDown()));
        model.choice().set(choice);
        assertTrue(there.await(20, TimeUnit.SECONDS), () -> model.trouble().get());
        return model.plan().get().orElseThrow();
    }

    @Test
    void theDryRunCountsClipsPerClassPartAndAnimal() throws Exception {
        DatasetPlan plan = plan(ExportChoice.of(Profiles.RODEPIL).withFolds(2));
        List<CountRow> parts = CountRow.of(plan);
        assertEquals(List.of("1", "2"), parts.stream().map(CountRow::part).toList());
        assertEquals(3, parts.stream().mapToInt(CountRow::total).sum());
        CountRow ofFirstAnimal = parts.stream()
                .flatMap(part -> part.animals().stream())
                .filter(row -> row.animal().equals("70-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, ofFirstAnimal.total(), "a seizure from 5 s to 11.1 s lies in two windows of ten seconds");
        assertEquals(1, CountRow.classes(plan).size());
    }

    @Test
    void theDryRunTellsTheRoomThatTheChosenCodecNeeds() throws Exception {
        ExportChoice choice = ExportChoice.of(Profiles.RODEPIL).withFolds(2);
        assertEquals(
                38_388_680,
                plan(choice.withCodec(Codec.FFV1)).bytes(),
                "3 clips of 300 frames of 224 × 224 pixels at 0.75 bytes, 10 kB a file, a megabyte of texts, a tenth"
                        + " more");
        assertEquals(6_100, plan(choice.withCodec(Codec.MPEG4)).bytes() / 1_000, "at 0.1 bytes");
    }

    @Test
    void whatIsToldOfJointsCanBeChosenWhereAProfileTellsOfThem() throws Exception {
        ExportChoice joints = ExportChoice.of(Profiles.JOINTS);
        assertEquals(Optional.of(JointForm.STANDARD), joints.joints());
        JointForm form = new JointForm(48, List.of("nose", "tail"), true);
        assertEquals(form, joints.withJoints(form).order().profile().joints());
        assertEquals(
                Optional.of("No key points are attached to any cage; attach them, or name no joints."),
                plan(joints.withJoints(form)).obstacle());
        assertEquals(Optional.empty(), ExportChoice.of(Profiles.RODEPIL).joints());
    }

    @Test
    void eachRuleIsCountedAndOneIsTaken() throws Exception {
        ExportChoice units = ExportChoice.of(Profiles.RATSEIZURE);
        assertEquals(0, positives(plan(units)), "no unit was adjudicated");
        assertEquals(
                InclusionRule.offered(),
                model.rules().stream().map(RulePreview::rule).toList());
        assertEquals(
                List.of(0, 0, 1, 1, 2),
                model.rules().stream().map(RulePreview::positives).toList(),
                "a rearing with an IoU of 2/3, and a staring that only one rater saw");
        CountDownLatch there = new CountDownLatch(1);
        model.plan().addListener((property, before, now) -> now.ifPresent(made -> there.countDown()));
        model.take(InclusionRule.ANY);
        assertTrue(there.await(20, TimeUnit.SECONDS), () -> model.trouble().get());
        assertEquals(2, positives(model.plan().get().orElseThrow()));
        assertEquals(InclusionRule.ANY, study.session().adjudicating().plan().inclusion());
    }

    private static long positives(DatasetPlan plan) {
        return plan.clips().stream().filter(clip -> clip.truth().positive()).count();
    }

    @Test
    void refusalsAreGroupedByReason() throws Exception {
        DatasetPlan plan = plan(ExportChoice.of(Profiles.RODEPIL).withFolds(2));
        List<RefusalGroup> groups = RefusalGroup.of(plan.refusals());
        assertEquals(
                List.of(Reason.INCOMPLETE, Reason.MOTION_UNKNOWN),
                groups.stream().map(RefusalGroup::reason).sorted().toList());
        assertEquals(2, groups.get(0).refusals().size(), "the last four seconds of both cages");
    }

    @Test
    void writesAndVerifiesAndKeepsTheReceipt() throws Exception {
        plan(ExportChoice.of(Profiles.RODEPIL).withFolds(2));
        Path target = model.folder().get();
        assertEquals(folder.resolve("rated-rodepil"), target);
        CountDownLatch done = new CountDownLatch(1);
        model.writing().addListener((property, before, now) -> {
            if (!now) {
                done.countDown();
            }
        });
        var outcome = model.export().orElseThrow().result().get(60, TimeUnit.SECONDS);
        assertTrue(done.await(20, TimeUnit.SECONDS));
        assertEquals(3, outcome.clips());
        assertTrue(Files.isDirectory(target));
        study.session().exporting().receipts().join();
        assertEquals(3, model.receipts().get(0).clips());
        assertEquals(folder.resolve("rated-rodepil-2"), model.folder().get(), "a folder that is free again");
        assertEquals(List.of(), model.verify(target).result().get(60, TimeUnit.SECONDS));
    }

    @Test
    void copiesAreWrittenAndClipsAreLookedOver() throws Exception {
        plan(ExportChoice.of(Profiles.RODEPIL).withFolds(2).withCopies(List.of(Codec.FFV1)));
        var outcome = model.export().orElseThrow().result().get(60, TimeUnit.SECONDS);
        assertTrue(Files.isDirectory(outcome.folder().resolve("data/ffv1")));
        assertTrue(model.course().cutting(1) > 0.5);
        List<ContactPrint> prints = study.session()
                .exporting()
                .sheet(outcome.folder(), ContactSheet.CLIPS, 1)
                .result()
                .get(20, TimeUnit.SECONDS);
        assertEquals(3, prints.size());
        for (ContactPrint print : prints) {
            assertEquals(224, print.middle().orElseThrow().width());
        }
        assertEquals(
                120,
                study.session()
                        .exporting()
                        .film(prints.get(0).clip())
                        .result()
                        .get(20, TimeUnit.SECONDS)
                        .size(),
                "ten seconds at twelve pictures a second");
        Files.write(prints.get(0).clip().file(), new byte[100]);
        assertTrue(study.session()
                .exporting()
                .sheet(outcome.folder(), ContactSheet.CLIPS, 1)
                .result()
                .get(20, TimeUnit.SECONDS)
                .get(0)
                .middle()
                .isEmpty());
    }

    @Test
    void sizeAndTimeAreToldFromATrial() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        model.estimate().addListener((property, before, now) -> now.ifPresent(one -> told.countDown()));
        DatasetPlan plan = plan(ExportChoice.of(Profiles.RODEPIL).withFolds(2));
        assertTrue(told.await(30, TimeUnit.SECONDS));
        assertEquals(plan.clips().size(), model.estimate().get().orElseThrow().clips());
    }

    /** Tens of thousands of reasons make no more rows than there are reasons until one is opened, and texts of those in view only. */
    @Test
    void linesOfRefusalsAreMadeWhenTheyAreOpened() {
        Refusal one = new Refusal("cage 1 at 0:00:10", Reason.NOT_REVIEWED, "No rater has looked at all of it.");
        int[] worked = new int[1];
        RefusalsPanel.ReasonItem item =
                new RefusalsPanel.ReasonItem("50000", Collections.nCopies(50_000, one), told -> {
                    worked[0]++;
                    return told;
                });
        assertFalse(item.isLeaf());
        assertEquals(0, item.lines());
        item.setExpanded(true);
        assertEquals(50_000, item.lines());
        assertEquals(0, worked[0], "no text before a line is seen");
        assertEquals(
                "cage 1 at 0:00:10 — No rater has looked at all of it.",
                item.getChildren().get(9).getValue().text());
    }

    @Test
    void anExportThatWasCutOffIsOfferedAndDiscarded() throws Exception {
        Path part = Files.createDirectories(folder.resolve(".rated-rodepil.part-0123abcd"));
        Files.createDirectory(part.resolve("set"));
        Files.createFile(part.resolve("lock"));
        String hash = "0".repeat(64);
        Files.writeString(part.resolve("journal"), hash + " " + hash + " 224 224 300 40.5 Infinity\n");
        model.folder().set(folder.resolve("elsewhere"));
        CountDownLatch found = new CountDownLatch(1);
        model.unfinished().addListener((property, before, now) -> now.ifPresent(one -> found.countDown()));
        model.folder().set(folder.resolve("rated-rodepil"));
        assertTrue(found.await(20, TimeUnit.SECONDS), () -> model.trouble().get());
        assertEquals(1, model.unfinished().get().orElseThrow().clips());
        assertEquals(folder.resolve("rated-rodepil"), model.discard().result().get(20, TimeUnit.SECONDS));
        assertFalse(Files.exists(part));
    }

    @Test
    void choicesReachTheProfile() throws Exception {
        ExportChoice choice = ExportChoice.of(Profiles.RATSEIZURE).withSeed(7).withFit(Fit.NATIVE);
        assertEquals(7, choice.order().profile().split().seed());
        assertEquals(Fit.NATIVE, choice.order().profile().clip().fit());
        assertFalse(choice.split().hasFolds());
        assertEquals(
                3,
                ExportChoice.of(Profiles.RODEPIL)
                        .withFolds(3)
                        .order()
                        .profile()
                        .split()
                        .parts()
                        .size());
    }

    @Test
    void saysInASentenceWhatCannotBeDone() {
        model.choice().set(ExportChoice.of(Profiles.RODEPIL).withFolds(1));
        assertEquals(
                "A data set needs at least 2 folds, not 1.", model.trouble().get());
        assertTrue(model.export().isEmpty(), "nothing is written without a plan");
    }
}
