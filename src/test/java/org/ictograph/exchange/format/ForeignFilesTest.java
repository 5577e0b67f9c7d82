package org.ictograph.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.ictograph.exchange.BoxFitting;
import org.ictograph.exchange.ColumnMap;
import org.ictograph.exchange.ColumnMap.Counting;
import org.ictograph.exchange.ColumnMap.Field;
import org.ictograph.exchange.Destination;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.Fitting;
import org.ictograph.exchange.ImportedBoxes;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.ImportedProposals;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as other programs write them, made up here after the descriptions of their formats: conventions about ends, the first
 * frame, the axis of several files and stops that are only implied.
 */
class ForeignFilesTest {
    private static final Translation NAMES = new Translation(
            Map.of("scratching", ""), Map.of("rat A", "70-3 ö, \"x\"", "", "2"), Map.of("camera1.mp4", "M2U00244"));

    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    private ImportedMarks fit(LabelFormat format, Path file) throws Exception {
        return lab.fit(format, file, NAMES);
    }

    private static List<Span> spans(ImportedMarks read) {
        return read.marks().stream().map(Mark::span).toList();
    }

    private static Span span(double from, double to) {
        return new Span(Math.round(from * 1e6), Math.round(to * 1e6));
    }

    private static String boris(String events) {
        return """
                {"time_format": "hh:mm:ss", "project_format_version": "7.0",
                 "behaviors_conf": {
                   "0": {"type": "State event", "key": "R", "code": "rearing", "modifiers": {
                     "0": {"name": "side", "type": 0, "values": ["left", "right"]}}},
                   "1": {"type": "Point event", "key": "F", "code": "Falling", "modifiers": ""},
                   "2": {"type": "State event", "key": "S", "code": "scratching", "modifiers": ""}},
                 "observations": {"day 1": {"type": "MEDIA", "time offset": 0,
                   "file": {"1": ["C:\\\\lab\\\\A.AVI", "C:\\\\lab\\\\B.AVI"]},
                   "media_info": {"length": {"C:\\\\lab\\\\A.AVI": 100.0, "C:\\\\lab\\\\B.AVI": 100.0}},
                   "events": [%s]}}}
                """.formatted(events);
    }

    @Test
    void borisStopsAreImpliedAndFilesLieEndToEnd() throws Exception {
        Path file = Lab.file(folder, "a.boris", boris("""
                [10.5, "rat A", "rearing", "left", "first", 262],
                [12.0, "rat A", "rearing", "right", ""],
                [13.25, "rat A", "rearing", "left", "last", "NA"],
                [15, "rat A", "rearing", "right", ""],
                [101.0, "rat A", "Falling", "", "here"],
                [20, "rat A", "scratching", "", ""], [21, "rat A", "scratching", "", ""],
                [150, "rat A", "rearing", "left", ""]"""));
        ImportedMarks read = fit(new BorisProject(), file);
        // The second file starts at 120 s here, after a gap that BORIS does not know: its second 101 is second 1 of
        // B.AVI.
        assertEquals(List.of(span(10.5, 13.25), span(12, 15), span(121, 121.04)), spans(read));
        assertEquals(
                List.of("left; first; last", "right", "here"),
                read.marks().stream().map(Mark::note).toList());
        assertEquals("falling", read.marks().get(2).label());
        String told = read.losses().sentences().toString();
        assertEquals(1, read.losses().refused(), told);
        assertTrue(told.contains("“rearing” of “rat A” begins at 150.000000 s and never ends"), told);
        assertTrue(told.contains("“Falling” was taken for “falling”"), told);
        assertTrue(told.contains("Marks “scratching” were left out, as wished."), told);
        assertTrue(told.contains("was given the length of a frame"), told);
        assertTrue(told.contains("lie up to 20.0 ms, on average"), told);
    }

