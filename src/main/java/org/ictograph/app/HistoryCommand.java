package org.ictograph.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ictograph.model.Head;
import org.ictograph.model.Verb;
import org.ictograph.session.Anomaly;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.session.TrailFilter;
import org.ictograph.session.TrailLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history STUDY}: the audit trail. */
@Command(
        name = "history",
        description = "Print who did what, when and why, with old and new values.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Anybody can check the chain with the JSON alone. The hash of an entry is the SHA-256, in hexadecimal, of",
            "these texts of the entry in UTF-8, joined by line feeds:",
            "  previous_hash, sequence, rater_id, at, zone, undoes, verb (in upper case), changes_text",
            "followed, unless all four are empty, by",
            "  opened_after, elapsed_millis, origin, reason",
            "where undoes, opened_after and elapsed_millis are empty texts when they are null. The previous_hash of an",
            "entry is the hash of the entry before; that of the first is the SHA-256 of \"ictograph\", study_id and study,",
            "joined by line feeds."
        })
final class HistoryCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Option(names = "--csv", description = "print comma-separated values, a line for each changed value")
    private boolean csv;

    @Option(names = "--rater", paramLabel = "R", description = "only what this rater did")
    private @Nullable String rater;

    @Option(names = "--animal", paramLabel = "A", description = "only what concerns this animal")
    private @Nullable String animal;

    @Option(names = "--recording", paramLabel = "R", description = "only what concerns this recording")
    private @Nullable String recording;

    @Option(names = "--verb", paramLabel = "V", description = "only what was done so, for example add_mark; repeatable")
    private List<String> verbs = List.of();

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            description = "not before this day or moment, as 2026-11-25[T10:00:00Z]")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "WHEN", description = "before this moment, or up to the end of this day")
    private @Nullable String to;

    HistoryCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        TrailFilter filter = new TrailFilter(
                Optional.ofNullable(rater),
                Optional.ofNullable(animal),
                Optional.ofNullable(recording),
                wanted(),
                moment(from, 0),
                moment(to, 1));
        try (StudySession session = desk.open(study, Optional.empty())) {
            if (session.agreeing().leftOut() > 0) {
                desk.console()
                        .note("Others' labels of recordings that are still being rated blind are left out; the chain of"
                                + " hashes has gaps there.");
            }
            Head head = session.logHead().head().get();
            if (json) {
                TrailJson lines = new TrailJson(desk.console());
                lines.begin(session, head, desk.await(() -> session.seed().join()));
                desk.await(session.chronicle().trail(filter, lines::print));
                lines.end();
            } else if (csv) {
                TrailCsv lines = new TrailCsv(desk.console());
                lines.begin();
                desk.await(session.chronicle().trail(filter, lines::print));
            } else {
                desk.await(session.chronicle().trail(filter, this::print));
                desk.console().print("head %d %s", head.sequence(), head.hash());
                session.logHead()
                        .doubt()
                        .get()
                        .ifPresent(doubt -> desk.console().note("ictograph: " + doubt));
            }
        }
        return Program.DONE;
    }

    private Set<Verb> wanted() throws SessionException {
        Set<Verb> wanted = new LinkedHashSet<>();
        for (String word : verbs) {
            try {
                wanted.add(Verb.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new SessionException(
                        "Nothing is done by the name " + word + "; say for example add_mark or change_mark.", unknown);
            }
        }
        return wanted;
    }

    /** @param days added to a day without a time, for the end of it */
    private static Optional<Instant> moment(@Nullable String text, int days) throws SessionException {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text)
                                    .plusDays(days)
                                    .atStartOfDay(ZoneId.systemDefault())
                                    .toInstant());
        } catch (DateTimeParseException unread) {
            throw new SessionException(
                    "“" + text + "” is no moment; write a day as 2026-11-25 or a moment as 2026-11-25T10:00:00Z.",
                    unread);
        }
    }

    private void print(TrailLine line) {
        StringBuilder more = new StringBuilder();
        line.logged()
                .entry()
                .undoes()
                .ifPresent(undone -> more.append(" takes back ").append(undone));
        String reason = line.logged().entry().edit().reason();
        if (!reason.isEmpty()) {
            more.append(" “").append(reason.replace('\n', ' ')).append('”');
        }
        for (Anomaly anomaly : line.anomalies().stream().sorted().toList()) {
            more.append(" !").append(anomaly.name().toLowerCase(Locale.ROOT));
        }
        desk.console()
                .print(
                        "%6d  %s  %-16s %-18s%s",
                        line.logged().entry().sequence(),
                        line.logged().entry().at(),
                        line.rater(),
                        line.logged().entry().edit().verb().name().toLowerCase(Locale.ROOT),
                        more);
    }

    /** The changes as the log writes them. */
    static JsonNode changes(TrailLine line) {
        try {
            return JsonMapper.builder().build().readTree(line.logged().changes());
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("The log holds what is not JSON.", defect);
        }
    }
}
