package org.ictograph.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one person likes, on one machine. Nothing here is part of a study.
 *
 * @param dress how the window is coloured
 * @param language a language tag such as {@code de}, empty for the language of the system
 * @param rater name of the rater who worked last, empty before the first time
 * @param speed playback speed that a recording starts with, 1 for real time
 * @param sound true when the sound of a recording is heard
 * @param recentStudies study files, the last one first, none twice
 * @param window size of the window
 * @param timeline how the timeline is laid out
 * @param skim how recordings are skimmed
 * @param secondPlace a folder, best on another disk, in which a copy of each snapshot is kept
 * @param textSize of usual text in the window, in logical pixels
 * @param tour how many steps of the guided tour were taken, for going on there
 */
public record Preferences(
        Dress dress,
        String language,
        String rater,
        double speed,
        boolean sound,
        List<Path> recentStudies,
        WindowSize window,
        TimelineTaste timeline,
        SkimBounds skim,
        Optional<Path> secondPlace,
        int textSize,
        int tour) {
    /** More would not be found again in a menu. */
    public static final int RECENT = 10;

    /** What holds until somebody chooses. The window fits a screen of 1366 × 768. */
    public static final Preferences STANDARD = new Preferences(
            Dress.LIGHT,
            "",
            "",
            1,
            false,
            List.of(),
            new WindowSize(1280, 720, false),
            TimelineTaste.STANDARD,
            SkimBounds.STANDARD,
            Optional.empty(),
            12,
            0);

    public Preferences {
        if (!(speed >= 0.1 && speed <= 32)) {
            throw new IllegalArgumentException("Recordings play at 0.1 to 32 times their speed, not " + speed);
        }
        if (textSize < 8 || textSize > 32) {
            throw new IllegalArgumentException("Text is 8 to 32 pixels high, not " + textSize);
        }
        if (tour < 0) {
            throw new IllegalArgumentException("A tour begins with step 0, not " + tour);
        }
        recentStudies = recentStudies.stream().distinct().limit(RECENT).toList();
    }

    /** The study that was open last. */
    public Optional<Path> lastStudy() {
        return recentStudies.stream().findFirst();
    }

    public Preferences withDress(Dress changed) {
        return new Preferences(
                changed,
                language,
                rater,
                speed,
                sound,
                recentStudies,
                window,
                timeline,
                skim,
                secondPlace,
                textSize,
                tour);
    }

    public Preferences withLanguage(String changed) {
        return new Preferences(
                dress,
                changed,
                rater,
                speed,
                sound,
                recentStudies,
                window,
                timeline,
                skim,
                secondPlace,
                textSize,
                tour);
    }

    public Preferences withRater(String changed) {
        return new Preferences(
                dress,
                language,
                changed,
                speed,
                sound,
                recentStudies,
                window,
                timeline,
                skim,
                secondPlace,
                textSize,
                tour);
    }

    public Preferences withSpeed(double changed) {
        return new Preferences(
                dress,
                language,
                rater,
                changed,
                sound,
                recentStudies,
                window,
                timeline,
                skim,
                secondPlace,
                textSize,
                tour);
    }

    public Preferences withSound(boolean changed) {
        return new Preferences(
                dress,
                language,
                rater,
                speed,
                changed,
                recentStudies,
                window,
                timeline,
                skim,
                secondPlace,
                textSize,
                tour);
    }

    public Preferences withWindow(WindowSize changed) {
        return new Preferences(
                dress,
                language,
                rater,
                speed,
                sound,
                recentStudies,
                changed,
                timeline,
                skim,
                secondPlace,
                textSize,
                tour);
    }

    /** A study was opened: it is the first of the recent ones now. */
    public Preferences withStudy(Path opened) {
        List<Path> studies =
                Stream.concat(Stream.of(opened), recentStudies.stream()).toList();
        return new Preferences(
                dress, language, rater, speed, sound, studies, window, timeline, skim, secondPlace, textSize, tour);
    }

    /** A study that is gone need not be offered again. */
    public Preferences withoutStudy(Path gone) {
        List<Path> studies =
                recentStudies.stream().filter(study -> !study.equals(gone)).toList();
        return new Preferences(
                dress, language, rater, speed, sound, studies, window, timeline, skim, secondPlace, textSize, tour);
    }

    public Preferences withTimeline(TimelineTaste changed) {
        return new Preferences(
                dress,
                language,
                rater,
                speed,
                sound,
                recentStudies,
                window,
                changed,
                skim,
                secondPlace,
                textSize,
                tour);
    }

    public Preferences withSkim(SkimBounds changed) {
        return new Preferences(
                dress,
                language,
                rater,
                speed,
                sound,
                recentStudies,
                window,
                timeline,
                changed,
                secondPlace,
                textSize,
                tour);
    }

    public Preferences withSecondPlace(Optional<Path> changed) {
        return new Preferences(
                dress, language, rater, speed, sound, recentStudies, window, timeline, skim, changed, textSize, tour);
    }

    public Preferences withTextSize(int changed) {
        return new Preferences(
                dress,
                language,
                rater,
                speed,
                sound,
                recentStudies,
                window,
                timeline,
                skim,
                secondPlace,
                changed,
                tour);
    }

    public Preferences withTour(int changed) {
        return new Preferences(
                dress,
                language,
                rater,
                speed,
                sound,
                recentStudies,
                window,
                timeline,
                skim,
                secondPlace,
                textSize,
                changed);
    }
}
