package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Submission;
import org.ictograph.session.Assigning;
import org.ictograph.session.Assigning.Drawn;
import org.ictograph.session.Assigning.Wish;
import org.ictograph.session.DutyStanding;
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
            names = "--length",
            paramLabel = "S",
            description = "windows of so many seconds with an event, and as many without, instead of whole recordings")
    private double length;

    @Option(
            names = "--share",
            paramLabel = "P",
            description = "of the recordings, or of the events, that is rated again, up to 1 (default: 1)")
    private double share = 1;

    @Option(
            names = "--plant",
            paramLabel = "N",
            description = "windows with an event of the consensus, to measure vigilance (default: none)")
    private int plant;

    @Option(names = "--seed", paramLabel = "N", description = "draws windows and order (default: 1)")
    private long seed = 1;

    @Option(
            names = "--hide",
            paramLabel = "WHAT",
            split = ",",
            description = "what the rater does not learn: animals, groups, names, dates (default: all of them)")
    private Set<Hidden> hides = EnumSet.allOf(Hidden.class);

    @Option(names = "--package", paramLabel = "DIR", description = "also write a package to rate elsewhere")
    private @Nullable Path folder;

    @Option(
            names = "--withdraw",
            paramLabel = "ID",
            description = "take this assignment away, which is not submitted; what its rater did stays")
    private @Nullable UUID withdrawn;

    AssignCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        boolean possible = (length == 0 || (length >= 1 && length <= 86_400)) && share > 0 && share <= 1 && plant >= 0;
        if (!possible) {
            throw new SessionException(
                    "A window lasts from 1 to 86400 s, a share lies above 0 and up to 1, and no number of"
                            + " planted windows is negative.");
        }
        try (StudySession session = desk.open(study, Optional.empty())) {
            String name = rater;
            if (name != null) {
                make(session, name);
            }
            UUID unwanted = withdrawn;
            if (unwanted != null) {
                withdraw(session.assigning(), unwanted);
            }
            Study whole = session.state().study().get();
            for (DutyStanding standing :
                    desk.await(() -> session.assigning().standings().join())) {
                desk.console().print(line(whole, standing));
            }
        }
        return Program.DONE;
    }

    private void make(StudySession session, String name) throws Exception {
        Assigning assigning = session.assigning();
        Wish wish =
                new Wish(chosen(session.state().study().get()), share, Math.round(length * Span.SECOND), plant, seed);
        Rater assigned = desk.await(() -> assigning.rater(name).join());
        Drawn drawn = desk.await(() -> assigning.draw(wish).join());
        Assignment made =
                desk.await(() -> assigning.assign(assigned, drawn, hides).join());
        Path wanted = folder;
        if (wanted != null) {
            Path written = desk.await(assigning.pack(made, wanted));
            desk.console().noProgress();
            desk.console().print("%s holds what %s needs: open it there, rate, submit", written, name);
        }
    }

    private void withdraw(Assigning assigning, UUID unwanted) throws Exception {
        Assignment given = desk.await(() -> assigning.all().join()).stream()
                .map(Assigned::assignment)
                .filter(one -> one.id().equals(unwanted))
                .findFirst()
                .orElseThrow(() -> new SessionException("The study has no assignment " + unwanted + "."));
        var unused = desk.await(() -> assigning.withdraw(given).join());
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

    private static String line(Study whole, DutyStanding standing) {
        Assignment assignment = standing.assignment();
        return "%s  %s  %s in %s  %s"
                .formatted(
                        assignment.id(),
                        whole.rater(assignment.raterId()).map(Rater::name).orElse("?"),
                        number(standing.windows(), "window"),
                        number(assignment.recordings().size(), "recording"),
                        standing.assigned()
                                .submission()
                                .map(seal -> submitted(standing, seal))
                                .orElse(open(standing)));
    }

    private static String number(int things, String name) {
        return things + " " + name + (things == 1 ? "" : "s");
    }

    private static String open(DutyStanding standing) {
        return standing.begun() ? standing.seen() + " of " + standing.windows() + " seen" : "not begun";
    }

    private static String submitted(DutyStanding standing, Submission seal) {
        return "submitted " + seal.at() + (standing.assigned().asSealed() ? "" : ", amended since")
                + standing.found()
                        .map(found -> ", found " + found + " of " + standing.planted() + " planted")
                        .orElse("");
    }
}
