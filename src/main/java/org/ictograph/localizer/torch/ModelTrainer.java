package org.ictograph.localizer.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ictograph.localizer.Exam;
import org.ictograph.localizer.Lesson;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Tested;
import org.ictograph.localizer.Trained;
import org.ictograph.localizer.Trainer;
import org.ictograph.localizer.Trainers;
import org.ictograph.measure.Calibration;
import org.ictograph.measure.ClassScores;
import org.ictograph.model.Cage;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Trains a RaSeformer on what an encoder of the shelf sees of the study's own cages, and puts both on the shelf as a new model.
 * The encoder stays as it is. One training at a time in a process.
 */
public final class ModelTrainer implements Trainer {
    /** The encoder that needs no weights. */
    public static final String SMALL_ENCODER = MotionFilters.NAME;

    private static final int FEW = 20;
    private static final int FEW_ANIMALS = 3;

    /** Share of the work that looking at films is. */
    private static final double LOOKING = 0.4;

    /**
     * What is to be made.
     *
     * @param encoder name of a model in the folder whose encoder is used, or {@link #SMALL_ENCODER}
     * @param model name of the new one
     * @param labels what it is to find
     * @param resume whether to go on from what an interrupted training reached
     * @param exam how it is tested
     */
    public record Order(String encoder, String model, List<String> labels, boolean resume, Exam exam) {
        public Order {
            labels = List.copyOf(labels);
            if (labels.isEmpty()) {
                throw new IllegalArgumentException("A model finds something.");
            }
        }

        /** With the usual test. */
        public Order(String encoder, String model, List<String> labels, boolean resume) {
            this(encoder, model, labels, resume, Exam.USUAL);
        }
    }

    private final Path models;
    private final Path cache;
    private final Order order;
    private final Recipe recipe;
    private final NewModel made;
    private final Consumer<List<Trained.Epoch>> heard;

    /**
     * @param models the folder of the shelf, see {@link NetworkShelf}
     * @param cache for what can be made again: PyTorch's libraries and features
     */
    public ModelTrainer(Path models, Path cache, Order order, Recipe recipe) {
        this(models, cache, order, recipe, epochs -> {});
    }

    private ModelTrainer(Path models, Path cache, Order order, Recipe recipe, Consumer<List<Trained.Epoch>> heard) {
        this.heard = heard;
        this.models = models;
        this.cache = cache;
        this.order = order;
        this.recipe = recipe;
        this.made = new NewModel(models.resolve(order.model));
    }

    /** Trainers of small networks, on what the encoder sees that needs no weights, or one of the shelf. */
    public static Trainers small(Path models, Path cache) {
        return new Trainers() {
            @Override
            public List<String> encoders() {
                Set<String> names = new TreeSet<>(NetworkShelf.encoders(models));
                names.addAll(NetworkShelf.scripts(models).keySet());
                return List.copyOf(names);
            }

            @Override
            public Trainer make(Wish wish, Consumer<List<Trained.Epoch>> heard) {
                String encoder = wish.encoder().isEmpty() ? SMALL_ENCODER : wish.encoder();
                return new ModelTrainer(
                        models,
                        cache,
                        new Order(encoder, wish.model(), wish.labels(), wish.resume(), wish.exam()),
                        Recipe.small(wish.epochs()),
                        heard);
            }
        };
    }

    @Override
    public String model() {
        return order.model;
    }

    @Override
    public List<String> labels() {
        return order.labels;
    }

    @Override
    public Trained train(List<Lesson> lessons, Films films, Progress progress)
            throws VideoException, LocalizerException {
        Path source = encoder();
        made.requireFree(order.resume);
        made.requireOwnEncoder(source);
        return Claim.holding(made.folder(), () -> alone(source, lessons, films, progress));
    }

