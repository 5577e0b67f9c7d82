package org.ictograph.localizer;

import java.util.List;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;

/**
 * The outcome of a localizer over one recording.
 *
 * @param proposals by start
 * @param tracks for each cage one track a label, and one with how much moves ({@link ScoreTrack#MOTION})
 */
public record Localization(Run run, List<Proposal> proposals, List<ScoreTrack> tracks) {
    public Localization {
        proposals = List.copyOf(proposals);
        tracks = List.copyOf(tracks);
    }
}
