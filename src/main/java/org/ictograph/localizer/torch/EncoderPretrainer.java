package org.ictograph.localizer.torch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ictograph.localizer.Encoders;
import org.ictograph.localizer.Footage;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Pretrained;
import org.ictograph.localizer.Pretrainer;
import org.ictograph.localizer.Trainer;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Pre-trains a VideoMAE on clips of the study's own cages, which nobody needs to have labelled, and puts it on the shelf as an
 * encoder. It begins from nothing or from a VideoMAE that lies there. One training at a time in a process.
 */
public final class EncoderPretrainer implements Pretrainer {
    /** Share of the work that looking at films is. */
    private static final double LOOKING = 0.2;

    private static final int FEW = 200;

    /**
     * What is to be made.
     *
     * @param source name of a model in the folder whose VideoMAE is begun from, empty for none
     * @param model name of the new encoder
     * @param resume whether to go on from what an interrupted training reached
     */
    public record Order(String source, String model, boolean resume) {}

    private final Path models;
    private final Path cache;
    private final Order order;
    private final PretrainRecipe recipe;
    private final Consumer<List<Double>> heard;
    private final NewEncoder made;

    /**
     * @param models the folder of the shelf, see {@link NetworkShelf}
     * @param cache for what can be made again: PyTorch's libraries
     * @param heard hears of the losses so far after each round, on the thread that trains
     */
    public EncoderPretrainer(
            Path models, Path cache, Order order, PretrainRecipe recipe, Consumer<List<Double>> heard) {
        this.models = models;
        this.cache = cache;
        this.order = order;
        this.recipe = recipe;
        this.heard = heard;
        this.made = new NewEncoder(models.resolve(order.model));
    }

    /** Pre-trainers of small networks, or of what lies on the shelf. */
    public static Encoders small(Path models, Path cache) {
        return new Encoders() {
            @Override
            public List<String> shelf() {
                return NetworkShelf.encoders(models);
            }

            @Override
            public Pretrainer make(Wish wish, Consumer<List<Double>> heard) {
                PretrainRecipe usual = PretrainRecipe.SMALL;
                double rate = wish.source().isEmpty() ? usual.rate() : PretrainRecipe.PUBLISHED_RATE;
                return new EncoderPretrainer(
                        models,
                        cache,
                        new Order(wish.source(), wish.model(), wish.resume()),
                        new PretrainRecipe(wish.rounds(), usual.seed(), wish.mask(), wish.clips(), rate, usual.size()),
                        heard);
            }
        };
    }

    @Override
    public String model() {
        return order.model;
    }

    /** What the network is before it learns. */
    private record Begin(
            NetworkConfig config, ObjectNode preprocessing, Map<String, Safetensors.Tensor> weights, String hash) {}

