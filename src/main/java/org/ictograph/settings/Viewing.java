package org.ictograph.settings;

/**
 * How recordings are watched.
 *
 * @param sound true when the sound of a recording is heard
 * @param timeline how the timeline is laid out
 * @param skim how recordings are skimmed
 */
public record Viewing(boolean sound, TimelineTaste timeline, SkimBounds skim) {
    /** What holds until somebody chooses. */
    public static final Viewing STANDARD = new Viewing(false, TimelineTaste.STANDARD, SkimBounds.STANDARD);

    public Viewing withSound(boolean changed) {
        return new Viewing(changed, timeline, skim);
    }

    public Viewing withTimeline(TimelineTaste changed) {
        return new Viewing(sound, changed, skim);
    }

    public Viewing withSkim(SkimBounds changed) {
        return new Viewing(sound, timeline, changed);
    }
}
