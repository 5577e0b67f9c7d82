package org.ictograph.exchange;

import org.ictograph.model.Rater;
import org.ictograph.model.Study;

/**
 * Where foreign labels go.
 *
 * @param rater whose marks they become
 */
public record Destination(Study study, Rater rater, Translation translation, FrameClock frames) {}
