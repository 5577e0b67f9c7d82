package org.ictograph.measure;

/**
 * One number of a report with what it means.
 *
 * @param name a key that stays the same, for files
 * @param definition what it is, with the parameters it was computed with, as one sentence
 */
public record Figure(String name, String definition, Statistic statistic) {}
