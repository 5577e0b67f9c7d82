package org.ictograph.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.ictograph.localizer.ClipTrained;
import org.ictograph.localizer.torch.ClipRecipe;
import org.ictograph.measure.Confusion;
import org.ictograph.measure.Statistic;
import org.ictograph.session.SessionException;
import org.ictograph.video.Modality;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code train --stage clips} can be told, and what it tells. */
final class ClipOptions {
    @Option(names = "--seconds", paramLabel = "S", description = "length of a clip (default: 10)")
    private double seconds = ClipRecipe.PUBLISHED.seconds();

    @Option(
            names = "--negatives",
            paramLabel = "N",
            description = "clips without the label for each one with it (default: 3.4, as published)")
    private double negatives = ClipRecipe.PUBLISHED.negatives();

    @Option(
            names = "--mixup",
            paramLabel = "A",
            description = "lays clips over each other, with shares from Beta(A, A), A up to 1 (default: 0, none)")
    private double mixup = ClipRecipe.PUBLISHED.mixup();

    @Option(
            names = "--modality",
            paramLabel = "M",
            description = "what the network for clips sees: picture (default), difference from picture to picture,"
                    + " flow_farneback or flow_dis")
    private Modality modality = Modality.PICTURE;

    /**
     * @param rate as asked, or null
     * @param folds as asked, or null
     */
    ClipRecipe recipe(@Nullable Integer epochs, long seed, @Nullable Double rate, @Nullable Integer folds)
            throws SessionException {
        ClipRecipe usual = ClipRecipe.PUBLISHED;
        try {
            return new ClipRecipe(
                    epochs == null ? usual.epochs() : epochs,
                    seed,
                    rate == null ? usual.rate() : rate,
                    seconds,
                    negatives,
                    folds == null ? usual.folds() : folds,
                    mixup,
                    modality);
        } catch (IllegalArgumentException improper) {
            throw new SessionException(String.valueOf(improper.getMessage()), improper);
        }
    }

    static void print(Console console, ClipTrained made, boolean json) {
        console.noProgress();
        if (json) {
            console.json(document(made));
            return;
        }
        List<Double> losses = made.losses();
        console.print(
                "loss %.4f in epoch 1, %.4f in epoch %d", losses.get(0), losses.get(losses.size() - 1), losses.size());
        console.print(
                "%-6s %6s %9s %12s %12s %10s %6s  %s",
                "fold", "clips", "accuracy", "sensitivity", "specificity", "precision", "F1", "held out");
        List<List<OptionalDouble>> rows = new ArrayList<>();
        for (int i = 0; i < made.folds().size(); i++) {
            ClipTrained.Fold fold = made.folds().get(i);
            List<OptionalDouble> row =
                    rates(fold).values().stream().map(Statistic::value).toList();
            rows.add(row);
            console.print(row(Integer.toString(i + 1), Integer.toString(fold.clips()), row) + "  "
                    + String.join(", ", fold.heldOut()));
        }
        List<OptionalDouble> mean = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            mean.add(rows.stream()
                    .map(row -> row.get(at))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .average());
        }
        console.print(row("mean", "", mean));
        made.remarks().forEach(console::note);
        console.print(
                "The model lies in %s; propose --model %s uses it, train --encoder %s makes a model of events on it.",
                made.folder(), made.model(), made.model());
    }

    private static String row(String name, String clips, List<OptionalDouble> values) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-6s %6s", name, clips));
        int[] widths = {9, 12, 12, 10, 6};
        for (int i = 0; i < widths.length; i++) {
            OptionalDouble value = values.get(i);
            String text = value.isPresent() ? String.format(Locale.ROOT, "%.2f", 100 * value.getAsDouble()) : "-";
            row.append(" ".repeat(1 + Math.max(0, widths[i] - text.length()))).append(text);
        }
        return row.toString();
    }

    private static Map<String, Statistic> rates(ClipTrained.Fold fold) {
        Confusion confusion = fold.scores().confusion();
        Map<String, Statistic> rates = new LinkedHashMap<>();
        rates.put("accuracy", confusion.accuracy());
        rates.put("sensitivity", confusion.sensitivity());
        rates.put("specificity", confusion.specificity());
        rates.put("precision", confusion.precision());
        rates.put("f1", confusion.f1());
        return rates;
    }

    private static Map<String, Object> document(ClipTrained made) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", made.model());
        fields.put("folder", made.folder().toString());
        fields.put("label", made.label());
        fields.put("losses", made.losses());
        List<Map<String, @Nullable Object>> folds = new ArrayList<>();
        for (ClipTrained.Fold fold : made.folds()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("animals_learned_from", fold.learned());
            one.put("animals_held_out", fold.heldOut());
            one.put("clips", fold.clips());
            rates(fold)
                    .forEach((name, rate) -> one.put(
                            name, rate.value().isPresent() ? rate.value().getAsDouble() : null));
            folds.add(one);
        }
        fields.put("folds", folds);
        fields.put("remarks", made.remarks());
        return fields;
    }
}
