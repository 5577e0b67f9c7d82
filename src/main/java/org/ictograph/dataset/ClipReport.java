package org.ictograph.dataset;

import org.ictograph.video.CutClip;

/**
 * What came out when a clip that had been cut was decoded again; see {@link CutClip}. Kept of every clip of a data set, so it does
 * without the numbers of the clip's frames.
 *
 * @param sha256 of its file, from when it was cut
 */
record ClipReport(int width, int height, int frames, double firstPsnr, double lastPsnr, String sha256) {
    static ClipReport of(CutClip clip, String sha256) {
        return new ClipReport(clip.width(), clip.height(), clip.frames(), clip.firstPsnr(), clip.lastPsnr(), sha256);
    }
}
