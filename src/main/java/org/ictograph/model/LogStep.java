package org.ictograph.model;

import java.util.OptionalLong;

/**
 * A row of the edit log without what it changed: enough to know what can be undone.
 *
 * @param undoes sequence of the entry that it takes back
 */
public record LogStep(long sequence, OptionalLong undoes, Verb verb) {}
