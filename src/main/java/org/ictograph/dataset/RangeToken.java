package org.ictograph.dataset;

/**
 * What the fifth token of a RodEpil file name counts. The authors call it "frames" and give one example, {@code
 * 1153-1168}; it fits sixteen sampled frames per clip, and no other reading fits ten seconds.
 */
public enum RangeToken {
    /** First and last of sixteen frames sampled evenly from each clip, counted from 1 since the recording's start. */
    SAMPLED_16,
    /** First and last source frame, counted from 0. */
    FRAMES,
    /** First and last second, from the start of the recording. */
    SECONDS
}
