package org.ictograph.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether this machine can show a window. Asked before JavaFX is started, which would end in a stack trace. */
final class Screen {
    private static final Pattern LOCAL_DISPLAY = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

    private final Map<String, String> environment;
    private final String system;
    private final List<Path> libraryFolders;

    Screen(Map<String, String> environment, String system, List<Path> libraryFolders) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
        this.libraryFolders = List.copyOf(libraryFolders);
    }

    static Screen ofThisMachine() {
        List<Path> folders = new ArrayList<>();
        for (String folder : List.of("/usr/lib", "/lib", "/usr/lib64", "/lib64", "/usr/local/lib")) {
            folders.add(Path.of(folder));
            for (String triplet : List.of("x86_64-linux-gnu", "aarch64-linux-gnu")) {
                folders.add(Path.of(folder, triplet));
            }
        }
        Stream.of(System.getenv().getOrDefault("LD_LIBRARY_PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .forEach(folders::add);
        return new Screen(System.getenv(), System.getProperty("os.name", ""), folders);
    }

    /** What is missing for a window and how to get it, in one sentence; empty when nothing is known to be. */
    Optional<String> missing() {
        if (!system.contains("linux")) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of("There is no display to open a window on (DISPLAY is not set); "
                    + "log in to a desktop, or install xvfb and start through xvfb-run.");
        }
        if (!answers(display)) {
            return Optional.of("The display " + display + " does not answer; "
                    + "log in to a desktop, or install xvfb and start through xvfb-run.");
        }
        if (!has("libgtk-3.so.0")) {
            return Optional.of("The window needs GTK 3, which is not installed; "
                    + "get it with: apt-get install libgtk-3-0 libxtst6 libxxf86vm1 libgl1");
        }
        return Optional.empty();
    }

    /** True when text can be drawn, so that pictures of the screens can be made without a window. */
    boolean canDrawText() {
        return !system.contains("linux") || has("libpangoft2-1.0.so.0");
    }

    private boolean has(String library) {
        return libraryFolders.stream().anyMatch(folder -> Files.exists(folder.resolve(library)));
    }

    /** A display of another machine is believed. */
    private static boolean answers(String display) {
        Matcher local = LOCAL_DISPLAY.matcher(display);
        if (!local.matches()) {
            return true;
        }
        String socket = "/tmp/.X11-unix/X" + local.group(1);
        if (Files.exists(Path.of(socket))) {
            return true;
        }
        try {
            return Files.readString(Path.of("/proc/net/unix")).lines().anyMatch(line -> line.endsWith("@" + socket));
        } catch (IOException unknown) {
            return true;
        }
    }
}
