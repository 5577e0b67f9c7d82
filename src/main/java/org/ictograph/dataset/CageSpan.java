package org.ictograph.dataset;

import java.util.UUID;
import org.ictograph.model.Span;

/** A piece of time of one cage. */
public record CageSpan(UUID cageId, Span span) {}
