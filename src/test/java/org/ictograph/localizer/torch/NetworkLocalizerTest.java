package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ictograph.localizer.FeatureMeter;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Proposal;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.PassingReader;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From pixels to proposals, on a real video and with the small random networks: what comes out means nothing, but is definite. */
class NetworkLocalizerTest {
    private static final int SECONDS = 14;

    @TempDir
    Path folder;

    private CageFilm film;

    @BeforeEach
    void aFilm() throws Exception {
        film = CageFilm.write(folder, SECONDS);
    }

    /** @param cache name of a folder for what the encoder saw */
    private Localization run(String cache, FrameReader reader, Progress progress) throws Exception {
        ModelFolder encoder = ModelFolder.open(Golden.of("timesformer").folder());
        try (Weights weights = encoder.weights(Golden.torch())) {
            return new SmallLocalizer(film, encoder.classifier(weights), folder.resolve(cache))
                    .propose(reader, progress);
        }
    }

    @Test
    void sameFilmSameProposalsAndTheSecondTimeNothingIsDecoded() throws Exception {
        try (FrameReader reader = film.films().open(film.recording())) {
            Localization first = run("a", reader, Progress.NONE);
            assertFalse(first.proposals().isEmpty());
            assertEquals(28, first.tracks().size());
            // 420 frames make (420 - 4) / 4 + 1 steps.
            assertEquals(105, first.tracks().get(0).values().size());
            assertTrue(first.proposals().stream()
                    .allMatch(one -> one.span().start() >= 0
                            && one.span().end() <= film.recording().duration()));

            Localization again = run("b", reader, Progress.NONE);
            assertEquals(SmallLocalizer.shown(first), SmallLocalizer.shown(again));
            Progress noDecoding = new Progress() {
                @Override
                public void report(double fraction, String what) {
                    throw new AssertionError("decodes again");
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            };
            assertEquals(SmallLocalizer.shown(first), SmallLocalizer.shown(run("a", reader, noDecoding)));
            try (var kept = Files.list(folder.resolve("a"))) {
                Files.writeString(kept.findFirst().orElseThrow(), "spoilt");
            }
            assertEquals(SmallLocalizer.shown(first), SmallLocalizer.shown(run("a", reader, Progress.NONE)));

            Progress stop = new Progress() {
                @Override
                public void report(double fraction, String what) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };
            assertThrows(CancellationException.class, () -> run("c", reader, stop));
            assertFalse(Files.exists(folder.resolve("c")), "nothing half-measured is kept");
        }
    }

    @Test
    void aModelInItsFolderRunsAndWhatDoesNotFitIsToldInASentence() throws Exception {
        Path model = folder.resolve("models/small-1");
        Golden.of("timesformer").putDown(model);
        Files.copy(Golden.of("raseformer").folder().resolve("model.safetensors"), model.resolve("head.safetensors"));
        assertEquals(List.of(), NetworkShelf.of(folder.resolve("models"), folder));
        assertEquals(List.of(), NetworkShelf.of(folder.resolve("absent"), folder));
        String labels = IntStream.range(0, 14)
                .mapToObj(i -> "\"" + i + "\":\"label " + i + "\"")
                .collect(Collectors.joining(","));
        Files.writeString(model.resolve("localizer.json"), "{\"id2label\":{" + labels + "}}");
        Localizer shelved = NetworkShelf.of(folder.resolve("models"), folder).get(0);
        assertEquals("small-1", shelved.model());
        assertEquals(64, shelved.weights().length());
        try (FrameReader reader = film.films().open(film.recording())) {
            Localization found = shelved.localize(film.recording(), film.cages(), reader, Progress.NONE);
            assertFalse(found.proposals().isEmpty());
            assertEquals(shelved.weights(), found.run().weights());
            List<float[]> steps;
            try (FeatureMeter meter = shelved.features().orElseThrow()) {
                assertEquals(64, meter.weights().length());
                assertEquals(List.of(4, 4), List.of(meter.stride(), meter.frames()));
                steps = meter.measure(reader, Progress.NONE);
            }
            // 420 frames make (420 - 4) / 4 + 1 steps.
            assertEquals(105, steps.size());
            assertTrue(steps.stream().allMatch(step -> step.length == steps.get(0).length && step.length > 1));

            Files.writeString(model.resolve("localizer.json"), "{\"id2label\":{\"0\":\"seizure\"}}");
            assertSentence("14 classes for 1 labels", shelved, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"length\":97}");
            assertSentence("cannot be halved", shelved, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"windows\":[2]}");
            assertSentence("no proper 'windows'", shelved, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"windows\":[99999]}");
            assertSentence("no proper 'windows'", shelved, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"length\":65536}");
            assertSentence("sequences of 65536 steps", shelved, reader);
            Files.writeString(model.resolve("localizer.json"), "{}");
            Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
            try (Safetensors head = Safetensors.open(model.resolve("head.safetensors"))) {
                for (String name : head.names()) {
                    tensors.put(name, head.tensor(name));
                }
            }
            String bias = "reg_head.offset_head.conv.bias";
            Safetensors.Tensor last = Objects.requireNonNull(tensors.remove(bias));
            Safetensors.write(model.resolve("head.safetensors"), Map.of(), tensors);
            assertSentence("have no '" + bias, shelved, reader);
            tensors.put(bias, new Safetensors.Tensor(last.shape(), new float[] {Float.NaN, 0}));
            Safetensors.write(model.resolve("head.safetensors"), Map.of(), tensors);
            assertSentence("holds what is no number", shelved, reader);
            Files.writeString(model.resolve("head.safetensors"), "spoilt");
            Files.writeString(model.resolve("localizer.json"), "{}");
            assertSentence("head.safetensors are damaged", shelved, reader);
        }
    }

    private void assertSentence(String part, Localizer localizer, FrameReader reader) {
        LocalizerException told = assertThrows(
                LocalizerException.class,
                () -> localizer.localize(film.recording(), film.cages(), reader, Progress.NONE));
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }

    @Test
    void inAGapNothingIsFound() throws Exception {
        SpanSet gap = SpanSet.of(new Span(6_000_000, 8_000_000));
        try (FrameReader reader = film.films().open(film.recording())) {
            Localization found = run("gap", new Interrupted(reader, gap), Progress.NONE);
            assertTrue(found.proposals().stream()
                    .anyMatch(one -> one.span().end() == 6_000_000 || one.span().start() == 8_000_000));
            for (Proposal one : found.proposals()) {
                assertTrue(SpanSet.of(one.span()).intersection(gap).isEmpty(), one.toString());
            }
            // Step g stands for (4 g + 2) / 30 s: 45 for 6.07 s, 59 for 7.93 s.
            assertEquals(Set.of(0f), Set.copyOf(found.tracks().get(0).values().subList(45, 60)));
            assertFalse(found.tracks().get(0).values().contains(Float.NaN));
            assertTrue(found.tracks().get(0).values().get(44) > 0);
            assertTrue(found.tracks().get(0).values().get(60) > 0);
        }
    }

    /** The same film, of which somebody says that nothing was filmed for a while. */
    private static final class Interrupted extends PassingReader {
        private final SpanSet gap;

        Interrupted(FrameReader film, SpanSet gap) {
            super(film);
            this.gap = gap;
        }

        @Override
        public FrameIndex index() {
            FrameIndex whole = super.index();
            long[] micros = new long[whole.frames()];
            for (int frame = 0; frame < micros.length; frame++) {
                micros[frame] = whole.microsOf(frame);
            }
            return new FrameIndex(micros, new boolean[micros.length], whole.duration(), new long[0], gap);
        }
    }

    @Test
    void clipsGoByTimeAndNotByFrameNumber() {
        Cage cage =
                new Cage(new UUID(1, 1), new UUID(0, 1), 1, new Box(0, 0, 2, 2), Optional.empty(), Optional.empty());
        CropScaler scaler =
                new CropScaler(cage, 2, new Preprocessing(0, 2, 1, 0, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0)));
        List<List<Float>> plain = clips(scaler, 30, 1);
        List<List<Float>> fast = clips(scaler, 60, 2);
        assertEquals((90 - 16) / 4 + 1, plain.size());
        assertEquals(plain, fast);
        assertEquals(4f, plain.get(1).get(0));
        assertEquals(19f, plain.get(1).get(15));
    }

