package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.settings.SettingsFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person types them, on a small demo: from the raw recording to a verified data set. */
class ProgramTest {
    private record Run(int status, String out, String notes) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    @TempDir
    static Path folder;

    private static Path demo;
    private static Path study;

    @BeforeAll
    static void makeTheDemoAsIfItWasInterruptedBefore() throws IOException {
        demo = folder.resolve("Démo, 1");
        Files.createDirectory(demo);
        Run begun = run("new", demo.resolve("demo.icto"), "--rater", "Rater A");
        assertEquals(0, begun.status, begun.notes);
        Run made = run("demo", demo, "--recordings", "1", "--minutes", "1");
        assertEquals(0, made.status, made.notes);
        study = demo.resolve("demo.icto");
        assertTrue(made.out.contains("agree '" + study + "' --rater"), made.out);
    }

    @Test
    void infoTellsTheTruth() throws Exception {
        Run info = run("info", demo.resolve("videos/M2U00244.mp4"), "--json");
        assertEquals(0, info.status, info.notes);
        assertEquals(1800, info.json().get("frames").asInt());
        assertEquals(60.0, info.json().get("duration").asDouble(), 1e-6);
        assertEquals("h264", info.json().get("codec").asText());
        assertEquals(640, info.json().get("width").asInt());
        assertFalse(info.json().get("variable_rate").asBoolean());
    }

    @Test
    void workGoesToAnotherCopyAndBack() throws Exception {
        Path home = Files.copy(study, demo.resolve("home.icto"));
        Path away = Files.copy(study, demo.resolve("away.icto"));
        Path marks = folder.resolve("marks.csv");
        assertEquals(0, run("labels", study, "--rater", "Rater A", "--format", "csv", "-o", marks).status);
        Run imported = run("import", away, marks, "--format", "csv", "--rater", "Rater C");
        assertEquals(0, imported.status, imported.notes);
        Path bundle = folder.resolve("c.ictobundle");
        Run handed = run("bundle", away, "--rater", "Rater C", "-o", bundle);
        assertEquals(0, handed.status, handed.notes);
        assertSentence(run("bundle", away, "--rater", "Nobody", "-o", bundle), "no rater “Nobody”");
        assertEquals(
                1,
                run("merge", home, bundle, "--dry-run", "--json")
                        .json()
                        .at("/bundles/0/fresh")
                        .asInt());
        Run merged = run("merge", home, bundle, "--json");
        assertEquals(0, merged.status, merged.notes);
        assertEquals(1, merged.json().at("/bundles/0/fresh").asInt());
        assertEquals(
                0,
                run("merge", home, bundle, "--json")
                        .json()
                        .at("/bundles/0/fresh")
                        .asInt());
        assertEquals(0, run("verify", home).status);
        assertSentence(run("merge", home, marks), "no bundle");
    }

    @Test
    void aFrameIsWrittenAsPng() throws Exception {
        Path png = folder.resolve("frame.png");
        Run frame = run("frame", demo.resolve("videos/M2U00244.mp4"), "--index", "1234", "-o", png);
        assertEquals(0, frame.status, frame.notes);
        assertEquals((byte) 0x89, Files.readAllBytes(png)[0]);
        Run beyond = run("frame", demo.resolve("videos/M2U00244.mp4"), "--index", "1800", "-o", png);
        assertSentence(beyond, "1799");
    }

    @Test
    void thePlanSaysWhichEventsCount() throws Exception {
        Path planned = Files.copy(study, demo.resolve("planned.icto"));
        Run standard = run("plan", planned);
        assertEquals(0, standard.status, standard.notes);
        assertTrue(standard.out.contains("adjudicated"), standard.out);
        Run changed =
                run("plan", planned, "--include", "both:0.5", "--edges", "union", "--tolerance", "2", "--anonymous");
        assertEquals(0, changed.status, changed.notes);
        assertEquals(changed.out, run("plan", planned).out);
        assertTrue(changed.out.contains("union where the IoU is 0.5 or more and edges are within 2.0 s"), changed.out);
        Run rules = run("export", planned, "--profile", "rodepil", "--folds", "2", "--dry-run", "--rules");
        assertTrue(rules.out.contains("events that count: both:0.5"), rules.out);
        assertEquals(
                5,
                rules.out
                        .lines()
                        .filter(line -> line.matches("(adjudicated|both:0.\\d|any) +\\d+ +\\d+ +\\d+"))
                        .count(),
                rules.out);
        assertSentence(run("plan", planned, "--include", "most"), "both:0.5");
        assertSentence(run("plan", planned, "--edges", "widest"), "union");
        assertSentence(run("plan", planned, "--tolerance", "-1"), "3600");
        assertEquals(0, run("verify", planned).status);
    }

