package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * All time in which nothing is proposed, cut into windows and put into an order by chance, so that however many of the first
 * ones are looked through, they are a random sample of all. The same cages and seed give the same order.
 *
 * @param windows in the order in which they are to be looked through
 */
public record AuditPlan(List<AuditWindow> windows) {
    /** Length of a window, in microseconds; rests may be shorter. */
    public static final long LENGTH = 30 * Span.SECOND;

    public AuditPlan {
        windows = List.copyOf(windows);
    }

    /**
     * @param free the time of each cage in which nothing is proposed, in an order that stays the same
     */
    public static AuditPlan of(List<Free> free, long seed) {
        List<AuditWindow> windows = new ArrayList<>();
        for (Free cage : free) {
            for (Span piece : cage.time().spans()) {
                for (long start = piece.start(); start < piece.end(); start += LENGTH) {
                    Span span = new Span(start, Math.min(piece.end(), start + LENGTH));
                    windows.add(new AuditWindow(cage.recordingId(), cage.cageId(), span));
                }
            }
        }
        Collections.shuffle(windows, new Random(seed));
        return new AuditPlan(windows);
    }

    /** A cage with the time in which nothing is proposed. */
    public record Free(java.util.UUID recordingId, java.util.UUID cageId, SpanSet time) {}

    /** How many windows from the first on were looked through; what comes after one that was not is no random sample. */
    public int audited(Predicate<AuditWindow> looked) {
        int audited = 0;
        while (audited < windows.size() && looked.test(windows.get(audited))) {
            audited++;
        }
        return audited;
    }
}
