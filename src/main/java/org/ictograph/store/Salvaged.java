package org.ictograph.store;

import java.util.List;

/**
 * What could be saved of a damaged study.
 *
 * @param proven edits whose chain is unbroken from the first one on, kept as they were
 * @param found edits from behind a break, whose own hash is right and which fit, made anew
 * @param lost entries of the edit log that could not be read, were changed, or do not fit what was left
 * @param fromTables things that only the tables still had; nobody can prove who made them
 * @param sentences what was kept and what was lost, for a person
 */
public record Salvaged(long proven, long found, long lost, long fromTables, List<String> sentences) {
    public Salvaged {
        sentences = List.copyOf(sentences);
    }

    /** True when the new study has everything that the damaged one had. */
    public boolean whole() {
        return lost == 0 && fromTables == 0;
    }
}
