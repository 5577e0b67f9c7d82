package org.ictograph.localizer.torch;

/**
 * A piece of time with a class and a score, as networks see it: 32-bit numbers. Whether start and end are steps or seconds, its
 * giver says.
 *
 * @param score 0 to 1; 1 for what is known
 */
record Segment(float start, float end, int label, float score) {
    float length() {
        return end - start;
    }
}
