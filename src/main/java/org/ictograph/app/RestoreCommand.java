package org.ictograph.app;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Snapshot;
import org.ictograph.session.SessionException;
import org.ictograph.store.Restored;
import org.ictograph.store.StudyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore STUDY [--list | --snapshot FILE]}: goes back to a snapshot, the newest one unless another is named. */
@Command(
        name = "restore",
        description = "Put a snapshot in the place of a study; the study is kept aside.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--snapshot", paramLabel = "FILE", description = "a file, or its name among the snapshots")
    private Optional<Path> snapshot = Optional.empty();

    @Option(names = "--list", description = "only list the snapshots")
    private boolean list;

    @Option(names = "--rater", description = "who does it")
    private Optional<String> rater = Optional.empty();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    RestoreCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        StudyFiles files = desk.workplace(Runnable::run).files();
        List<Snapshot> snapshots = files.snapshots(study);
        if (list) {
            print(snapshots);
            return Program.DONE;
        }
        Path chosen = snapshot.map(named -> named(snapshots, named))
                .or(() -> snapshots.stream().findFirst().map(Snapshot::file))
                .orElseThrow(
                        () -> new SessionException("There is no snapshot of " + study + "; name one with --snapshot."));
        Restored restored = files.restore(study, chosen, rater);
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("study", study.toString());
            told.put("snapshot", chosen.toString());
            told.put("edits", restored.edits());
            told.put(
                    "before",
                    restored.before().map(kept -> kept.file().toString()).orElse(""));
            told.put("aside", restored.aside().toString());
            desk.console().json(told);
        } else {
            desk.console().print("%s is now as in %s (%d edits).", study, chosen.getFileName(), restored.edits());
            desk.console().print("The files that were there are in %s", restored.aside());
        }
        return Program.DONE;
    }

    private static Path named(List<Snapshot> snapshots, Path name) {
        return snapshots.stream()
                .map(Snapshot::file)
                .filter(file -> file.getFileName().equals(name))
                .findFirst()
                .orElse(name);
    }

    private void print(List<Snapshot> snapshots) {
        if (!json) {
            snapshots.forEach(kept -> desk.console()
                    .print(
                            "%s  %-22s %8d edits  %s",
                            TIME.format(kept.made()),
                            kept.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            kept.edits(),
                            kept.file()));
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Snapshot kept : snapshots) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", kept.file().toString());
            row.put("made", kept.made().toOffsetDateTime().toString());
            row.put("reason", kept.reason().name().toLowerCase(Locale.ROOT));
            row.put("edits", kept.edits());
            rows.add(row);
        }
        desk.console().json(Map.of("study", study.toString(), "snapshots", rows));
    }
}
