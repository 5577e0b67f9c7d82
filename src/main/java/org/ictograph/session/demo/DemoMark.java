package org.ictograph.session.demo;

import org.ictograph.model.Span;

/**
 * A label over a span of one cage, as it truly is or as a simulated rater saw it.
 *
 * @param cage position of the cage, counted from 1
 * @param label a label of the standard protocol
 */
public record DemoMark(int cage, String label, Span span) {}
