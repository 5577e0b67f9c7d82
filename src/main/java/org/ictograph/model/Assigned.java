package org.ictograph.model;

import java.util.Optional;

/**
 * An assignment and what came of it.
 *
 * @param submission empty while the rater is still at work
 * @param asSealed false when the set was amended since; true while it is not sealed
 */
public record Assigned(Assignment assignment, Optional<Submission> submission, boolean asSealed) {}
