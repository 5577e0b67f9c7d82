package org.ictograph.video;

/** The codecs that Ictograph writes. */
public enum Codec {
    /** H.264 (Cisco's encoder), small, for playing. */
    H264,
    /** MPEG-4 part 2 at its best fixed quality, what benchmark clips are published in. */
    MPEG4,
    /** JPEG pictures one after the other at nearly their best quality, in full range. */
    MJPEG,
    /** Lossless. */
    FFV1
}
