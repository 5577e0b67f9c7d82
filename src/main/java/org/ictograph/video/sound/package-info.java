/** The loudspeaker, by the sound system that Java brings along. */
@NullMarked
package org.ictograph.video.sound;

import org.jspecify.annotations.NullMarked;
