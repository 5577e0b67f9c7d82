package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Golden numbers of a Python program (numpy 2.4.6, 2026-11-27) that writes each clip out as often as its animal was drawn by
 * java.util.Random as documented, counts pairs for AUROC, and sums precision over the steps of recall.
 */
class ClipRowTest {
    private static List<TestedClip> clips() {
        List<TestedClip> clips = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            boolean truth = (i * 7 + 3) % 5 < 2;
            double score = Math.min(1, (i * 37 + 11) % 101 / 100.0 * 0.75 + (truth ? 0.25 : 0));
            clips.add(new TestedClip("rat " + i % 6, "fold " + i % 6 / 2, truth, Math.rint(score * 20) / 20));
        }
        return clips;
    }

    private static void expect(ClipRow row, ClipFigure figure, double value, double low, double high) {
        Statistic statistic = Objects.requireNonNull(row.figures().get(figure));
        assertEquals(value, statistic.value().orElseThrow(), 1e-12, figure.key());
        assertEquals(low, statistic.low().orElseThrow(), 1e-12, figure.key());
        assertEquals(high, statistic.high().orElseThrow(), 1e-12, figure.key());
    }

    @Test
    void allClipsTogether() {
        ClipRow row = ClipRow.together("all", clips(), 0.5, 42);
        assertEquals(72, row.clips());
        assertEquals(29, row.positives());
        expect(row, ClipFigure.ACCURACY, 0.6527777777777778, 0.5138888888888888, 0.7777777777777778);
        expect(row, ClipFigure.SENSITIVITY, 0.7241379310344828, 0.5172413793103449, 0.9);
        expect(row, ClipFigure.SPECIFICITY, 0.6046511627906976, 0.45454545454545453, 0.7272727272727273);
        expect(row, ClipFigure.PRECISION, 0.5526315789473685, 0.425, 0.6857142857142857);
        expect(row, ClipFigure.F1, 0.6268656716417911, 0.4745762711864407, 0.7714285714285715);
        expect(row, ClipFigure.BALANCED_ACCURACY, 0.6643945469125903, 0.5185185185185185, 0.7976190476190477);
        expect(row, ClipFigure.AUROC, 0.7706495589414595, 0.6261904761904762, 0.8952380952380953);
        expect(row, ClipFigure.AUPRC, 0.7131722653963335, 0.6068908192702729, 0.8565065833096522);
    }

    @Test
    void meanOverFolds() {
        ClipRow row = ClipRow.mean("mean", clips(), 0.5, 42);
        expect(row, ClipFigure.ACCURACY, 0.6527777777777778, 0.513888888888889, 0.7777777777777778);
        expect(row, ClipFigure.SENSITIVITY, 0.725925925925926, 0.5166666666666667, 0.9);
        expect(row, ClipFigure.SPECIFICITY, 0.6015873015873016, 0.4523809523809524, 0.726984126984127);
        expect(row, ClipFigure.PRECISION, 0.5582750582750582, 0.4222222222222222, 0.6944444444444445);
        expect(row, ClipFigure.F1, 0.6306763285024154, 0.46851851851851856, 0.7741935483870966);
        expect(row, ClipFigure.AUROC, 0.7704585537918871, 0.6395061728395062, 0.9038112522686026);
        expect(row, ClipFigure.AUPRC, 0.726535530746057, 0.6557261208576999, 0.8742940685045948);
    }

    @Test
    void fewAnimalsGetNoIntervalAndNoPredictionsNoPrecision() {
        List<TestedClip> fold =
                clips().stream().filter(clip -> clip.part().equals("fold 0")).toList();
        ClipRow row = ClipRow.together("fold 0", fold, 2, 42);
        Statistic accuracy = Objects.requireNonNull(row.figures().get(ClipFigure.ACCURACY));
        assertTrue(accuracy.value().isPresent() && accuracy.low().isEmpty());
        assertEquals("No interval: 2 animals are too few, 5 are needed.", accuracy.remark());
        assertEquals(
                "Undefined: nothing was predicted.",
                Objects.requireNonNull(row.figures().get(ClipFigure.PRECISION)).undefined());
    }
}
