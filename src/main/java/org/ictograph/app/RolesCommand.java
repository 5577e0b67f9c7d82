package org.ictograph.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Rater;
import org.ictograph.model.Role;
import org.ictograph.model.Study;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code roles STUDY [RATER ROLE]}: who may change what. */
@Command(
        name = "roles",
        description = "Print what each rater may change, or give a rater a role.",
        mixinStandardHelpOptions = true)
final class RolesCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1", paramLabel = "RATER", arity = "0..1")
    private @Nullable String rater;

    @Parameters(
            index = "2",
            paramLabel = "ROLE",
            arity = "0..1",
            description = "operator, reviewer, adjudicator or owner")
    private @Nullable Role role;

    @Option(names = "--by", paramLabel = "R", description = "who gives it; without one, the first rater")
    private @Nullable String giver;

    RolesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            Study whole = session.state().study().get();
            if (giver != null) {
                String name = known(whole, giver).name();
                desk.await(() -> session.workAs(name).join());
            }
            Role given = role;
            if (rater != null && given != null) {
                Rater whom = known(whole, rater);
                desk.await(() -> session.signing().give(whom.id(), given).join());
            } else if (rater != null) {
                throw new SessionException("Say which role " + rater + " gets.");
            }
            Study now = session.state().study().get();
            for (Rater one : now.raters()) {
                String word = now.roleOf(one.id()).name().toLowerCase(Locale.ROOT);
                desk.console().print("%-12s %s", word, one.name());
            }
            return Program.DONE;
        }
    }

    private static Rater known(Study study, String name) throws SessionException {
        return study.raterNamed(name)
                .orElseThrow(() -> new SessionException("The study has no rater named " + name + "."));
    }
}
