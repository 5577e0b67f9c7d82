/** The video room on FFmpeg, through the JavaCPP presets. Native memory never leaves this package. */
@NullMarked
package org.ictograph.video.ffmpeg;

import org.jspecify.annotations.NullMarked;
