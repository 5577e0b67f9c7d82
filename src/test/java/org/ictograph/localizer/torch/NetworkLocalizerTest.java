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
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.PassingReader;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From pixels to proposals, on a real video and with the small random networks: what comes out means nothing, but is definite. */
class NetworkLocalizerTest {
    private static final int SECONDS = 14;
    private static final UUID RECORDING = new UUID(0, 1);
    private static final Preprocessing PLAIN =
            new Preprocessing(0, 32, 1 / 255.0, 0, List.of(0.45, 0.45, 0.45), List.of(0.225, 0.225, 0.225));
    private static final List<Cage> CAGES = List.of(cage(1, 0), cage(2, 64));

    @TempDir
    Path folder;

    private static Cage cage(int position, int x) {
        return new Cage(
                new UUID(1, position),
                RECORDING,
                position,
                new Box(x, 0, 64, 48),
                Optional.of(new Box(x, 0, 8, 8)),
                Optional.empty());
    }

    @Test
    void sameFilmSameProposalsAndTheSecondTimeNothingIsDecoded() throws Exception {
        Videos videos = new FfmpegVideos();
        Path file = folder.resolve("film.mp4");
        write(videos, file);
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        Recording recording = Golden.recording(RECORDING, videos, file, index);
        List<String> labels = IntStream.range(0, 14).mapToObj(i -> "label " + i).toList();
        ModelFolder encoderFolder = ModelFolder.open(Golden.of("timesformer").folder());
        try (Weights encoder = encoderFolder.weights(Golden.torch());
                Weights head = Golden.of("raseformer").weights();
                FrameReader reader = videos.open(Reel.of(file, index))) {
            NetworkLocalizer.Parts parts = new NetworkLocalizer.Parts(
                    encoderFolder.classifier(encoder),
                    PLAIN,
                    new RaSeformer(RaSeformer.Design.PUBLISHED, head),
                    labels);
            Localization first = run(parts, "a", recording, reader, Progress.NONE);
            assertFalse(first.proposals().isEmpty());
            assertEquals(28, first.tracks().size());
            // 420 frames make (420 - 4) / 4 + 1 steps.
            assertEquals(105, first.tracks().get(0).values().size());
            assertTrue(first.proposals().stream()
                    .allMatch(one -> one.span().start() >= 0 && one.span().end() <= index.duration()));

            Localization again = run(parts, "b", recording, reader, Progress.NONE);
            assertEquals(shown(first), shown(again));
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
            assertEquals(shown(first), shown(run(parts, "a", recording, reader, noDecoding)));
            try (var kept = Files.list(folder.resolve("a"))) {
                Files.writeString(kept.findFirst().orElseThrow(), "spoilt");
            }
            assertEquals(shown(first), shown(run(parts, "a", recording, reader, Progress.NONE)));

            Progress stop = new Progress() {
                @Override
                public void report(double fraction, String what) {}

                @Override
                public boolean cancelled() {
                    return true;
                }
            };
            assertThrows(CancellationException.class, () -> run(parts, "c", recording, reader, stop));
            assertFalse(Files.exists(folder.resolve("c")), "nothing half-measured is kept");
        }
    }

