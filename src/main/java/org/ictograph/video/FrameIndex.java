package org.ictograph.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * The time of every frame of a video, in presentation order. Frame numbers count from 0 and are the position in a
 * sequential decode; times are microseconds since the first frame. A declared rate plays no part. Immutable.
 */
public final class FrameIndex {
    private final long[] micros;
    private final int[] keys;
    private final long[] keyStamps;
    private final long end;
    private final SpanSet gaps;

    /**
     * An index of a file that can only be read from its start.
     *
     * @param micros start of each frame; the first is 0, each later than the one before
     * @param keys which frames can be decoded without any other
     * @param end end of the last frame
     */
    public FrameIndex(long[] micros, boolean[] keys, long end) {
        this(micros, keys, end, new long[0], SpanSet.EMPTY);
    }

    /**
     * @param micros start of each frame; the first is 0 or the end of a gap, each later than the one before
     * @param keys which frames can be decoded without any other
     * @param end end of the last frame, or of a gap after it
     * @param keyStamps the container's own time stamp of each key frame, in units of the stream's time base, by which the
     *     file is asked for it; empty when the file was found to give wrong frames that way
     * @param gaps time between frames in which nothing was filmed
     */
    public FrameIndex(long[] micros, boolean[] keys, long end, long[] keyStamps, SpanSet gaps) {
        boolean begins = micros.length > 0 && (micros[0] == 0 || gaps.covers(new Span(0, micros[0])));
        if (!begins || micros.length != keys.length || end <= micros[micros.length - 1]) {
            throw new IllegalArgumentException("A frame index needs frames that start at 0 and an end after the last.");
        }
        this.micros = micros.clone();
        this.keys = IntStream.range(0, keys.length).filter(frame -> keys[frame]).toArray();
        this.keyStamps = keyStamps.clone();
        this.end = end;
        this.gaps = gaps;
        if (keyStamps.length != 0 && keyStamps.length != this.keys.length) {
            throw new IllegalArgumentException("Every key frame needs its stamp, or none has one.");
        }
    }

    /** Number of frames, at least 1. */
    public int frames() {
        return micros.length;
    }

    /** Microseconds from the start of the first to the end of the last frame. */
    public long duration() {
        return end;
    }

    /** When a frame starts. */
    public long microsOf(int frame) {
        return micros[frame];
    }

    /** When a frame ends: where the next one starts, or a gap. */
    public long endOf(int frame) {
        long next = frame + 1 < micros.length ? micros[frame + 1] : end;
        return gaps.isEmpty() ? next : gapAt(next - 1).map(Span::start).orElse(next);
    }

    /** Time between frames in which nothing was filmed: the camera was off, or a file is missing. */
    public SpanSet gaps() {
        return gaps;
    }

    /** The gap that a time lies in. */
    public Optional<Span> gapAt(long at) {
        return gaps.spans().stream().filter(gap -> gap.contains(at)).findFirst();
    }

    /**
     * The same frames at a constant rate that a person stated because the stamps of the file are broken. Where decoding may
     * start stays as it was.
     */
    public FrameIndex at(FrameRate rate) {
        long[] even = new long[micros.length];
        boolean[] flags = new boolean[micros.length];
        for (int i = 0; i < even.length; i++) {
            even[i] = rate.microsOf(i);
        }
        for (int key : keys) {
            flags[key] = true;
        }
        return new FrameIndex(even, flags, rate.microsOf(even.length), keyStamps, SpanSet.EMPTY);
    }

    public boolean isKey(int frame) {
        return Arrays.binarySearch(keys, frame) >= 0;
    }

    /** Number of key frames. */
    public int keys() {
        return keys.length;
    }

    /** Frame number of a key frame, key frames counted from 0. */
    public int keyFrame(int key) {
        return keys[key];
    }

    /** True when decoding may start at any key frame; false when only a decode from the start gives the right frames. */
    public boolean seekable() {
        return keyStamps.length > 0;
    }

    /** The container's time stamp of a key frame, key frames counted from 0; only when {@link #seekable()}. */
    public long keyStamp(int key) {
        return keyStamps[key];
    }

    /** The frame that is on screen at a time; the first before the start, the last after the end. */
    public int frameAt(long at) {
        int found = Arrays.binarySearch(micros, at);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** The first frame that starts at or after a time; the number of frames when none does. */
    public int firstFrom(long at) {
        int found = Arrays.binarySearch(micros, at);
        return found >= 0 ? found : -found - 1;
    }

    /** The nearest key frame at or before a frame; the first frame when there is none. */
    public int keyAtOrBefore(int frame) {
        int key = keyNumber(frame);
        return key < 0 ? 0 : keys[key];
    }

    /** Which key frame, counted from 0, is the nearest at or before a frame; -1 when there is none. */
    public int keyNumber(int frame) {
        int found = Arrays.binarySearch(keys, frame);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * The frames that are on screen at {@code count} moments, {@code 1 / rate} seconds apart: the source frame of each
     * frame of a clip with a constant rate. Positions are computed from time, never from numbers.
     *
     * @param start microseconds of the first moment
     * @param rate frames per second of the clip
     */
    public List<Integer> sampled(long start, int count, double rate) {
        List<Integer> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            frames.add(frameAt(start + Math.round(i * 1_000_000.0 / rate)));
        }
        return frames;
    }
}
