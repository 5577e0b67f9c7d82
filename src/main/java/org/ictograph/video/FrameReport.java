package org.ictograph.video;

import java.util.List;
import java.util.Optional;

/**
 * What a person should know about the frames of a video file before trusting a number taken from it: one finding for each
 * thing that is not as simple as it seems, and one that says how frames are reached. Immutable.
 */
public record FrameReport(List<Finding> findings) {
    public FrameReport {
        findings = List.copyOf(findings);
    }

    /** What a finding is about. */
    public enum Kind {
        /** The file became longer while it was looked at. */
        GROWING,
        /** Something the file promises is not there. */
        TRUNCATED,
        /** Time in which nothing was filmed. */
        GAP,
        /** Frames with the time stamp of another. */
        DUPLICATE_STAMP,
        /** Frames without a time stamp of their own. */
        MISSING_STAMP,
        /** Places where the clock of the file jumps back. */
        BACKWARD_STAMP,
        /** The declared rate is not the one found. */
        RATE_DIFFERS,
        /** Frames are not evenly spaced. */
        VARIABLE_RATE,
        /** The first frame is not at time zero of the file's own clock. */
        START_OFFSET,
        /** Frames that the container tells players to leave out. */
        HIDDEN,
        /** Frames made of two fields. */
        INTERLACED,
        /** The file asks for its picture to be turned or mirrored. */
        ROTATED,
        /** Pixels are not square. */
        PIXEL_ASPECT,
        /** How frames are reached, and why. */
        SEEKING
    }

    /** How much a finding matters. */
    public enum Severity {
        /** Known and dealt with. */
        NOTE,
        /** A person should look, for what was filmed and what is shown may differ. */
        WARNING
    }

    /**
     * One thing found.
     *
     * @param sentence for the user, complete
     * @param count how many frames or places it concerns; 1 where it is about the whole file
     * @param at where the first few of them are, in microseconds since the first frame
     */
    public record Finding(Kind kind, Severity severity, String sentence, int count, List<Long> at) {
        public Finding {
            at = List.copyOf(at);
        }

        /** Something that is known and dealt with. */
        public static Finding note(Kind kind, String sentence) {
            return new Finding(kind, Severity.NOTE, sentence, 1, List.of());
        }

        /** Something about the whole file that a person should look at. */
        public static Finding warning(Kind kind, String sentence) {
            return new Finding(kind, Severity.WARNING, sentence, 1, List.of());
        }
    }

    /** The finding of a kind, if there is one. */
    public Optional<Finding> of(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
    }

    public boolean has(Kind kind) {
        return of(kind).isPresent();
    }

    /** How many frames or places a kind of finding concerns, 0 when there is none. */
    public int count(Kind kind) {
        return of(kind).map(Finding::count).orElse(0);
    }
}
