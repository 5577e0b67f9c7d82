package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ictograph.localizer.FeatureMeter;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.ModelCard;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** A model in its folder, see {@link NetworkShelf}. Native memory is held only while it runs. Thread-safe. */
final class ShelvedLocalizer implements Localizer {
    /** Score of a proposal where the model does not say. */
    static final double LEAST = 0.1;

    /** Steps; the longest published sequences have 2304. */
    private static final int LONGEST = 4608;

    private final Path folder;
    private final Path cache;

    ShelvedLocalizer(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    @Override
    public String model() {
        return folder.getFileName().toString();
    }

    @Override
    public String description() {
        return "Networks with the weights in " + folder;
    }

    @Override
    public Optional<ModelCard> card() throws LocalizerException {
        Path card = folder.resolve("card.json");
        return Files.exists(card) ? Optional.of(CardFile.read(card)) : Optional.empty();
    }

    /** Of encoder and head together; empty while they cannot be read. */
    @Override
    public String weights() {
        try {
            return hash(folder, ModelFolder.network(folder.resolve("encoder")), head());
        } catch (LocalizerException unreadable) {
            return "";
        }
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>();
    }

    @Override
    public boolean sees() {
        return true;
    }

    @Override
    public Optional<FeatureMeter> features() throws LocalizerException {
        Torch torch = Torch.start(cache.resolve("torch"));
        return Optional.of(new EncoderMeter(torch, ModelFolder.open(folder.resolve("encoder")), seenBy(folder)));
    }

    @Override
    public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        NetworkConfig card = NetworkConfig.read(NetworkShelf.card(folder));
        RaSeformer.Design usual = RaSeformer.Design.PUBLISHED;
        List<Integer> windows = card.windows(usual.windows());
        int length = card.whole("length", usual.length());
        if (length > LONGEST) {
            throw new LocalizerException("The model in " + folder + " is made for sequences of " + length
                    + " steps, which are more than the " + LONGEST + " that can be looked at here; mend 'length' in its"
                    + " localizer.json.");
        }
        if (length % (1 << (windows.size() - 1)) != 0) {
            throw new LocalizerException("The length " + length + " of the model in " + folder
                    + " cannot be halved for each of its " + windows.size() + " levels.");
        }
        requireOwn();
        RaSeformer.Design design = new RaSeformer.Design(
                card.whole("heads", usual.heads()), windows, card.real("keep_ratio", usual.keep()), length);
        ModelFolder encoder = ModelFolder.open(folder.resolve("encoder"));
        Torch torch = Torch.start(cache.resolve("torch"));
        String hash = weights();
        String seen = seenBy(folder);
        try (Weights encoderWeights = encoder.weights(torch);
                Weights headWeights = Weights.read(torch, head())) {
            ClipClassifier clips = encoder.looking(torch, encoderWeights);
            RaSeformer network = new RaSeformer(design, headWeights);
            if (network.classes() != card.labels().size() || network.inputs() != clips.width()) {
                throw new LocalizerException("The parts of the model in " + folder + " do not fit together: "
                        + network.classes() + " classes for " + card.labels().size() + " labels, " + network.inputs()
                        + " numbers a step where the encoder gives " + clips.width() + ".");
            }
            Preprocessing preprocessing =
                    Preprocessing.read(encoder.folder(), clips.tubelets().size());
            NetworkLocalizer.Parts parts = new NetworkLocalizer.Parts(clips, preprocessing, network, card.labels());
            FeatureCache features = new FeatureCache(cache.resolve("features"), seen + preprocessing);
            return new NetworkLocalizer(model(), hash, torch, parts, features, card.real("least_score", LEAST))
                    .localize(recording, cages, reader, progress);
        }
    }

    /** A disk can change weights and leave them numbers; the card tells which were tested. */
    private void requireOwn() throws LocalizerException {
        Path card = folder.resolve("card.json");
        String tested = Files.exists(card) ? NetworkConfig.read(card).text("head_sha256", "") : "";
        if (!tested.isEmpty() && !tested.equals(hash(folder, head()))) {
            throw new LocalizerException(
                    "The weights " + head() + " are not those that the model's card tells of; copy the"
                            + " model again, or delete its card.json where they were exchanged on purpose.");
        }
    }

    /** Hash of the encoder of a model and whatever else in its folder the features depend on. */
    static String seenBy(Path folder) throws LocalizerException {
        Path encoder = folder.resolve("encoder");
        return hash(folder, ModelFolder.network(encoder), encoder.resolve("config.json"));
    }

    private Path head() {
        return NetworkShelf.head(folder);
    }

    private static String hash(Path folder, Path... files) throws LocalizerException {
        try {
            return Sha256.of(files);
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The weights of the model in " + folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
