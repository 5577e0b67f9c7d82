package org.ictograph.dataset.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.Shuffle;
import org.ictograph.dataset.TextFile;

/**
 * Windows for forecasting from video alone (arXiv 2603.12887): clips under opaque names, {@code windows.csv} and, for each
 * {@link Round}, {@code tasks.json} with tasks of few shots.
 *
 * <p>{@code windows.csv} has the columns clip, label (1 where a seizure starts in the five seconds after it), pair (both
 * windows of a pair have its number), onset (seconds from the end of the window to the onset, empty for label 0), subject,
 * part and recording. A task of N shots has a support of N windows of each label from animals for training, and all
 * windows of the animals for testing as query; of each N = 2, 3, 4 there are five, drawn with the seed of the split.
 */
public final class ForecastLayout implements Layout {
    private static final String FOLDER = "clips/";
    private static final int ID_LENGTH = 16;
    private static final List<Integer> SHOTS = List.of(2, 3, 4);
    private static final int DRAWS = 5;

    @Override
    public String profile() {
        return Profiles.FORECAST.id();
    }

    @Override
    public String clipFile(ClipPlace place, ClipSource source, boolean positive, Profile made) {
        return FOLDER + OpaqueName.of(place, source, ID_LENGTH) + "."
                + made.clip().extension();
    }

    @Override
    public List<TextFile> labelFiles(Manifest manifest) {
        List<TextFile> texts = new ArrayList<>();
        texts.add(new TextFile("windows.csv", windows(manifest)));
        for (Round round : Round.of(manifest)) {
            texts.add(new TextFile(round.folder() + "tasks.json", Json.text(tasks(manifest, round))));
        }
        return texts;
    }

    private static String windows(Manifest manifest) {
        Map<String, Integer> pairs = new LinkedHashMap<>();
        manifest.clips().forEach(clip -> pairs.putIfAbsent(pair(clip), pairs.size() + 1));
        StringBuilder text = new StringBuilder("clip,label,pair,onset,subject,part,recording\n");
        for (Manifest.Clip clip : byFile(manifest)) {
            text.append(Csv.line(
                    clip.file(),
                    label(clip),
                    String.valueOf(pairs.get(pair(clip))),
                    onset(clip),
                    clip.place().subject(),
                    clip.part(),
                    clip.place().recording()));
        }
        return text.toString();
    }

    private static String pair(Manifest.Clip clip) {
        return String.join(" ", clip.truth().consensusMarks());
    }

    private static String label(Manifest.Clip clip) {
        return clip.truth().positive() ? "1" : "0";
    }

    private static String onset(Manifest.Clip clip) {
        long length = clip.source().endMicros() - clip.source().startMicros();
        return clip.truth().labels().stream()
                .findFirst()
                .map(label -> BigDecimal.valueOf(label.start() - length, 6)
                        .stripTrailingZeros()
                        .toPlainString())
                .orElse("");
    }

    private static ObjectNode tasks(Manifest manifest, Round round) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("horizon_seconds", 5)
                .put("window_seconds", manifest.profile().clip().seconds());
        ArrayNode tasks = root.putArray("tasks");
        List<Manifest.Clip> train = of(manifest, round, Round.Subset.TRAIN);
        List<Manifest.Clip> test = of(manifest, round, Round.Subset.TEST);
        for (int shots : SHOTS) {
            for (int draw = 1; draw <= DRAWS; draw++) {
                List<Manifest.Clip> support = new ArrayList<>();
                for (boolean positive : new boolean[] {true, false}) {
                    support.addAll(drawn(manifest, train, positive, shots, draw));
                }
                if (support.size() == 2 * shots && !test.isEmpty()) {
                    ObjectNode task = tasks.addObject().put("shots", shots).put("draw", draw);
                    support.forEach(clip -> add(task.withArray("support"), clip));
                    test.forEach(clip -> add(task.withArray("query"), clip));
                }
            }
        }
        return root;
    }

    private static List<Manifest.Clip> of(Manifest manifest, Round round, Round.Subset subset) {
        return byFile(manifest).stream()
                .filter(clip -> round.subset(clip) == subset)
                .toList();
    }

    private static List<Manifest.Clip> drawn(
            Manifest manifest, List<Manifest.Clip> pool, boolean positive, int shots, int draw) {
        Shuffle shuffle = new Shuffle(manifest.profile().split().seed(), "task " + shots + " " + draw + " ");
        return pool.stream()
                .filter(clip -> clip.truth().positive() == positive)
                .sorted(Comparator.<Manifest.Clip>comparingLong(clip -> shuffle.rank(clip.file()))
                        .thenComparing(Manifest.Clip::file))
                .limit(shots)
                .toList();
    }

    private static void add(ArrayNode list, Manifest.Clip clip) {
        list.addObject().put("clip", clip.file()).put("label", clip.truth().positive() ? 1 : 0);
    }

    private static List<Manifest.Clip> byFile(Manifest manifest) {
        return manifest.clips().stream()
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .toList();
    }
}
