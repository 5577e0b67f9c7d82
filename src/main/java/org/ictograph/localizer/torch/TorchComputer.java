package org.ictograph.localizer.torch;

import java.nio.file.Path;
import java.util.Optional;
import org.ictograph.localizer.Computer;
import org.ictograph.localizer.LocalizerException;

/** PyTorch as the one place where networks compute. Thread-safe. */
public final class TorchComputer implements Computer {
    /** Keeps a choice for the next time. */
    @FunctionalInterface
    public interface Keeper {
        void keep(Wish wish, Optional<Path> library) throws LocalizerException;
    }

    private final Path cache;
    private final Keeper keeper;
    private volatile Wish wish;
    private volatile Optional<Path> library;

    /** @param cache for PyTorch's libraries */
    public TorchComputer(Path cache, Wish wish, Optional<Path> library, Keeper keeper) {
        this.cache = cache;
        this.wish = wish;
        this.library = library;
        this.keeper = keeper;
        Torch.prefer(wish, library);
    }

    /** For what this process does, whatever the settings say. */
    public static void forThisRun(Wish wanted) {
        Torch.prefer(wanted);
    }

    @Override
    public Wish wish() {
        return wish;
    }

    @Override
    public Optional<Path> library() {
        return library;
    }

    @Override
    public synchronized void choose(Wish wanted, Optional<Path> folder) throws LocalizerException {
        if (folder.isPresent() && !folder.equals(library)) {
            new CudaLibrary(folder.get()).check();
        }
        keeper.keep(wanted, folder);
        wish = wanted;
        library = folder;
        Torch.prefer(wanted, folder);
    }

    @Override
    public String device() throws LocalizerException {
        return Torch.start(cache).words();
    }
}
