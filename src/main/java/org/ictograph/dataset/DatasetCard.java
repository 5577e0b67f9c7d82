package org.ictograph.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.Protocol;

/** The README of a data set: what is in it and how it came about, in facts from the manifest. */
final class DatasetCard {
    static final String FILE = "README.md";

    private final Manifest manifest;
    private final StringBuilder text = new StringBuilder();

    private DatasetCard(Manifest manifest) {
        this.manifest = manifest;
    }

    static String of(Manifest manifest) {
        DatasetCard card = new DatasetCard(manifest);
        card.head();
        card.counts();
        card.rules();
        card.files();
        return card.text.toString();
    }

    private void head() {
        Manifest.StudyFacts study = manifest.study();
        ClipForm clip = manifest.profile().clip();
        line("# " + oneLine(study.name()) + ": " + manifest.profile().id());
        line("");
        line(manifest.clips().size() + " clips of " + clip.seconds() + " seconds at " + clip.rate()
                + " frames per second (" + clip.frames() + " frames), each showing one cage of a recording.");
        line("");
        line("Labels: consensus of the study \"" + oneLine(study.name()) + "\", protocol \""
                + oneLine(study.protocol()) + "\" version " + study.protocolVersion() + ". Raters of the study: "
                + oneLine(String.join(", ", study.raters())) + ". " + inclusion(study.inclusion()));
        line("");
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
        Map<String, Map<String, Integer>> byPart = new TreeMap<>();
        for (Manifest.Clip clip : manifest.clips()) {
            for (String label : clip.truth().classes()) {
                byPart.computeIfAbsent(clip.part(), part -> new TreeMap<>()).merge(label, 1, Integer::sum);
            }
        }
        line("## Parts");
        line("");
        line("No animal is in two parts." + together());
        line("");
        line("| Part | Animals | Clips | Clips by class |");
        line("| --- | --- | --- | --- |");
        for (Manifest.Part part : manifest.parts()) {
            List<String> classes = byPart.getOrDefault(part.name(), Map.of()).entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .toList();
            line("| " + part.name() + " | " + cell(String.join(", ", part.subjects())) + " | " + part.clips() + " | "
                    + String.join(", ", classes) + " |");
        }
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
        line("Negative clips are pieces that a rater has looked at and in which the animal moves (" + negatives.method()
                + " above " + negatives.threshold() + "). Motionless and doubtful pieces were left out, so figures"
                + " measured on these clips do not tell false alarms per hour on whole recordings.");
        line("");
        if (manifest.profile().sampling() == Profile.Sampling.AROUND_UNITS) {
            line("Time of a seizure in which no unit was agreed on carries no label, so segments may leave holes: `"
                    + Protocol.OTHERS + "` says that there was no seizure.");
            line("");
        }
        manifest.refusals().forEach((reason, count) -> line("- " + reason + ": " + count));
        line("");
    }

    private void files() {
        line("## Files");
        line("");
        line(
                "- `manifest.json`: for every clip its source video, time, crop, animal, raters, consensus marks and hash.");
        line("- `" + FrozenSplit.FILE + "`: which animal is in which part, to be kept when data grow.");
        line("- `" + HashList.FILE + "`: check with `sha256sum -c " + HashList.FILE + "`.");
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
