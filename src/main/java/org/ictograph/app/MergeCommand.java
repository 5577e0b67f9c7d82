package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Conflict;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;
import org.ictograph.model.TakenIn;
import org.ictograph.session.Spoken;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code merge STUDY FILE…}: takes bundles in, and says what waits for a decision. */
@Command(name = "merge", description = "Take in others' work.", mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "bundles, in any order")
    private List<Path> bundles = new ArrayList<>();

    @Option(names = "--dry-run", description = "only print what each bundle would bring")
    private boolean dryRun;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    MergeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            List<Map<String, Object>> taken = new ArrayList<>();
            int waiting = 0;
            for (Path bundle : bundles) {
                TakenIn came = desk.await(
                        () -> session.merging().takeIn(bundle, dryRun).join());
                taken.add(row(bundle, came));
                waiting = came.conflicts();
            }
            List<Conflict> conflicts =
                    desk.await(() -> session.merging().allConflicts().join());
            List<Map<String, Object>> list = new ArrayList<>();
            for (Conflict conflict : conflicts) {
                list.add(row(session.state().study().get(), conflict));
            }
            if (json) {
                desk.console().json(Map.of("dry_run", dryRun, "bundles", taken, "waiting", waiting, "conflicts", list));
            } else {
                print(taken, conflicts, session.state().study().get(), waiting);
            }
            return waiting == 0 ? Program.DONE : Program.NO;
        }
    }

    private void print(List<Map<String, Object>> taken, List<Conflict> conflicts, Study named, int waiting) {
        for (Map<String, Object> bundle : taken) {
            desk.console()
                    .print(
                            "%s: work of %s, %s edits %s, %s known already",
                            bundle.get("file"),
                            bundle.get("rater"),
                            bundle.get("fresh"),
                            dryRun ? "would be new" : "new",
                            bundle.get("known"));
        }
        desk.console().print("%d on the review list", waiting);
        for (Conflict conflict : conflicts) {
            desk.console().print("%s", conflict.kind().name().toLowerCase(Locale.ROOT));
            for (Conflict.Version version : conflict.versions()) {
                desk.console().print("    %s (%s, %s)", value(named, version), rater(named, version), version.at());
            }
        }
    }

    private static Map<String, Object> row(Path bundle, TakenIn came) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", bundle.toString());
        row.put("rater", came.raterName());
        row.put("fresh", came.fresh());
        row.put("known", came.known());
        row.put("conflicts", came.conflicts());
        return row;
    }

    private static Map<String, Object> row(Study study, Conflict conflict) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", conflict.kind().name().toLowerCase(Locale.ROOT));
        row.put(
                "what",
                conflict.versions().stream()
                        .flatMap(version -> version.value().stream())
                        .findFirst()
                        .map(Spoken::kind)
                        .orElse(""));
        row.put("id", conflict.entityId().toString());
        List<Map<String, Object>> versions = new ArrayList<>();
        for (Conflict.Version version : conflict.versions()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("value", value(study, version));
            told.put("rater", rater(study, version));
            told.put("at", version.at().toString());
            told.put("hash", version.hash());
            versions.add(told);
        }
        row.put("versions", versions);
        return row;
    }

    private static String value(Study study, Conflict.Version version) {
        return version.value().map(value -> Spoken.of(study, value)).orElse("removed");
    }

    private static String rater(Study study, Conflict.Version version) {
        return study.rater(version.raterId()).map(Rater::name).orElse("?");
    }
}
