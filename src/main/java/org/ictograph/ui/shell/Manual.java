package org.ictograph.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ictograph.ui.kit.Messages;

/** The manual: a section for each task, written in Markdown, in each language of the window. */
public enum Manual {
    FIRST_STUDY,
    MARKING,
    SKIMMING,
    OTHER_PROGRAMS,
    SECOND_RATER,
    ADJUDICATION,
    PROPOSALS,
    TRAINING,
    EXPORT,
    DATA_SET,
    RESULTS,
    COPIES,
    HISTORY,
    RECOVERY,
    COMMAND_LINE;

    private static final String FOLDER = "/org/ictograph/ui/manual/";

    /** The section that helps in a workspace, or at the start. */
    public static Manual of(Optional<Workspace> front) {
        return front.map(workspace -> switch (workspace) {
                    case STUDY -> FIRST_STUDY;
                    case ANNOTATE -> MARKING;
                    case PROPOSALS -> PROPOSALS;
                    case AGREEMENT -> ADJUDICATION;
                    case EXPORT -> EXPORT;
                })
                .orElse(FIRST_STUDY);
    }

    /** Name of its file. */
    public String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
    }

    /** The section in Markdown. */
    public String markdown(Messages messages) {
        String language = messages.language().equals(Messages.LANGUAGES.get(0)) ? "" : messages.language() + "/";
        String place = FOLDER + language + file();
        try (InputStream in = Manual.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Its heading. */
    public String title(Messages messages) {
        return markdown(messages).lines().findFirst().orElseThrow().substring("# ".length());
    }

    /** All sections. */
    static List<Manual> sections() {
        return List.of(values());
    }
}
