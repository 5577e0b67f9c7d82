package org.ictograph.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The profiles that are built in: files of rules like those of a lab, in the program. */
public final class Profiles {
    /** Seed of every split unless another is chosen. */
    public static final long SEED = 42;

    /**
     * Mean motion above which an animal counts as moving, in the unit of the localizers' motion track (0 to 1). In the
     * demo (seed 2019, 2026-11-21) animals that sleep through a clip are at 0.15 to 0.17, all others at 0.24 and above.
     */
    public static final double MOTION_THRESHOLD = 0.2;

    static final String MOTION = "mean over the clip of the localizer's motion track, 0 to 1";

    /** Seizure or not, in consecutive clips of ten seconds, five folds. After RodEpil (arXiv 2511.10431). */
    public static final Profile RODEPIL = builtIn("rodepil");

    /**
     * Action units in time, in clips of ten seconds, training and testing. After RatSeizure (arXiv 2603.26780), where
     * clips without any action unit are rare, hence a limit for them.
     */
    public static final Profile RATSEIZURE = builtIn("ratseizure");

    /** The clips of RodEpil with the lists of TimeSformer. */
    public static final Profile TIMESFORMER = builtIn("timesformer");

    /** The clips of RodEpil with the lists of SlowFast. */
    public static final Profile SLOWFAST = builtIn("slowfast");

    /** The clips of RodEpil with the lists that VideoMAE is fine-tuned with. */
    public static final Profile VIDEOMAE = builtIn("videomae");

    /** The clips of RodEpil with the lists of MMAction2. */
    public static final Profile MMACTION2 = builtIn("mmaction2");

    /** The clips of RatSeizure with the annotations of ActivityNet 1.3. */
    public static final Profile ACTIVITYNET = builtIn("activitynet");

    /** The clips of RatSeizure with the annotations of ActionFormer. */
    public static final Profile ACTIONFORMER = builtIn("actionformer");

    /** The clips of RatSeizure with the annotations of OpenTAD. */
    public static final Profile OPENTAD = builtIn("opentad");

    /**
     * Windows before seizures and matched ones far from any, for forecasting from video alone (arXiv 2603.12887, with
     * windows of 3 to 10 seconds).
     */
    public static final Profile FORECAST = builtIn("forecast");

    /**
     * Segments of five seconds at six frames a second before and after the onsets of seizures, with key points and squares
     * around joints (arXiv 2603.23757, which has 1062 interictal for 708 ictal ones).
     */
    public static final Profile JOINTS = builtIn("joints");

    private Profiles() {}

    private static Profile builtIn(String id) {
        String name = "profiles/" + id + ProfileFile.ENDING;
        try (InputStream rules = Profiles.class.getResourceAsStream(name)) {
            if (rules == null) {
                throw new IllegalStateException("The program lacks " + name + ".");
            }
            return ProfileFile.builtIn(id, new String(rules.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | DatasetException broken) {
            throw new IllegalStateException("The program's own " + name + " cannot be read.", broken);
        }
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
