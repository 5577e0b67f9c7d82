package org.ictograph.measure;

/**
 * How many events of one label two raters have in common at one threshold.
 *
 * @param likeness the threshold: IoU, or for point labels the closeness
 */
public record EventAgreement(
        double likeness, EventCounts counts, Statistic precision, Statistic recall, Statistic f1) {}
