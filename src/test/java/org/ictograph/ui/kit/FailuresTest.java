package org.ictograph.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.ictograph.dataset.Refusal;
import org.ictograph.session.Sentence;
import org.ictograph.video.VideoException;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rooms say about failures is known again by its words and told in the language of the window, with a code. */
class FailuresTest {
    private final Messages english = Messages.english();
    private final Messages german = new Messages(Locale.GERMAN);

    @Test
    void aMissingVideoIsToldInGerman(@TempDir Path folder) {
        VideoException missing = assertThrows(
                VideoException.class, () -> new FfmpegVideos().probe(folder.resolve("gone.mp4"), Progress.NONE));
        String sentence = Sentence.of(new CompletionException(missing));
        assertTrue(english.failure(sentence).endsWith(" [V01]"), english.failure(sentence));
        assertTrue(english.failure(sentence).startsWith(sentence));
        assertEquals(
                "In " + folder + " gibt es keine Videodatei “gone.mp4”. Prüfen Sie den Pfad oder schließen Sie den"
                        + " Datenträger an. [V01]",
                german.failure(sentence));
    }

    @Test
    void whatNeedsRoomIsToldWithItsUnit() {
        assertEquals(
                "Die Merkmale dieser Aufnahmen brauchen 31.4 MB in /a, und dort sind 1 kB frei; schaffen Sie Platz,"
                        + " oder trainieren Sie mit weniger Aufnahmen. [N09]",
                german.failure(
                        "The features of these recordings need 31.4 MB in /a, and 1 kB are free there; make room, or"
                                + " train on fewer recordings."));
    }

    @Test
    void whatWasCancelledIsNoFailureOfTheProgram() {
        assertEquals(
                "Abgebrochen; nichts blieb zurück. [P01]", german.failure(Sentence.of(new CancellationException())));
    }

    @Test
    void aSentenceInASentenceIsToldToo() {
        assertEquals(
                "Das Bündel b kann nicht aufgenommen werden. Diese Aufnahme hat keinen Ton. Nichts wurde geändert."
                        + " [S30]",
                german.failure("The bundle b cannot be taken in. This recording has no sound. Nothing was changed."));
    }

    @Test
    void whatIsInNoListStaysAsItIs() {
        assertEquals("The moon is full.", german.failure("The moon is full."));
    }

    @Test
    void whatIsLostIsToldInGermanToo() {
        assertEquals(
                "Beginn und Ende bleiben, wie sie in der Datei stehen; sie liegen bis zu 16.7 ms, im Mittel 8.1 ms vom"
                        + " nächsten Bild entfernt.",
                german.loss("Onsets and offsets are kept as they are in the file; they lie up to 16.7 ms, on average"
                        + " 8.1 ms, from the nearest frame."));
        assertEquals(
                "Zeile 7: das Protokoll hat kein Label „Freezing: long“.",
                german.loss("Line 7: the protocol has no label “Freezing: long”."));
        assertEquals(
                "Was in einem Moment geschieht, bekam die Länge eines Bildes. (12-mal)",
                german.loss("Something that happens at one moment was given the length of a frame. (12 times)"));
        assertEquals(
                "3 der Markierungen waren schon da und werden nicht doppelt übernommen.",
                german.loss("3 of the marks were there already and are not taken twice."));
        String english = "Line 7: the protocol has no label “x”.";
        assertEquals(english, this.english.loss(english));
        assertEquals("row 3 of a b", german.loss("row 3 of a b"));
    }

    @Test
    void whatADataSetLeavesOutIsToldInGermanToo() {
        assertEquals(
                "Aufnahme a, b, Käfig 2, 00:00:01.000 bis 00:00:11.000",
                german.dataset("recording a, b, cage 2, 00:00:01.000 to 00:00:11.000"));
        assertEquals(
                "Die Bewegung 0.0010 liegt nicht über 0.0020.",
                german.dataset("Its motion 0.0010 is not above 0.0020."));
        assertEquals(
                "Es zeigt dasselbe wie Aufnahme x, 2.0 s früher (Korrelation der Bewegung 0.99): eine Kopie.",
                german.dataset(
                        "It shows what recording x shows, 2.0 s earlier (its motion correlates with 0.99): a copy."));
        assertEquals(
                "Die Clips stammen von 4 Tieren (in 2 Gruppen mit gleichem Merkmal: Wurf): zu wenig für 5 Teile, ohne"
                        + " dass ein Tier in zweien liegt; halten Sie weniger zusammen, oder sehen Sie mehr Tiere durch,"
                        + " oder nehmen Sie 2 Folds.",
                german.dataset(
                        "The clips come from 4 animals, in 2 groups of the same litter, too few for 5 parts without an"
                                + " animal in two of them; keep fewer things together or review more animals, or take 2"
                                + " folds."));
        assertEquals(
                "clips/a.avi: Das Tier 70-1 liegt in den Teilen train und test.",
                german.dataset("clips/a.avi: The animal 70-1 is in the parts train and test."));
        assertEquals("The moon is full.", german.dataset("The moon is full."));
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            assertEquals(reason.text(), english.text("refusal." + reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** A sentence that is changed in the code and not in the list would fall back to English. */
    @Test
    void everySentenceOfTheListIsSaidByTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ictograph"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        TreeSet<String> stale = new TreeSet<>();
        for (String key : english.keys()) {
            if (key.startsWith("failure.") || key.startsWith("loss.") || key.startsWith("dataset.")) {
                for (String part : List.of(english.raw(key).split("\\{\\d\\}"))) {
                    String said =
                            part.replace("’", "'").replaceAll("^[“”]|[“”]$", "").strip();
                    if (said.length() > 3 && code.indexOf(said) < 0) {
                        stale.add(key + ": " + said);
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), stale);
    }
}
