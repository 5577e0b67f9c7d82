package org.ictograph.video;

/**
 * How a video file is to be written; the container follows from the file name.
 *
 * @param width even
 * @param height even
 * @param rate nominal frames per second
 * @param keyDistance most frames from one key frame to the next
 */
public record VideoSpec(int width, int height, int rate, int keyDistance, Codec codec) {}
