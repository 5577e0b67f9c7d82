package org.ictograph.localizer.torch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ictograph.localizer.ClipTrained;
import org.ictograph.localizer.ClipTrainer;
import org.ictograph.localizer.ClipTrainers;
import org.ictograph.localizer.Lesson;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trainer;
import org.ictograph.measure.ClipScore;
import org.ictograph.measure.ClipScores;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Fine-tunes a TimeSformer, VideoMAE or ViViT of the shelf to tell clips with a behaviour from clips without it, once for each
 * fold of animals, and puts the network of the first fold on the shelf: as an encoder, and as a model that slides over a cage
 * and proposes where it is sure. One training at a time in a process.
 */
public final class ClipModelTrainer implements ClipTrainer {
    /** Share of the work that looking at films is. */
    private static final double LOOKING = 0.2;

    private static final int FEW = 20;
    private static final float HEAD = 0.02f;

    /**
     * What is to be made.
     *
     * @param source name of a model in the folder whose encoder is begun from
     * @param model name of the new one
     * @param label what a clip shows or does not
     * @param resume whether to go on from what an interrupted training reached
     */
    public record Order(String source, String model, String label, boolean resume) {}

    private final Path models;
    private final Path cache;
    private final Order order;
    private final ClipRecipe recipe;
    private final Consumer<List<Double>> heard;
    private final NewEncoder made;

    /**
     * @param models the folder of the shelf, see {@link NetworkShelf}
     * @param cache for what can be made again: PyTorch's libraries
     * @param heard hears of the losses so far of each fold after each round, on the thread that trains
     */
    public ClipModelTrainer(Path models, Path cache, Order order, ClipRecipe recipe, Consumer<List<Double>> heard) {
        this.models = models;
        this.cache = cache;
        this.order = order;
        this.recipe = recipe;
        this.heard = heard;
        this.made = new NewEncoder(models.resolve(order.model));
    }

    /** Trainers by the published recipe, beginning from what lies on the shelf. */
    public static ClipTrainers published(Path models, Path cache) {
        return new ClipTrainers() {
            @Override
            public List<String> shelf() {
                return NetworkShelf.encoders(models);
            }

            @Override
            public ClipTrainer make(Wish wish, Consumer<List<Double>> heard) {
                ClipRecipe usual = ClipRecipe.PUBLISHED;
                return new ClipModelTrainer(
                        models,
                        cache,
                        new Order(wish.source(), wish.model(), wish.label(), wish.resume()),
                        new ClipRecipe(
                                wish.rounds(),
                                usual.seed(),
                                usual.rate(),
                                wish.seconds(),
                                usual.negatives(),
                                wish.folds(),
                                usual.mixup(),
                                wish.modality()),
                        heard);
            }
        };
    }

    @Override
    public String model() {
        return order.model;
    }

    @Override
    public String label() {
        return order.label;
    }

