/** Opens a video, tells the truth about its times, hands out frames, cuts clips. */
@NullMarked
package org.ictograph.video;

import org.jspecify.annotations.NullMarked;
