package org.ictograph.dataset.format;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.RangeToken;
import org.ictograph.dataset.TextFile;
import org.ictograph.model.Span;

/**
 * The layout of RodEpil: folders {@code 0} (normal) and {@code 1} (seizure) with clips named {@code
 * Date_VideoID_Position_RatID_range_Class_Y.avi}, for example {@code Feb-1-2019_M2U00244_3_70-3_1153-1168_N_0.avi}, and
 * {@code folds.csv}. Where the recording's date is not known its token is {@code Undated}.
 */
public final class RodEpilLayout implements Layout {
    private static final String UNDATED = "Undated";
    private static final int SAMPLES = 16;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    @Override
    public String profile() {
        return "rodepil";
    }

    @Override
    public String clipFile(ClipPlace place, ClipSource source, boolean positive, Profile profile) {
        String digit = positive ? "1" : "0";
        return digit + "/"
                + String.join(
                        "_",
                        date(place.date()),
                        FileToken.of(place.recording()),
                        Integer.toString(place.cage()),
                        FileToken.of(place.subject()),
                        range(source, profile.rangeToken()),
                        positive ? "S" : "N",
                        digit)
                + "." + profile.clip().extension();
    }

    @Override
    public List<TextFile> labelFiles(Manifest manifest) {
        StringBuilder csv = new StringBuilder("clip,subject,label,fold\n");
        manifest.clips().stream()
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .forEach(clip -> csv.append(Csv.line(
                        clip.file(), clip.place().subject(), clip.file().substring(0, 1), clip.part())));
        return List.of(new TextFile("folds.csv", csv.toString()));
    }

    /** English month, day without a leading zero. */
    private static String date(String iso) {
        if (iso.isEmpty()) {
            return UNDATED;
        }
        LocalDate date = LocalDate.parse(iso);
        return MONTHS.get(date.getMonthValue() - 1) + "-" + date.getDayOfMonth() + "-" + date.getYear();
    }

    private static String range(ClipSource source, RangeToken mode) {
        return switch (mode) {
            case SAMPLED_16 -> {
                long length = source.endMicros() - source.startMicros();
                long before = Math.round((double) source.startMicros() / length * SAMPLES);
                yield (before + 1) + "-" + (before + SAMPLES);
            }
            case FRAMES -> source.firstFrame() + "-" + source.lastFrame();
            case SECONDS -> source.startMicros() / Span.SECOND + "-" + source.endMicros() / Span.SECOND;
        };
    }
}
