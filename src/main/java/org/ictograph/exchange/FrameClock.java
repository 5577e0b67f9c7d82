package org.ictograph.exchange;

import java.util.OptionalLong;
import org.ictograph.model.Recording;

/** When the frames of a recording are, as found in its files. May block; used on the thread of a job. */
public interface FrameClock {
    /** For recordings whose files are not there. */
    FrameClock NONE = new FrameClock() {
        @Override
        public OptionalLong start(Recording recording, long frame) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong nearest(Recording recording, long micros) {
            return OptionalLong.empty();
        }
    };

    /**
     * When a frame starts, in microseconds; for the number after the last frame the end of the recording. Empty when there
     * is no such frame or the files are not there.
     *
     * @param frame counted from 0 over all files of the recording
     */
    OptionalLong start(Recording recording, long frame);

    /** The frame whose start is nearest to a time; empty when the files are not there. */
    OptionalLong nearest(Recording recording, long micros);
}
