package org.ictograph.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.ictograph.dataset.ClipForm;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.ExportOutcome;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Publication;
import org.ictograph.dataset.RangeToken;
import org.ictograph.dataset.Refusal;
import org.ictograph.dataset.SplitShape;
import org.ictograph.dataset.Together;
import org.ictograph.dataset.Unfinished;
import org.ictograph.model.InclusionRule;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.Modality;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export STUDY --profile P -o DIR}: the data set. */
@Command(name = "export", description = "Write the agreed labels as a data set.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** Pieces left out that are told one by one. */
    private static final int TOLD = 20;

    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(
            names = "--profile",
            paramLabel = "P",
            required = true,
            description = "one of 'profiles', or a file of rules NAME.properties")
    private String profile = "";

    @Option(names = "-o", paramLabel = "DIR", description = "folder to make; not needed for a dry run")
    private @Nullable Path folder;

    @Option(names = "--dry-run", description = "only print counts and refusals")
    private boolean dryRun;

    @Option(names = "--refusals", description = "print every refusal, not only how many there are")
    private boolean refusals;

    @Option(names = "--rules", description = "also print what each rule for which events count would give")
    private boolean rules;

    @Option(names = "--folds", paramLabel = "N", description = "subject-wise folds (default: as the profile says)")
    private @Nullable Integer folds;

    @Option(
            names = "--split",
            paramLabel = "KIND",
            description = "folds, each_animal, train_val_test or train_test (default: as the profile says)")
    private @Nullable SplitShape split;

    @Option(
            names = "--together",
            split = ",",
            paramLabel = "TIE",
            description = "keep animals of one litter, recording or day in one part")
    private List<Together> together = List.of();

    @Option(
            names = "--keep-split",
            paramLabel = "SET",
            description = "carry on the split of an earlier data set or split.json: no animal changes its part")
    private @Nullable Path kept;

    @Option(names = "--licence", paramLabel = "SPDX", description = "for example CC-BY-4.0 (default: none)")
    private String licence = "";

    @Option(names = "--creator", paramLabel = "NAME", description = "who is to be cited; may be repeated")
    private List<String> creators = List.of();

    @Option(names = "--publisher", paramLabel = "NAME", description = "the lab or the archive")
    private String publisher = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "of the data set (default: the study's name)")
    private String title = "";

    @Option(names = "--year", paramLabel = "YYYY", description = "of publication (default: of the newest recording)")
    private String year = "";

    @Option(names = "--seconds", paramLabel = "N", description = "length of forecast windows, 3 to 10 (default: 5)")
    private @Nullable Integer seconds;

    @Option(names = "--seed", paramLabel = "N", description = "seed of the split")
    private @Nullable Long seed;

    @Option(names = "--fit", description = "padded, centre_crop or native (default: padded)")
    private @Nullable Fit fit;

    @Option(names = "--codec", description = "mpeg4, mjpeg, ffv1 or h264 (default: mpeg4)")
    private @Nullable Codec codec;

    @Option(
            names = "--copies",
            split = ",",
            paramLabel = "CODEC",
            description = "also write every clip in these codecs, each in a folder of its own: h264 (MP4), ffv1, mpeg4,"
                    + " mjpeg")
    private List<Codec> copies = List.of();

    @Option(
            names = "--modality",
            paramLabel = "M",
            description = "what clips show: picture (default), difference from picture to picture, flow_farneback or"
                    + " flow_dis")
    private @Nullable Modality modality;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "sample so many frames evenly over each clip, for example 8, 16 or 32 (default: all)")
    private @Nullable Integer sampled;

    @Option(names = "--side", paramLabel = "N", description = "width and height of clips in pixels (default: 224)")
    private @Nullable Integer side;

    @Option(
            names = "--features",
            paramLabel = "MODEL",
            description = "also measure the feature sequence of each clip with the encoder of one of 'models', as .npy")
    private @Nullable String features;

    @Mixin
    private final JointOptions joints = new JointOptions();

    @Option(names = "--range-token", description = "sampled_16, frames or seconds (default: sampled_16)")
    private @Nullable RangeToken rangeToken;

    ExportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (!year.matches("([0-9]{4})?")) {
            throw new SessionException("The year of publication has four digits, not " + year + ".");
        }
        ExportOrder chosen =
                ExportOrder.of(chosen()).published(new Publication(title, creators, publisher, year, licence));
        Path target = folder;
        if (!dryRun && target == null) {
            throw new SessionException(
                    "An export needs a folder: write -o DIR, or --dry-run to see what would be in it.");
        }
        if (!dryRun && target != null && Files.exists(target)) {
            throw new SessionException(target + " exists already and is left as it is; name another folder.");
        }
        if (kept != null) {
            if (split != null || folds != null || seed != null) {
                throw new SessionException("A split that is kept has its own parts and seed; leave --split, --folds and"
                        + " --seed away, or --keep-split.");
            }
            chosen = chosen.keeping(desk.datasets().split(kept));
        }
        try (StudySession session = desk.open(study, Optional.empty())) {
            DatasetPlan plan = desk.await(session.exporting().plan(chosen));
            desk.console().noProgress();
            print(plan);
            if (rules) {
                compareRules(session, chosen);
            }
            if (dryRun) {
                desk.console()
                        .print("Copies that only pictures tell, and black or grey frames, are found and left out when"
                                + " the data set is made.");
            }
            if (plan.obstacle().isPresent()) {
                desk.console().note("ictograph: " + plan.obstacle().get());
                return Program.NO;
            }
            if (!dryRun && target != null) {
                ExportOutcome written = written(session, plan, target);
                desk.console().noProgress();
                print(written.leftOut());
                desk.console().print("%d clips in %s", written.clips(), written.folder());
                desk.console().print("manifest %s", written.manifestHash());
            }
        }
        return Program.DONE;
    }

    private ExportOutcome written(StudySession session, DatasetPlan plan, Path target) throws Exception {
        try {
            return desk.await(session.exporting().write(plan, target, Optional.ofNullable(features)));
        } catch (CancellationException cancelled) {
            Optional<Unfinished> kept = desk.datasets().unfinished(target);
            if (kept.isEmpty()) {
                throw cancelled;
            }
            throw new SessionException("Cancelled; " + kept.get().clips() + " clips are kept beside " + target
                    + ". Repeat the export to go on with them.");
        }
    }

    private Profile chosen() throws Exception {
        Profile found = desk.datasets().profile(profile);
        if (fit != null) {
            found = found.withClip(found.clip().withFit(fit));
        }
        if (codec != null) {
            found = found.withClip(found.clip().withCodec(codec));
        }
        if (!copies.isEmpty()) {
            found = found.withClip(found.clip().withCopies(copies));
        }
        if (seconds != null) {
            found = found.withSeconds(seconds);
        }
        found = found.withClip(shown(found.clip()));
        found = joints.chosen(found);
        if (rangeToken != null) {
            found = found.withRangeToken(rangeToken);
        }
        if (seed != null) {
            found = found.withSeed(seed);
        }
        if (split != null && split != SplitShape.FOLDS && folds != null) {
            throw new SessionException("Only a split into folds has a number of folds; leave --folds away.");
        }
        if (split != null) {
            found = found.withSplit(split.rule(found.split(), SplitShape.FOLDS_OF_RODEPIL));
        }
        found = folds == null ? found : found.withFolds(folds);
        return found.withSplit(found.split().withTogether(together));
    }

    private ClipForm shown(ClipForm usual) throws SessionException {
        try {
            ClipForm form = side == null ? usual : usual.withSide(side);
            form = sampled == null ? form : form.withSampled(sampled);
            return modality == null ? form : form.withModality(modality);
        } catch (IllegalArgumentException improper) {
            throw new SessionException(String.valueOf(improper.getMessage()), improper);
        }
    }

    private void compareRules(StudySession session, ExportOrder chosen) throws Exception {
        List<InclusionRule> offered = InclusionRule.offered();
        List<DatasetPlan> plans = desk.await(session.exporting().plans(chosen, offered));
        desk.console().noProgress();
        desk.console().print("%-14s %8s %8s %8s", "rule", "positive", "negative", "refused");
        for (int i = 0; i < offered.size(); i++) {
            DatasetPlan plan = plans.get(i);
            long positive = plan.clips().stream()
                    .filter(clip -> clip.truth().positive())
                    .count();
            desk.console()
                    .print(
                            "%-14s %8d %8d %8d",
                            offered.get(i).text(),
                            positive,
                            plan.clips().size() - positive,
                            plan.refusals().size());
        }
    }

    /** What was left out because of its pictures, which the dry run does not know. */
    private void print(List<Refusal> leftOut) {
        int shown = refusals ? leftOut.size() : Math.min(leftOut.size(), TOLD);
        leftOut.stream()
                .limit(shown)
                .forEach(refusal -> desk.console().print("left out %s: %s", refusal.what(), refusal.why()));
        if (shown < leftOut.size()) {
            desk.console().print("left out %d more; --refusals prints all", leftOut.size() - shown);
        }
    }

    private void print(DatasetPlan plan) {
        desk.console()
                .print(
                        "events that count: %s",
                        plan.request().study().protocol().plan().inclusion().text());
        desk.console().print("%-10s %-16s %-28s %s", "part", "animal", "class", "clips");
        plan.counts()
                .forEach(count -> desk.console()
                        .print("%-10s %-16s %-28s %d", count.part(), count.subject(), count.label(), count.clips()));
        desk.console()
                .print(
                        "%d clips, %d refused",
                        plan.clips().size(), plan.refusals().size());
        plan.refusalCounts().forEach((reason, n) -> desk.console().print("  %5d %s", n, reason.text()));
        if (refusals) {
            plan.refusals().forEach(refusal -> desk.console().print("  %s: %s", refusal.what(), refusal.why()));
        }
    }
}
