package org.ictograph.video.ffmpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReport;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.FrameReport.Severity;
import org.ictograph.video.VideoFacts;

/** Puts what a survey found into sentences, what matters most first. */
final class ReportWriter {
    /** Places named in a sentence and kept in a finding. */
    private static final int PLACES = 5;
    /** A declared rate that differs by more than this share is another one. */
    private static final double OTHER_RATE = 0.005;

    private final Demuxer source;
    private final Survey survey;
    private final FrameIndex index;
    private final FrameTimes times;
    private final VideoFacts.Timing timing;
    private final List<Finding> findings = new ArrayList<>();

    ReportWriter(Demuxer source, Survey survey, VideoFacts.Timing timing) {
        this.source = source;
        this.survey = survey;
        this.index = survey.index();
        this.times = survey.times();
        this.timing = timing;
    }

    /** @param changed true when the file became another while it was looked at */
    FrameReport report(boolean changed) {
        if (changed) {
            findings.add(Finding.warning(
                    Kind.GROWING,
                    "The file changed while it was looked at, as when it is still being recorded or copied. Let that "
                            + "finish, then add it again."));
        }
        if (survey.truncated()) {
            findings.add(Finding.warning(
                    Kind.TRUNCATED,
                    "The file ends before what it promises: its last frame is at " + time(index.frames() - 1)
                            + ". Copy it again if the original is longer."));
        }
        gaps();
        stamps();
        rate();
        start();
        picture();
        seeking();
        return new FrameReport(findings);
    }

    private void gaps() {
        places(
                Kind.GAP,
                Severity.WARNING,
                times.gaps(),
                "%s after a gap of more than three frame lengths, the longest %s s: %s.",
                seconds(longest(times.gaps())));
    }

    private void stamps() {
        places(
                Kind.DUPLICATE_STAMP,
                Severity.WARNING,
                times.duplicates(),
                "%s with the time stamp of the frame before; each is shown one microsecond after it: %s.");
        places(
                Kind.BACKWARD_STAMP,
                Severity.WARNING,
                times.backward(),
                "%s to which the file's clock jumps back; time goes on from the frame before: %s.");
        places(
                Kind.MISSING_STAMP,
                Severity.NOTE,
                times.missing(),
                "%s without a time stamp of its own, placed by its neighbours: %s.");
    }

    /** Adds a finding about frames, if there are any; the text names their number, more words, and the first few. */
    private void places(Kind kind, Severity severity, int[] frames, String text, String... words) {
        if (frames.length == 0) {
            return;
        }
        List<Object> parts = new ArrayList<>();
        parts.add(frames.length == 1 ? "1 frame comes" : frames.length + " frames come");
        parts.addAll(Arrays.asList(words));
        String first = IntStream.of(frames).limit(PLACES).mapToObj(this::time).collect(Collectors.joining(", "));
        parts.add("at " + first + (frames.length > PLACES ? " and so on" : ""));
        List<Long> at =
                IntStream.of(frames).limit(PLACES).mapToObj(index::microsOf).toList();
        findings.add(new Finding(kind, severity, String.format(Locale.ROOT, text, parts.toArray()), frames.length, at));
    }

    private void rate() {
        double declared = timing.nominalRate();
        double measured = timing.measuredRate();
        if (declared > 0 && index.frames() > 1 && Math.abs(declared / measured - 1) > OTHER_RATE) {
            findings.add(Finding.warning(
                    Kind.RATE_DIFFERS,
                    String.format(
                            Locale.ROOT,
                            "The file declares %.3f frames per second but shows %.3f; times are those of its frames. "
                                    + "If its stamps are wrong, state the true rate.",
                            declared,
                            measured)));
        }
        int[] uneven = times.uneven();
        if (uneven.length > 0) {
            long shortest = IntStream.of(uneven).mapToLong(this::distance).min().orElse(0);
            String sentence = String.format(
                    Locale.ROOT,
                    "The frame rate varies: frames are %s to %s s apart, most often %s s; each frame keeps its own time.",
                    seconds(Math.min(shortest, times.usualMicros())),
                    seconds(Math.max(longest(uneven), times.usualMicros())),
                    seconds(times.usualMicros()));
            findings.add(new Finding(
                    Kind.VARIABLE_RATE, Severity.NOTE, sentence, uneven.length, List.of(index.microsOf(uneven[0]))));
        }
    }

