package org.ictograph.exchange.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.LabelledSegment;
import org.ictograph.exchange.Losses;
import org.ictograph.exchange.PredictedSegment;

/**
 * What a detection model says, as ActivityNet ({@code results}) and ActionFormer ({@code database}) write it: segments with
 * label and score, in seconds, by video. An entry is named like a recording or one of its files, or {@code RECORDING / cage
 * N}; where the {@code clips.csv} of a data set lies beside the file, it may be one of that set's clips.
 */
public final class Predictions extends ReadOnly {
    @Override
    public String id() {
        return "predictions";
    }

    @Override
    public String description() {
        return "Predictions of a model (ActivityNet, ActionFormer), which become proposals";
    }

    @Override
    public boolean predicts() {
        return true;
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        List<PredictedSegment> predicted = BenchmarkReader.predictions(file).segments();
        ClipPlaces clips = ClipPlaces.beside(file);
        List<ForeignMark> marks = new ArrayList<>();
        for (PredictedSegment one : predicted) {
            LabelledSegment segment = one.segment();
            ClipPlaces.Place place = clips.of(one.clip());
            String label = segment.label().isEmpty() && segment.labelId().isPresent()
                    ? "#" + segment.labelId().getAsInt()
                    : segment.label();
            marks.add(new ForeignMark(
                    "Entry “" + one.clip() + "”, at " + segment.start() + " s",
                    place.whose(),
                    new ForeignTime.Clock(place.media(), place.start() + micros(segment.start())),
                    new ForeignTime.Clock(place.media(), place.start() + micros(segment.end())),
                    label,
                    ForeignMark.Remarks.NONE,
                    OptionalDouble.of(one.score())));
        }
        return new ForeignLabels(marks, new Losses().report(0));
    }

    private static long micros(double seconds) {
        return BigDecimal.valueOf(seconds)
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }
}
