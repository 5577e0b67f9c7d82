package org.ictograph.video;

/** How everything moves from one picture to the next. Thread-safe; the same pictures give the same on the same machine. */
public interface OpticalFlow {
    /** Where nothing measures it. */
    OpticalFlow NONE = new OpticalFlow() {
        @Override
        public float[] between(Modality method, byte[] before, byte[] after, int width, int height)
                throws VideoException {
            throw new VideoException("Nothing here measures optical flow.");
        }

        @Override
        public String library() {
            return "";
        }
    };

    /**
     * For each pixel of the first picture by how many pixels it moves to the right and down, two numbers each, row by row. Between
     * equal pictures nothing moves.
     *
     * @param method one with {@link Modality#flow}
     * @param before brightness, row by row
     * @param after the same of the next picture
     * @throws VideoException when the library cannot be loaded, or the pictures are too small for it
     */
    float[] between(Modality method, byte[] before, byte[] after, int width, int height) throws VideoException;

    /** Name and version of the library behind it; does not load it. */
    String library();
}
