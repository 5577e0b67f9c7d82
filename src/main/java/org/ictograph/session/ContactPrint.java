package org.ictograph.session;

import java.util.Optional;
import org.ictograph.dataset.SampledClip;
import org.ictograph.video.Picture;

/**
 * A clip of a data set as one picture on a contact sheet.
 *
 * @param middle its middle picture; empty when the clip cannot be read
 */
public record ContactPrint(SampledClip clip, Optional<Picture> middle) {}