    @Test
    void aModelInItsFolderRunsAndWhatDoesNotFitIsToldInASentence() throws Exception {
        Videos videos = new FfmpegVideos();
        Path file = folder.resolve("film.mp4");
        write(videos, file);
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        Recording recording = Golden.recording(RECORDING, videos, file, index);
        Path model = folder.resolve("models/small-1");
        Files.createDirectories(model.resolve("encoder"));
        Path encoder = Golden.of("timesformer").folder();
        Files.copy(encoder.resolve("config.json"), model.resolve("encoder/config.json"));
        Files.copy(encoder.resolve("model.safetensors"), model.resolve("encoder/model.safetensors"));
        Files.copy(Golden.of("raseformer").folder().resolve("model.safetensors"), model.resolve("head.safetensors"));
        Files.writeString(
                model.resolve("encoder/preprocessor_config.json"),
                "{\"size\":{\"height\":32,\"width\":32},\"image_mean\":[0.45,0.45,0.45],\"image_std\":[0.225,0.225,0.225]}");
        assertEquals(List.of(), NetworkShelf.of(folder.resolve("models"), folder));
        assertEquals(List.of(), NetworkShelf.of(folder.resolve("absent"), folder));
        String labels = IntStream.range(0, 14)
                .mapToObj(i -> "\"" + i + "\":\"label " + i + "\"")
                .collect(Collectors.joining(","));
        Files.writeString(model.resolve("localizer.json"), "{\"id2label\":{" + labels + "}}");
        Localizer shelved = NetworkShelf.of(folder.resolve("models"), folder).get(0);
        assertEquals("small-1", shelved.model());
        assertEquals(64, shelved.weights().length());
        try (FrameReader reader = videos.open(Reel.of(file, index))) {
            Localization found = shelved.localize(recording, CAGES, reader, Progress.NONE);
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
            assertSentence("14 classes for 1 labels", shelved, recording, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"length\":97}");
            assertSentence("cannot be halved", shelved, recording, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"windows\":[2]}");
            assertSentence("no proper 'windows'", shelved, recording, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"windows\":[99999]}");
            assertSentence("no proper 'windows'", shelved, recording, reader);
            Files.writeString(model.resolve("localizer.json"), "{\"length\":65536}");
            assertSentence("sequences of 65536 steps", shelved, recording, reader);
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
            assertSentence("have no '" + bias, shelved, recording, reader);
            tensors.put(bias, new Safetensors.Tensor(last.shape(), new float[] {Float.NaN, 0}));
            Safetensors.write(model.resolve("head.safetensors"), Map.of(), tensors);
            assertSentence("holds what is no number", shelved, recording, reader);
            Files.writeString(model.resolve("head.safetensors"), "spoilt");
            Files.writeString(model.resolve("localizer.json"), "{}");
            assertSentence("head.safetensors are damaged", shelved, recording, reader);
        }
    }

    private static void assertSentence(String part, Localizer localizer, Recording recording, FrameReader reader) {
        LocalizerException told = assertThrows(
                LocalizerException.class, () -> localizer.localize(recording, CAGES, reader, Progress.NONE));
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }

    private Localization run(
            NetworkLocalizer.Parts parts, String cache, Recording recording, FrameReader reader, Progress progress)
            throws Exception {
        FeatureCache features = new FeatureCache(folder.resolve(cache), "timesformer");
        return new NetworkLocalizer("small-1", "0", Golden.torch(), parts, features, 0.1)
                .localize(recording, CAGES, reader, progress);
    }

    private static List<String> shown(Localization localization) {
        List<String> shown = new ArrayList<>();
        localization.proposals().forEach(one -> shown.add(one.cageId() + one.label() + one.span() + one.score()));
        localization.tracks().forEach(one -> shown.add(one.cageId() + one.label() + one.values()));
        return shown;
    }

