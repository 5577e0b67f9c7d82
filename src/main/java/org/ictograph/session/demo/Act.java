package org.ictograph.session.demo;

import org.ictograph.model.Span;

/**
 * One thing that an animal does for a while.
 *
 * @param hertz how often the movement repeats in a second, where it repeats at all
 * @param vigour how large the movement is, about 1
 * @param left which side moves or is turned to
 */
public record Act(Behaviour behaviour, Span span, double hertz, double vigour, boolean left) {}
