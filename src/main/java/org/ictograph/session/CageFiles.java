package org.ictograph.session;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.ictograph.exchange.BoxFitting;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.Destination;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.ImportedBoxes;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.work.Job;

/** Takes the boxes of cages from files of tools for pictures, and gives them out. Called on the FX thread. */
public final class CageFiles {
    private final Workplace workplace;
    private final StudyState state;
    private final Edits edits;

    CageFiles(Workplace workplace, StudyState state, Edits edits) {
        this.workplace = workplace;
        this.state = state;
        this.edits = edits;
    }

    /**
     * Starts taking boxes in as cages, with one edit; cages that are there stay as they are.
     *
     * @param translation what the names of videos in the file are called here
     * @param dryRun true to learn what would be lost without changing anything
     * @return the job; its result is what was kept and what was lost
     */
    public Job<LossReport> take(BoxFormat format, Path file, Translation translation, boolean dryRun) {
        Study study = state.study().get();
        Rater rater = state.rater().get();
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            Destination to = new Destination(study, rater, translation, FrameClock.NONE);
            ImportedBoxes read = BoxFitting.fit(format.read(file), to);
            progress.check();
            List<Change> changes = read.changes();
            if (!dryRun && !changes.isEmpty()) {
                var unused = workplace
                        .onFx(() -> edits.make(new Edit(Verb.DRAW_CAGES, changes)))
                        .join();
            }
            return read.losses();
        });
    }

    /**
     * Starts giving out the cages of the recordings that are wanted.
     *
     * @return the job; its result is what was kept and what was lost
     */
    public Job<LossReport> give(BoxFormat format, Path file, Predicate<Recording> wanted) {
        Study study = state.study().get();
        List<Recording> recordings = study.recordings().stream().filter(wanted).toList();
        return workplace
                .jobs()
                .start(String.valueOf(file.getFileName()), progress -> format.write(study, recordings, file));
    }
}
