/**
 * The video room in processes of its own: decoders run in small child programs, so that one which hangs or crashes takes
 * nothing with it. Processes are started here and nowhere else.
 */
@NullMarked
package org.ictograph.video.process;

import org.jspecify.annotations.NullMarked;
