package org.ictograph.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.Viewer;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Takes foreign label files in and gives them out. Called on the FX thread. */
public final class Interchange {
    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Safekeeping safekeeping;

    Interchange(Workplace workplace, StudyState state, StoreLane store, Edits edits, Safekeeping safekeeping) {
        this.safekeeping = safekeeping;
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
    }

    /**
     * Starts taking a file in as the marks of one rater, who is added when new; all marks come with one edit.
     *
     * @param dryRun true to learn what would be lost without changing anything
     * @return the job; its result is what was kept and what was lost
     */
    public Job<LossReport> take(LabelFormat format, Path file, String raterName, boolean dryRun) {
        Study study = state.study().get();
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            Optional<Rater> known = study.raterNamed(raterName);
            Rater rater = known.orElseGet(() -> new Rater(UUID.randomUUID(), raterName));
            ImportedMarks read = format.read(study, rater, file);
            List<Change> changes = new ArrayList<>();
            if (known.isEmpty()) {
                changes.add(new Change.Added(rater));
            }
            read.marks().forEach(mark -> changes.add(new Change.Added(mark)));
            if (!dryRun && !read.marks().isEmpty()) {
                var unusedSnapshot = safekeeping.keep(Snapshot.Reason.IMPORT).join();
                var unused = workplace
                        .onFx(() -> edits.make(new Edit(Verb.IMPORT_MARKS, changes)))
                        .join();
            }
            return read.losses();
        });
    }

    /**
     * Starts giving out the marks of all recordings that are wanted and that the viewer may see.
     *
     * @return the job; its result is what was kept and what was lost
     */
    public Job<LossReport> give(LabelFormat format, Path file, Predicate<Mark> wanted) {
        Study study = state.study().get();
        Viewer viewer = state.viewer();
        return workplace
                .jobs()
                .start(
                        String.valueOf(file.getFileName()),
                        progress -> give(study, viewer, format, file, wanted, progress));
    }

    private LossReport give(
            Study study, Viewer viewer, LabelFormat format, Path file, Predicate<Mark> wanted, Progress progress)
            throws ExchangeException {
        List<Mark> marks = new ArrayList<>();
        for (Recording recording : study.recordings()) {
            progress.check();
            CompletableFuture<List<Mark>> asked = store.ask(open -> open.marks(viewer, recording.id()));
            asked.join().stream().filter(wanted).forEach(marks::add);
        }
        return format.write(study, marks, file);
    }
}