    private static void write(Videos videos, Path file) throws Exception {
        YuvPicture picture = new YuvPicture(128, 48);
        Arrays.fill(picture.u(), (byte) 128);
        Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = videos.create(file, new VideoSpec(128, 48, 30, 30, Codec.MPEG4))) {
            for (int frame = 0; frame < SECONDS * 30; frame++) {
                for (int i = 0; i < picture.y().length; i++) {
                    int x = i % 128;
                    int block = (frame / 2 + (x < 64 ? 0 : 20)) % 48;
                    picture.y()[i] = (byte) (x % 64 >= block && x % 64 < block + 16 ? 200 : 40 + i / 128);
                }
                writer.write(picture, Math.round(frame * 1_000_000.0 / 30));
            }
            writer.finish();
        }
    }

    @Test
    void inAGapNothingIsFound() throws Exception {
        Videos videos = new FfmpegVideos();
        Path file = folder.resolve("film.mp4");
        write(videos, file);
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        Recording recording = Golden.recording(RECORDING, videos, file, index);
        List<String> labels = IntStream.range(0, 14).mapToObj(i -> "label " + i).toList();
        ModelFolder encoderFolder = ModelFolder.open(Golden.of("timesformer").folder());
        SpanSet gap = SpanSet.of(new Span(6_000_000, 8_000_000));
        try (Weights encoder = encoderFolder.weights(Golden.torch());
                Weights head = Golden.of("raseformer").weights();
                FrameReader reader = videos.open(Reel.of(file, index))) {
            NetworkLocalizer.Parts parts = new NetworkLocalizer.Parts(
                    encoderFolder.classifier(encoder),
                    PLAIN,
                    new RaSeformer(RaSeformer.Design.PUBLISHED, head),
                    labels);
            Localization found = run(parts, "gap", recording, new Interrupted(reader, gap), Progress.NONE);
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
        Cage cage = new Cage(new UUID(1, 1), RECORDING, 1, new Box(0, 0, 2, 2), Optional.empty(), Optional.empty());
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
        Cage cage = new Cage(new UUID(1, 1), RECORDING, 1, new Box(0, 0, 8, 4), Optional.empty(), Optional.empty());
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

    @Test
    void aSegmentAcrossABorderIsOne() {
        SegmentStitcher stitcher = new SegmentStitcher(1, SoftNms.PUBLISHED);
        List<Segment> whole = stitcher.stitch(List.of(
                new SegmentStitcher.Window(
                        0, 100, List.of(new Segment(60, 99.5f, 0, 0.8f), new Segment(70, 99.5f, 1, 0.7f))),
                new SegmentStitcher.Window(
                        50, 150, List.of(new Segment(50.5f, 149.8f, 0, 0.9f), new Segment(120, 130, 1, 0.6f))),
                new SegmentStitcher.Window(100, 180, List.of(new Segment(100, 140, 0, 0.5f)))));
        assertEquals(
                List.of(
                        new Segment(50.5f, 149.8f, 0, 0.9f),
                        new Segment(70, 99.5f, 1, 0.7f),
                        new Segment(120, 130, 1, 0.6f)),
                whole);
    }

    @Test
    void aSegmentInsideBothWindowsIsThinnedToOne() {
        SegmentStitcher stitcher = new SegmentStitcher(1, new SoftNms(0.5f, 0.2f, 200));
        List<Segment> whole = stitcher.stitch(List.of(
                new SegmentStitcher.Window(0, 100, List.of(new Segment(60, 80, 0, 0.8f))),
                new SegmentStitcher.Window(50, 150, List.of(new Segment(60, 81, 0, 0.85f)))));
        assertEquals(List.of(new Segment(60, 81, 0, 0.85f)), whole);
    }

    @Test
    void whatOneWindowSawWholeIsNotCutOffByTheBorderOfTheOther() {
        SegmentStitcher stitcher = new SegmentStitcher(1, SoftNms.PUBLISHED);
        List<Segment> begun = stitcher.stitch(List.of(
                new SegmentStitcher.Window(0, 100, List.of(new Segment(30, 80, 0, 0.8f))),
                new SegmentStitcher.Window(50, 150, List.of(new Segment(50, 81, 0, 0.9f)))));
        assertEquals(List.of(new Segment(30, 80, 0, 0.9f)), begun);
        List<Segment> goingOn = stitcher.stitch(List.of(
                new SegmentStitcher.Window(0, 100, List.of(new Segment(70, 99.5f, 0, 0.9f))),
                new SegmentStitcher.Window(50, 150, List.of(new Segment(69, 120, 0, 0.7f)))));
        assertEquals(List.of(new Segment(69, 120, 0, 0.9f)), goingOn);
        List<Segment> others = stitcher.stitch(List.of(
                new SegmentStitcher.Window(0, 100, List.of(new Segment(30, 80, 1, 0.8f))),
                new SegmentStitcher.Window(50, 150, List.of(new Segment(50, 81, 0, 0.9f)))));
        assertEquals(2, others.size(), "another class is something else");
    }
}