    private Trained alone(Path source, List<Lesson> lessons, Films films, Progress progress)
            throws VideoException, LocalizerException {
        SortedMap<String, Integer> events = events(lessons);
        AnimalSplit split = split(events);
        List<AnimalSplit> folds =
                order.exam.folds() == 1 ? List.of() : AnimalSplit.folds(events, order.exam.folds(), recipe.seed());
        String seen = ShelvedLocalizer.seenBy(source);
        String known = Sha256.of(text(lessons));
        RaSeformer.Design design = RaSeformer.Design.PUBLISHED;
        String identity = Sha256.of(known + seen + recipe + order.labels + split + design);
        Checkpoints checkpoints = new Checkpoints(made.reached(), identity);
        if (!order.resume && checkpoints.any()) {
            throw new LocalizerException("An interrupted training lies in " + made.reached()
                    + "; go on with it with --resume, or delete that folder.");
        }
        if (order.resume) {
            checkpoints.newest();
        }
        Torch torch = Torch.start(cache.resolve("torch"));
        School school = new School(torch, design, look(torch, source, seen, lessons, films, progress.part(0, LOOKING)));
        Progress learning = progress.part(LOOKING, 1);
        double share = 1.0 / (folds.size() + 1);
        HeldOut test = round(school, split, checkpoints, learning.part(0, share), Optional.of(heard));
        double least = test.least();
        List<Checkpoints> reached = new ArrayList<>();
        List<HeldOut> testers = new ArrayList<>();
        List<Tested.Fold> table = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            AnimalSplit fold = folds.get(i);
            Checkpoints own = new Checkpoints(made.reached().resolve("fold-" + (i + 1)), Sha256.of(identity + fold));
            Progress part = learning.part(share * (i + 1), share * (i + 2));
            HeldOut tested = fold.equals(split) ? test : round(school, fold, own, part, Optional.empty());
            reached.add(own);
            testers.add(tested);
            table.add(new Tested.Fold(
                    fold.heldOut(), tested.proposals(least), tested.scores().averageMap()));
        }
        Calibration calibration = HeldOut.calibration(testers.isEmpty() ? List.of(test) : testers);
        try (Training training = Training.resume(torch, recipe, design, checkpoints, windows(school, split))) {
            Trained trained = new Trained(
                    order.model,
                    made.folder(),
                    split.learned(),
                    split.heldOut(),
                    training.epochs(),
                    test.scores(),
                    least,
                    test.proposals(least),
                    new Tested(test.oracle(), calibration, table),
                    remarks(source, lessons, split, test.scores().classes()));
            made.takeEncoder(source);
            NewModel.Origin origin = new NewModel.Origin(order.encoder, seen, known, recipe, design);
            made.finish(training.outcome(), order.labels, origin, trained);
            for (Checkpoints fold : reached) {
                fold.clear();
            }
            checkpoints.clear();
            return trained;
        }
    }

    /** What there is to learn from, and with what. */
    private record School(Torch torch, RaSeformer.Design design, SeenLessons seen) {}

    /**
     * Learns from one side of the animals, or goes on with it, and tests on the other.
     *
     * @param listener hears of each round, which is then tested too; where nobody listens only the end is
     */
    private HeldOut round(
            School school,
            AnimalSplit split,
            Checkpoints checkpoints,
            Progress progress,
            Optional<Consumer<List<Trained.Epoch>>> listener)
            throws LocalizerException {
        List<TrainingWindow> windows = windows(school, split);
        int classes = order.labels.size();
        try (Training training = order.resume && checkpoints.any()
                ? Training.resume(school.torch, recipe, school.design, checkpoints, windows)
                : Training.begin(school.torch, recipe, school.design, classes, checkpoints, windows)) {
            training.run(
                    progress,
                    listener.orElse(epochs -> {}),
                    outcome -> listener.isEmpty()
                            ? OptionalDouble.empty()
                            : test(school, split, outcome, progress)
                                    .scores()
                                    .averageMap()
                                    .value());
            return test(school, split, training.outcome(), progress);
        }
    }

    private List<TrainingWindow> windows(School school, AnimalSplit split) throws LocalizerException {
        return school.seen.windows(split, order.labels, SegmentSearch.window(school.design));
    }

    private HeldOut test(School school, AnimalSplit split, Weights outcome, Progress progress)
            throws LocalizerException {
        SegmentSearch search = new SegmentSearch(school.torch, new RaSeformer(school.design, outcome));
        return school.seen.test(search, split, order.labels, progress);
    }

    /** The folder that holds the encoder. */
    private Path encoder() throws LocalizerException {
        Path own = models.resolve(order.encoder);
        if (Files.exists(own.resolve("encoder"))) {
            return own;
        }
        if (order.encoder.equals(SMALL_ENCODER)) {
            return MotionFilters.putDown(cache.resolve("encoders"));
        }
        throw new LocalizerException("There is no folder " + own.resolve("encoder")
                + "; put a TimeSformer, VideoMAE or ViViT there as the transformers library writes it, or use "
                + SMALL_ENCODER + ".");
    }

    private SortedMap<String, Integer> events(List<Lesson> lessons) throws LocalizerException {
        SortedMap<String, Integer> events = new TreeMap<>();
        lessons.forEach(lesson -> events.merge(lesson.animal(), count(lesson), Integer::sum));
        if (events.values().stream().allMatch(count -> count == 0)) {
            throw new LocalizerException("There is no " + String.join(" or ", order.labels)
                    + " to learn from: none counts under the study's rule in a cage whose animal is named. Settle what "
                    + "raters differ about, or let more count (plan --include).");
        }
        return events;
    }

    private AnimalSplit split(SortedMap<String, Integer> events) throws LocalizerException {
        return order.exam.heldOut().isEmpty()
                ? AnimalSplit.of(events, recipe.seed())
                : AnimalSplit.of(events, order.exam.heldOut());
    }

    private int count(Lesson lesson) {
        return (int) lesson.events().stream()
                .filter(event -> order.labels.contains(event.label()))
                .count();
    }

    private SeenLessons look(
            Torch torch, Path source, String seen, List<Lesson> lessons, Films films, Progress progress)
            throws VideoException, LocalizerException {
        ModelFolder encoder = ModelFolder.open(source.resolve("encoder"));
        try (Weights weights = encoder.weights(torch)) {
            ClipClassifier clips = encoder.looking(torch, weights);
            Preprocessing preprocessing =
                    Preprocessing.read(encoder.folder(), clips.tubelets().size());
            FeatureCache kept = new FeatureCache(cache.resolve("features"), seen + preprocessing);
            return SeenLessons.look(new FeatureSource(torch, clips, preprocessing, kept), lessons, films, progress);
        }
    }

    private List<String> remarks(Path source, List<Lesson> lessons, AnimalSplit split, List<ClassScores> tested) {
        List<String> remarks = new ArrayList<>();
        List<String> known = ClipCard.known(source, split.heldOut());
        if (!known.isEmpty()) {
            remarks.add("The encoder has learned labels of " + String.join(", ", known)
                    + ", which were held out here, so the scores are too good; train with the seed of the encoder.");
        }
        for (String label : order.labels) {
            long events = lessons.stream()
                    .filter(lesson -> split.learned().contains(lesson.animal()))
                    .flatMap(lesson -> lesson.events().stream())
                    .filter(event -> event.label().equals(label))
                    .count();
            if (events < FEW) {
                remarks.add("It learned " + label + " from " + events + (events == 1 ? " event" : " events")
                        + " only; fewer than " + FEW + " rarely make a useful model.");
            }
            if (tested.stream().noneMatch(scores -> scores.label().equals(label))) {
                remarks.add("None of the animals held out has " + label + ", so nothing is known about how well it "
                        + "is found.");
            }
        }
        if (split.heldOut().size() < FEW_ANIMALS) {
            remarks.add("It was tested on " + split.heldOut().size()
                    + (split.heldOut().size() == 1 ? " animal" : " animals")
                    + " only; other animals can give quite other scores.");
        }
        return remarks;
    }

    /** All that the model depends on, line by line; the ids that a copy of the study would not share are left out. */
    static String text(List<Lesson> lessons) {
        StringBuilder text = new StringBuilder();
        for (Lesson lesson : lessons) {
            lesson.recording()
                    .files()
                    .forEach(file ->
                            text.append(file.fingerprint()).append(file.start()).append(file.rate()));
            Cage cage = lesson.cage();
            text.append('\n').append(cage.position()).append(cage.box()).append(cage.tagMask());
            text.append('\n').append(lesson.animal()).append(lesson.known()).append(lesson.events());
            text.append('\n');
        }
        return text.toString();
    }
}
