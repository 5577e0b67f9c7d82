package org.ictograph.video;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ictograph.video.Reel.Piece;
import org.ictograph.work.Progress;

/**
 * Looks for pictures that are missing or there twice where the files of a recording meet. A hole in time is told by the
 * axis. For doubled pictures the last ones of a file are laid over the first ones of the next, shifted by one, two, … : at
 * the right shift all pairs are equal but for the coding, which is much less than pictures that follow each other differ.
 * Where those do not differ either, nothing can be told. Compared are some thousand points spread over the picture, not
 * means, since the camera's noise is what tells a picture from its copy best.
 */
public final class SeamCheck {
    /** Most doubled pictures that are found. */
    private static final int LONGEST = 32;
    /** Points compared in each picture. */
    private static final int POINTS = 8192;
    /** A copy differs by less than this share of the usual difference. */
    private static final double COPY = 0.4;
    /** Pictures that differ by less than this many steps of brightness stand still. */
    private static final double STILL = 0.05;

    private SeamCheck() {}

    /**
     * One seam for each file but the first. Decodes up to {@value #LONGEST} frames on either side; blocks.
     *
     * @param reader of the same recording
     * @throws VideoException when the frames there cannot be decoded
     */
    public static List<Seam> of(Reel reel, FrameReader reader, Progress progress) throws VideoException {
        List<Seam> seams = new ArrayList<>();
        List<Piece> pieces = reel.pieces();
        for (int i = 1; i < pieces.size(); i++) {
            double share = 1.0 / (pieces.size() - 1);
            seams.add(seam(pieces.get(i - 1), pieces.get(i), reader, progress.part((i - 1) * share, i * share)));
        }
        return seams;
    }

    private static Seam seam(Piece before, Piece after, FrameReader reader, Progress progress) throws VideoException {
        int tail = Math.min(LONGEST, before.index().frames());
        int head = Math.min(LONGEST, after.index().frames());
        int border = after.firstFrame();
        byte[][] points = new byte[tail + head][];
        reader.scan(
                border - tail,
                border + head,
                (frame, micros, luma) -> points[frame - border + tail] = points(luma),
                progress);
        double usual = usual(points, tail);
        boolean still = usual < STILL;
        int doubled = still
                ? 0
                : IntStream.rangeClosed(1, Math.min(tail, head))
                        .filter(count -> IntStream.range(0, count)
                                .allMatch(i -> difference(points[tail - count + i], points[tail + i]) < COPY * usual))
                        .max()
                        .orElse(0);
        long hole = after.start() - before.end();
        double frame = (double) before.index().duration() / before.index().frames();
        int dropped = (int) Math.min(Integer.MAX_VALUE, Math.round(hole / frame));
        return new Seam(before.file(), after.file(), dropped == 0 ? 0 : hole, dropped, doubled, still);
    }

    private static byte[] points(byte[] luma) {
        int count = Math.min(POINTS, luma.length);
        byte[] points = new byte[count];
        for (int i = 0; i < count; i++) {
            points[i] = luma[(int) ((long) i * luma.length / count)];
        }
        return points;
    }

    /** The median difference of pictures that follow each other within a file. */
    private static double usual(byte[][] points, int tail) {
        double[] differences = IntStream.range(1, points.length)
                .filter(i -> i != tail)
                .mapToDouble(i -> difference(points[i - 1], points[i]))
                .sorted()
                .toArray();
        return differences.length == 0 ? 0 : differences[differences.length / 2];
    }

    private static double difference(byte[] a, byte[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return (double) sum / a.length;
    }
}
