package org.ictograph.dataset;

import java.util.List;
import java.util.Optional;

/** The profiles that are built in. */
public final class Profiles {
    /** Seed of every split unless another is chosen. */
    public static final long SEED = 42;

    /**
     * Mean motion above which an animal counts as moving, in the unit of the localizers' motion track (0 to 1). In the
     * demo (seed 2019, 2026-11-21) animals that sleep through a clip are at 0.15 to 0.17, all others at 0.24 and above.
     */
    public static final double MOTION_THRESHOLD = 0.2;

    private static final String MOTION = "mean over the clip of the localizer's motion track, 0 to 1";

    /** Seizure or not, in consecutive clips of ten seconds, five folds. After RodEpil (arXiv 2511.10431). */
    public static final Profile RODEPIL = new Profile(
            "rodepil",
            "RodEpil: seizure or not, in ten seconds",
            Profile.Sampling.CONSECUTIVE,
            ClipForm.BENCHMARK,
            new NegativeRule(MOTION, MOTION_THRESHOLD, 0),
            SplitRule.folds(5, SEED),
            RangeToken.SAMPLED_16);

    /**
     * Action units in time, in clips of ten seconds, training and testing. After RatSeizure (arXiv 2603.26780), where
     * clips without any action unit are rare, hence the limit.
     */
    public static final Profile RATSEIZURE = new Profile(
            "ratseizure",
            "RatSeizure: action units in time",
            Profile.Sampling.AROUND_UNITS,
            ClipForm.BENCHMARK,
            new NegativeRule(MOTION, MOTION_THRESHOLD, 20),
            SplitRule.trainingTesting(SEED),
            RangeToken.SAMPLED_16);

    /** The clips of RodEpil with the lists of TimeSformer. */
    public static final Profile TIMESFORMER = loader("timesformer", "TimeSformer: seizure or not, with its lists");

    /** The clips of RodEpil with the lists of SlowFast. */
    public static final Profile SLOWFAST = loader("slowfast", "SlowFast: seizure or not, with its lists");

    /** The clips of RodEpil with the lists that VideoMAE is fine-tuned with. */
    public static final Profile VIDEOMAE = loader("videomae", "VideoMAE: seizure or not, with its lists");

    /** The clips of RodEpil with the lists of MMAction2. */
    public static final Profile MMACTION2 = loader("mmaction2", "MMAction2: seizure or not, with its lists");

    /** The clips of RatSeizure with the annotations of ActivityNet 1.3. */
    public static final Profile ACTIVITYNET = annotated("activitynet", "ActivityNet: action units in time");

    /** The clips of RatSeizure with the annotations of ActionFormer. */
    public static final Profile ACTIONFORMER = annotated("actionformer", "ActionFormer: action units in time");

    /** The clips of RatSeizure with the annotations of OpenTAD. */
    public static final Profile OPENTAD = annotated("opentad", "OpenTAD: action units in time");

    /**
     * Windows before seizures and matched ones far from any, for forecasting from video alone (arXiv 2603.12887, with
     * windows of 3 to 10 seconds).
     */
    public static final Profile FORECAST = new Profile(
            "forecast",
            "Forecast: seizure within five seconds or not",
            Profile.Sampling.BEFORE_SEIZURES,
            ClipForm.BENCHMARK.withSeconds(5),
            new NegativeRule(MOTION, 0, 100),
            SplitRule.trainingTesting(SEED),
            RangeToken.SAMPLED_16);

    /**
     * Segments of five seconds at six frames a second before and after the onsets of seizures, with key points and squares
     * around joints (arXiv 2603.23757, which has 1062 interictal for 708 ictal ones).
     */
    public static final Profile JOINTS = new Profile(
                    "joints",
                    "Joints: ictal or not, around the onsets, with key points",
                    Profile.Sampling.AROUND_ONSETS,
                    ClipForm.BENCHMARK.withSeconds(5).withRate(6),
                    new NegativeRule(MOTION, 0, 150),
                    SplitRule.trainValTest(SEED),
                    RangeToken.SAMPLED_16)
            .withJoints(JointForm.STANDARD);

    private Profiles() {}

    private static Profile loader(String id, String title) {
        return forPrograms(RODEPIL, id, title);
    }

    private static Profile annotated(String id, String title) {
        return forPrograms(RATSEIZURE, id, title);
    }

    private static Profile forPrograms(Profile base, String id, String title) {
        return new Profile(
                id,
                title,
                base.sampling(),
                base.clip(),
                base.negatives(),
                SplitRule.trainValTest(SEED),
                base.rangeToken());
    }

    public static List<Profile> all() {
        return List.of(
                RODEPIL,
                RATSEIZURE,
                TIMESFORMER,
                SLOWFAST,
                VIDEOMAE,
                MMACTION2,
                ACTIVITYNET,
                ACTIONFORMER,
                OPENTAD,
                FORECAST,
                JOINTS);
    }

    public static Optional<Profile> named(String id) {
        return all().stream().filter(profile -> profile.id().equals(id)).findFirst();
    }
}
