package org.ictograph.model;

/**
 * A signature, and whether it still says something.
 *
 * @param valid false when what it covers was changed since
 */
public record Signed(Signature signature, boolean valid) {}
