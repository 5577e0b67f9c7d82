package org.ictograph.localizer.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ictograph.localizer.LocalizerException;

/**
 * An unpacked libtorch for NVIDIA cards, which does not come with the program because of its size. The binding finds the card by
 * a library called exactly {@code libcudart.so}; libtorch names it otherwise, so a copy lies in the cache.
 *
 * @param folder its {@code lib}
 */
record CudaLibrary(Path folder) {
    private static final String VERSION = "2.7.1";
    private static final String FLAVOUR = "cu128";
    private static final List<String> NEEDED = List.of("c10", "torch", "torch_cpu", "torch_cuda", "c10_cuda");

    /** @throws LocalizerException when something is not there, or of another version */
    void check() throws LocalizerException {
        String wanted = "; name the folder 'lib' of libtorch " + VERSION + " for CUDA 12.8, unpacked.";
        if (!Files.isDirectory(folder)) {
            throw new LocalizerException("There is no folder " + folder + " with libraries for NVIDIA cards" + wanted);
        }
        for (String name : NEEDED) {
            if (Files.notExists(folder.resolve(System.mapLibraryName(name)))) {
                throw new LocalizerException(
                        "The folder " + folder + " has no " + System.mapLibraryName(name) + wanted);
            }
        }
        Path version = folder.resolveSibling("build-version");
        try {
            String built = Files.exists(version) ? Files.readString(version).strip() : VERSION;
            if (!built.startsWith(VERSION)) {
                throw new LocalizerException("The libraries in " + folder + " are those of PyTorch " + built + wanted);
            }
        } catch (IOException failure) {
            throw new LocalizerException("The file " + version + " cannot be read.", failure);
        }
    }

    /**
     * Tells the binding, which must not have started yet.
     *
     * @param cache for the copy
     */
    void use(Path cache) throws LocalizerException {
        check();
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> runtime = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith("libcudart") && name.contains(".so");
                    })
                    .sorted()
                    .findFirst();
            if (runtime.isPresent()) {
                Path own = Files.createDirectories(cache.resolve("cuda"));
                Files.copy(runtime.get(), own.resolve("libcudart.so"), StandardCopyOption.REPLACE_EXISTING);
                System.setProperty("jna.library.path", own.toString());
            }
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The libraries for NVIDIA cards in " + folder + " cannot be used: " + failure.getMessage()
                            + "; look at the rights of that folder and make room in " + cache + ".",
                    failure);
        }
        System.setProperty("PYTORCH_LIBRARY_PATH", folder.toAbsolutePath().toString());
        System.setProperty("PYTORCH_VERSION", VERSION);
        System.setProperty("PYTORCH_FLAVOR", FLAVOUR);
    }
}
