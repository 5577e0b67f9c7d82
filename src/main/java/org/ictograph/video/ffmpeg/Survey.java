package org.ictograph.video.ffmpeg;

import org.ictograph.video.FrameIndex;

/**
 * What a look at all packets and some frames of a file found.
 *
 * @param times the stamps the index was made from
 * @param interlaced true when decoded frames are made of two fields
 * @param truncated true when the file ends before what it promises
 */
record Survey(FrameIndex index, FrameTimes times, boolean interlaced, boolean truncated) {}
