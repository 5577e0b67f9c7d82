package org.ictograph.settings;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ictograph.model.LightSchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of one user: {@code settings.properties}, {@code keys.properties},
 * {@code exposures.properties} and {@code networks.properties} in a folder. What is missing, wrong or
 * damaged there counts as not chosen. Reads and writes small files at once; for one thread at a time.
 */
public final class Settings {
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    /** Stands where the program decides. */
    private static final String USUAL = "usual";

    private static final Pattern LIST = Pattern.compile("\\s*,\\s*");
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,6}) x (\\d{1,6})( maximised)?");

    private final SettingsFile preferences;
    private final SettingsFile keys;
    private final SettingsFile exposures;
    private final SettingsFile computing;

    /** @param folder need not exist; it is made when something is kept */
    public Settings(Path folder) {
        this.preferences = new SettingsFile(folder.resolve("settings.properties"));
        this.exposures = new SettingsFile(folder.resolve("exposures.properties"));
        this.keys = new SettingsFile(folder.resolve("keys.properties"));
        this.computing = new SettingsFile(folder.resolve("networks.properties"));
    }

    /** What the user prefers, with the default for everything else. */
    public Preferences preferences() {
        Map<String, String> values = preferences.read();
        Preferences chosen = Preferences.STANDARD;
        for (Map.Entry<String, String> line : values.entrySet()) {
            chosen = with(chosen, line.getKey(), line.getValue());
        }
        for (int i = Preferences.RECENT; i >= 1; i--) {
            String study = values.getOrDefault(study(i), "");
            if (!study.isBlank()) {
                chosen = understood(chosen, study(i), study, (so, text) -> so.withStudy(Path.of(text)));
            }
        }
        return chosen;
    }

    private static Preferences with(Preferences chosen, String name, String value) {
        return switch (name) {
            case "theme", "language", "text", "window" ->
                understood(
                        chosen, name, value, (so, text) -> so.withAppearance(appearance(so.appearance(), name, text)));
            case "sound", "skim", "lanes", "lanes_hidden", "cages", "cages_closed", "lights" ->
                understood(chosen, name, value, (so, text) -> so.withViewing(viewing(so.viewing(), name, text)));
            case "rater" -> chosen.withRater(value);
            case "second_place" ->
                value.isBlank()
                        ? chosen
                        : understood(chosen, name, value, (so, text) -> so.withSecondPlace(Optional.of(Path.of(text))));
            case "tour" -> understood(chosen, name, value, (so, text) -> so.withTour(Integer.parseInt(text)));
            default -> chosen;
        };
    }

    /** A line that says something impossible is skipped. */
    private static Preferences understood(
            Preferences chosen, String name, String value, BiFunction<Preferences, String, Preferences> line) {
        try {
            return line.apply(chosen, value);
        } catch (IllegalArgumentException impossible) {
            LOG.warn("The setting {} = {} is skipped: {}", name, value, impossible.getMessage());
            return chosen;
        }
    }

    private static Appearance appearance(Appearance chosen, String name, String text) {
        return switch (name) {
            case "theme" -> chosen.withDress(Dress.named(text));
            case "language" -> chosen.withLanguage(text);
            case "text" -> chosen.withTextSize(Integer.parseInt(text));
            default -> chosen.withWindow(window(text));
        };
    }

    private static Viewing viewing(Viewing chosen, String name, String text) {
        return switch (name) {
            case "sound" -> chosen.withSound(text.equals("on"));
            case "skim" -> chosen.withSkim(SkimBounds.parse(text));
            default -> chosen.withTimeline(taste(chosen.timeline(), name, text));
        };
    }

    private static TimelineTaste taste(TimelineTaste chosen, String name, String text) {
        return switch (name) {
            case "lanes" -> chosen.withOrder(words(text));
            case "lanes_hidden" -> chosen.withHidden(words(text));
            case "cages" -> chosen.withCages(numbers(text));
            case "cages_closed" -> text.equals(USUAL) ? chosen : chosen.withClosed(Set.copyOf(numbers(text)));
            default -> chosen.withLights(LightSchedule.parse(text));
        };
    }

    private static List<String> words(String text) {
        return LIST.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
    }

    private static List<Integer> numbers(String text) {
        return words(text).stream().map(Integer::valueOf).distinct().toList();
    }

    private static String list(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static WindowSize window(String text) {
        Matcher matcher = WINDOW.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a window is written like 1280 x 720");
        }
        return new WindowSize(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3) != null);
    }

    private static String study(int place) {
        return String.format(Locale.ROOT, "recent_study_%02d", place);
    }

    /**
     * Keeps what the user prefers.
     *
     * @throws SettingsException when the folder cannot be written
     */
    public void keep(Preferences chosen) throws SettingsException {
        Map<String, String> values = new LinkedHashMap<>();
        Appearance appearance = chosen.appearance();
        values.put("theme", appearance.dress().id());
        values.put("language", appearance.language());
        values.put("rater", chosen.rater());
        Viewing viewing = chosen.viewing();
        values.put("sound", viewing.sound() ? "on" : "off");
        WindowSize window = appearance.window();
        values.put("window", window.width() + " x " + window.height() + (window.maximised() ? " maximised" : ""));
        TimelineTaste timeline = viewing.timeline();
        values.put("lanes", list(timeline.order()));
        values.put("lanes_hidden", list(timeline.hidden()));
        values.put("cages", list(timeline.cages()));
        values.put("cages_closed", timeline.closed().map(Settings::list).orElse(USUAL));
        values.put("lights", timeline.lights().toString());
        values.put("skim", viewing.skim().toString());
        values.put("second_place", chosen.secondPlace().map(Path::toString).orElse(""));
        values.put("text", Integer.toString(appearance.textSize()));
        values.put("tour", Integer.toString(chosen.tour()));
        int place = 1;
        for (Path study : chosen.recentStudies()) {
            values.put(study(place++), study.toString());
        }
        preferences.write("Ictograph: what you prefer. Delete a line to go back to its default.", values);
    }

    /** How cages are lit up for the eye. */
    public Exposures exposures() {
        Exposures all = Exposures.NONE;
        for (Map.Entry<String, String> line : exposures.read().entrySet()) {
            try {
                all = all.with(UUID.fromString(line.getKey()), Exposure.parse(line.getValue()));
            } catch (IllegalArgumentException impossible) {
                LOG.warn(
                        "The exposure {} = {} is skipped: {}", line.getKey(), line.getValue(), impossible.getMessage());
            }
        }
        return all;
    }

    /**
     * Keeps how cages are lit up.
     *
     * @throws SettingsException when the folder cannot be written
     */
    public void keep(Exposures all) throws SettingsException {
        Map<String, String> values = new TreeMap<>();
        all.chosen().forEach((cage, exposure) -> values.put(cage.toString(), exposure.toString()));
        exposures.write("Ictograph: brightness, contrast and gamma with which cages are shown", values);
    }

    /** On what networks compute. */
    public Computing computing() {
        Map<String, String> values = computing.read();
        try {
            String cuda = values.getOrDefault("cuda", "");
            return new Computing(
                    values.getOrDefault("device", Computing.STANDARD.device()),
                    cuda.isBlank() ? Optional.empty() : Optional.of(Path.of(cuda)));
        } catch (IllegalArgumentException impossible) {
            LOG.warn("On what networks compute is skipped: {}", impossible.getMessage());
            return Computing.STANDARD;
        }
    }

    /**
     * Keeps on what networks compute.
     *
     * @throws SettingsException when the folder cannot be written
     */
    public void keep(Computing chosen) throws SettingsException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("device", chosen.device());
        values.put("cuda", chosen.cuda().map(Path::toString).orElse(""));
        computing.write(
                "Ictograph: device is auto, cpu or gpu; cuda is the folder 'lib' of libtorch for NVIDIA cards", values);
    }

    /** The keys, with what the user changed. */
    public KeyMap keyMap() {
        KeyMap map = KeyMap.STANDARD;
        for (Map.Entry<String, String> line : keys.read().entrySet()) {
            try {
                map = map.with(Command.named(line.getKey()), KeyChord.parseAll(line.getValue()));
            } catch (IllegalArgumentException impossible) {
                LOG.warn("The keys {} = {} are skipped: {}", line.getKey(), line.getValue(), impossible.getMessage());
            }
        }
        return map;
    }

    /**
     * Keeps the keys that differ from the defaults.
     *
     * @throws SettingsException when the folder cannot be written
     */
    public void keep(KeyMap map) throws SettingsException {
        Map<String, String> values = new LinkedHashMap<>();
        map.changes().forEach((command, chords) -> values.put(command.id(), KeyChord.writeAll(chords)));
        keys.write("Ictograph: keys that you changed, like  go_to = G or Ctrl+G", values);
    }
}