    @Test
    void aSqueezedBorisProjectIsReadToo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream squeezed = new GZIPOutputStream(bytes)) {
            squeezed.write(boris("[1, \"rat A\", \"rearing\", \"\", \"\"], [2, \"rat A\", \"rearing\", \"\", \"\"]")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("a.boris.gz"), bytes.toByteArray());
        assertEquals(List.of(span(1, 2)), spans(fit(new BorisProject(), file)));
    }

    @Test
    void borisTablesOldAndNew() throws Exception {
        Path tabular = Lab.file(
                folder,
                "tabular.tsv",
                "Observation id\tSource\tMedia duration (s)\tSubject\tBehavior\tModifier #1\tBehavior type\tTime\tMedia file name\tComment",
                "d\tplayer #1:a.avi;b.avi\t100.0;100.0\trat A\trearing\tleft\tSTART\t99.0\ta.avi\tx",
                "d\tplayer #1:a.avi;b.avi\t100.0;100.0\trat A\trearing\tleft\tSTOP\t101.0\tb.avi\t",
                "d\tplayer #1:a.avi;b.avi\t100.0;100.0\tNo focal subject\tfalling\t\tPOINT\t5.0\ta.avi\t",
                "d\tplayer #1:a.avi;b.avi\t100.0;100.0\trat A\trearing\t\tSTOP\t7.0\ta.avi\t");
        ImportedMarks read = fit(new BorisTable(), tabular);
        assertEquals(List.of(span(99, 121), span(5, 5.04)), spans(read));
        assertEquals("left; x", read.marks().get(0).note());
        assertEquals(
                lab.second.id(), read.marks().get(1).cageId(), "no focal subject, and the translation says cage 2");
        assertTrue(
                read.losses().sentences().toString().contains("Line 5: “rearing” stops and has not started."),
                read.losses().sentences().toString());

        Path old = Lab.file(
                folder,
                "old.csv",
                "Observation id;day 1",
                "Media file(s);a.avi",
                "",
                "Time;Media file path;Total length;FPS;Subject;Behavior;Behavioral category;Comment;Status",
                "1,5;/data/a.avi;100;25;rat A;rearing;;;START",
                "2,25;/data/a.avi;100;25;rat A;rearing;;;STOP");
        assertEquals(List.of(span(1.5, 2.25)), spans(fit(new BorisTable(), old)));

        Path aggregated = Lab.file(
                folder,
                "aggregated.csv",
                "Observation id,Subject,Behavior,Behavior type,Start (s),Stop (s),Duration (s),Media file name,Comment start,Comment stop",
                "d,rat A,rearing,STATE,1.0,2.5,1.5,b.avi,one,two",
                "d,rat A,falling,POINT,3.0,3.0,NA,b.avi,,");
        ImportedMarks events = fit(new BorisTable(), aggregated);
        assertEquals(List.of(span(121, 122.5), span(123, 123.04)), spans(events));
        assertEquals("one; two", events.marks().get(0).note());
    }

    @Test
    void jabsEndsAreInclusive() throws Exception {
        Path file = Lab.file(folder, "a.json", """
                {"file": "b.avi", "num_frames": 2500, "labels": {"0": {}},
                 "unfragmented_labels": {"rat A": {"rearing": [
                   {"start": 25, "end": 49, "present": true}, {"start": 60, "end": 70, "present": false}]}}}""");
        ImportedMarks read = fit(new Jabs(), file);
        assertEquals(List.of(span(121, 122)), spans(read));
        assertTrue(read.losses().sentences().toString().contains("1 pieces that say that a behaviour is absent"));
    }

    /** The shape is that of {@code VideoLabels.as_dict} in JABS 1.x: names of animals outside, remarks with tags beside. */
    @Test
    void jabsRemarksAreMarksAndTheLabelForNothingIsNone() throws Exception {
        Path file = Lab.file(folder, "a.json", """
                {"version": 1, "file": "b.avi", "num_frames": 2500,
                 "labels": {"0": {"rearing": [{"start": 25, "end": 30, "present": true}]}, "1": {}},
                 "unfragmented_labels": {"0": {"rearing": [{"start": 25, "end": 49, "present": true}],
                   "None": [{"start": 60, "end": 70, "present": true}]}, "1": {}},
                 "metadata": {"project": {}, "video": {}}, "external_identities": {"0": "rat A", "1": 77},
                 "annotations": [
                   {"start": 75, "end": 99, "tag": "falling", "color": "#ff0000", "description": "on its back", "identity": 0},
                   {"start": 1, "end": 2, "tag": "lights-off", "color": "#00ff00"}]}""");
        ImportedMarks read = fit(new Jabs(), file);
        assertEquals(
                List.of("rearing", "falling"),
                read.marks().stream().map(Mark::label).toList());
        assertEquals(List.of(span(121, 122), span(123, 124)), spans(read));
        assertEquals("on its back", read.marks().get(1).note());
        String told = read.losses().sentences().toString();
        assertTrue(told.contains("1 pieces that say that a behaviour is absent"), told);
        assertTrue(told.contains("“lights-off”, frame 1"), told);
    }

    @Test
    void viaSegmentsGiveAMarkForEachValue() throws Exception {
        Path file = Lab.file(folder, "via.json", """
                {"attribute": {"1": {"aname": "behaviour", "anchor_id": "FILE1_Z2_XY0", "type": 2,
                   "options": {"r": "rearing", "f": "falling"}}, "2": {"aname": "Animal", "type": 1, "options": {}}},
                 "file": {"7": {"fid": "7", "fname": "camera1.mp4"}}, "view": {"3": {"fid_list": ["7"]}},
                 "metadata": {"m1": {"vid": "3", "z": [1.25, 2.5], "xy": [], "av": {"1": "r,f", "2": "rat A"}},
                   "m2": {"vid": "3", "z": [1.25], "xy": [2, 1, 1, 5, 5], "av": {}},
                   "m3": {"vid": "3", "z": [4, 5], "xy": [], "av": {"2": "rat A"}}}}""");
        ImportedMarks read = fit(new Via(), file);
        assertEquals(
                List.of("rearing", "falling"),
                read.marks().stream().map(Mark::label).toList());
        assertEquals(List.of(span(1.25, 2.5), span(1.25, 2.5)), spans(read));
        String told = read.losses().sentences().toString();
        assertTrue(told.contains("Segment “m3”: no attribute says what it is."), told);
        assertTrue(told.contains("1 regions in single pictures are not kept."), told);
    }

    @Test
    void elanTiersOfOthersGiveLabelsAndAnimals() throws Exception {
        Path file = Lab.file(folder, "a.eaf", """
                <?xml version="1.0" encoding="UTF-8"?>
                <ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-01-01T00:00:00+01:00" FORMAT="2.8" VERSION="2.8">
                  <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
                    <MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/lab%20films/camera1.mp4" MIME_TYPE="video/mp4"/>
                  </HEADER>
                  <TIME_ORDER>
                    <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2500"/>
                    <TIME_SLOT TIME_SLOT_ID="ts3"/>
                  </TIME_ORDER>
                  <TIER TIER_ID="rearing" PARTICIPANT="rat A" ANNOTATOR="Anna" LINGUISTIC_TYPE_REF="t">
                    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
                      <ANNOTATION_VALUE></ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
                    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3">
                      <ANNOTATION_VALUE>falling</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
                  </TIER>
                  <TIER TIER_ID="words" PARENT_REF="rearing" LINGUISTIC_TYPE_REF="d"/>
                </ANNOTATION_DOCUMENT>""");
        ImportedMarks read = fit(new Elan(), file);
        assertEquals(List.of(span(1, 2.5)), spans(read));
        assertEquals("rearing", read.marks().get(0).label());
        String told = read.losses().sentences().toString();
        assertTrue(told.contains("an edge has no time of its own"), told);
        assertTrue(told.contains("Tier “words” depends on another and is left out."), told);
    }

    @Test
    void aTableOfFramesPassesFeaturesOver() throws Exception {
        Path file = Lab.file(
                folder,
                "b_labels.csv",
                ",background,nose_x,rearing,falling",
                "0,1,17.5,0,0",
                "1,0,18,1,-1",
                "2,0,1,1,0");
        ImportedMarks read = fit(FrameTable.deepEthogram(), file);
        assertEquals(List.of(span(120.04, 120.12)), spans(read));
        assertTrue(read.losses().sentences().toString().contains("was not looked for in 1 frames"));
    }

    @Test
    void eventsOfOthers() throws Exception {
        Path file = Lab.file(
                folder,
                "camera1_events.tsv",
                "onset\tduration\teventType\tconfidence\tchannels\tdateTime\trecordingDuration",
                "1.50\t10.00\tsz_gen_m_clonic\t1.00\tn/a\t2019-02-01 08:30:00\t220.00");
        ImportedMarks read = fit(new SeizureEvents(), Files.move(file, folder.resolve("M2U00244_events.tsv")));
        assertEquals(List.of(span(1.5, 11.5)), spans(read));
        assertEquals("seizure", read.marks().get(0).label());
    }

    private ImportedProposals propose(LabelFormat format, Path file) throws Exception {
        return Fitting.propose(format.read(file), new Destination(lab.study, lab.anna, NAMES, lab.frames), "outside");
    }

    private static List<String> told(ImportedProposals read) {
        return read.proposals().stream()
                .map(one -> one.label() + " " + one.span() + " " + one.score())
                .toList();
    }

    @Test
    void predictionsBecomeProposalsOfTheirModel() throws Exception {
        Path file = Lab.file(folder, "predictions.json", """
                {"version": "VERSION 1.3", "external_data": {}, "results": {
                  "M2U00244 / cage 1": [{"label": "Wild running", "score": 0.75, "segment": [1.5, 2.25]}],
                  "b.avi": [{"label": "rearing", "score": 0.25, "segment": [10, 11]}],
                  "elsewhere": [{"label": "rearing", "score": 0.5, "segment": [0, 1]}]}}""");
        ImportedProposals read = propose(new Predictions(), file);
        assertEquals(
                List.of("wild running " + span(1.5, 2.25) + " 0.75", "rearing " + span(130, 131) + " 0.25"),
                told(read));
        assertEquals(lab.second.id(), read.proposals().get(1).cageId(), "the translation says cage 2");
        assertEquals(1, read.runs().size());
        assertEquals("outside", read.runs().get(0).model());
        assertEquals(1, read.losses().refused());
    }

    @Test
    void actionFormersNumbersAndScoresWithoutBoundsAreUnderstood() throws Exception {
        Path file = Lab.file(folder, "eval.json", """
                {"database": {"M2U00244 / cage 2": [
                  {"label_id": 9, "scores": 3.0, "segment": [1, 2]}, {"label_id": 10, "scores": -1.0, "segment": [3, 4]},
                  {"label_id": 10, "scores": 1.0, "segment": [5, 6]}, {"label_id": 99, "scores": 1.0, "segment": [5, 6]}]}}""");
        ImportedProposals read = propose(new Predictions(), file);
        assertEquals(
                List.of(
                        "rearing " + span(1, 2) + " 1.0",
                        "falling " + span(3, 4) + " 0.0",
                        "falling " + span(5, 6) + " 0.5"),
                told(read));
        String losses = read.losses().sentences().toString();
        assertTrue(
                losses.contains("Scores run from -1 to 3; they were stretched to 0 to 1, in the same order."), losses);
        assertTrue(losses.contains("the protocol has no label “#99”"), losses);
    }

    @Test
    void predictionsForClipsOfADataSetGoWhereTheClipsWereCut() throws Exception {
        Path set = Files.createDirectories(folder.resolve("data"));
        Lab.file(
                set,
                "clips.csv",
                "clip,sha256,recording,cage,start,end",
                "clips/v_abcdefghijk.avi,00,M2U00244,2,125.04,135.04");
        Path file = Lab.file(set, "predictions.json", """
                {"results": {"abcdefghijk": [{"label": "rearing", "score": 0.5, "segment": [0, 1.5]}]}}""");
        ImportedProposals read = propose(new Predictions(), file);
        assertEquals(List.of("rearing " + span(125.04, 126.54) + " 0.5"), told(read));
        assertEquals(lab.second.id(), read.proposals().get(0).cageId());
    }

    @Test
    void columnsOfATableSayWhatSomebodySaysTheySay() throws Exception {
        Path file = Lab.file(
                folder,
                "b.csv",
                "first,last,act,who,p",
                "1,25,rearing,rat A,0.5",
                "26,26,falling,2,1",
                "x,30,falling,2,1");
        LabelFormat format = new AnyTable()
                .with(new ColumnMap(
                        Map.of(
                                Field.START, "first",
                                Field.END, "last",
                                Field.LABEL, "act",
                                Field.ANIMAL, "who",
                                Field.SCORE, "p"),
                        Counting.FRAMES_FROM_1_LAST));
        // The file is named like b.avi, which starts at 120 s; its frames have 40 ms.
        ImportedMarks read = fit(format, file);
        assertEquals(List.of(span(120, 121), span(121, 121.04)), spans(read));
        String losses = read.losses().sentences().toString();
        assertTrue(losses.contains("Line 4: “x” is not a time"), losses);
        assertTrue(losses.contains("Scores are not kept with marks."), losses);
        assertEquals(0.5, propose(format, file).proposals().get(0).score());
    }

    @Test
    void columnsAreGuessedFromTheirNames() throws Exception {
        Path file = Lab.file(
                folder,
                "events.csv",
                "Video;Animal;Behaviour;Onset_ms;Duration (ms);Comment",
                "C:\\lab\\b.avi;rat A;rearing;1500;250,5;here",
                "b.avi;rat A;falling;00:02;;");
        ImportedMarks read = fit(new AnyTable(), file);
        assertEquals(List.of(span(121.5, 121.7505), span(122, 122.04)), spans(read));
        assertEquals("here", read.marks().get(0).note());
    }

    @Test
    void boxesOfOthersAreScaledAndNeverPutOverCages() throws Exception {
        Path file = Lab.file(folder, "boxes.json", """
                {"images": [{"id": 7, "width": 1280, "height": 960, "file_name": "frames/a.png"}],
                 "categories": [{"id": 3, "name": "cage"}],
                 "annotations": [{"id": 1, "image_id": 7, "category_id": 3, "bbox": [401, 100, 99.6, 200]},
                   {"id": 2, "image_id": 7, "category_id": 3, "bbox": [0, 0, 64, 64]},
                   {"id": 3, "image_id": 7, "category_id": 3, "bbox": [1300, 0, 64, 64]}]}""");
        ImportedBoxes read =
                BoxFitting.fit(new Coco().read(file), new Destination(lab.study, lab.anna, NAMES, lab.frames));
        Cage cage = (Cage) ((Change.Added) read.changes().get(0)).entity();
        assertEquals(new Box(200, 50, 50, 100), cage.box());
        assertEquals(3, cage.position(), "the first free number");
        assertEquals(1, read.losses().kept());
        assertEquals(1, read.losses().refused());
        String told = read.losses().sentences().toString();
        assertTrue(told.contains("1 of the cages were there already"), told);
        assertTrue(told.contains("scaled from a picture of another size"), told);

        Path track = Lab.file(folder, "track.xml", """
                <?xml version="1.0" encoding="utf-8"?>
                <annotations><version>1.1</version>
                  <meta><task><name>t</name><original_size><width>640</width><height>480</height></original_size>
                    <source>a.avi</source></task></meta>
                  <track id="0" label="cage 1"><box frame="0" outside="0" xtl="100" ytl="10" xbr="200" ybr="110"/></track>
                  <track id="1" label="cage 5"><box frame="0" outside="1" xtl="1" ytl="1" xbr="2" ybr="2"/>
                    <box frame="9" outside="0" xtl="100" ytl="10" xbr="200" ybr="110"/></track>
                </annotations>""");
        ImportedBoxes tracks =
                BoxFitting.fit(new Cvat().read(track), new Destination(lab.study, lab.anna, NAMES, lab.frames));
        assertEquals(1, tracks.losses().kept());
        assertTrue(
                tracks.losses().sentences().toString().contains("has a cage 1 at another place, which stays as it is"),
                tracks.losses().sentences().toString());
    }

    @Test
    void hostileFilesAreMetWithASentence() throws Exception {
        Path entities = Lab.file(folder, "bomb.eaf", """
                <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <ANNOTATION_DOCUMENT>&lol;&x;</ANNOTATION_DOCUMENT>""");
        Path deep = Lab.file(folder, "deep.eaf", "<a>".repeat(5000));
        Path list = Lab.file(folder, "list.json", "[1, 2]");
        Path nothing = Lab.file(folder, "nothing.csv", "");
        for (LabelFormat format : List.of(
                new BorisProject(),
                new BorisTable(),
                new Elan(),
                new SeizureEvents(),
                FrameTable.deepEthogram(),
                new Via(),
                new Jabs(),
                new AnnotatedClips(),
                new Predictions(),
                new AnyTable(),
                new MarkCsv())) {
            for (Path file : List.of(entities, deep, list, nothing, folder.resolve("absent"), folder)) {
                String told = String.valueOf(
                        assertThrows(ExchangeException.class, () -> format.read(file), format.id() + " " + file)
                                .getMessage());
                assertTrue(told.startsWith("“") || told.startsWith("There is no file"), told);
                assertFalse(told.contains("Exception"), told);
            }
        }
        String huge = "[1e400, \"rat A\", \"rearing\", \"\", \"\"], [-5, \"rat A\", \"rearing\"], [3, \"rat A\"]";
        ImportedMarks read = fit(new BorisProject(), Lab.file(folder, "huge.boris", boris(huge)));
        assertEquals(List.of(), read.marks());
    }
}
