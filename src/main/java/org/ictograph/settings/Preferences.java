package org.ictograph.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one person likes, on one machine. Nothing here is part of a study.
 *
 * @param appearance how the window looks
 * @param viewing how recordings are watched
 * @param rater name of the rater who worked last, empty before the first time
 * @param recentStudies study files, the last one first, none twice
 * @param secondPlace a folder, best on another disk, in which a copy of each snapshot is kept
 * @param tour how many steps of the guided tour were taken, for going on there
 */
public record Preferences(
        Appearance appearance,
        Viewing viewing,
        String rater,
        List<Path> recentStudies,
        Optional<Path> secondPlace,
        int tour) {
    /** More would not be found again in a menu. */
    public static final int RECENT = 10;

    /** What holds until somebody chooses. */
    public static final Preferences STANDARD =
            new Preferences(Appearance.STANDARD, Viewing.STANDARD, "", List.of(), Optional.empty(), 0);

    public Preferences {
        if (tour < 0) {
            throw new IllegalArgumentException("A tour begins with step 0, not " + tour);
        }
        recentStudies = recentStudies.stream().distinct().limit(RECENT).toList();
    }

    /** The study that was open last. */
    public Optional<Path> lastStudy() {
        return recentStudies.stream().findFirst();
    }

    public Preferences withAppearance(Appearance changed) {
        return new Preferences(changed, viewing, rater, recentStudies, secondPlace, tour);
    }

    public Preferences withViewing(Viewing changed) {
        return new Preferences(appearance, changed, rater, recentStudies, secondPlace, tour);
    }

    public Preferences withRater(String changed) {
        return new Preferences(appearance, viewing, changed, recentStudies, secondPlace, tour);
    }

    /** A study was opened: it is the first of the recent ones now. */
    public Preferences withStudy(Path opened) {
        List<Path> studies =
                Stream.concat(Stream.of(opened), recentStudies.stream()).toList();
        return new Preferences(appearance, viewing, rater, studies, secondPlace, tour);
    }

    public Preferences withSecondPlace(Optional<Path> changed) {
        return new Preferences(appearance, viewing, rater, recentStudies, changed, tour);
    }

    public Preferences withTour(int changed) {
        return new Preferences(appearance, viewing, rater, recentStudies, secondPlace, changed);
    }
}
