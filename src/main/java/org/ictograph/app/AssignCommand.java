package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.session.Assigning;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assign STUDY [--rater R …]}: something to rate without seeing others' labels. */
@Command(
        name = "assign",
        description = "Give a rater something to rate blind; without --rater only print the assignments.",
        mixinStandardHelpOptions = true)
final class AssignCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--rater", paramLabel = "R", description = "for whom; a new name becomes a new rater")
    private @Nullable String rater;

    @Option(names = "--recording", paramLabel = "NAME", description = "may be given several times; all without it")
    private List<String> recordings = new ArrayList<>();

    @Option(
            names = "--mix",
            paramLabel = "N",
            description = "instead of whole recordings: N windows with an event and N without, shuffled")
    private int mix;

    @Option(names = "--length", paramLabel = "S", description = "of a window, in seconds (default: 120)")
    private double length = 120;

    @Option(names = "--seed", paramLabel = "N", description = "draws windows and order (default: 1)")
    private long seed = 1;

    @Option(
            names = "--hide",
            paramLabel = "WHAT",
            split = ",",
            description = "what the package leaves out: animals, groups, names, dates (default: all of them)")
    private Set<Hidden> hides = EnumSet.allOf(Hidden.class);

    @Option(names = "--package", paramLabel = "DIR", description = "also write a package to rate elsewhere")
    private @Nullable Path folder;

    AssignCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (!(length >= 1 && length <= 86_400) || mix < 0) {
            throw new SessionException("A window lasts from 1 to 86400 s, and their number is not negative.");
        }
        try (StudySession session = desk.open(study, Optional.empty())) {
            String name = rater;
            if (name != null) {
                make(session, name);
            }
            Study whole = session.state().study().get();
            for (Assigned assigned : desk.await(() -> session.assigning().all().join())) {
                desk.console().print(line(whole, assigned));
            }
        }
        return Program.DONE;
    }

    private void make(StudySession session, String name) throws Exception {
        Rater owner = session.state().rater().get();
        Rater assigned = desk.await(() -> session.workAs(name).join());
        desk.await(() -> session.workAs(owner.name()).join());
        List<Recording> chosen = chosen(session.state().study().get());
        List<Window> windows = mix == 0
                ? Assigning.whole(chosen, seed)
                : desk.await(() -> session.assigning()
                        .mix(chosen, mix, Math.round(length * 1e6), seed)
                        .join());
        Assignment made = desk.await(
                () -> session.assigning().assign(assigned, windows, hides, seed).join());
        Path wanted = folder;
        if (wanted != null) {
            Path written = desk.await(session.assigning().pack(made, wanted));
            desk.console().noProgress();
            desk.console().print("%s holds what %s needs: open it there, rate, submit", written, name);
        }
    }

    private List<Recording> chosen(Study whole) throws SessionException {
        for (String wanted : recordings) {
            if (whole.recordings().stream().noneMatch(one -> one.name().equals(wanted))) {
                throw new SessionException("The study has no recording named " + wanted + ".");
            }
        }
        return whole.recordings().stream()
                .filter(one -> recordings.isEmpty() || recordings.contains(one.name()))
                .toList();
    }

    private static String line(Study whole, Assigned assigned) {
        Assignment assignment = assigned.assignment();
        return "%s  %s  %d windows in %d recordings  %s"
                .formatted(
                        assignment.id(),
                        whole.rater(assignment.raterId()).map(Rater::name).orElse("?"),
                        assignment.windows().size(),
                        assignment.recordings().size(),
                        assigned.submission()
                                .map(seal -> "submitted " + seal.at() + (assigned.asSealed() ? "" : ", amended since"))
                                .orElse("open"));
    }
}
