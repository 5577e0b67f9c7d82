package org.ictograph.localizer;

import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.SpanSet;

/**
 * One cage of one recording to look at, whatever happens in it.
 *
 * @param animal name of the animal that lives there, empty where nobody named it
 * @param filmed the stretches of the recording between its gaps
 */
public record Footage(Recording recording, Cage cage, String animal, SpanSet filmed) {}
