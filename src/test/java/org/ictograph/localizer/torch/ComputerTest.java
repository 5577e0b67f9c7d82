package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.localizer.Computer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On what networks compute, and what is said where that is not possible. None of it needs a graphics card. */
class ComputerTest {
    @TempDir
    Path folder;

    @AfterEach
    void asUsual() {
        Torch.prefer(Computer.Wish.AUTO, Optional.empty());
    }

    @Test
    void theCardIsTakenWhereThereIsOneAndItIsWanted() throws Exception {
        assertEquals(Device.cpu(), Torch.device(Computer.Wish.AUTO, 0));
        assertEquals(Device.gpu(0), Torch.device(Computer.Wish.AUTO, 2));
        assertEquals(Device.cpu(), Torch.device(Computer.Wish.CPU, 2));
        assertEquals(Device.gpu(0), Torch.device(Computer.Wish.GPU, 1));
        assertSentence("No NVIDIA card can be used here", () -> Torch.device(Computer.Wish.GPU, 0));
    }

    @Test
    void aChoiceIsKeptAndTold() throws Exception {
        Golden.torch();
        List<String> kept = new ArrayList<>();
        Computer computer = new TorchComputer(
                Golden.CACHE, Computer.Wish.AUTO, Optional.empty(), (wish, library) -> kept.add(wish + " " + library));
        assertTrue(computer.device().matches("(CPU|NVIDIA GPU), PyTorch 2.7.1"), computer.device());
        computer.choose(Computer.Wish.CPU, Optional.empty());
        assertEquals("CPU, PyTorch 2.7.1", computer.device());
        assertEquals(List.of("CPU Optional.empty"), kept);
        assertSentence(
                "There is no folder", () -> computer.choose(Computer.Wish.GPU, Optional.of(folder.resolve("no"))));
        assertEquals(Computer.Wish.CPU, computer.wish());
        assertEquals(1, kept.size(), "what is not there is not kept");
    }

    @Test
    void aFolderIsLookedAtBeforeItIsLoaded() throws Exception {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        CudaLibrary library = new CudaLibrary(lib);
        assertSentence("has no " + System.mapLibraryName("c10") + "; name the folder 'lib'", library::check);
        for (String name : List.of("c10", "torch", "torch_cpu")) {
            Files.writeString(lib.resolve(System.mapLibraryName(name)), "no library");
        }
        assertSentence("has no " + System.mapLibraryName("torch_cuda"), library::check);
        for (String name : List.of("torch_cuda", "c10_cuda")) {
            Files.writeString(lib.resolve(System.mapLibraryName(name)), "no library");
        }
        library.check();
        Files.writeString(folder.resolve("build-version"), "2.5.1+cu124\n");
        assertSentence("are those of PyTorch 2.5.1+cu124; name", library::check);
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu128\n");
        library.check();
    }

    /** Libraries are loaded once in a process, so another one tries. */
    @Test
    void aBrokenLibraryIsASentence() throws Exception {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        for (String name : List.of("c10", "torch", "torch_cpu", "torch_cuda", "c10_cuda")) {
            Files.writeString(lib.resolve(System.mapLibraryName(name)), "no library");
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starting.class.getName(),
                        folder.resolve("cache").toString(),
                        lib.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(3, process.waitFor(), said);
        assertTrue(said.contains("PyTorch for NVIDIA cards could not be started from " + lib), said);
        assertTrue(said.contains("name no folder to compute on the CPU"), said);
    }

    /** Starts PyTorch from a folder and tells how that ended. */
    static final class Starting {
        private Starting() {}

        public static void main(String[] places) {
            Torch.prefer(Computer.Wish.AUTO, Optional.of(Path.of(places[1])));
            try {
                Torch.start(Path.of(places[0]));
            } catch (LocalizerException told) {
                System.out.println(told.getMessage());
                System.exit(3);
            }
        }
    }

    /** A network that has memory for so many clips at once. */
    private record Narrow(ClipClassifier network, int most, List<Integer> asked) implements PassingOn {
        @Override
        public NDArray features(NDArray pixels) throws LocalizerException {
            int clips = Math.toIntExact(pixels.getShape().get(0));
            asked.add(clips);
            if (clips > most) {
                throw new EngineException("CUDA out of memory. Tried to allocate 20.00 MiB");
            }
            return network.features(pixels);
        }
    }

    @Test
    void whenMemoryRunsOutFewerClipsAreSeenAtOnce() throws Exception {
        CageFilm film = CageFilm.write(folder, 3);
        ModelFolder golden = ModelFolder.open(Golden.of("videomae-mean").folder());
        Preprocessing plain = new Preprocessing(0, 32, 1 / 255.0, 0, List.of(0.4, 0.4, 0.4), List.of(0.2, 0.2, 0.2));
        try (Weights weights = golden.weights(Golden.torch())) {
            ClipClassifier network = golden.classifier(weights);
            List<List<float[]>> usual = see(film, network, plain);
            List<Integer> asked = new ArrayList<>();
            List<List<float[]>> narrow = see(film, new Narrow(network, 3, asked), plain);
            assertEquals(List.of(8, 4, 2), asked.subList(0, 3));
            assertTrue(asked.subList(2, asked.size()).stream().allMatch(clips -> clips <= 2), asked.toString());
            for (int cage = 0; cage < 2; cage++) {
                assertEquals(usual.get(cage).size(), narrow.get(cage).size());
                for (int step = 0; step < usual.get(cage).size(); step++) {
                    for (int i = 0; i < network.width(); i++) {
                        assertEquals(
                                usual.get(cage).get(step)[i], narrow.get(cage).get(step)[i], 1e-5);
                    }
                }
            }
            assertFalse(usual.get(0).isEmpty());
            assertSentence(
                    "The network could not look at a clip (CUDA out of memory",
                    () -> see(film, new Narrow(network, 0, new ArrayList<>()), plain));
        }
    }

    private static List<List<float[]>> see(CageFilm film, ClipClassifier network, Preprocessing preprocessing)
            throws Exception {
        Grid grid = new Grid(30, 4, network.tubelets().frames());
        try (FrameReader reader = film.films().open(film.recording())) {
            return new FeaturePass(Golden.torch(), network, preprocessing, grid)
                    .measure(List.of(film.cage(0), film.cage(1)), reader, Progress.NONE);
        }
    }

    private interface Failing {
        void run() throws Exception;
    }

    private static void assertSentence(String part, Failing failing) {
        LocalizerException told = assertThrows(LocalizerException.class, failing::run);
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }
}
