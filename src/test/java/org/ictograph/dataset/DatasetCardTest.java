package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.model.Box;
import org.junit.jupiter.api.Test;

class DatasetCardTest {
    private static Manifest.Clip clip(String part, String subject, String label) {
        return new Manifest.Clip(
                "x",
                "00",
                part,
                new ClipPlace("R", "", 1, subject),
                new ClipTruth(true, List.of(label), List.of(), List.of(), List.of(), null),
                new ClipSource("a.avi", "f", 0, 1, 0, 0, 0, 0),
                new Manifest.Cut(new Box(0, 0, 2, 2), null, 224, 224, 300, 30, 40, 40));
    }

    @Test
    void theCardTellsTheFacts() {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                new Manifest.Maker("Ictograph", "1.2.3", "FFmpeg 8"),
                new Manifest.StudyFacts(
                        "s", "Pilot\n2", "Units", 4, "racine-1972", List.of("Ada", "Bo"), "both:0.5", "0f"),
                Profiles.RODEPIL,
                List.of(new Manifest.Part("1", List.of("a|b"), 2), new Manifest.Part("2", List.of("c"), 1)),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("not reviewed", 7)),
                List.of(clip("1", "a|b", "normal"), clip("1", "a|b", "seizure"), clip("2", "c", "normal")));
        assertEquals("""
                # Pilot 2: rodepil

                3 clips of 10 seconds at 30 frames per second (300 frames), each showing one cage of a recording.

                Labels: consensus of the study "Pilot 2", protocol "Units" version 4. Raters of the study: Ada, Bo. What two raters marked with an IoU of 0.5 or more counts as an event, and what was adjudicated.

                ## Parts

                No animal is in two parts.

                | Part | Animals | Clips | Clips by class |
                | --- | --- | --- | --- |
                | 1 | a\\|b | 2 | normal 1, seizure 1 |
                | 2 | c | 1 | normal 1 |

                ## What is not in it

                Negative clips are pieces that a rater has looked at and in which the animal moves (mean over the \
                clip of the localizer's motion track, 0 to 1 above 0.2). Motionless and doubtful pieces were left out, \
                so figures measured on these clips do not tell false alarms per hour on whole recordings.

                - not reviewed: 7

                ## Files

                - `manifest.json`: for every clip its source video, time, crop, animal, raters, consensus marks and hash.
                - `split.json`: which animal is in which part, to be kept when data grow.
                - `manifest-sha256.txt`: check with `sha256sum -c manifest-sha256.txt`.

                Written by Ictograph 1.2.3 with FFmpeg 8.
                """, DatasetCard.of(manifest));
    }
}
