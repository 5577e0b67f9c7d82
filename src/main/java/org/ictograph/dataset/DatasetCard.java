package org.ictograph.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.Protocol;
import org.ictograph.video.Modality;

/** The README of a data set: what is in it and how it came about, in facts from the manifest. */
final class DatasetCard {
    static final String FILE = "README.md";

    /** Pieces that the card tells of one by one; the manifest tells of all. */
    private static final int TOLD = 40;

    private final Manifest manifest;
    private final StringBuilder text = new StringBuilder();

    private DatasetCard(Manifest manifest) {
        this.manifest = manifest;
    }

    static String of(Manifest manifest) {
        DatasetCard card = new DatasetCard(manifest);
        card.head();
        card.meanings();
        card.counts();
        card.agreement();
        card.rules();
        card.licence();
        card.files();
        return card.text.toString();
    }

    private void head() {
        Manifest.StudyFacts study = manifest.study();
        ClipForm clip = manifest.profile().clip();
        line("# " + oneLine(study.name()) + ": " + manifest.profile().id());
        line("");
        line(manifest.clips().size() + " clips of " + clip.seconds() + " seconds at " + clip.frameRateText()
                + " frames per second (" + clip.frames() + " frames), each showing one cage of a recording.");
        line("");
        if (clip.sampled() > 0) {
            line("The frames are sampled evenly over each clip, so that times in its labels are times of its file.");
            line("");
        }
        if (clip.modality() != Modality.PICTURE) {
            line("The pixels of the clips (modality `" + clip.modality().text() + "`) are "
                    + clip.modality().pixels()
                    + ". They compare each frame of a clip with the frame of that clip before it; the first shows the same as the"
                    + " second. Like all colours these were written as YCbCr (BT.601) with half as many columns and rows of"
                    + " colour" + (clip.modality().flow() ? ", which tells a way to about half a pixel." : "."));
            line("");
        }
        line("Labels: consensus of the study \"" + oneLine(study.name()) + "\", protocol \""
                + oneLine(study.protocol()) + "\" version " + study.protocolVersion() + ". Raters of the study: "
                + oneLine(String.join(", ", study.raters())) + ". " + inclusion(study.inclusion()));
        line("");
    }

    /** What raters were to look for, as far as the protocol says it. */
    private void meanings() {
        Map<String, String> definitions = manifest.study().definitions();
        if (!definitions.isEmpty()) {
            line("## What labels mean");
            line("");
            line("| Label | What raters were to look for |");
            line("| --- | --- |");
            definitions.forEach((label, meaning) -> line("| " + cell(label) + " | " + cell(meaning) + " |"));
            line("");
        }
    }

    private static String inclusion(String rule) {
        return InclusionRule.parse(rule)
                .map(known -> switch (known.kind()) {
                    case ADJUDICATED -> "Only what was adjudicated counts as an event.";
                    case BOTH_RATERS ->
                        "What two raters marked with an IoU of " + known.likeness()
                                + " or more counts as an event, and what was adjudicated.";
                    case ANY_RATER ->
                        "What any one rater marked counts as an event unless it was adjudicated otherwise.";
                })
                .orElse("Which events count is told by the rule " + oneLine(rule) + ".");
    }

    private void counts() {
        line("## Parts");
        line("");
        line("No animal is in two parts." + together());
        line("");
        line("| Part | Animal | Clips | Clips by class |");
        line("| --- | --- | --- | --- |");
        for (Manifest.Part part : manifest.parts()) {
            List<Manifest.Clip> inPart = manifest.clips().stream()
                    .filter(clip -> clip.part().equals(part.name()))
                    .toList();
            line(row(part.name(), part.subjects().size() + " in all", inPart));
            for (String subject : part.subjects()) {
                line(row(
                        part.name(),
                        subject,
                        inPart.stream()
                                .filter(clip -> clip.place().subject().equals(subject))
                                .toList()));
            }
        }
        line("");
    }

    private static String row(String part, String animal, List<Manifest.Clip> clips) {
        Map<String, Integer> byClass = new TreeMap<>();
        clips.forEach(clip -> clip.truth().classes().forEach(label -> byClass.merge(label, 1, Integer::sum)));
        List<String> classes = byClass.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return "| " + part + " | " + cell(animal) + " | " + clips.size() + " | " + String.join(", ", classes) + " |";
    }

