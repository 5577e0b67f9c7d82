package org.ictograph.localizer.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Properties;
import org.ictograph.localizer.Computer;
import org.ictograph.localizer.LocalizerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PyTorch in this process. It is started without any access to the network: the native libraries come from the program's own jars
 * and are unpacked once (450 MB, some seconds; later starts take half a second), or from a folder with those for NVIDIA
 * cards that somebody named. Thread-safe; there is nothing to stop.
 */
public final class Torch {
    private static final Logger LOG = LoggerFactory.getLogger(Torch.class);
    private static final String ENGINE = "PyTorch";

    /** The engine is one for the process and set up by properties; so is what somebody chose. */
    private static final String DEVICE = "ictograph.device";

    private static final String CUDA = "ictograph.cuda";

    private final Engine engine;
    private final Device device;

    private Torch(Engine engine, Device device) {
        this.engine = engine;
        this.device = device;
    }

    /** The same with the libraries as they are chosen. */
    static void prefer(Computer.Wish wanted) {
        System.setProperty(DEVICE, wanted.name());
    }

    /** Chooses for all starts from now on; the libraries stay those of the first start in a process. */
    static void prefer(Computer.Wish wanted, Optional<Path> library) {
        prefer(wanted);
        System.setProperty(CUDA, library.map(Path::toString).orElse(""));
    }

    /**
     * @param cache folder for the unpacked libraries; made when absent. The first start in a process decides
     * @throws LocalizerException when there is no library for this system, or it cannot be unpacked or loaded
     */
    public static synchronized Torch start(Path cache) throws LocalizerException {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        if (System.getProperty("ENGINE_CACHE_DIR") == null) {
            System.setProperty("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
            System.setProperty("ENGINE_CACHE_DIR", cache.toAbsolutePath().toString());
        }
        Path unpacked = Path.of(System.getProperty("ENGINE_CACHE_DIR"));
        Optional<Path> library = Optional.of(System.getProperty(CUDA, ""))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        Computer.Wish wish = Computer.Wish.valueOf(System.getProperty(DEVICE, Computer.Wish.AUTO.name()));
        if (library.isPresent()) {
            new CudaLibrary(library.get()).use(unpacked);
        } else {
            dropDamaged(unpacked);
        }
        try {
            Engine engine = Engine.getEngine(ENGINE);
            return new Torch(engine, device(wish, engine.getGpuCount()));
        } catch (EngineException | LinkageError failure) {
            if (library.isPresent()) {
                throw new LocalizerException(
                        "PyTorch for NVIDIA cards could not be started from " + library.get() + " ("
                                + failure.getMessage()
                                + "). Unpack libtorch 2.7.1 for CUDA 12.8 again, or name no folder to"
                                + " compute on the CPU.",
                        failure);
            }
            throw new LocalizerException(
                    "PyTorch could not be started from " + unpacked + " (" + failure.getMessage()
                            + "). Make sure that 500 MB are free there and that the folder can be written; deleting it unpacks "
                            + "the libraries again.",
                    failure);
        }
    }

    /** @throws LocalizerException when a graphics card is wanted and none can be used */
    static Device device(Computer.Wish wanted, int cards) throws LocalizerException {
        if (wanted == Computer.Wish.GPU && cards == 0) {
            throw new LocalizerException("No NVIDIA card can be used here; name the folder with PyTorch's libraries for"
                    + " them, look at the card's driver, or compute on the CPU.");
        }
        return wanted == Computer.Wish.CPU || cards == 0 ? Device.cpu() : Device.gpu(0);
    }

    /** A new scope for arrays; whoever asks closes it. */
    NDManager manager() {
        return engine.newBaseManager(device);
    }

    /** Whether it computes on a graphics card. */
    boolean onCard() {
        return device.isGpu();
    }

    /** Where it computes, for a person. */
    String words() {
        return (onCard() ? "NVIDIA GPU" : "CPU") + ", PyTorch " + engine.getVersion();
    }

    /** True for what the engine says when there is no memory left for an array. */
    static boolean outOfMemory(EngineException failure) {
        String said = String.valueOf(failure.getMessage());
        return said.contains("out of memory") || said.contains("can't allocate memory");
    }

    /**
     * The binding trusts unpacked libraries, and a truncated one ends the process. What differs in size from the jar's is
     * deleted, so that it is unpacked again.
     */
    static void dropDamaged(Path cache) throws LocalizerException {
        Properties bundled = new Properties();
        try (InputStream in = Torch.class.getResourceAsStream("/native/lib/pytorch.properties")) {
            if (in == null) {
                throw new LocalizerException("This build of Ictograph has no PyTorch library for "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                        + "; networks cannot run here, all else works.");
            }
            bundled.load(in);
            String classifier = bundled.getProperty("classifier");
            String flavor = bundled.getProperty("flavor");
            Path folder =
                    cache.resolve("pytorch").resolve(bundled.getProperty("version") + "-" + flavor + "-" + classifier);
            for (String library : bundled.getProperty("libraries").split(",", -1)) {
                Path file = folder.resolve(library.strip());
                URL source = Torch.class.getResource("/pytorch/" + flavor + "/" + classifier + "/" + library.strip());
                if (source != null && differs(file, source)) {
                    LOG.warn("{} is damaged and is unpacked again", file);
                    delete(folder);
                    return;
                }
            }
            String jni = System.mapLibraryName("djl_torch");
            URL source = Torch.class.getResource("/jnilib/" + classifier + "/" + flavor + "/" + jni);
            Path binding = folder.resolve(Engine.getDjlVersion() + "-" + jni);
            if (source != null && differs(binding, source)) {
                Files.delete(binding);
            }
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The PyTorch libraries in " + cache + " cannot be checked or replaced (" + failure.getMessage()
                            + "); delete that folder.",
                    failure);
        }
    }

    private static boolean differs(Path file, URL source) throws IOException {
        return Files.exists(file) && Files.size(file) != source.openConnection().getContentLengthLong();
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
