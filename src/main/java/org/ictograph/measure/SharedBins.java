package org.ictograph.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * The time bins of one cage that several raters share. The time is cut where a rater begins or stops to have reviewed;
 * each piece is cut into bins from its own start. So within a bin a rater's answer is there or missing, never half.
 */
final class SharedBins {
    /** From one bin on, one more or one fewer rater marks it. */
    private record Turn(long bin, int by) {}

    /** A piece of time and who reviewed it: two raters at least. */
    private record Piece(Span span, BitSet raters) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final List<SortedCage.OfRater> raters;
    private final long bin;

    SharedBins(SortedCage cage, long bin) {
        this.raters = cage.raters();
        this.bin = bin;
        long[] borders = raters.stream()
                .flatMap(rating -> rating.reviewed().spans().stream())
                .flatMapToLong(span -> LongStream.of(span.start(), span.end()))
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i + 1 < borders.length; i++) {
            Span span = new Span(borders[i], borders[i + 1]);
            BitSet raters = new BitSet();
            for (int rater = 0; rater < this.raters.size(); rater++) {
                raters.set(rater, this.raters.get(rater).reviewed().contains(span.start()));
            }
            if (raters.cardinality() > 1) {
                pieces.add(new Piece(span, raters));
            }
        }
    }

    /**
     * Not marked is category 0, marked is category 1.
     *
     * @param label its place
     */
    RatingTally tally(int label) {
        RatingTally tally = RatingTally.empty(2);
        List<List<Span>> marks = raters.stream()
                .map(rater -> rater.marks().get(label).stream().map(Mark::span).toList())
                .toList();
        for (Piece piece : pieces) {
            count(piece, marks, tally);
        }
        return tally;
    }

    private void count(Piece piece, List<List<Span>> marks, RatingTally tally) {
        List<Turn> turns = new ArrayList<>();
        piece.raters().stream().forEach(rater -> {
            SpanSet runs = Bins.runs(piece.span(), marks.get(rater), bin);
            for (Span run : runs.spans()) {
                turns.add(new Turn(run.start(), 1));
                turns.add(new Turn(run.end(), -1));
            }
        });
        turns.sort(Comparator.comparingLong(Turn::bin));
        int raters = piece.raters().cardinality();
        int marked = 0;
        long at = 0;
        for (Turn turn : turns) {
            tally.add(new int[] {raters - marked, marked}, turn.bin() - at);
            at = turn.bin();
            marked += turn.by();
        }
        tally.add(new int[] {raters - marked, marked}, Bins.in(piece.span(), bin) - at);
    }
}
