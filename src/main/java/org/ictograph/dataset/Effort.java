package org.ictograph.dataset;

/**
 * How long the parts of making a data set take, in microseconds of a machine with two processors (27 November 2026: processor time of
 * exports of 60 clips of 32 and 224 pixels with 60 and 300 frames and of 5,050 clips of 48 pixels with 30 frames, halved where both
 * work). Only how they stand to each other counts: progress and the time that is left are told by it.
 *
 * @param cutting all clips, without decoding what they are cut from
 * @param proving reading and decoding all of them again
 * @param comparing them with each other
 */
record Effort(double cutting, double proving, double comparing) {
    private static final double CUT_CLIP = 4_000;
    private static final double CUT_FRAME = 50;
    private static final double CUT_PIXEL = 0.004;
    private static final double PROVE_CLIP = 3_000;
    private static final double PROVE_FRAME = 10;
    private static final double PROVE_PIXEL = 0.0007;
    /** An estimate: it depends on the codec of the source. */
    private static final double DECODE_PIXEL = 0.0008;
    /**
     * For each step in each table, which one processor does. Proving and comparing 50,688 clips took 148 and 90 s by the clock (28
     * November 2026), which stand to each other as these numbers say; where there are 1,000, a step takes a third less.
     */
    private static final double COMPARE_STEP = 10;

    /**
     * @param pixels of a frame of a clip
     */
    static Effort of(ClipForm form, int clips, double pixels) {
        double files = (double) clips * form.codecs().size();
        long steps = clips * (form.micros() / FilmPrint.STEP);
        return new Effort(
                files * (CUT_CLIP + form.frames() * (CUT_FRAME + CUT_PIXEL * pixels)),
                files * (PROVE_CLIP + form.frames() * (PROVE_FRAME + PROVE_PIXEL * pixels)),
                ClipLooks.telling(form) ? COMPARE_STEP * steps * Lookalikes.tables(steps) : 0);
    }

    /** Decoding a source. */
    static double decoding(long frames, long pixels) {
        return DECODE_PIXEL * frames * pixels;
    }

    /** Share of proving in proving and comparing. */
    double proved() {
        return comparing == 0 ? 1 : proving / (proving + comparing);
    }
}
