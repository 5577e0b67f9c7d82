package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.Modality;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles are files of rules: those of the program and those that a lab copies and changes. */
class ProfileFileTest {
    private static final FfmpegVideos VIDEOS = new FfmpegVideos();

    @TempDir
    private Path folder;

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private String refusal(String... lines) throws IOException {
        Path file = write("mine.properties", lines);
        String sentence = String.valueOf(assertThrows(DatasetException.class, () -> ProfileFile.read(file))
                .getMessage());
        String start = "The profile " + file + " ";
        assertTrue(sentence.startsWith(start), sentence);
        return sentence.substring(start.length());
    }

    /** Typed from the protocols: RodEpil (arXiv 2511.10431), RatSeizure (arXiv 2603.26780; 513 of 794 clips train). */
    @Test
    void theBuiltInProfilesAreWhatTheirBenchmarksSay() {
        Profile rodepil = Profiles.RODEPIL;
        assertEquals(
                new ClipForm(10, 30, Fit.PADDED, 224, Codec.MPEG4, List.of(), 0, Modality.PICTURE), rodepil.clip());
        assertEquals(SplitRule.folds(5, 42), rodepil.split());
        assertEquals(0.2, rodepil.negatives().threshold());
        assertEquals(0, rodepil.negatives().perHundred());
        assertEquals(SplitRule.trainingTesting(42), Profiles.RATSEIZURE.split());
        assertEquals(20, Profiles.RATSEIZURE.negatives().perHundred());
        assertEquals(SplitRule.trainValTest(42), Profiles.TIMESFORMER.split());
        assertEquals(5, Profiles.FORECAST.clip().seconds());
        assertEquals(100, Profiles.FORECAST.negatives().perHundred());
        // arXiv 2603.23757: 5 s at 6 frames a second, 1062 interictal for 708 ictal segments
        assertEquals(30, Profiles.JOINTS.clip().frames());
        assertEquals(150, Profiles.JOINTS.negatives().perHundred());
        assertEquals(JointForm.STANDARD, Profiles.JOINTS.joints());
        Profiles.all().forEach(profile -> {
            assertEquals("", profile.layoutOf());
            assertEquals(profile.id(), profile.layout());
        });
    }