    private void start() {
        long first = FrameTimes.micros(times.firstPts(), source);
        if (first != 0) {
            findings.add(Finding.note(
                    Kind.START_OFFSET,
                    "The file's own clock shows " + seconds(first)
                            + " s at the first frame; here time counts from that frame."));
        }
        if (times.hidden() > 0) {
            String count = times.hidden() == 1 ? "1 frame is" : times.hidden() + " frames are";
            findings.add(new Finding(
                    Kind.HIDDEN,
                    Severity.NOTE,
                    count + " cut off by the file's edit list, as in every player, and not counted.",
                    times.hidden(),
                    List.of()));
        }
    }

    private void picture() {
        int order = source.stream().codecpar().field_order();
        if (survey.start().interlaced() > 0 || order > avcodec.AV_FIELD_PROGRESSIVE) {
            findings.add(Finding.note(
                    Kind.INTERLACED,
                    survey.start().interlaced() + " of " + survey.start().frames()
                            + " frames looked at are made of two fields taken one after the other; such frames are shown, "
                            + "measured and cut as one picture, from their first field. Only the quick activity curve "
                            + "takes both fields as they lie, so motion between them counts a little more there."));
        }
        rotation();
        AVRational aspect = source.stream().sample_aspect_ratio();
        AVRational coded = source.stream().codecpar().sample_aspect_ratio();
        AVRational known = aspect.num() > 0 ? aspect : coded;
        if (known.num() > 0 && known.num() != known.den()) {
            findings.add(Finding.note(
                    Kind.PIXEL_ASPECT,
                    "Pixels are said to be " + known.num() + ":" + known.den()
                            + " in shape; they are shown, measured and cut as squares."));
        }
    }

    private void rotation() {
        AVCodecParameters coding = source.stream().codecpar();
        AVPacketSideData matrix = avcodec.av_packet_side_data_get(
                coding.coded_side_data(), coding.nb_coded_side_data(), avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) {
            return;
        }
        double degrees = avutil.av_display_rotation_get(new IntPointer(matrix.data()));
        if (!Double.isNaN(degrees) && Math.round(degrees) != 0) {
            // FFmpeg counts against the clock; people turn pictures with it.
            long clockwise = Math.floorMod(-Math.round(degrees), 360);
            findings.add(Finding.note(
                    Kind.ROTATED,
                    "The file asks for its picture to be turned by " + clockwise
                            + "° clockwise; it is shown, measured and cut as it was stored."));
        }
    }

    private void seeking() {
        String compared = survey.places() == 1 ? "1 place" : survey.places() + " places";
        findings.add(
                switch (survey.seeking()) {
                    case TRUSTED ->
                        Finding.note(
                                Kind.SEEKING,
                                index.keys() < 2
                                        ? "There is one key frame only, so every frame is decoded from the start."
                                        : "Frames are reached from the key frame before them; at " + compared
                                                + " they were compared with a longer decode and are equal.");
                    case CONFIRMED_KEYS ->
                        Finding.warning(
                                Kind.SEEKING,
                                "The container calls frames key frames that are none; frames are reached from the "
                                        + index.keys() + " key frames that the decoder confirms, compared at "
                                        + compared
                                        + " and equal.");
                    case CLOCK_SET_BACK ->
                        Finding.warning(
                                Kind.SEEKING,
                                "The file's clock jumps back, so every frame is decoded from the start: going far takes "
                                        + "long. Convert the file if that disturbs.");
                    case WRONG_FRAMES ->
                        Finding.warning(
                                Kind.SEEKING,
                                "Frames reached by seeking differ from those decoded in sequence, so every frame is decoded "
                                        + "from the start: going far takes long. Convert the file if that disturbs.");
                });
    }

    private long longest(int[] frames) {
        return IntStream.of(frames).mapToLong(this::distance).max().orElse(0);
    }

    private long distance(int frame) {
        return index.microsOf(frame) - index.microsOf(frame - 1);
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.3f", micros / 1e6);
    }

    /** When a frame starts, as hours, minutes, seconds. */
    private String time(int frame) {
        long millis = index.microsOf(frame) / 1000;
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