    /** Brightness of the pictures of each clip of three seconds, in which frame f is as bright as f / per. */
    private static List<List<Float>> clips(CropScaler scaler, int rate, int per) {
        List<List<Float>> clips = new ArrayList<>();
        CageClips film = new CageClips(scaler::scale, Grid.PUBLISHED, (number, pictures) -> {
            assertEquals(clips.size(), number);
            clips.add(pictures.stream().map(picture -> picture[0]).toList());
        });
        for (int frame = 0; frame < 3 * rate; frame++) {
            byte[] luma = new byte[4];
            Arrays.fill(luma, (byte) (frame / per));
            film.see(Math.round(frame * 1e6 / rate), luma);
        }
        film.finish(3_000_000);
        return clips;
    }

    @Test
    void cropsAreScaledWithoutAliasAndWithoutTheTag() {
        byte[] luma = new byte[8 * 4];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (i % 8 % 2 == 0 ? 200 : 100);
        }
        Cage cage =
                new Cage(new UUID(1, 1), new UUID(0, 1), 1, new Box(0, 0, 8, 4), Optional.empty(), Optional.empty());
        Preprocessing two = new Preprocessing(0, 2, 1, 0, List.of(0.0), List.of(1.0));
        float[] half = new CropScaler(cage, 8, two).scale(luma);
        assertEquals(4, half.length);
        for (float pixel : half) {
            assertEquals(150, pixel, 5, "stripes become their mean");
        }
        Preprocessing middle = new Preprocessing(4, 4, 1, 0, List.of(0.0), List.of(1.0));
        assertArrayEquals(
                new float[] {200, 100, 200, 100},
                Arrays.copyOf(new CropScaler(cage, 8, middle).scale(luma), 4),
                1e-4f,
                "the middle, unscaled");
        Cage tagged = cage.withTagMask(Optional.of(new Box(2, 0, 2, 4)));
        assertArrayEquals(
                new float[] {0, 0, 200, 100}, Arrays.copyOf(new CropScaler(tagged, 8, middle).scale(luma), 4), 1e-4f);
    }
}
