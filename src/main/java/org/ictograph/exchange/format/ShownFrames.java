package org.ictograph.exchange.format;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.FrameClock;
import org.ictograph.model.Recording;

/** In which frames of a recording something is to be seen. */
final class ShownFrames {
    private ShownFrames() {}

    /**
     * True for each frame that a mark covers, to the nearest frame; a mark covers at least one.
     *
     * @throws ExchangeException when the times of the frames are not known
     */
    static boolean[] of(List<MarkRow> rows, Recording recording, FrameClock frames) throws ExchangeException {
        boolean[] shown = new boolean[recording.frames()];
        for (MarkRow row : rows) {
            int first = frame(frames, recording, row.mark().span().start());
            int end = Math.max(
                    first + 1, frame(frames, recording, row.mark().span().end()));
            Arrays.fill(shown, Math.min(first, shown.length), Math.min(end, shown.length), true);
        }
        return shown;
    }

    private static int frame(FrameClock frames, Recording recording, long micros) throws ExchangeException {
        if (micros >= recording.duration()) {
            return recording.frames();
        }
        OptionalLong nearest = frames.nearest(recording, micros);
        if (nearest.isEmpty()) {
            throw new ExchangeException(
                    "The video of “" + recording.name() + "” is not there, so the times of its frames are not known.");
        }
        return (int) nearest.getAsLong();
    }
}
