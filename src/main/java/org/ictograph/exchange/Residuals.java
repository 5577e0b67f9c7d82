package org.ictograph.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ictograph.model.Recording;

/** How far imported times lie from the frames that are nearest to them. */
final class Residuals {
    /** Times are stored in whole microseconds. */
    private static final long EXACT = 1;

    private long number;
    private long total;
    private long most;

    void add(Recording recording, long micros, FrameClock frames) {
        OptionalLong frame = frames.nearest(recording, micros);
        OptionalLong start = frame.isPresent() ? frames.start(recording, frame.getAsLong()) : OptionalLong.empty();
        if (start.isPresent()) {
            long distance = Math.min(Math.abs(micros - start.getAsLong()), Math.abs(micros - recording.duration()));
            number++;
            total += distance;
            most = Math.max(most, distance);
        }
    }

    /** Empty when all times are those of frames, or the frames are not known. */
    Optional<String> sentence() {
        return most <= EXACT
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Onsets and offsets are kept as they are in the file; they lie up to %.1f ms, on average %.1f ms,"
                                + " from the nearest frame.",
                        most / 1e3,
                        total / 1e3 / number));
    }
}
