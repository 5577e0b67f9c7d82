package org.ictograph.session;

import java.util.Optional;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Signed;

/**
 * A signature with its fate.
 *
 * @param voidedBy the first entry after it that changed what it covers; empty while it is valid
 */
public record Undersigned(Signed signed, Optional<LogEntry> voidedBy) {}
