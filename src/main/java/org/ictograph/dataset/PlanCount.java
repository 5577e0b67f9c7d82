package org.ictograph.dataset;

/**
 * How many clips of one class one animal brings into one part.
 *
 * @param label the class
 * @param part fold or subset
 */
public record PlanCount(String label, String part, String subject, int clips) {}
