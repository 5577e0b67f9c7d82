package org.ictograph.measure;

import org.ictograph.model.Span;

/**
 * A proposed piece of time.
 *
 * @param score from 0 to 1
 */
public record ScoredSpan(Span span, double score) {}
