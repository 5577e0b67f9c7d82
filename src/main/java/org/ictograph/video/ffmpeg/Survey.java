package org.ictograph.video.ffmpeg;

import org.ictograph.video.FrameIndex;

/**
 * What a look at all packets and some frames of a file found.
 *
 * @param times the stamps the index was made from
 * @param start the frames decoded from the start of the file: some, or all where packets did not tell the truth
 * @param seeking how frames are reached
 * @param places how many places were decoded twice, by seeking and in sequence, and compared
 * @param truncated true when the file ends before what it promises
 */
record Survey(
        FrameIndex index, FrameTimes times, SequentialDecode start, Seeking seeking, int places, boolean truncated) {
    /** How frames are reached. */
    enum Seeking {
        /** From any key frame of the container: what was reached by seeking equalled what was decoded in sequence. */
        TRUSTED,
        /** Only from those key frames of the container that the decoder takes for key frames as well. */
        CONFIRMED_KEYS,
        /** From the start, for the clock jumps back and so a stamp does not name one place. */
        CLOCK_SET_BACK,
        /** From the start, for frames reached by seeking were others than those decoded in sequence. */
        WRONG_FRAMES
    }
}
