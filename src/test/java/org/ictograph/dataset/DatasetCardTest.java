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
                new ClipTruth(
                        true, List.of(label), List.of(), List.of(), List.of("Ada", "Bo"), List.of("Bo"), null, 0.9),
                new ClipSource("a.avi", "f", 0, 1, 0, 0, 0, 0),
                new Manifest.Cut(new Box(0, 0, 2, 2), null, 224, 224, 300, 30, 40, 40),
                List.of(),
                null);
    }

    @Test
    void theCardTellsTheFacts() {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                new Manifest.Maker("Ictograph", "1.2.3", "FFmpeg 8"),
                new Manifest.StudyFacts(
                        "s",
                        "Pilot\n2",
                        "Units",
                        4,
                        "racine-1972",
                        List.of("Ada", "Bo"),
                        "both:0.5",
                        "0f",
                        new TreeMap<>(Map.of("rearing", "Both forepaws leave\nthe floor | more than 1 s."))),
                Publication.NONE.withLicence("CC-BY-4.0"),
                Profiles.RODEPIL,
                List.of(new Manifest.Part("1", List.of("a|b"), 2), new Manifest.Part("2", List.of("c"), 1)),
                List.of(),
                List.of(new Manifest.Seen("c", 5_400_000_000L, 3_618_000_000L)),
                null,
                List.of(),
                new TreeMap<>(Map.of("not reviewed", 7)),
                List.of(),
                List.of(clip("1", "a|b", "normal"), clip("1", "a|b", "seizure"), clip("2", "c", "normal")));
        assertEquals("""
                # Pilot 2: rodepil

                3 clips of 10 seconds at 30 frames per second (300 frames), each showing one cage of a recording.

                Labels: consensus of the study "Pilot 2", protocol "Units" version 4. Raters of the study: Ada, Bo. What two raters marked with an IoU of 0.5 or more counts as an event, and what was adjudicated.

                ## What labels mean

                | Label | What raters were to look for |
                | --- | --- |
                | rearing | Both forepaws leave the floor \\| more than 1 s. |

                ## Parts

                No animal is in two parts.

                | Part | Animal | Clips | Clips by class |
                | --- | --- | --- | --- |
                | 1 | 1 in all | 2 | normal 1, seizure 1 |
                | 1 | a\\|b | 2 | normal 1, seizure 1 |
                | 2 | 1 in all | 1 | normal 1 |
                | 2 | c | 1 | normal 1 |

                ## Agreement and coverage

                Before anything was settled, of the raters who had looked at a clip, a mark of what is searched for was \
                made by

                | Clips | Looked at by one | By several: all marked | Some | None |
                | --- | --- | --- | --- | --- |
                | positive | 0 | 0 | 3 | 0 |
                | negative | 0 | 0 | 0 | 0 |

                In the 3 clips that two or more looked at from end to end they said the same for 90.0 % of the time on \
                average, for 90.0 % in the worst clip; `manifest.json` and `clips.csv` have it for each clip.

                | Animal | Filmed, hours | Looked at, hours |
                | --- | --- | --- |
                | c | 1.50 | 1.01 |

                ## What is not in it

                Negative clips are pieces that a rater has looked at and in which the animal moves (mean over the \
                clip of the localizer's motion track, 0 to 1 above 0.2). Motionless and doubtful pieces were left out, \
                so figures measured on these clips do not tell false alarms per hour on whole recordings.

                Labels are what raters saw on video alone; electrographic seizures without visible signs are not in \
                them.

                - not reviewed: 7

                ## Licence

                CC-BY-4.0

                ## Files

                - `manifest.json`: for every clip its source video, time, crop, animal, raters, consensus marks and hash.
                - `split.json`: which animal is in which part, to be kept when data grow.
                - `clips.csv`: the same in short, a line for each clip.
                - `croissant.json`, `datacite.json`: this data set described for programs (Croissant 1.0) and archives \
                (DataCite 4.5).
                - Above this folder `manifest-sha256.txt` and the other files of a bag (BagIt 1.0, RFC 8493): check \
                with `sha256sum -c manifest-sha256.txt` there.

                Columns of `clips.csv`: clip (path), sha256, part (fold or subset), subject (animal), positive (1 or \
                0), classes (separated by |), recording, cage (position), start and end (seconds of the recording), \
                raters (how many looked at some of it), marked (how many of all raters marked it), agreement \
                (share of the time for which raters who looked at all of it said the same; there is none where no clip has two).

                Written by Ictograph 1.2.3 with FFmpeg 8.
                """, DatasetCard.of(manifest));
    }
}
