package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * The rival that knows of each clip of ten seconds which labels occur in it, and nothing else: each run of such clips is one
 * segment. A model with a mean average precision below this one's tells what happens rather than when.
 */
public final class ClipOracle {
    private ClipOracle() {}

    /**
     * @param video id of the video
     * @param known the time of it that is cut into clips, from the start of each stretch
     * @param truth segments of it
     */
    public static List<ScoredSegment> of(String video, SpanSet known, List<Segment> truth) {
        List<ScoredSegment> segments = new ArrayList<>();
        for (String label : new TreeSet<>(truth.stream().map(Segment::label).toList())) {
            List<Span> clips = new ArrayList<>();
            for (Span stretch : known.spans()) {
                for (long start = stretch.start(); start < stretch.end(); start += ProposalScores.CLIP) {
                    Span clip = new Span(start, Math.min(stretch.end(), start + ProposalScores.CLIP));
                    if (truth.stream().anyMatch(one -> one.label().equals(label) && lies(one, clip))) {
                        clips.add(clip);
                    }
                }
            }
            for (Span run : new SpanSet(clips).spans()) {
                segments.add(new ScoredSegment(new Segment(video, seconds(run.start()), seconds(run.end()), label), 1));
            }
        }
        return segments;
    }

    private static boolean lies(Segment one, Span clip) {
        return one.start() < seconds(clip.end()) && seconds(clip.start()) < one.end();
    }

    private static double seconds(long micros) {
        return micros / (double) Span.SECOND;
    }
}
