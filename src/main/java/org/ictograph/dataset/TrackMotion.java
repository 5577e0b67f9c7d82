package org.ictograph.dataset;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;

/** Motion as a score track tells it: the mean of the values that start inside the piece of time. Immutable. */
public final class TrackMotion implements MotionMeter {
    private final Map<UUID, ScoreTrack> tracks;

    /**
     * @param tracks of any cages; where there are several for one cage, the last counts
     */
    public TrackMotion(List<ScoreTrack> tracks) {
        this.tracks = tracks.stream()
                .collect(Collectors.toMap(ScoreTrack::cageId, Function.identity(), (earlier, later) -> later));
    }

    @Override
    public OptionalDouble mean(UUID cageId, Span span) {
        ScoreTrack track = tracks.get(cageId);
        if (track == null) {
            return OptionalDouble.empty();
        }
        long first = Math.max(0, firstFrom(track, span.start()));
        long after = Math.min(track.values().size(), firstFrom(track, span.end()));
        if (first >= after) {
            return OptionalDouble.empty();
        }
        return track.values().subList((int) first, (int) after).stream()
                .mapToDouble(Float::doubleValue)
                .average();
    }

    /** Number of the first value that starts at or after a time. */
    private static long firstFrom(ScoreTrack track, long micros) {
        return -Math.floorDiv(track.start() - micros, track.step());
    }
}