    @Test
    void aBuiltInFileIsWhatTheProgramPrints() throws IOException {
        for (Profile profile : Profiles.all()) {
            try (InputStream file =
                    Profiles.class.getResourceAsStream("profiles/" + profile.id() + ProfileFile.ENDING)) {
                assertEquals(
                        new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8),
                        ProfileFile.text(profile));
            }
        }
    }

    @Test
    void aLabChoosesItsJoints() throws Exception {
        Path file = write(
                "ours.properties",
                "layout = joints",
                "joints.side = 48",
                "joints.points = nose, tail base",
                "joints.soft = yes");
        assertEquals(
                new JointForm(48, List.of("nose", "tail base"), true),
                ProfileFile.read(file).joints());
        assertEquals(
                "has “48” as its joints.side. Only the sampling around_onsets tells of joints.",
                refusal("layout = rodepil", "joints.side = 48"));
        assertTrue(refusal("layout = joints", "joints.side = 47")
                .startsWith("has “47” as its joints.side; it says side of the square"));
    }

    @Test
    void aLabChoosesWhatClipsShowAndWhichNegativesThereAre() throws Exception {
        Profile ours = ProfileFile.read(write(
                "ours.properties",
                "layout = rodepil",
                "modality = flow_dis",
                "sampled = 16",
                "negatives.distance = 60",
                "negatives.hard = yes",
                "negatives.per-hundred = 200"));
        assertEquals(new ClipForm(10, 30, Fit.PADDED, 224, Codec.MPEG4, List.of(), 16, Modality.FLOW_DIS), ours.clip());
        assertEquals(new NegativeRule(Profiles.RODEPIL.negatives().method(), 0.2, 200, 60, true), ours.negatives());
        assertTrue(refusal("layout = rodepil", "sampled = 301").startsWith("has “301” as its sampled; it says frames"));
        assertTrue(refusal("layout = rodepil", "sampled = 1").startsWith("has “1” as its sampled; it says frames"));
        assertTrue(
                refusal("layout = rodepil", "modality = flow").startsWith("has “flow” as its modality; it says what"));
        assertTrue(refusal("layout = rodepil", "negatives.distance = -1").startsWith("has “-1” as its negatives.dis"));
        assertTrue(refusal("layout = rodepil", "negatives.hard = true").startsWith("has “true” as its negatives.hard"));
    }

    @Test
    void aPrintedProfileReadsBackTheSame() throws Exception {
        for (Profile profile : Profiles.all()) {
            Path copy = write(profile.id() + ".properties", ProfileFile.text(profile));
            assertEquals(profile, ProfileFile.read(copy));
            Path other = write("copy-of_" + profile.id() + ".properties", ProfileFile.text(profile));
            Profile read = ProfileFile.read(other);
            assertEquals("copy-of_" + profile.id(), read.id());
            assertEquals(profile.id(), read.layout());
            assertEquals(profile.clip(), read.clip());
            assertEquals(profile.split(), read.split());
        }
    }

    @Test
    void aFileOfALabSaysOnlyWhatDiffers() throws Exception {
        Profile short5 = ProfileFile.read(write(
                "short5.properties",
                "# five seconds, losslessly too",
                "layout = ratseizure",
                "title = Kurz für Ärztinnen",
                "seconds = 5",
                "side=112",
                "fit : centre_crop",
                "copies = ffv1, h264",
                "negatives.motion = 0.35",
                "negatives.per-hundred = 300",
                "split = train_val_test",
                "shares = 0.8, 0.1, 0.1",
                "together = litter, day",
                "seed = 7"));
        assertEquals("Kurz für Ärztinnen", short5.title());
        assertEquals(
                new ClipForm(
                        5, 30, Fit.CENTRE_CROP, 112, Codec.MPEG4, List.of(Codec.H264, Codec.FFV1), 0, Modality.PICTURE),
                short5.clip());
        assertEquals(new NegativeRule(Profiles.RODEPIL.negatives().method(), 0.35, 300), short5.negatives());
        assertEquals(
                new SplitRule(
                        SplitRule.Kind.TRAINING_TESTING,
                        List.of(
                                new SplitRule.Part("train", 0.8),
                                new SplitRule.Part("val", 0.1),
                                new SplitRule.Part("test", 0.1)),
                        List.of(Together.LITTER, Together.DAY),
                        7),
                short5.split());
        assertEquals(Profile.Sampling.AROUND_UNITS, short5.sampling());
        assertEquals("ratseizure", short5.layout());
    }

    @Test
    void anUnknownKeyIsRefusedWithTheKnownOnes() throws IOException {
        assertEquals(
                "has the key “second”, which no profile has; known keys are title, layout, sampling, seconds, rate, fit,"
                        + " side, codec, copies, modality, sampled, negatives.motion, negatives.per-hundred, negatives.distance,"
                        + " negatives.hard, split, folds, shares, together, seed, range-token, joints.side, joints.points, joints.soft.",
                refusal("layout = rodepil", "second = 5"));
    }

    @Test
    void aWrongValueIsRefusedWithWhatMayBeWritten() throws IOException {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("seconds = ten", "has “ten” as its seconds; it says length of a clip"),
                Map.entry("seconds = 0", "has “0” as its seconds; it says"),
                Map.entry("seconds = 99999999999", "has “99999999999” as its seconds; it says"),
                Map.entry("side = 223", "has “223” as its side; it says width and height in pixels, an even number"),
                Map.entry(
                        "codec = MPEG4",
                        "has “MPEG4” as its codec; it says what clips are written in: h264, mpeg4, mjpeg, ffv1"),
                Map.entry("codec =", "has nothing as its codec; it says"),
                Map.entry("copies = ffv1,", "has “ffv1,” as its copies; it says"),
                Map.entry("negatives.motion = NaN", "has “NaN” as its negatives.motion; it says"),
                Map.entry("negatives.motion = 0,2", "has “0,2” as its negatives.motion; it says"),
                Map.entry("folds = 1", "has “1” as its folds; it says how many, a whole number from 2"),
                Map.entry("shares = 0.5, 0.5", "has “0.5, 0.5” as its shares. Only the splits train_test and"),
                Map.entry("split = each_animal\nfolds = 3", "has “3” as its folds. Only the split folds has"),
                Map.entry("split = train_test\nshares = 0.5, 0.6", "has “0.5, 0.6” as its shares; it says how much"),
                Map.entry("split = train_test\nshares = 1.5, -0.5", "has “1.5, -0.5” as its shares; it says"),
                Map.entry("title =", "has nothing as its title; it says"),
                Map.entry("layout = mine", "has “mine” as its layout; write one of rodepil, ratseizure, "),
                Map.entry("seed = 4\nseed = 5", "has the key seed more than once"),
                Map.entry("title = \\u12", "cannot be read: "));
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            {
                String layout = each.getKey().startsWith("layout") ? "" : "layout = rodepil";
                String said = refusal(layout, each.getKey());
                assertTrue(said.startsWith(each.getValue()), said);
            }
        }
        assertEquals("has nothing as its layout", refusal("seconds = 5").split(";", -1)[0]);
        assertEquals(
                "has another sampling than its layout ratseizure can hold; leave the line sampling away.",
                refusal("layout = ratseizure", "sampling = consecutive"));
    }

    @Test
    void forecastWindowsKeepTheirLimits() throws IOException {
        assertEquals(
                "has “11” as its seconds. A window lasts 3 to 10 seconds, not 11.",
                refusal("layout = forecast", "seconds = 11"));
    }

    @Test
    void hostileFilesGetASentence() throws IOException {
        Path gone = folder.resolve("gone.properties");
        assertEquals(
                "There is no profile " + gone + "; check the path.",
                assertThrows(DatasetException.class, () -> ProfileFile.read(gone))
                        .getMessage());
        Path binary = folder.resolve("binary.properties");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0});
        Path large = write("large.properties", "#".repeat(70_000));
        Path named = write("rodepil.properties", "layout = rodepil", "seconds = 5");
        Path odd = write("my profile.properties", "layout = rodepil");
        for (Path file : List.of(binary, large, named, odd, folder)) {
            String sentence = String.valueOf(assertThrows(DatasetException.class, () -> ProfileFile.read(file))
                    .getMessage());
            assertTrue(sentence.startsWith("The profile " + file + " "), sentence);
            assertTrue(sentence.endsWith("."), sentence);
        }
    }

    @Test
    void theShelfHasTheFilesOfTheLabAndSaysWhichAreNone() throws Exception {
        assertEquals(Profiles.all(), ProfileShelf.of(folder.resolve("none")).profiles());
        write("short.properties", "layout = rodepil", "seconds = 5");
        write("rodepil.properties", ProfileFile.text(Profiles.RODEPIL));
        write("bad.properties", "layout = rodepil", "fps = 25");
        write("notes.txt", "no profile");
        Datasets datasets = new Datasets(VIDEOS, new JsonManifests(), List.of(), "1", Optional.of(folder));
        ProfileShelf shelf = datasets.profiles();
        assertEquals(Profiles.all().size() + 1, shelf.profiles().size());
        assertEquals(5, datasets.profile("short").clip().seconds());
        assertEquals(1, shelf.troubles().size());
        assertEquals(
                shelf.troubles().get(0),
                assertThrows(DatasetException.class, () -> datasets.profile("bad"))
                        .getMessage());
        assertTrue(shelf.troubles().get(0).contains("“fps”"));
        assertTrue(String.valueOf(assertThrows(DatasetException.class, () -> datasets.profile("none"))
                        .getMessage())
                .startsWith("There is no profile none, only rodepil, "));
    }

    @Test
    void aDataSetOfALabsProfileIsWrittenAndVerifiedWithoutItsFile() throws Exception {
        Path film = folder.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film);
        Path file = write("tiny.properties", "layout = rodepil", "side = 64", "split = each_animal");
        Profile tiny = Footage.small(ProfileFile.read(file));
        Datasets datasets = new Datasets(VIDEOS, new JsonManifests(), List.of(new RodEpilLayout()), "1");
        Path set = folder.resolve("set");
        datasets.write(datasets.plan(Footage.colony(VIDEOS, film).request(tiny)), set, Progress.NONE);
        assertEquals(4, datasets.testSheet(set).tested().size(), "predictions for it can be scored");
        Files.delete(file);
        assertEquals(List.of(), datasets.verify(set, Progress.NONE));
        String manifest = Files.readString(set.resolve("data").resolve(Manifest.FILE));
        assertTrue(manifest.contains("\"id\" : \"tiny\",\n    \"layout_of\" : \"rodepil\","), manifest);
        assertEquals(tiny.layout(), new JsonManifests().read(manifest).profile().layout());
        try (Stream<Path> files = Files.list(set.resolve("data"))) {
            assertTrue(files.anyMatch(each -> each.endsWith("folds.csv")));
        }
        assertTrue(!ManifestProbe.of(datasets, Footage.colony(VIDEOS, film), folder.resolve("own"))
                .contains("layout_of"));
    }

    /** A manifest of a built-in profile. */
    private static final class ManifestProbe {
        static String of(Datasets datasets, Colony colony, Path set) throws Exception {
            Profile own = Footage.small(Profiles.RODEPIL).withSplit(SplitRule.eachAnimal(42));
            datasets.write(datasets.plan(colony.request(own)), set, Progress.NONE);
            return Files.readString(set.resolve("data").resolve(Manifest.FILE));
        }
    }
}
