package org.ictograph.model;

import java.util.UUID;

/**
 * A piece of time that a model proposes. Never a label until a person decides.
 *
 * @param score from 0 to 1
 */
public record Proposal(UUID id, UUID runId, UUID recordingId, UUID cageId, String label, Span span, double score)
        implements Entity {}
