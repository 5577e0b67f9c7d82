package org.ictograph.exchange.format;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * The axis of programs that lay video files end to end without gaps, as BORIS does: each file with its length in
 * microseconds, in order.
 */
record FilmAxis(List<File> files) {
    /** @param length in microseconds, 0 when not known */
    record File(String path, long length) {}

    FilmAxis {
        files = List.copyOf(files);
    }

    static FilmAxis of(Recording recording) {
        List<File> files = new ArrayList<>();
        for (int i = 0; i < recording.files().size(); i++) {
            long start = recording.files().get(i).start();
            long end = i + 1 < recording.files().size()
                    ? recording.files().get(i + 1).start()
                    : recording.duration();
            files.add(new File(
                    recording.files().get(i).path(),
                    SpanSet.of(new Span(start, end)).minus(recording.gaps()).total()));
        }
        return new FilmAxis(files);
    }

    /** Which moment of which file a time on this axis is. */
    ForeignTime.Clock at(long micros) {
        long before = 0;
        for (File file : files) {
            if (micros < before + file.length() || file.equals(files.get(files.size() - 1))) {
                return new ForeignTime.Clock(file.path(), micros - before);
            }
            before += file.length();
        }
        return new ForeignTime.Clock("", micros);
    }

    /** A time of the recording on this axis. */
    static long on(Recording recording, long micros) {
        return micros == 0
                ? 0
                : SpanSet.of(new Span(0, micros)).minus(recording.gaps()).total();
    }
}