    /** Clips and the animals in them, in the same order. */
    private record Shown(List<ClipTraining.Example> examples, List<String> animals) {
        Shown of(List<String> some) {
            List<ClipTraining.Example> own = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                if (some.contains(animals.get(i))) {
                    own.add(examples.get(i));
                    names.add(animals.get(i));
                }
            }
            return new Shown(own, names);
        }
    }

    @Override
    public ClipTrained train(List<Lesson> lessons, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException {
        made.requireFree();
        return Claim.holding(made.folder(), () -> alone(lessons, films, progress));
    }

    private ClipTrained alone(List<Lesson> lessons, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException {
        Path source = models.resolve(order.source);
        if (order.source.isEmpty() || Files.notExists(source.resolve("encoder"))) {
            throw new LocalizerException("There is no folder " + source.resolve("encoder")
                    + " to begin from; put a TimeSformer, VideoMAE or ViViT there as the transformers library writes"
                    + " it, or make one with --stage pretrain.");
        }
        ClipFolds folds = ClipFolds.of(events(lessons), recipe.seed(), recipe.folds());
        ModelFolder before = ModelFolder.open(source.resolve("encoder"));
        ObjectNode config = config(before.config());
        ModelFolder kind =
                new ModelFolder(before.folder(), NetworkConfig.of(made.encoder().resolve("config.json"), config));
        Tubelets tubelets = Tubelets.of(kind.config());
        ObjectNode seeing = NetworkConfig.read(before.folder().resolve("preprocessor_config.json"))
                .json();
        seeing.put("frames_per_second", tubelets.frames() / recipe.seconds());
        seeing.put("modality", recipe.modality().text());
        Preprocessing preprocessing = Preprocessing.of(
                NetworkConfig.of(made.encoder().resolve("preprocessor_config.json"), seeing), tubelets.size());
        String seen = Sha256.of(ModelTrainer.text(lessons));
        String begun = ShelvedLocalizer.seenBy(source);
        String identity = Sha256.of(seen + begun + recipe + order.label + config + seeing + folds);
        requireTold(identity, folds);

        Sight sight = new Sight(preprocessing, flow(lessons, films));
        Torch torch = Torch.start(cache.resolve("torch"));
        Map<String, Safetensors.Tensor> weights = begin(torch, before, kind);
        ClipReader clips = new ClipReader(preprocessing, preprocessing.rate(), tubelets.frames());
        Shown shown = look(lessons, clips, films, progress.part(0, LOOKING));
        List<ClipTrained.Fold> tested = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        Map<String, Safetensors.Tensor> outcome = new LinkedHashMap<>();
        for (int i = 0; i < folds.folds().size(); i++) {
            double step = (1 - LOOKING) / folds.folds().size();
            Progress part = progress.part(LOOKING + i * step, LOOKING + (i + 1) * step);
            AnimalSplit split = folds.folds().get(i);
            Checkpoints checkpoints = checkpoints(identity, i);
            Shown learned = shown.of(split.learned());
            try (ClipTraining training =
                    new ClipTraining(torch, recipe, kind, weights, sight, checkpoints, learned.examples)) {
                training.run(part, heard);
                tested.add(test(training, split, shown.of(split.heldOut()), part));
                if (i == 0) {
                    losses.addAll(training.losses());
                    outcome.putAll(training.outcome().tensors());
                }
            }
        }
        ClipTrained told =
                new ClipTrained(order.model, made.folder(), order.label, tested, losses, remarks(shown, tested.get(0)));
        made.finish(outcome, config, seeing, ClipCard.of(told, order.source, begun, seen, recipe, sight));
        ShelvedClips.putOnShelf(made.folder(), order.label);
        for (int i = 0; i < folds.folds().size(); i++) {
            checkpoints(identity, i).clear();
        }
        return told;
    }

    private Checkpoints checkpoints(String identity, int fold) {
        return new Checkpoints(made.folder().resolve("training-" + (fold + 1)), identity);
    }

    private void requireTold(String identity, ClipFolds folds) throws LocalizerException {
        boolean any = false;
        for (int i = 0; i < folds.folds().size(); i++) {
            Checkpoints checkpoints = checkpoints(identity, i);
            if (checkpoints.any()) {
                any = true;
                if (order.resume) {
                    checkpoints.newest();
                }
            }
        }
        if (any && !order.resume) {
            throw new LocalizerException("An interrupted training lies in " + made.folder()
                    + "; go on with it with --resume, or delete that folder.");
        }
        if (!any && order.resume) {
            throw new LocalizerException(
                    "There is nothing in " + made.folder() + " to resume; begin without --resume.");
        }
    }

    private SortedMap<String, Integer> events(List<Lesson> lessons) throws LocalizerException {
        SortedMap<String, Integer> events = new TreeMap<>();
        lessons.forEach(lesson -> events.merge(
                lesson.animal(),
                (int) lesson.events().stream()
                        .filter(event -> event.label().equals(order.label))
                        .count(),
                Integer::sum));
        if (events.values().stream().allMatch(count -> count == 0)) {
            throw new LocalizerException("There is no " + order.label
                    + " to learn from: none counts under the study's rule in a cage whose animal is named. Settle what "
                    + "raters differ about, or let more count (plan --include).");
        }
        return events;
    }

    /** The network as it will be: with two classes. */
    private ObjectNode config(NetworkConfig before) {
        ObjectNode config = before.json();
        config.remove(List.of("id2label", "label2id", "architectures"));
        config.putObject("id2label").put("0", "not " + order.label).put("1", order.label);
        config.putObject("label2id").put("not " + order.label, 0).put(order.label, 1);
        return config;
    }

    /** What was learned before, with a new last layer. */
    private Map<String, Safetensors.Tensor> begin(Torch torch, ModelFolder before, ModelFolder kind)
            throws LocalizerException {
        if (before.config().text("model_type", "").equals(MotionEnergy.KIND)) {
            throw new LocalizerException("The encoder in " + before.folder()
                    + " has nothing that could learn; take a TimeSformer, VideoMAE or ViViT.");
        }
        int hidden = before.config().whole("hidden_size");
        Map<String, Safetensors.Tensor> weights = new LinkedHashMap<>();
        try (Safetensors tensors = before.tensors()) {
            for (String name : tensors.names()) {
                if (!name.startsWith("classifier.")) {
                    weights.put(name, tensors.tensor(name));
                }
            }
        }
        Random random = new Random(recipe.seed());
        float[] head = new float[2 * hidden];
        for (int i = 0; i < head.length; i++) {
            head[i] = HEAD * (float) Math.max(-2, Math.min(2, random.nextGaussian()));
        }
        weights.put("classifier.weight", new Safetensors.Tensor(List.of(2L, (long) hidden), head));
        weights.put("classifier.bias", new Safetensors.Tensor(List.of(2L), new float[2]));
        // Building the network once brings embeddings of times and places to the size that it needs.
        try (Weights fitted = Weights.of(torch, before.folder().toString(), weights)) {
            kind.classifier(fitted);
            return fitted.tensors();
        }
    }

    /** That of the films. */
    private OpticalFlow flow(List<Lesson> lessons, Trainer.Films films) throws VideoException {
        if (!recipe.modality().flow()) {
            return OpticalFlow.NONE;
        }
        try (FrameReader reader = films.open(lessons.get(0).recording())) {
            return reader.flow();
        }
    }

    private Shown look(List<Lesson> lessons, ClipReader clips, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException {
        List<LessonClip> chosen =
                LessonClip.of(lessons, order.label, clips.length(), recipe.negatives(), recipe.seed());
        if (chosen.isEmpty()) {
            throw new LocalizerException("No clip of " + clips.length() / 1000 + " ms with " + order.label
                    + " lies in time that was looked at; watch more around it, or take shorter clips (--seconds).");
        }
        Room.now(made.folder()).requireClips(chosen.size() * clips.bytes());
        List<ClipTraining.Example> examples = new ArrayList<>();
        List<String> animals = new ArrayList<>();
        for (int from = 0; from < chosen.size(); ) {
            Recording recording = lessons.get(chosen.get(from).lesson()).recording();
            try (FrameReader reader = films.open(recording)) {
                int at = from;
                while (at < chosen.size()
                        && lessons.get(chosen.get(at).lesson()).recording().equals(recording)) {
                    progress.check();
                    progress.report((double) at / chosen.size(), recording.name());
                    LessonClip clip = chosen.get(at++);
                    Lesson lesson = lessons.get(clip.lesson());
                    examples.add(new ClipTraining.Example(
                            clips.read(reader, lesson.cage(), clip.start(), progress), clip.shows()));
                    animals.add(lesson.animal());
                }
                from = at;
            }
        }
        return new Shown(examples, animals);
    }

    private static ClipTrained.Fold test(ClipTraining training, AnimalSplit split, Shown test, Progress progress)
            throws LocalizerException {
        List<Double> scores = training.scores(
                test.examples.stream().map(ClipTraining.Example::clip).toList(), progress);
        List<ClipScore> pairs = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            pairs.add(new ClipScore(test.examples.get(i).shows(), scores.get(i)));
        }
        return new ClipTrained.Fold(
                split.learned(), split.heldOut(), pairs.size(), ClipScores.of(pairs, ClipScores.HALF));
    }

    private List<String> remarks(Shown shown, ClipTrained.Fold first) {
        List<String> remarks = new ArrayList<>();
        long with = shown.of(first.learned()).examples.stream()
                .filter(ClipTraining.Example::shows)
                .count();
        if (with < FEW) {
            remarks.add("It learned " + order.label + " from " + with + (with == 1 ? " clip" : " clips")
                    + " only; fewer than " + FEW + " rarely make a useful model.");
        }
        remarks.add("Scores of clips do not tell how many false proposals there are in an hour: the clips without "
                + order.label + " are " + recipe.negatives()
                + " times as many as those with it, not as many as in life.");
        return remarks;
    }
}
