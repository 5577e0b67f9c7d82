package org.ictograph.exchange;

/** When something in a foreign file is. The medium is a video file as the foreign file names it, empty when it names none. */
public sealed interface ForeignTime {
    String media();

    /** @param micros since the first frame of the medium */
    record Clock(String media, long micros) implements ForeignTime {}

    /**
     * Where a frame starts.
     *
     * @param number from 0; for an end the first frame that is no longer part of it
     */
    record Frame(String media, long number) implements ForeignTime {}
}