    @Test
    void fromTheStudyToAVerifiedDataSetAndNeverOverAnOldOne() throws Exception {
        Run agreed = run("agree", study, "--rater", "Rater A", "--rater", "Rater B", "--json");
        assertEquals(0, agreed.status, agreed.notes);
        assertEquals(240.0, agreed.json().get("reviewed_seconds").asDouble(), 0.5);
        assertEquals(4, agreed.json().get("subjects").asInt());
        JsonNode seizure = agreed.json().get("labels").get("seizure");
        assertTrue(seizure.get("cohen_kappa").get("value").asDouble() > 0.5, seizure.toString());
        assertTrue(seizure.get("cohen_kappa").get("low").isNull(), "four animals are too few for an interval");

        Run five = run("export", study, "--profile", "rodepil", "--dry-run");
        assertEquals(1, five.status, "four animals cannot fill five folds");

        Path data = folder.resolve("rodepil");
        Run exported = run("export", study, "--profile", "rodepil", "--folds", "2", "-o", data);
        assertEquals(0, exported.status, exported.notes + exported.out);
        assertTrue(Files.isDirectory(data.resolve("data/1")));
        assertEquals(0, run("verify", data).status);
        predictionsForADataSetAreScored(data);

        Run again = run("export", study, "--profile", "rodepil", "--folds", "2", "-o", data);
        assertSentence(again, "rodepil");
        assertEquals(0, run("verify", data).status);

        Path clip;
        try (Stream<Path> clips = Files.list(data.resolve("data/1"))) {
            clip = clips.sorted().findFirst().orElseThrow();
        }
        JsonNode facts = run("info", clip, "--json").json();
        assertEquals(300, facts.get("frames").asInt());
        assertEquals(30.0, facts.get("nominal_rate").asDouble());
        assertEquals(224, facts.get("width").asInt());
        assertEquals(224, facts.get("height").asInt());
        Files.delete(clip);
        Run broken = run("verify", data);
        assertEquals(1, broken.status);
        assertTrue(broken.out.contains(clip.getFileName().toString()), broken.out);
    }

    /** Perfect scores but for one clip of the second fold, and a file that forgets that fold. */
    private static void predictionsForADataSetAreScored(Path data) throws Exception {
        List<String> table = Files.readAllLines(data.resolve("data/clips.csv"));
        StringBuilder whole = new StringBuilder("clip,score\n");
        StringBuilder half = new StringBuilder("clip,score\n");
        boolean spoilt = false;
        for (String line : table.subList(1, table.size())) {
            String[] cells = line.split(",", -1);
            boolean yes = cells[4].equals("1");
            if (cells[2].equals("2") && !spoilt && !yes) {
                spoilt = true;
                yes = true;
            }
            whole.append(cells[0]).append(yes ? ",0.9\n" : ",0.1\n");
            half.append(cells[2].equals("1") ? cells[0] + ",0.5\n" : "");
        }
        Path predictions = Files.writeString(folder.resolve("Net 1.csv"), whole);
        Path tables = folder.resolve("tables");
        Run scored = run("evaluate", data, "--predictions", predictions, "-o", tables, "--json");
        assertEquals(0, scored.status, scored.notes);
        JsonNode rows = scored.json().at("/tables/clips/rows");
        assertEquals("Net 1", rows.at("/0/model").asText());
        assertEquals(1.0, rows.at("/0/accuracy/value").asDouble());
        assertEquals("2", rows.at("/1/fold").asText());
        assertTrue(rows.at("/1/specificity/value").asDouble() < 1, rows.toString());
        assertEquals(1.0, rows.at("/2/sensitivity/value").asDouble(), rows.toString());
        assertEquals("motion", rows.at("/" + (rows.size() - 1) + "/model").asText());
        assertTrue(Files.readString(tables.resolve("results.md")).contains("| Net 1 | mean |"));
        assertTrue(Files.readString(tables.resolve("results.tex")).contains("\\begin{tabular}{llllrrrrr}"));
        assertTrue(Files.readString(tables.resolve("clips.csv")).startsWith("model,fold,clips,positive,accuracy,"));
        assertTrue(Files.isRegularFile(tables.resolve("events.csv")));
        Path forgetful = Files.writeString(folder.resolve("half.csv"), half);
        assertSentence(run("evaluate", data, "--predictions", forgetful), "says nothing about fold 2");
        assertSentence(run("evaluate", data), "--predictions");
        assertSentence(run("evaluate", folder, "--predictions", predictions), "no data set");
    }