    /** How the raters who looked at a clip agree about whether it shows what is searched for. */
    private void agreement() {
        line("## Agreement and coverage");
        line("");
        line("Before anything was settled, of the raters who had looked at a clip, a mark of what is searched for was"
                + " made by");
        line("");
        line("| Clips | Looked at by one | By several: all marked | Some | None |");
        line("| --- | --- | --- | --- | --- |");
        line("| positive | " + agreement(true) + " |");
        line("| negative | " + agreement(false) + " |");
        line("");
        agreementInTime();
        if (!manifest.seen().isEmpty()) {
            line("| Animal | Filmed, hours | Looked at, hours |");
            line("| --- | --- | --- |");
            manifest.seen()
                    .forEach(seen -> line("| " + cell(seen.subject()) + " | " + hours(seen.filmedMicros()) + " | "
                            + hours(seen.seenMicros()) + " |"));
            line("");
        }
    }

    private void agreementInTime() {
        DoubleSummaryStatistics shares = new DoubleSummaryStatistics();
        for (Manifest.Clip clip : manifest.clips()) {
            Double share = clip.truth().agreement();
            if (share != null) {
                shares.accept(share);
            }
        }
        if (shares.getCount() > 0) {
            line(String.format(
                    Locale.ROOT,
                    "In the %d clips that two or more looked at from end to end they said the same for %.1f %% of the time"
                            + " on average, for %.1f %% in the worst clip; `manifest.json` and `clips.csv` have it for each"
                            + " clip.",
                    shares.getCount(),
                    100 * shares.getAverage(),
                    100 * shares.getMin()));
            line("");
        }
    }

    private String agreement(boolean positive) {
        int[] counts = new int[4];
        for (Manifest.Clip clip : manifest.clips()) {
            if (clip.truth().positive() == positive) {
                int raters = clip.truth().raters().size();
                int marked = clip.truth().markedBy().size();
                counts[raters < 2 ? 0 : marked >= raters ? 1 : marked > 0 ? 2 : 3]++;
            }
        }
        return counts[0] + " | " + counts[1] + " | " + counts[2] + " | " + counts[3];
    }

