package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.ModelCard;
import org.ictograph.localizer.ProposalFinder;
import org.ictograph.model.Cage;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * A clip network of the shelf that slides over each cage and proposes where it is sure. Its edges are no finer than its clips are
 * apart. Native memory is held only while it runs. Thread-safe.
 */
final class ShelvedClips implements Localizer {
    private static final double LEAST = 0.5;
    private static final int TOGETHER = 4096;

    /** Part of the least score down to which a piece goes on. */
    private static final double LOW = 0.8;

    private final Path folder;
    private final Path cache;

    ShelvedClips(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    /** Says in a folder that holds an encoder with classes that it proposes by clips. */
    static void putOnShelf(Path folder, String label) throws LocalizerException {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.putObject("id2label").put("0", label);
        root.put("least_score", LEAST);
        Path file = NetworkShelf.card(folder);
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(whole, root.toPrettyString() + "\n");
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The model cannot be written to " + folder + ": " + failure.getMessage()
                            + "; make room there and resume.",
                    failure);
        }
    }

    @Override
    public String model() {
        return folder.getFileName().toString();
    }

    @Override
    public String description() {
        return "A clip network with the weights in " + folder;
    }

    @Override
    public String weights() {
        try {
            return Sha256.of(ModelFolder.network(folder.resolve("encoder")));
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public Optional<ModelCard> card() throws LocalizerException {
        Path card = folder.resolve("encoder").resolve("card.json");
        return Files.exists(card) ? Optional.of(CardFile.read(card)) : Optional.empty();
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return new TreeMap<>();
    }

    @Override
    public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException {
        NetworkConfig card = NetworkConfig.read(NetworkShelf.card(folder));
        String label = card.labels().stream()
                .findFirst()
                .orElseThrow(() -> new LocalizerException("The model in " + folder + " does not say what it finds."));
        double least = card.real("least_score", LEAST);
        ModelFolder encoder = ModelFolder.open(folder.resolve("encoder"));
        Torch torch = Torch.start(cache.resolve("torch"));
        try (Weights weights = encoder.weights(torch)) {
            ClipClassifier clips = encoder.looking(torch, weights);
            int column = clips.labels().indexOf(label);
            if (column < 0) {
                throw new LocalizerException("The network in " + folder + " does not tell " + label
                        + ", which its localizer.json asks for.");
            }
            Preprocessing preprocessing =
                    Preprocessing.read(encoder.folder(), clips.tubelets().size());
            FeatureCache kept =
                    new FeatureCache(cache.resolve("features"), ShelvedLocalizer.seenBy(folder) + preprocessing);
            FeatureSource source = new FeatureSource(torch, clips, preprocessing, kept);
            Grid grid = source.grid();
            SortedMap<String, Double> parameters = new TreeMap<>();
            parameters.put("rate", grid.rate());
            parameters.put("stride", (double) grid.stride());
            parameters.put("frames", (double) grid.frames());
            parameters.put("least-score", least);
            Run run = new Run(UUID.randomUUID(), recording.id(), model(), weights(), parameters, "");
            FilmedTime filmed = FilmedTime.of(reader.index());
            List<List<float[]>> features = source.of(recording, cages, reader, progress);
            List<Proposal> proposals = new ArrayList<>();
            List<ScoreTrack> tracks = new ArrayList<>();
            for (int i = 0; i < cages.size(); i++) {
                progress.check();
                float[] numbers = scores(torch, clips, features.get(i), column);
                filmed.quiet(numbers, grid);
                List<Float> scores = new ArrayList<>();
                for (float number : numbers) {
                    scores.add(number);
                }
                UUID cage = cages.get(i).id();
                long step = Math.round(grid.stride() * 1e6 / grid.rate());
                long start = Math.round(grid.seconds(0) * 1e6) - step / 2;
                tracks.add(new ScoreTrack(run.id(), cage, label, start, step, scores));
                ProposalFinder finder = new ProposalFinder(least, LOW * least, 0, step);
                for (ProposalFinder.Found found : finder.find(scores, step, Math.max(0, filmed.duration() - start))) {
                    for (Span span :
                            filmed.of(found.span().start() + start, found.span().end() + start)) {
                        proposals.add(new Proposal(
                                UUID.randomUUID(), run.id(), recording.id(), cage, label, span, found.score()));
                    }
                }
            }
            proposals.sort(Comparator.comparing(Proposal::span));
            return new Localization(run, proposals, tracks);
        }
    }

    private static float[] scores(Torch torch, ClipClassifier clips, List<float[]> steps, int column)
            throws LocalizerException {
        float[] scores = new float[steps.size()];
        int width = clips.width();
        for (int from = 0; from < steps.size(); from += TOGETHER) {
            List<float[]> some = steps.subList(from, Math.min(steps.size(), from + TOGETHER));
            float[] all = new float[some.size() * width];
            for (int i = 0; i < some.size(); i++) {
                System.arraycopy(some.get(i), 0, all, i * width, width);
            }
            try (NDManager manager = torch.manager();
                    NDArray features = Layers.array(manager, all, some.size(), width)) {
                float[] shares = clips.classes(features).softmax(1).toFloatArray();
                int classes = shares.length / some.size();
                for (int i = 0; i < some.size(); i++) {
                    scores[from + i] = shares[i * classes + column];
                }
            }
        }
        return scores;
    }
}