    @Test
    void theStudyAndItsHistoryAreSound() throws Exception {
        assertEquals(0, run("verify", study).status);
        JsonNode recall = run("recall", study, "--rater", "Rater A", "--json").json();
        assertEquals(recall.get("windows").asInt(), recall.get("audited").asInt(), "all time is reviewed in the demo");
        assertEquals(recall.get("low").asDouble(), recall.get("high").asDouble());
        assertSentence(run("recall", study, "--rater", "Nobody"), "no rater Nobody");
        Run coverage = run("coverage", study, "--json");
        assertEquals(0, coverage.status, coverage.notes);
        JsonNode seen = coverage.json().get("cages").get(0);
        assertEquals("Rater A", seen.get("rater").asText());
        assertEquals(
                60.0,
                seen.get("reviewed_empty").asDouble() + seen.get("labelled").asDouble(),
                1e-6);
        assertEquals(0, seen.get("unseen").asDouble());
        Run history = run("history", study, "--json");
        assertEquals(
                "create_study", history.json().get("edits").get(0).get("verb").asText());
    }

    @Test
    void labelsGoOutAndComeBackIn() {
        Path csv = folder.resolve("labels.csv");
        Run out = run("labels", study, "--rater", "Rater B", "--format", "csv", "-o", csv);
        assertEquals(0, out.status, out.notes);
        Run in = run("import", study, csv, "--format", "csv", "--rater", "Zoë, 2nd", "--dry-run");
        assertEquals(0, in.status, in.out + in.notes);
        assertTrue(in.out.contains(" 0 refused"), in.out);
    }

    @Test
    void aStudyOfOnesOwn() throws Exception {
        Path own = folder.resolve("own.icto");
        assertEquals(0, run("new", own, "--rater", "Anna").status);
        assertSentence(run("new", own), "own.icto");
        Path cages = Files.writeString(
                folder.resolve("cages.csv"), "position,x,y,width,height,subject\n1,8,2,302,210,\"a/b, ü\"\n");
        Run added = run(
                "add",
                own,
                demo.resolve("videos/M2U00244.mp4"),
                "--cages",
                cages,
                "--started",
                "2019-02-01T09:30:00+01:00");
        assertEquals(0, added.status, added.notes);
        Path wrong =
                Files.writeString(folder.resolve("wrong.csv"), "position,x,y,width,height,subject\n1,8,2,wide,210,x\n");
        assertSentence(run("add", own, demo.resolve("videos/M2U00244.mp4"), "--cages", wrong), "Line 2");
    }

    @Test
    void badInputIsMetWithOneSentence() throws Exception {
        Path text = Files.writeString(folder.resolve("text.mp4"), "not a video");
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        Path cut = folder.resolve("cut.mp4");
        byte[] whole = Files.readAllBytes(demo.resolve("videos/M2U00244.mp4"));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertSentence(run("info", text), "text.mp4");
        assertSentence(run("info", empty), "empty.mp4");
        assertSentence(run("info", cut), "cut.mp4");
        assertSentence(run("info", folder.resolve("nowhere.mp4")), "nowhere.mp4");
        assertSentence(run("verify", folder.resolve("nowhere.icto")), "nowhere.icto");
        assertSentence(run("verify", text), "text.mp4");
        assertSentence(run("propose", study, "--model", "none"), "rhythm-1");
        assertSentence(
                run("train", study, "--encoder", "none", "-o", "new"), "put a TimeSformer, VideoMAE or ViViT there");
        assertSentence(run("train", study, "--encoder", "none", "-o", "rhythm-1"), "already a model rhythm-1");
        assertSentence(run("train", study, "--encoder", "none", "-o", "../new"), "no name for a model");
        assertSentence(run("train", study, "--encoder", "none", "-o", "new", "--label", "no"), "no label no");
        assertSentence(run("train", study, "--encoder", "none", "-o", "new", "--channels", "6"), "multiple of 4");
        assertSentence(run("export", study, "--profile", "none", "--dry-run"), "rodepil");
        assertSentence(run("agree", study, "--rater", "Rater A", "--rater", "Nobody"), "Nobody");
        assertSentence(run("demo", demo), "demo.icto exists already");
        assertSentence(run("agree"), "STUDY");
    }

