package org.ictograph.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.dataset.CageSpan;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.Evidence;
import org.ictograph.dataset.ExportOutcome;
import org.ictograph.dataset.ExportRequest;
import org.ictograph.dataset.ExportSource;
import org.ictograph.dataset.Finding;
import org.ictograph.dataset.MotionMeter;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.TrackMotion;
import org.ictograph.model.Edit;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.video.Reel;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Turns the consensus into a data set: dry run, export, check. Called on the FX thread; the work is done by jobs. */
public final class Exporting {
    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Recordings recordings;

    Exporting(Workplace workplace, StudyState state, StoreLane store, Edits edits, Recordings recordings) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
        this.recordings = recordings;
    }

    /** Starts the dry run: what would be written, and what is left out and why. */
    public Job<DatasetPlan> plan(Profile profile) {
        Study study = state.study().get();
        return workplace.jobs().start(profile.title(), progress -> plan(study, profile, progress));
    }

    private DatasetPlan plan(Study study, Profile profile, Progress progress) throws Exception {
        String head = store.await(StudyStore::headOfWork).hash();
        List<ExportSource> sources = new ArrayList<>();
        int count = study.recordings().size();
        for (Recording recording : study.recordings()) {
            double done = (double) sources.size() / count;
            progress.check();
            sources.add(source(study, recording, profile, progress.part(done, done + 1.0 / count)));
        }
        return workplace.datasets().plan(new ExportRequest(study, sources, profile, head));
    }

    private ExportSource source(Study study, Recording recording, Profile profile, Progress progress) throws Exception {
        progress.report(0, recording.name());
        Reel reel = recordings.present(recording, progress);
        Labels labels = store.ask(open -> Labels.read(open, Viewer.PROGRAM, recording.id()))
                .join();
        Evidence evidence =
                new Evidence(labels.marks(), labels.coverage(), labels.settlements(), disputed(study, labels, profile));
        return new ExportSource(recording, reel, evidence, motion(labels));
    }

    /** Where raters disagree about what the profile is about, and nobody has settled it. */
    private static List<CageSpan> disputed(Study study, Labels labels, Profile profile) {
        boolean units = profile.sampling() == Profile.Sampling.AROUND_UNITS;
        return Agreeing.unsettled(study, labels).stream()
                .filter(finding -> finding.label().equals(Protocol.SEIZURE) != units)
                .map(finding -> new CageSpan(finding.cageId(), finding.span()))
                .toList();
    }

    private static MotionMeter motion(Labels labels) {
        List<ScoreTrack> motion = labels.tracks().stream()
                .filter(track -> track.label().equals(ScoreTrack.MOTION))
                .toList();
        return motion.isEmpty() ? MotionMeter.NOT_MEASURED : new TrackMotion(motion);
    }

    /** Starts writing a planned data set; when it is done the study has its receipt. */
    public Job<ExportOutcome> write(DatasetPlan plan, Path folder) {
        return workplace.jobs().start(plan.profile().title(), progress -> {
            ExportOutcome written = workplace.datasets().write(plan, folder, progress);
            ExportReceipt receipt = new ExportReceipt(
                    UUID.randomUUID(),
                    written.profile(),
                    written.folder().toString(),
                    written.manifestHash(),
                    written.clips());
            workplace.onFx(() -> edits.make(Edit.adding(Verb.EXPORT, receipt))).join();
            return written;
        });
    }

    /** Starts checking a data set; the job's result is what is wrong with it. */
    public Job<List<Finding>> verify(Path folder) {
        Datasets datasets = workplace.datasets();
        return workplace
                .jobs()
                .start(String.valueOf(folder.getFileName()), progress -> datasets.verify(folder, progress));
    }

    /** Exports made from this study, oldest first. */
    public CompletableFuture<List<ExportReceipt>> receipts() {
        return store.ask(open -> open.receipts());
    }
}
