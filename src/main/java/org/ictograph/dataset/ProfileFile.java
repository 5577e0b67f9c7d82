package org.ictograph.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file of rules, {@code NAME.properties}: lines {@code key = value} in UTF-8, of which {@code #} begins a remark. A file of
 * a lab names the layout of a built-in profile and what differs from that; what it leaves out is as there.
 */
public final class ProfileFile {
    /** What names of these files end with. */
    public static final String ENDING = ".properties";

    /** A file of rules is far smaller; a larger one is something else. */
    private static final long LARGEST = 64_000;

    /** What a built-in file changes in all of its rules. */
    private static final Profile BLANK = new Profile(
            "blank",
            "",
            "blank",
            Profile.Sampling.CONSECUTIVE,
            ClipForm.BENCHMARK,
            new NegativeRule(Profiles.MOTION, 0, 0),
            SplitRule.folds(SplitShape.FOLDS_OF_RODEPIL, 0),
            RangeToken.SAMPLED_16);

    private ProfileFile() {}

    /**
     * Reads the file of a lab. Its name without the ending is the profile's.
     *
     * @throws DatasetException when it cannot be read, or holds a key or a value that no profile has
     */
    public static Profile read(Path file) throws DatasetException {
        String name = String.valueOf(file.getFileName());
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}\\.properties")) {
            throw new DatasetException("The profile " + file + " needs a name of up to 40 letters, digits, dots, dashes"
                    + " and underscores with the ending " + ENDING + ".");
        }
        String id = name.substring(0, name.length() - ENDING.length());
        Map<String, String> rules = rules(text(file), file.toString());
        String layout = rules.getOrDefault(ProfileRule.LAYOUT, "");
        Profile base = Profiles.named(layout)
                .orElseThrow(() -> new DatasetException("The profile " + file + " has " + said(layout)
                        + " as its layout; write one of "
                        + Profiles.all().stream().map(Profile::id).collect(Collectors.joining(", ")) + "."));
        Profile own = new Profile(
                id,
                layout.equals(id) ? "" : layout,
                rules.getOrDefault("title", id),
                base.sampling(),
                base.clip(),
                base.negatives(),
                base.split(),
                base.rangeToken(),
                base.joints());
        Profile profile = applied(own, rules, file.toString());
        if (profile.sampling() != base.sampling() && base.sampling() != Profile.Sampling.CONSECUTIVE) {
            throw new DatasetException("The profile " + file + " has another sampling than its layout " + layout
                    + " can hold; leave the line sampling away.");
        }
        Optional<Profile> same = Profiles.named(id);
        if (same.isPresent() && !same.get().equals(profile)) {
            throw new DatasetException("The profile " + file
                    + " has the name of a built-in profile and other rules; give the file another name.");
        }
        return profile;
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : "“" + value + "”";
    }

    private static String text(Path file) throws DatasetException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new DatasetException("The profile " + file + " is no file of rules; it is too large for one.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException gone) {
            throw new DatasetException("There is no profile " + file + "; check the path.", gone);
        } catch (CharacterCodingException strange) {
            throw new DatasetException("The profile " + file + " is no text in UTF-8; save it as such.", strange);
        } catch (IOException unreadable) {
            throw new DatasetException(
                    "The profile " + file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    /** Reads one of the program's own files, in which every rule stands. */
    static Profile builtIn(String id, String text) throws DatasetException {
        Map<String, String> rules = rules(text, id);
        for (ProfileRule rule : ProfileRule.ALL) {
            if (!rules.containsKey(rule.key())) {
                throw new DatasetException("The profile " + id + " lacks the key " + rule.key() + ".");
            }
        }
        Profile blank = new Profile(
                id, "", id, BLANK.sampling(), BLANK.clip(), BLANK.negatives(), BLANK.split(), BLANK.rangeToken());
        return applied(blank, rules, id);
    }

    private static Map<String, String> rules(String text, String file) throws DatasetException {
        Set<String> twice = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Properties lines = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (!seen.add(key.toString())) {
                    twice.add(key.toString());
                }
                return super.put(key, value);
            }
        };
        try {
            lines.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException broken) {
            throw new DatasetException("The profile " + file + " cannot be read: " + broken.getMessage() + ".", broken);
        }
        Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
        ProfileRule.ALL.forEach(rule -> unknown.remove(rule.key()));
        if (!unknown.isEmpty()) {
            throw new DatasetException("The profile " + file + " has the key “"
                    + unknown.iterator().next() + "”, which no profile has; known keys are " + ProfileRule.keys()
                    + ".");
        }
        if (!twice.isEmpty()) {
            throw new DatasetException("The profile " + file + " has the key "
                    + twice.iterator().next() + " more than once; leave one of the lines.");
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> lines.getProperty(key).strip()));
    }

    private static Profile applied(Profile blank, Map<String, String> rules, String file) throws DatasetException {
        Profile profile = blank;
        for (ProfileRule rule : ProfileRule.ALL) {
            String value = rules.get(rule.key());
            if (value != null) {
                profile = applied(profile, rule, value, file);
            }
        }
        return profile;
    }

    private static Profile applied(Profile profile, ProfileRule rule, String value, String file)
            throws DatasetException {
        String found = "The profile " + file + " has " + said(value) + " as its " + rule.key();
        try {
            return rule.change().apply(profile, value);
        } catch (IllegalArgumentException improper) {
            throw new DatasetException(found + "; it says " + rule.meaning() + ".", improper);
        } catch (DatasetException refused) {
            throw new DatasetException(found + ". " + refused.getMessage(), refused);
        }
    }

    /** A profile as a file of rules, with what each rule means. */
    public static String text(Profile profile) {
        StringBuilder text = new StringBuilder("""
                # Rules of an export profile. Copy this file to another name and change it; a
                # copy may leave out what is as in its layout.
                """);
        for (ProfileRule rule : ProfileRule.ALL) {
            text.append("\n# ").append(rule.meaning()).append('\n');
            text.append((rule.key() + " = " + rule.text().apply(profile)).stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }
}