    @Override
    public Pretrained pretrain(List<Footage> cages, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException {
        made.requireFree();
        return Claim.holding(made.folder(), () -> alone(cages, films, progress));
    }

    private Pretrained alone(List<Footage> cages, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException {
        Begin begin = order.source.isEmpty() ? fresh() : shelved();
        NetworkConfig config = begin.config;
        Tubelets tubelets = Tubelets.of(config);
        Preprocessing preprocessing = Preprocessing.of(
                NetworkConfig.of(made.encoder().resolve("preprocessor_config.json"), begin.preprocessing),
                tubelets.size());
        if (tubelets.channels() != 3 || preprocessing.channels() != 3) {
            throw new LocalizerException("The VideoMAE in " + models.resolve(order.source)
                    + " takes another number of channels than 3, so it cannot be pre-trained here.");
        }
        if ((int) (recipe.mask() * tubelets.perSlice()) == 0) {
            throw new LocalizerException("A share of " + recipe.mask() + " of the " + tubelets.perSlice()
                    + " places of a picture is none, so there is nothing to say about them; hide more (--mask).");
        }
        String seen = Sha256.of(FootageClips.text(cages));
        String identity = Sha256.of(seen + begin.hash + recipe + config.json() + begin.preprocessing);
        Checkpoints checkpoints = new Checkpoints(made.reached(), identity);
        requireTold(checkpoints);
        ClipReader clips = new ClipReader(preprocessing, preprocessing.rate(), tubelets.frames());
        FootageClips draw = new FootageClips(clips, cages);
        Room.now(made.folder()).requireClips(recipe.clips() * clips.bytes());
        Torch torch = Torch.start(cache.resolve("torch"));
        List<StoredClip> all = draw.read(recipe.clips(), recipe.seed(), films, progress.part(0, LOOKING));
        try (Pretraining training =
                new Pretraining(torch, recipe, config, begin.weights, preprocessing, checkpoints, all)) {
            training.run(progress.part(LOOKING, 1), heard);
            Map<String, Safetensors.Tensor> outcome = encoder(training.outcome(), config);
            Pretrained told = new Pretrained(
                    order.model, made.folder(), all.size(), draw.animals(), training.losses(), remarks(draw));
            made.finish(outcome, encoderOnly(config), begin.preprocessing, card(begin, seen, cages, told));
            checkpoints.clear();
            return told;
        }
    }

    private void requireTold(Checkpoints checkpoints) throws LocalizerException {
        if (!order.resume && checkpoints.any()) {
            throw new LocalizerException("An interrupted training lies in " + made.reached()
                    + "; go on with it with --resume, or delete that folder.");
        }
        if (order.resume) {
            checkpoints.newest();
        }
    }

    private Begin fresh() throws LocalizerException {
        NetworkConfig config = Pretraining.fresh(recipe.size());
        Map<String, Safetensors.Tensor> weights =
                new LinkedHashMap<>(FreshVideoMae.encoder(recipe.size(), recipe.seed()));
        weights.putAll(decoder(config));
        ObjectNode preprocessing = new JsonMapper().createObjectNode();
        preprocessing
                .putObject("size")
                .put("height", recipe.size().image())
                .put("width", recipe.size().image());
        ArrayNode mean = preprocessing.putArray("image_mean");
        List.of(0.485, 0.456, 0.406).forEach(mean::add);
        ArrayNode deviation = preprocessing.putArray("image_std");
        List.of(0.229, 0.224, 0.225).forEach(deviation::add);
        return new Begin(config, preprocessing, weights, "");
    }

    private Begin shelved() throws LocalizerException {
        Path source = models.resolve(order.source);
        if (Files.notExists(source.resolve("encoder"))) {
            throw new LocalizerException("There is no folder " + source.resolve("encoder")
                    + "; put a VideoMAE there as the transformers library writes it, or begin from nothing.");
        }
        ModelFolder folder = ModelFolder.open(source.resolve("encoder"));
        if (!folder.config().text("model_type", "").equals("videomae")) {
            throw new LocalizerException("Only a VideoMAE can be pre-trained, and the encoder in " + source
                    + " is another network; take another, or begin from nothing.");
        }
        Map<String, Safetensors.Tensor> weights = new LinkedHashMap<>(decoder(folder.config()));
        try (Safetensors tensors = folder.tensors()) {
            for (String name : tensors.names()) {
                if (Pretraining.ofEncoder(name)) {
                    weights.put(name, tensors.tensor(name));
                }
            }
        }
        ObjectNode preprocessing = NetworkConfig.read(folder.folder().resolve("preprocessor_config.json"))
                .json();
        return new Begin(folder.config(), preprocessing, weights, ShelvedLocalizer.seenBy(source));
    }

    private Map<String, Safetensors.Tensor> decoder(NetworkConfig config) throws LocalizerException {
        return FreshVideoMae.decoder(
                config.whole("hidden_size"),
                config.whole("decoder_hidden_size"),
                config.whole("decoder_intermediate_size"),
                config.whole("decoder_num_hidden_layers"),
                Tubelets.of(config).numbers(),
                recipe.seed());
    }

    /** The part that stays, with a norm where the weights have none. */
    private static Map<String, Safetensors.Tensor> encoder(Weights outcome, NetworkConfig config)
            throws LocalizerException {
        Map<String, Safetensors.Tensor> stays = new LinkedHashMap<>();
        outcome.tensors().forEach((name, tensor) -> {
            if (Pretraining.ofEncoder(name)) {
                stays.put(name, tensor);
            }
        });
        if (!stays.containsKey("videomae.layernorm.weight")) {
            stays.putAll(FreshVideoMae.plainNorm(config.whole("hidden_size")));
        }
        return stays;
    }

    private static ObjectNode encoderOnly(NetworkConfig config) {
        ObjectNode root = config.json();
        root.remove(List.of("id2label", "label2id", "architectures"));
        return root;
    }

    private List<String> remarks(FootageClips draw) {
        String few =
                "It has seen " + recipe.clips() + " clips only; fewer than " + FEW + " rarely make a useful encoder.";
        String all = "It has seen clips of " + String.join(", ", draw.animals())
                + ", without their labels; a model that is tested on these animals is tested on known pictures.";
        return recipe.clips() < FEW ? List.of(few, all) : List.of(all);
    }

    private ObjectNode card(Begin begin, String seen, List<Footage> cages, Pretrained told) {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.put("model", order.model);
        root.put("stage", "masked pre-training");
        root.put("begun_from", order.source.isEmpty() ? "nothing" : order.source);
        root.put("begun_from_sha256", begin.hash);
        root.put("data_sha256", seen);
        ObjectNode how = root.putObject("recipe");
        how.put("epochs", recipe.epochs());
        how.put("seed", recipe.seed());
        how.put("mask_ratio", recipe.mask());
        how.put("clips", recipe.clips());
        how.put("rate", recipe.rate());
        how.put("batch", PretrainRecipe.BATCH);
        how.put("optimiser", "Adam");
        root.put("cages", cages.size());
        ArrayNode animals = root.putArray("animals_seen_without_labels");
        told.animals().forEach(animals::add);
        ArrayNode losses = root.putArray("losses");
        told.losses().forEach(losses::add);
        ArrayNode remarks = root.putArray("remarks");
        told.remarks().forEach(remarks::add);
        return root;
    }
}