    private static String hours(long micros) {
        return BigDecimal.valueOf(micros)
                .divide(BigDecimal.valueOf(3_600_000_000L), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void licence() {
        String licence = manifest.publication().licence();
        line("## Licence");
        line("");
        line(
                licence.isEmpty()
                        ? "No licence was chosen: nobody but its makers may use this data set without asking them."
                        : oneLine(licence));
        line("");
    }

    private String together() {
        List<Together> ties = manifest.profile().split().together();
        return ties.isEmpty()
                ? ""
                : " Animals of the same "
                        + String.join(" or ", ties.stream().map(Together::text).toList()) + " are in one part.";
    }

    private void rules() {
        NegativeRule negatives = manifest.profile().negatives();
        line("## What is not in it");
        line("");
        if (manifest.profile().sampling() == Profile.Sampling.BEFORE_SEIZURES) {
            line(
                    "Positive clips end two and a half seconds before the onset of a seizure. Each has a negative clip of the"
                            + " same cage and recording, at least 30 seconds from any seizure, with the most similar motion;"
                            + " somebody has looked at both and at the five seconds after them. Half of the clips are"
                            + " positive, so figures measured on these clips do not tell false alarms per hour on whole"
                            + " recordings.");
        } else if (manifest.profile().sampling() == Profile.Sampling.AROUND_ONSETS) {
            onsets();
        } else {
            negatives(negatives);
        }
        line("");
        line("Labels are what raters saw on video alone; electrographic seizures without visible signs are not in"
                + " them.");
        line("");
        if (manifest.profile().sampling() == Profile.Sampling.AROUND_UNITS) {
            line("Time of a seizure in which no unit was agreed on carries no label, so segments may leave holes: `"
                    + Protocol.OTHERS + "` says that there was no seizure.");
            line("");
        }
        manifest.refusals().forEach((reason, count) -> line("- " + reason + ": " + count));
        line("");
        leftOut();
    }

    private void leftOut() {
        List<Refusal> all = manifest.leftOut();
        if (all.isEmpty()) {
            return;
        }
        line("Left out because of what their pictures show:");
        line("");
        all.stream()
                .limit(TOLD)
                .forEach(refusal -> line("- " + oneLine(refusal.what()) + ": " + oneLine(refusal.why())));
        if (all.size() > TOLD) {
            line("- and " + (all.size() - TOLD) + " more, see `" + Manifest.FILE + "`");
        }
        line("");
    }

    private void onsets() {
        line(
                "Ictal segments start within 40 seconds after the clinical onset of a seizure and before its end. Interictal"
                        + " ones end before the electrographic onset, where somebody marked it, else 30 seconds before the clinical"
                        + " one, and start 30 seconds or more after a seizure; somebody has looked at all of them. Of these a"
                        + " share was drawn, so figures measured on these clips do not tell false alarms per hour on whole"
                        + " recordings.");
        JointForm joints = manifest.profile().joints();
        if (joints != null && joints.ramp()) {
            line("");
            line(
                    "Between the onsets the probability rises as (e^u - 1) / (e - 1), with u the share of the way from one onset"
                            + " to the other at the middle of the segment.");
        }
    }

    private void negatives(NegativeRule negatives) {
        line("Negative clips are pieces that a rater has looked at and in which the animal moves (" + negatives.method()
                + " above " + negatives.threshold() + "). Motionless and doubtful pieces were left out, so figures"
                + " measured on these clips do not tell false alarms per hour on whole recordings.");
        if (negatives.distance() > 0) {
            line("They lie " + negatives.distance()
                    + " seconds or more from any seizure of the animal in the same recording.");
        }
        if (negatives.hard() && negatives.perHundred() > 0) {
            line("Those that a model proposed and a rater rejected were taken first, so they are harder than others.");
        }
    }

    private void files() {
        line("## Files");
        line("");
        line(
                "- `manifest.json`: for every clip its source video, time, crop, animal, raters, consensus marks and hash.");
        line("- `" + FrozenSplit.FILE + "`: which animal is in which part, to be kept when data grow.");
        line("- `clips.csv`: the same in short, a line for each clip.");
        line("- `croissant.json`, `datacite.json`: this data set described for programs (Croissant 1.0) and archives"
                + " (DataCite 4.5).");
        if (!manifest.profile().clip().copies().isEmpty()) {
            line("- Folders of copies, each clip under the same path as without them: "
                    + manifest.profile().clip().copies().stream()
                            .map(codec -> "`" + codec.name().toLowerCase(Locale.ROOT) + "/`")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        Manifest.Encoder encoder = manifest.encoder();
        if (encoder != null) {
            line(
                    "- `features/`, `features.csv`: of each clip an array (steps × numbers) that the encoder of the model `"
                            + oneLine(encoder.model()) + "` measured on it; step k sees " + encoder.frames()
                            + " frames from frame "
                            + encoder.stride() + " · k at " + encoder.rate() + " a second.");
        }
        JointForm joints = manifest.profile().joints();
        if (joints != null) {
            line(
                    "- `segments.csv`: label (1 ictal, 0 interictal, empty between the onsets), probability, seconds from the"
                            + " start of the segment to the onsets, array of key points.");
        }
        if (joints != null && !joints.points().isEmpty()) {
            line("- `keypoints/`, `points.csv`: of each segment with key points an array (frames × 3 · "
                    + joints.points().size()
                    + ", 32-bit numbers): x and y in pixels of the source from the corner of the crop, and likelihood, of"
                    + " each joint in the order of `points.csv`; NaN where it was not found.");
        }
        if (joints != null && !joints.points().isEmpty() && joints.side() > 0) {
            line("- `joints/`, `joints.csv`: films of the square of " + joints.side()
                    + " pixels around each joint that was"
                    + " found in half of the frames or more with a likelihood of " + KeyPoints.SURE
                    + " or more; between such"
                    + " frames the square moves evenly, and it stays inside the cage.");
        }
        line("- Above this folder `" + HashList.FILE + "` and the other files of a bag (BagIt 1.0, RFC 8493): check"
                + " with `sha256sum -c " + HashList.FILE + "` there.");
        line("");
        line(
                "Columns of `clips.csv`: clip (path), sha256, part (fold or subset), subject (animal), positive (1 or 0),"
                        + " classes (separated by |), recording, cage (position), start and end (seconds of the recording),"
                        + " raters (how many looked at some of it), marked (how many of all raters marked it), agreement (share of"
                        + " the time for which raters who looked at all of it said the same; there is none where no clip has two).");
        line("");
        Manifest.Maker maker = manifest.maker();
        line("Written by " + maker.program() + " " + maker.version() + " with " + maker.videoLibrary() + ".");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ");
    }

    private static String cell(String words) {
        return oneLine(words).replace("|", "\\|");
    }
}
