package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.util.Utils;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of the binding, each with a fence. */
class TorchTest {
    @Test
    void itStartsWithoutTheNetworkAndTellsNobody() throws Exception {
        Golden.torch();
        assertTrue(Utils.isOfflineMode(), "nothing is downloaded");
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"), "nothing is reported");
        assertEquals("PyTorch", Engine.getInstance().getEngineName());
        assertEquals("2.7.1", Engine.getInstance().getVersion());
    }

    @Test
    void theLibrariesOfThisBuildFitTogether() throws Exception {
        // The engine downloads when the JNI half is not of its own version.
        var properties = new java.util.Properties();
        try (var in = Torch.class.getResourceAsStream("/jnilib/pytorch.properties")) {
            properties.load(in);
        }
        String jni = properties.getProperty("jni_version");
        assertTrue(jni.startsWith("2.7.1-" + Engine.getDjlVersion()), jni);
    }

    @Test
    void aTruncatedLibraryIsUnpackedAgain(@TempDir Path cache) throws Exception {
        Golden.torch();
        String folder;
        try (var folders = Files.list(Golden.CACHE.resolve("pytorch"))) {
            folder = folders.findFirst().orElseThrow().getFileName().toString();
        }
        Path library = cache.resolve("pytorch").resolve(folder).resolve(System.mapLibraryName("torch_cpu"));
        Path first = library.resolveSibling(System.mapLibraryName("torch"));
        Files.createDirectories(library.getParent());
        Files.writeString(first, "short");
        try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
            file.setLength(1 << 20);
        }
        Torch.dropDamaged(cache);
        assertFalse(Files.exists(library));
        assertFalse(Files.exists(first), "the engine unpacks only when this one is absent");
    }

    @Test
    void timesHasTheRightGradientWhateverTheGarbageCollectorDoes() throws Exception {
        try (NDManager manager = Golden.torch().manager()) {
            NDArray x = manager.ones(new Shape(1000));
            x.setRequiresGradient(true);
            for (int i = 0; i < 20; i++) {
                try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                        NDManager step = manager.newSubManager()) {
                    NDArray in = Layers.local(x, step.create(0f));
                    NDArray y = Layers.times(in, 3);
                    System.gc();
                    step.create(new float[100_000]);
                    collector.backward(y.sum());
                }
            }
            // Gradients add up until they are cleared: twenty times three.
            try (NDArray gradient = x.getGradient()) {
                assertEquals(60, gradient.max().getFloat());
                assertEquals(60, gradient.min().getFloat());
            }
        }
    }

    @Test
    void noOperationOfTheNetworksTakesANumberThatTheBackwardPassReads() {

        List<String> calls = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.ictograph.localizer.torch")
                        .stream()
                        .flatMap(code -> code.getMethodCallsFromSelf().stream())
                        .filter(call -> !call.getOriginOwner().getSimpleName().equals("Layers"))
                        .filter(call -> ofNumber(call) || overJavaMemory(call))
                        .map(JavaMethodCall::getDescription)
                        .toList();
        assertEquals(List.of(), calls, "these free the number early, or cut the gradient");
    }

    private static boolean ofNumber(JavaMethodCall call) {
        Set<String> wrong = Set.of("mul", "div", "pow", "muli", "divi", "powi", "toType", "duplicate", "toDevice");
        List<String> parameters = call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList();
        return call.getTargetOwner().getName().equals(NDArray.class.getName())
                && wrong.contains(call.getName())
                && !parameters.equals(List.of(NDArray.class.getName()));
    }

    /** Closing such an array frees what the backward pass may still read. */
    private static boolean overJavaMemory(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals(NDManager.class.getName())
                && call.getName().equals("create");
    }

    @Test
    void nativeMemoryStaysFlat() throws Exception {
        Golden golden = Golden.of("timesformer");
        ModelFolder folder = ModelFolder.open(golden.folder());
        try (Weights weights = folder.weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            ClipClassifier network = folder.classifier(weights);
            NDArray pixels = golden.tensor(manager, "input.pixel_values");
            int ofWeights = weights.manager().getManagedArrays().size();
            int before = manager.getManagedArrays().size();
            for (int i = 0; i < 20; i++) {
                network.logits(pixels).close();
            }
            assertEquals(ofWeights, weights.manager().getManagedArrays().size(), "nothing is left with the weights");
            assertEquals(before, manager.getManagedArrays().size(), "nothing is left with the clip");
        }
    }
}
