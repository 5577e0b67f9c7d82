package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ictograph.dataset.format.AnnotationLayout;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RatSeizureLayout;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feature sequences beside real clips, measured by an encoder that is small enough to know what comes out. */
class FeatureFilesTest {
    private static final Videos VIDEOS = new FfmpegVideos();
    private static final int WIDTH = 3;

    @TempDir
    Path folder;

    private Colony colony = new Colony();

    /** Of each 16 frames every 4: their number, the brightness of their first, and a third. */
    private static final FeatureEncoder SMALL = new FeatureEncoder() {
        @Override
        public Manifest.Encoder told() {
            return new Manifest.Encoder("small-1", "ab".repeat(32), 30, 4, 16);
        }

        @Override
        public List<float[]> features(FrameReader clip, Progress progress) throws DatasetException {
            List<float[]> rows = new ArrayList<>();
            try {
                clip.scan(
                        0,
                        clip.index().frames(),
                        (frame, micros, luma) -> {
                            if (frame % 4 == 0 && frame + 16 <= clip.index().frames()) {
                                rows.add(new float[] {(float) rows.size(), (float) (luma[0] & 0xff), 1 / 3f});
                            }
                        },
                        progress);
            } catch (VideoException failure) {
                throw new DatasetException(String.valueOf(failure.getMessage()), failure);
            }
            return rows;
        }
    };

    @BeforeEach
    void film() throws Exception {
        Path film = folder.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
        colony = Footage.colony(VIDEOS, film);
    }

    private static Datasets datasets() {
        List<Layout> layouts = new ArrayList<>(AnnotationLayout.all());
        layouts.add(new RatSeizureLayout(new JsonBenchmarkFiles()));
        return new Datasets(VIDEOS, new JsonManifests(), layouts, "1.2.3");
    }

    private Path export(Profile profile) throws Exception {
        DatasetPlan plan =
                datasets().plan(colony.request(Footage.small(profile.withSplit(Profiles.RATSEIZURE.split()))));
        return datasets()
                .write(plan, folder.resolve(profile.id()), SMALL, Progress.NONE)
                .folder();
    }

    private static List<Path> arrays(Path set) throws Exception {
        try (Stream<Path> files = Files.list(set.resolve("data/features"))) {
            return files.sorted().toList();
        }
    }

    /** The numbers, read by the rules of numpy.lib.format 1.0. */
    private static float[][] read(Path file) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        bytes.get(magic);
        assertEquals("\u0093NUMPY\u0001\u0000", new String(magic, StandardCharsets.ISO_8859_1));
        int length = bytes.getShort();
        assertEquals(0, (10 + length) % 64);
        byte[] header = new byte[length];
        bytes.get(header);
        String text = new String(header, StandardCharsets.US_ASCII);
        assertTrue(text.endsWith("\n"));
        assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (72, 3), }", text.strip());
        float[][] rows = new float[72][WIDTH];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = bytes.getFloat();
            }
        }
        assertFalse(bytes.hasRemaining());
        return rows;
    }

    @Test
    void everyClipOfRatSeizureHasAnArrayOf72Steps() throws Exception {
        Path set = export(Profiles.RATSEIZURE);
        JsonNode manifest =
                new ObjectMapper().readTree(set.resolve("data/manifest.json").toFile());
        assertEquals("small-1", manifest.at("/encoder/model").asText());
        assertEquals(4, manifest.at("/encoder/stride").asInt());
        List<Path> arrays = arrays(set);
        assertEquals(manifest.at("/clips").size(), arrays.size());
        for (JsonNode clip : manifest.at("/clips")) {
            Path array = set.resolve("data").resolve(clip.at("/features/file").asText());
            assertEquals(
                    clip.path("file").asText().replace("clips/", "features/").replace(".avi", ".npy"),
                    clip.at("/features/file").asText());
            assertEquals(Sha256.of(array), clip.at("/features/sha256").asText());
            float[][] rows = read(array);
            assertEquals(71, rows[71][0]);
            assertEquals(1 / 3f, rows[5][2]);
        }
        assertTrue(Files.readString(set.resolve("data/features.yaml")).contains("""
                  json_file: ratseizure.json,
                  feat_folder: features,
                  file_prefix: null,
                  file_ext: .npy,
                  num_classes: 14,
                  input_dim: 3,
                  feat_stride: 4,
                  num_frames: 16,
                  default_fps: 30.0,
                  downsample_rate: 1,
                  max_seq_len: 96
                """));
        assertEquals(List.of(), datasets().verify(set, Progress.NONE));
    }

    @Test
    void numpyReadsTheSameNumbers() throws Exception {
        Path array = arrays(export(Profiles.RATSEIZURE)).get(0);
        String program =
                "import numpy,sys; a=numpy.load(sys.argv[1]); print(a.dtype,a.shape,float(a[:,0].sum()),float(a[7,1]))";
        Process python;
        try {
            python = new ProcessBuilder("python3", "-c", program, array.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (java.io.IOException absent) {
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        org.junit.jupiter.api.Assumptions.assumeTrue(python.waitFor() == 0, said);
        // 0 + 1 + … + 71 = 2556
        assertEquals("float32 (72, 3) 2556.0 " + (double) read(array)[7][1], said);
    }

    @Test
    void theSetsOfActionFormerAndOpenTadPointToTheArrays() throws Exception {
        Path actionFormer = export(Profiles.ACTIONFORMER);
        JsonNode database = new ObjectMapper()
                .readTree(actionFormer.resolve("data/actionformer.json").toFile())
                .path("database");
        String settings = Files.readString(actionFormer.resolve("data/features.yaml"));
        assertTrue(settings.contains("  json_file: actionformer.json,\n  feat_folder: features,"), settings);
        database.fieldNames()
                .forEachRemaining(id -> assertTrue(
                        Files.isRegularFile(
                                actionFormer.resolve("data/features").resolve(id + ".npy")),
                        id));
        Path openTad = export(Profiles.OPENTAD);
        assertEquals("""
                annotation_path = "opentad.json"
                class_map = "category_idx.txt"
                data_path = "features/"
                feature_stride = 4
                sample_stride = 1
                offset_frames = 8
                fps = 30.0
                in_channels = 3
                """, Files.readString(openTad.resolve("data/features.py")));
        assertEquals(List.of(), datasets().verify(openTad, Progress.NONE));
    }

    @Test
    void aChangedArrayIsFound() throws Exception {
        Path set = export(Profiles.RATSEIZURE);
        Path array = arrays(set).get(0);
        byte[] bytes = Files.readAllBytes(array);
        bytes[bytes.length - 1] ^= 1;
        Files.write(array, bytes);
        assertTrue(datasets().verify(set, Progress.NONE).stream()
                .map(Finding::toString)
                .anyMatch(each -> each.contains("other features of the clip clips/")));
    }
}
