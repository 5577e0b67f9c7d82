package org.ictograph.ui.kit;

import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.model.Verb;
import org.ictograph.report.Words;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.jspecify.annotations.Nullable;

/**
 * Every text that the screens show, by key, from {@code org/ictograph/ui/messages.properties} or a translation beside it.
 * Texts are message formats: {@code {0}} stands for the first argument, {@code [play_pause]} for the key of a command, and
 * apostrophes are written ’.
 */
public final class Messages implements Words {
    private static final String BUNDLE = "org.ictograph.ui.messages";

    /** The languages that the texts are there in, the one that the program is written in first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Locale SYSTEM = Locale.getDefault();
    private static final Pattern NUMPAD = Pattern.compile("Numpad ([0-9])");

    private static final Pattern COMMAND = Pattern.compile("\\[([a-z0-9_]+)]");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Supplier<KeyMap> keys;
    private final AtomicReference<@Nullable Failures> failures = new AtomicReference<>();
    private final AtomicReference<@Nullable Failures> losses = new AtomicReference<>();
    private final AtomicReference<@Nullable Failures> dataset = new AtomicReference<>();

    /** @param wanted a language; where there is no translation into it, texts, numbers and dates are English */
    public Messages(Locale wanted) {
        this(wanted, () -> KeyMap.STANDARD);
    }

    private Messages(Locale wanted, Supplier<KeyMap> keys) {
        this.keys = keys;
        this.locale = LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in the language of this tag, or in that of the system when it is empty. */
    public static Messages of(String tag) {
        return new Messages(tag.isEmpty() ? SYSTEM : Locale.forLanguageTag(tag));
    }

    /** The texts in the language that the program is written in. */
    public static Messages english() {
        return new Messages(Locale.ENGLISH);
    }

    /** The same texts with the keys of commands as they are whenever a text is asked for. */
    public Messages with(Supplier<KeyMap> chosen) {
        return new Messages(locale, chosen);
    }

    /**
     * The text of a key with its arguments filled in, and with the first key of each command that it names.
     *
     * @throws java.util.MissingResourceException when there is no such text
     */
    @Override
    public String text(String key, Object... arguments) {
        String keyed = COMMAND.matcher(bundle.getString(key))
                .replaceAll(named -> Matcher.quoteReplacement(literal(key(Command.named(named.group(1))))));
        return new MessageFormat(keyed, locale).format(arguments);
    }

    /** What a person did, in a word or two. */
    public String verb(Verb verb) {
        return text("verb." + verb.name().toLowerCase(Locale.ROOT));
    }

    /** The first key of a command as it stands on the keyboard, a dash where it has none. */
    public String key(Command command) {
        return keys.get().chords(command).stream().findFirst().map(this::keys).orElse("–");
    }

    /** Words in which a message format sees nothing special. */
    private static String literal(String words) {
        return words.replace("'", "''").replace("{", "'{'");
    }

    /**
     * A sentence about a failure in this language, with its code at the end, as far as the sentence is in the list of
     * failures; other sentences stay as they are.
     */
    public String failure(String sentence) {
        return list(failures, "failure.").told(sentence);
    }

    /** A sentence about what was lost on the way in or out, as far as it is in the list of losses. */
    public String loss(String sentence) {
        return list(losses, "loss.").retold(sentence);
    }

    /** What a data set leaves out and why, or what is wrong in it, as far as it is in the list of that. */
    public String dataset(String sentence) {
        return list(dataset, "dataset.").retold(sentence);
    }

    /** Made when the first sentence is told. */
    private Failures list(AtomicReference<@Nullable Failures> made, String prefix) {
        Failures list = made.get();
        if (list == null) {
            list = new Failures(this, english(), prefix);
            made.set(list);
        }
        return list;
    }

    /** The text of a key as it is written, arguments and all. */
    String raw(String key) {
        return bundle.getString(key);
    }

    @Override
    public Locale language() {
        return locale;
    }

    @Override
    public String number(String format, double value) {
        return String.format(locale, format, value);
    }

    @Override
    public boolean commaIsDecimal() {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',';
    }

    /** A date and time of day to the second. */
    public String moment(TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(text("format.moment"), locale).format(time);
    }

    /** A date and time of day to the minute. */
    public String minute(TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(text("format.minute"), locale).format(time);
    }

    /** Keys as they stand on the keyboards of this language, {@code Ctrl+Left}. */
    public String keys(KeyChord chord) {
        return Stream.concat(
                        Stream.of(KeyChord.Modifier.values())
                                .filter(chord.modifiers()::contains)
                                .map(KeyChord.Modifier::name),
                        Stream.of(chord.key()))
                .map(this::keyName)
                .collect(Collectors.joining("+"));
    }

    private String keyName(String name) {
        Matcher numpad = NUMPAD.matcher(name);
        if (numpad.matches()) {
            return text("key.numpad", numpad.group(1));
        }
        String key = "key." + name.toLowerCase(Locale.ROOT).replace(' ', '_');
        return name.length() > 1 && has(key) ? text(key) : name;
    }

    /** True when there is a text for a key that is put together at run time. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** All keys in alphabetical order. */
    public Set<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }
}
