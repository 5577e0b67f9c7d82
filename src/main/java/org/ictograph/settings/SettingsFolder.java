package org.ictograph.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a system wants programs to keep the settings of a user. */
public final class SettingsFolder {
    private SettingsFolder() {}

    /** The folder of the user who runs this program. It need not exist yet. */
    public static Path ofThisUser() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /** The folder in which the program keeps its logs, as {@code logback.xml} has it. It need not exist yet. */
    public static Path logs() {
        return logs(Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Path logs(Path home, Map<String, String> environment) {
        String told = environment.getOrDefault("ICTOGRAPH_LOG", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return (state.isEmpty() ? home.resolve(".local").resolve("state") : Path.of(state)).resolve("ictograph");
    }

    /**
     * The folder for a system: {@code %APPDATA%} on Windows, {@code Library/Application Support} on macOS, the XDG base
     * directory anywhere else. A relative {@code XDG_CONFIG_HOME} is ignored, as that specification asks.
     */
    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return base.resolve("Ictograph");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Ictograph");
        }
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = Path.of(configured).isAbsolute() ? Path.of(configured) : home.resolve(".config");
        return base.resolve("ictograph");
    }
}
