package org.ictograph.localizer.torch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trust;

/**
 * Trust as {@code trusted-modules.properties} keeps it beside the folder of the models, not in it, so that no model brings its own
 * along: lines {@code SHA-256 = name of the model}, for a person to read and change. It is read whenever a module is to run.
 */
public final class TrustedModules implements Trust {
    private static final String HEADING =
            "# TorchScript modules that somebody said may run here: SHA-256 of the file = name of the model. Remove a line, and"
                    + " that file runs no more.\n";

    private final Path models;
    private final Path file;

    /** @param models the folder of the shelf, see {@link NetworkShelf} */
    public TrustedModules(Path models) {
        this.models = models.toAbsolutePath();
        this.file = this.models.resolveSibling("trusted-modules.properties");
    }

    @Override
    public List<Module> modules() throws LocalizerException {
        List<Module> all = new ArrayList<>();
        Map<String, String> given = read();
        for (Map.Entry<String, TorchScript> one : NetworkShelf.scripts(models).entrySet()) {
            String hash = one.getValue().hash();
            all.add(new Module(one.getKey(), one.getValue().file().toString(), hash, given.containsKey(hash)));
        }
        return all;
    }

    boolean given(String hash) throws LocalizerException {
        return read().containsKey(hash);
    }

    @Override
    public void give(Module module) throws LocalizerException {
        new TorchScript(Path.of(module.file())).requireSound();
        change(lines -> lines.put(module.hash(), module.model()));
    }

    /** Also for what the model's file was before. */
    @Override
    public void withdraw(Module module) throws LocalizerException {
        change(lines -> {
            lines.remove(module.hash());
            lines.values().removeIf(module.model()::equals);
        });
    }

    private Map<String, String> read() throws LocalizerException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (NoSuchFileException none) {
            return new TreeMap<>();
        } catch (IOException | IllegalArgumentException damaged) {
            throw new LocalizerException(
                    file + " cannot be read, so no TorchScript module is trusted; mend it, or delete it.", damaged);
        }
        Map<String, String> given = new TreeMap<>();
        lines.stringPropertyNames().forEach(hash -> given.put(hash, lines.getProperty(hash)));
        return given;
    }

    private synchronized void change(Consumer<Map<String, String>> how) throws LocalizerException {
        Map<String, String> lines = read();
        how.accept(lines);
        StringBuilder text = new StringBuilder(HEADING);
        lines.forEach(
                (hash, model) -> text.append(hash).append(" = ").append(model).append('\n'));
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new LocalizerException(
                    "Trust cannot be kept in " + file + "; check that its folder can be written.", failure);
        }
    }
}
