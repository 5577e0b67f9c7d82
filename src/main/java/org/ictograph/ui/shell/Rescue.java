package org.ictograph.ui.shell;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.ictograph.model.Snapshot;
import org.ictograph.session.Notice;
import org.ictograph.session.Safekeeping;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.ui.kit.Look;
import org.ictograph.work.Job;

/** What the window does for a study that went wrong: an older state comes back, or what is sound is saved. FX thread. */
final class Rescue {
    /** What the window does for it. */
    record Doors(
            Supplier<CompletableFuture<Void>> leave,
            Function<Path, CompletableFuture<StudySession>> open,
            Consumer<Notice> say) {}

    private final Look look;
    private final Stage stage;
    private final Workplace workplace;
    private final Ask ask;
    private final Doors doors;

    Rescue(Look look, Stage stage, Workplace workplace, Ask ask, Doors doors) {
        this.look = look;
        this.stage = stage;
        this.workplace = workplace;
        this.ask = ask;
        this.doors = doors;
    }

    /** Offers the snapshots of a study, and goes back to the one that is chosen. */
    void restore(StudySession open) {
        Optional<String> rater = Optional.of(open.state().rater().get().name());
        var unused = Safekeeping.of(workplace, open.file()).whenComplete((all, failure) -> {
            if (failure != null) {
                doors.say().accept(Notice.problem(failure));
                return;
            }
            RestoreSheet sheet = new RestoreSheet(look, all);
            // The marks of all raters together: while somebody works blind, their number would tell too much.
            if (open.state().sighted().get()) {
                Safekeeping.countMarks(workplace, all, sheet::count);
            }
            sheet.choose(stage).ifPresent(chosen -> restore(open.file(), chosen, rater));
        });
    }

    /** Closes the study, puts a snapshot in its place and opens it again. */
    @CanIgnoreReturnValue
    CompletableFuture<StudySession> restore(Path study, Snapshot chosen, Optional<String> rater) {
        return doors.leave()
                .get()
                .thenCompose(left -> Safekeeping.restore(workplace, study, chosen, rater))
                .handleAsync(
                        (edits, failure) ->
                                failure == null ? Notice.done("restore.done", edits) : Notice.problem(failure),
                        workplace.fx())
                .thenComposeAsync(notice -> openAndSay(study, notice), workplace.fx());
    }

    /** Asks where the sound part of a damaged study is to go, saves it there beside other work, and opens it. */
    void salvage(Path damaged) {
        ask.salvaged(damaged).ifPresent(into -> salvage(damaged, into));
    }

    @CanIgnoreReturnValue
    Job<List<String>> salvage(Path damaged, Path into) {
        Job<List<String>> job =
                Safekeeping.salvage(workplace, damaged, into, look.text("salvage.job", damaged.getFileName()));
        var unused = job.result()
                .thenComposeAsync(
                        sentences -> doors.open()
                                .apply(into)
                                .thenAcceptAsync(
                                        session -> new TextSheet(look.text("salvage.title"), sentences).show(stage),
                                        workplace.fx()),
                        workplace.fx());
        return job;
    }

    private CompletableFuture<StudySession> openAndSay(Path study, Notice notice) {
        return doors.open()
                .apply(study)
                .thenApplyAsync(
                        session -> {
                            doors.say().accept(notice);
                            return session;
                        },
                        workplace.fx());
    }
}
