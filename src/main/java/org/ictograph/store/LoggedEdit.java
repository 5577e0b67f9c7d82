package org.ictograph.store;

import org.ictograph.model.LogEntry;

/**
 * A row of the edit log together with the texts from which its hash is made, so that anybody can compute it anew.
 *
 * @param changes canonical JSON: a list of {@code {"table", "before", "after"}}
 * @param previousHash hash of the row before, for the first one the seed of the study
 */
public record LoggedEdit(LogEntry entry, String changes, String previousHash) {}
