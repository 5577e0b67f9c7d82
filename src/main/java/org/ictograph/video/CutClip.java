package org.ictograph.video;

/**
 * A clip that was cut, decoded again and compared with what went in.
 *
 * @param frames decoded again
 * @param firstPsnr likeness of the first frame's brightness to the source, in dB; infinite when equal
 * @param lastPsnr likeness of the last frame's brightness to the source, in dB; infinite when equal
 */
public record CutClip(ClipOrder order, int width, int height, int frames, double firstPsnr, double lastPsnr) {}
