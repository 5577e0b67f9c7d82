package org.ictograph.model;

/**
 * What a rater may change in a study, in rising order: each role may also do what the ones before it may. A role guards
 * against mistakes, not against a person who means harm: whoever can write the file can write anything into it, and the
 * chain of the edit log shows it.
 */
public enum Role {
    /** Adds recordings, cages and animals, runs localizers, exports, and rates: their own marks and coverage. */
    OPERATOR,
    /** Also signs that they reviewed a recording. */
    REVIEWER,
    /** Also makes the consensus, decides conflicts, adds raters, and signs that a recording is approved. */
    ADJUDICATOR,
    /** Also gives roles, changes the protocol and what others rated, and signs as the person responsible. */
    OWNER;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
