package org.ictograph.measure;

import java.util.UUID;
import org.ictograph.model.Span;

/** A piece of a cage's time in which nothing is proposed, to be looked through by a person. */
public record AuditWindow(UUID recordingId, UUID cageId, Span span) {}
