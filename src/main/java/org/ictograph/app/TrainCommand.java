package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.ictograph.localizer.Exam;
import org.ictograph.localizer.Trained;
import org.ictograph.localizer.Trainers;
import org.ictograph.localizer.torch.ClipModelTrainer;
import org.ictograph.localizer.torch.ClipRecipe;
import org.ictograph.localizer.torch.EncoderPretrainer;
import org.ictograph.localizer.torch.ModelTrainer;
import org.ictograph.localizer.torch.PretrainRecipe;
import org.ictograph.localizer.torch.Recipe;
import org.ictograph.measure.ClassScores;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Protocol;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train STUDY --encoder NAME -o NAME}: a new model or encoder for the shelf, from the study's own cages. */
@Command(
        name = "train",
        description =
                "Let a new model learn from the agreed labels, and test it on animals that it has not seen; or, with "
                        + "--stage, an encoder that such a model sees the clips with.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    /** What is trained. */
    enum Stage {
        EVENTS,
        PRETRAIN,
        CLIPS
    }

    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            description =
                    "folder in 'models' of the settings whose 'encoder' sees the clips (default: motion-energy, which "
                            + "needs no weights)")
    private String encoder = "";

    @Option(
            names = "--stage",
            paramLabel = "S",
            description =
                    "what is trained: 'events', a model that finds them (default), 'pretrain', an encoder that looks"
                            + " at all cages without labels, or 'clips', a network that goes on from an encoder and tells"
                            + " clips with a seizure from clips without")
    private Stage stage = Stage.EVENTS;

    @Option(names = "-o", paramLabel = "NAME", required = true, description = "name of the new model")
    private String model = "";

    @Option(
            names = "--label",
            paramLabel = "L",
            description = "what it is to find; several times, of 'clips' one (default: seizure)")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "how often all is learned from (default: 40; of 'clips' 20)")
    private @Nullable Integer epochs;

    @Option(names = "--seed", paramLabel = "S", description = "decides what chance decides (default: 1)")
    private long seed = Recipe.PUBLISHED.seed();

    @Option(names = "--channels", paramLabel = "N", description = "size of the network (default: 512, as published)")
    private int channels = Recipe.PUBLISHED.channels();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "of learning, at its highest (default: 1e-4; of an encoder that begins from nothing 1e-3, of"
                    + " 'clips' 0.005)")
    private @Nullable Double rate;

    @Mixin
    private PretrainOptions pretrain = new PretrainOptions();

    @Mixin
    private ClipOptions clips = new ClipOptions();

    @Option(
            names = "--hold-out",
            paramLabel = "ANIMAL",
            description = "an animal that is never learned from; several times (default: one of four, drawn by --seed)")
    private List<String> heldOut = new ArrayList<>();

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "test each animal once, by N networks that learn from the others; the first network for clips"
                    + " is kept (default: 5 for clips, else none)")
    private @Nullable Integer folds;

    @Option(names = "--resume", description = "go on where the same command was interrupted")
    private boolean resume;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    TrainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        requireName(model);
        if (!encoder.isEmpty()) {
            requireName(encoder);
        }
        if (desk.localizers().byModel(model).isPresent()) {
            throw new SessionException("There is already a model " + model + "; give the new one another name.");
        }
        if (stage == Stage.PRETRAIN) {
            PretrainRecipe asked = pretrain.recipe(rounds(), seed, rate, encoder.isEmpty());
            EncoderPretrainer.Order order = new EncoderPretrainer.Order(encoder, model, resume);
            try (StudySession session = desk.open(study, Optional.empty())) {
                EncoderPretrainer pretrainer =
                        new EncoderPretrainer(desk.models(), desk.cache(), order, asked, losses -> {});
                return await(
                        session.encoding().pretrain(pretrainer),
                        made -> PretrainOptions.print(desk.console(), made, json));
            }
        }
        if (stage == Stage.CLIPS) {
            ClipRecipe asked = clips.recipe(epochs, seed, rate, folds);
            try (StudySession session = desk.open(study, Optional.empty())) {
                List<String> one = wanted(session);
                if (one.size() > 1) {
                    throw new SessionException("A network for clips tells one label; leave away all --label but one.");
                }
                ClipModelTrainer.Order order = new ClipModelTrainer.Order(encoder, model, one.get(0), resume);
                ClipModelTrainer trainer =
                        new ClipModelTrainer(desk.models(), desk.cache(), order, asked, losses -> {});
                return await(session.teaching().clips(trainer), made -> ClipOptions.print(desk.console(), made, json));
            }
        }
        Recipe recipe = recipe();
        try (StudySession session = desk.open(study, Optional.empty())) {
            List<String> wanted = wanted(session);
            String seeing = encoder.isEmpty() ? ModelTrainer.SMALL_ENCODER : encoder;
            ModelTrainer trainer = new ModelTrainer(
                    desk.models(), desk.cache(), new ModelTrainer.Order(seeing, model, wanted, resume, exam()), recipe);
            return await(session.teaching().train(trainer), this::print);
        }
    }

    /** An interrupted program has little time left, so the sentence comes before the study is closed. */
    private <T> int await(Job<T> job, Consumer<T> print) throws Exception {
        try {
            print.accept(desk.await(job));
            return Program.DONE;
        } catch (CancellationException interrupted) {
            desk.console().noProgress();
            desk.console()
                    .note("ictograph: Interrupted; the same command with --resume goes on after the last whole "
                            + "epoch, or without it where there was none.");
            return Program.FAILED;
        }
    }

    private int rounds() {
        return epochs == null ? Recipe.PUBLISHED.epochs() : epochs;
    }

    private Recipe recipe() throws SessionException {
        try {
            return new Recipe(rounds(), seed, channels, rate == null ? Recipe.PUBLISHED.rate() : rate);
        } catch (IllegalArgumentException improper) {
            throw new SessionException(String.valueOf(improper.getMessage()), improper);
        }
    }

    private Exam exam() throws SessionException {
        try {
            return new Exam(heldOut, folds == null ? 1 : folds);
        } catch (IllegalArgumentException improper) {
            throw new SessionException(String.valueOf(improper.getMessage()), improper);
        }
    }

    private static void requireName(String name) throws SessionException {
        if (!Trainers.isName(name)) {
            throw new SessionException("“" + name + "” is no name for a model; it is a folder in 'models' and has "
                    + "letters, digits, '.', '-' and '_', 64 at most.");
        }
    }

    private List<String> wanted(StudySession session) throws SessionException {
        Protocol protocol = session.state().study().get().protocol();
        for (String label : labels) {
            if (protocol.label(label).isEmpty()) {
                throw new SessionException("There is no label " + label + " in " + study + ", only "
                        + String.join(
                                ", ",
                                protocol.labels().stream()
                                        .map(one -> one.name())
                                        .toList())
                        + ".");
            }
        }
        return labels.isEmpty()
                ? List.of(Protocol.SEIZURE)
                : labels.stream().distinct().toList();
    }

    private void print(Trained trained) {
        desk.console().noProgress();
        if (json) {
            desk.console().json(document(trained));
            return;
        }
        List<Trained.Epoch> rounds = trained.epochs();
        desk.console()
                .print(
                        "loss %.4f in epoch 1, %.4f in epoch %d",
                        rounds.get(0).loss(), rounds.get(rounds.size() - 1).loss(), rounds.size());
        desk.console().print("learned from %s", String.join(", ", trained.learned()));
        desk.console().print("tested on %s", String.join(", ", trained.heldOut()));
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-28s %6s", "average precision", "events"));
        trained.scores().thresholds().forEach(tiou -> head.append(String.format(Locale.ROOT, " %6.1f", tiou)));
        desk.console().print(head.toString());
        for (ClassScores one : trained.scores().classes()) {
            desk.console().print(row(one.label(), Integer.toString(one.truth()), one.averagePrecision()));
        }
        desk.console().print(row("mean", "", trained.scores().map()));
        desk.console()
                .print(
                        "from a score of %.2f: found %s, false per hour %s, F1 at IoU 0.5 %s",
                        trained.least(),
                        Console.number(trained.proposals().found()),
                        Console.number(trained.proposals().falsePerHour()),
                        Console.number(trained.proposals().rate(EventRate.F1)));
        if (!trained.tested().oracle().classes().isEmpty()) {
            desk.console()
                    .print(row("clip oracle", "", trained.tested().oracle().map()));
        }
        desk.console()
                .print(
                        "expected calibration error %s over %d proposals",
                        Console.number(trained.tested().calibration().error()),
                        trained.tested().calibration().error().n());
        FoldTable.of(trained.tested().folds()).forEach(line -> desk.console().print("%s", line));
        trained.remarks().forEach(desk.console()::note);
        desk.console().print("The model lies in %s; propose --model %s uses it.", trained.folder(), trained.model());
    }

    private static String row(String name, String events, List<Double> values) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-28s %6s", name, events));
        values.forEach(value -> row.append(String.format(Locale.ROOT, " %6.3f", value)));
        return row.toString();
    }

    private static @Nullable Double value(Statistic statistic) {
        return statistic.value().isPresent() ? statistic.value().getAsDouble() : null;
    }

    private static Map<String, Object> document(Trained trained) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", trained.model());
        fields.put("folder", trained.folder().toString());
        fields.put("animals_learned_from", trained.learned());
        fields.put("animals_held_out", trained.heldOut());
        fields.put("losses", trained.epochs().stream().map(Trained.Epoch::loss).toList());
        fields.put("tiou", trained.scores().thresholds());
        fields.put("map", trained.scores().map());
        Map<String, Object> precision = new LinkedHashMap<>();
        trained.scores().classes().forEach(one -> precision.put(one.label(), one.averagePrecision()));
        fields.put("average_precision", precision);
        Map<String, @Nullable Double> proposals = new LinkedHashMap<>();
        proposals.put("found", value(trained.proposals().found()));
        proposals.put("false_per_hour", value(trained.proposals().falsePerHour()));
        proposals.put("least_score", trained.least());
        proposals.put("f1_at_half", value(trained.proposals().rate(EventRate.F1)));
        fields.put("proposals", proposals);
        fields.put("clip_oracle_map", trained.tested().oracle().map());
        fields.put(
                "expected_calibration_error",
                value(trained.tested().calibration().error()));
        fields.put(
                "folds",
                trained.tested().folds().stream().map(FoldTable::document).toList());
        fields.put("remarks", trained.remarks());
        return fields;
    }
}
