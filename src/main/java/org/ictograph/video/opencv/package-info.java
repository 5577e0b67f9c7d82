/** Optical flow with OpenCV. */
@NullMarked
package org.ictograph.video.opencv;

import org.jspecify.annotations.NullMarked;