    @Test
    void anEncoderLooksAtCagesWithoutLabelsAndLiesOnTheShelf() throws Exception {
        String name = "pre-" + UUID.randomUUID();
        Path made = SettingsFolder.ofThisUser().resolve("models").resolve(name);
        try {
            Run run = run("train", study, "--stage", "pretrain", "-o", name, "--clips", 8, "--epochs", 2, "--json");
            assertEquals(0, run.status, run.notes);
            assertEquals(8, run.json().get("clips").asInt());
            assertEquals(2, run.json().get("losses").size());
            assertTrue(run("models").out.contains(name + " An encoder only"));
            assertTrue(run("models", "--json").json().get("encoders").toString().contains(name));
            assertSentence(
                    run("train", study, "--stage", "clips", "--encoder", name, "-o", "new", "--seconds", "900"),
                    "up to 600 seconds");
            assertSentence(
                    run("train", study, "--stage", "clips", "-o", "new", "--label", "falling", "--label", "seizure"),
                    "tells one label");
            assertSentence(run("train", study, "--stage", "pretrain", "-o", name), "already a model");
            assertSentence(run("train", study, "--stage", "pretrain", "-o", "new", "--mask", "1"), "for example 0.3");
            assertSentence(run("train", study, "--stage", "pretrain", "-o", "new", "--size", "x"), "small and base");
        } finally {
            try (Stream<Path> files = Files.walk(made)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void badLabelFilesAreMetWithOneSentence() throws Exception {
        Path cut = Files.writeString(folder.resolve("cut.json"), "{\"database\":");
        Path strange = Files.writeString(folder.resolve("strange.csv"), "a,b\n1,2\n");
        Path nowhere = folder.resolve("nowhere.csv");
        assertSentence(run("evaluate", "--truth", cut, "--predictions", cut), "cut.json");
        assertSentence(run("evaluate", "--truth", nowhere, "--predictions", nowhere), "nowhere.csv");
        assertSentence(run("evaluate", "--clips", strange), "strange.csv");
        assertSentence(run("import", study, strange, "--format", "csv", "--rater", "Rater A"), "recording");
        assertSentence(run("import", study, nowhere, "--format", "csv", "--rater", "Rater A"), "nowhere.csv");
        Path blank = folder.resolve("blank.icto");
        run("new", blank);
        Path foreign =
                Files.writeString(folder.resolve("foreign.csv"), "video,animal,label,start,end\nx.mp4,r,seizure,1,2\n");
        assertSentence(
                run("import", blank, foreign, "--format", "table", "--rater", "New", "--reviewed"),
                "the study has no rater New, so nothing was noted as reviewed");
        Path occupied = Files.createDirectory(folder.resolve("occupied.csv"));
        Files.createFile(occupied.resolve("inside"));
        assertSentence(run("labels", study, "--consensus", "--format", "csv", "-o", occupied), "occupied.csv");
    }

    @Test
    void predictionsAreScored() throws Exception {
        Path truth = Files.writeString(folder.resolve("truth.json"), """
            {"database": {
              "a": {"subset": "testing", "duration": 10.0, "annotations":
                [{"segment": [0.0, 2.0], "label": "staring", "label_id": 1},
                 {"segment": [4.0, 6.0], "label": "staring", "label_id": 1}]},
              "b": {"subset": "testing", "duration": 10.0, "annotations":
                [{"segment": [0.0, 5.0], "label": "staring", "label_id": 1}]}}}
            """);
        Path predictions = Files.writeString(folder.resolve("predictions.json"), """
            {"version": "VERSION 1.3", "external_data": {}, "results": {
              "a": [{"segment": [0.0, 2.0], "label": "staring", "score": 0.9},
                    {"segment": [8.0, 9.0], "label": "staring", "score": 0.7},
                    {"segment": [4.5, 6.0], "label": "staring", "score": 0.6}],
              "b": [{"segment": [1.0, 5.0], "label": "staring", "score": 0.8}]}}
            """);
        Run run = run("evaluate", "--truth", truth, "--predictions", predictions, "--json");
        assertEquals(0, run.status, run.notes);
        // Row 7 of the golden table computed with the benchmark's own metric code.
        for (JsonNode map : run.json().get("map")) {
            assertEquals(0.916667, map.asDouble(), 1e-6);
        }
        assertEquals(0.39999999999999997, run.json().get("tiou").get(1).asDouble());
        assertEquals(0.6667, run.json().get("recall_at_1").get(0).asDouble(), 1e-4);
        assertEquals(1, run.json().get("recall_at_5").get(0).asDouble());
        assertSentence(run("evaluate", "--truth", truth, "--predictions", predictions, "--subset", "none"), "testing");
    }

    @Test
    void aRecordingIsSignedAndTheTrailTellsOfIt() throws Exception {
        Path signed = Files.copy(study, demo.resolve("signed.icto"));
        String recording = run("coverage", signed, "--json")
                .json()
                .at("/cages/0/recording")
                .asText();
        Run roles = run("roles", signed);
        assertEquals("owner        Rater A\nadjudicator  Rater B\n", roles.out, roles.notes);
        assertEquals(0, run("roles", signed, "Rater B", "operator").status);
        assertSentence(
                run("sign", signed, recording, "--as", "reviewed", "--rater", "Rater B"), "may not sign a recording");
        Run done = run("sign", signed, recording, "--as", "approved", "--rater", "Rater A");
        assertEquals(0, done.status, done.notes);
        assertTrue(done.out.strip().endsWith(recording + "  Rater A  approved"), done.out);
        Path marks = folder.resolve("b.csv");
        assertEquals(0, run("labels", study, "--rater", "Rater A", "--format", "csv", "-o", marks).status);
        assertSentence(run("import", signed, marks, "--format", "csv", "--rater", "Rater B"), "say why");
        Run explained =
                run("import", signed, marks, "--format", "csv", "--rater", "Rater B", "--reason", "=second, \"look\"");
        assertEquals(0, explained.status, explained.notes);
        assertTrue(run("sign", signed).out.contains("approved  void"));
        Run csv = run("history", signed, "--csv", "--verb", "sign", "--verb", "import_marks", "--rater", "Rater A");
        assertTrue(csv.out.startsWith("sequence,at,zone,"), csv.out);
        assertTrue(csv.out.contains(",\"'=second, \"\"look\"\"\","), "no cell is a formula");
        assertTrue(csv.out.contains(",meaning,,APPROVED,"), csv.out);
        Run whole = run("history", signed, "--json");
        String head = whole.json().at("/head/hash").asText();
        assertEquals(
                head,
                whole.json()
                        .get("edits")
                        .get(whole.json().get("edits").size() - 1)
                        .get("hash")
                        .asText());
        Run verified = run("verify", signed, "--head", head.substring(0, 12));
        assertTrue(verified.out.contains(head) && verified.out.contains("is sound"), verified.out);
        assertTrue(run("verify", signed, "--head", "000000000000").out.contains("no entry 000000000000"));
    }

    @Test
    void whatWasNotWatchedIsSealedOnlyWhenThatIsMeant() throws Exception {
        Path assigned = Files.copy(study, demo.resolve("assigned.icto"));
        assertEquals(0, run("assign", assigned, "--rater", "Rater C").status);
        Run early = run("submit", assigned, "--rater", "Rater C");
        assertEquals(1, early.status, early.out + early.notes);
        assertEquals(
                "ictograph: 1 of 1 windows were not watched to the end, and what is sealed stays sealed; watch them"
                        + " first, or submit with --anyway.\n",
                early.notes);
        assertEquals("", early.out);
        Run given = run("assign", assigned, "--rater", "Rater D");
        String second = given.out.lines().skip(1).findFirst().orElseThrow();
        assertTrue(second.contains("Rater D"), given.out);
        Run left = run("assign", assigned, "--withdraw", second.substring(0, 36));
        assertEquals(0, left.status, left.notes);
        assertTrue(left.out.contains("Rater C") && !left.out.contains("Rater D"), left.out);
        assertSentence(run("assign", assigned, "--withdraw", second.substring(0, 36)), "no assignment");
        assertTrue(run("assign", assigned).out.strip().endsWith("not begun"), "nothing was sealed");
        Run meant = run("submit", assigned, "--rater", "Rater C", "--anyway");
        assertEquals(0, meant.status, meant.out + meant.notes);
        assertTrue(meant.out.startsWith("sealed "), meant.out);
        assertSentence(run("submit", assigned, "--rater", "Rater C"), "nothing to submit");
    }

    private static void assertSentence(Run run, String names) {
        assertEquals(2, run.status, run.out + run.notes);
        List<String> lines = run.notes.lines().filter(line -> !line.isBlank()).toList();
        assertEquals(1, lines.size(), run.notes);
        assertTrue(lines.get(0).startsWith("ictograph: "), run.notes);
        assertTrue(lines.get(0).contains(names), run.notes);
        assertFalse(lines.get(0).contains("Exception"), run.notes);
        assertFalse(lines.get(0).contains("Something went wrong"), run.notes);
        assertEquals("", run.out);
    }

    private static Run run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        int status = Program.run(
                new Console(out, notes, false),
                Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Run(status, out.toString(StandardCharsets.UTF_8), notes.toString(StandardCharsets.UTF_8));
    }
}
