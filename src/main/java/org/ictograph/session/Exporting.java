package org.ictograph.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.dataset.CagePose;
import org.ictograph.dataset.CageSpan;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.Estimate;
import org.ictograph.dataset.Evidence;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.ExportOutcome;
import org.ictograph.dataset.ExportRequest;
import org.ictograph.dataset.ExportSource;
import org.ictograph.dataset.Finding;
import org.ictograph.dataset.FrozenSplit;
import org.ictograph.dataset.MotionMeter;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.ProfileShelf;
import org.ictograph.dataset.SampledClip;
import org.ictograph.dataset.TrackMotion;
import org.ictograph.dataset.Unfinished;
import org.ictograph.model.Decision;
import org.ictograph.model.Edit;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Turns the consensus into a data set: dry run, export, check. Called on the FX thread; the work is done by jobs. */
public final class Exporting {
    /** Share of reading what is known of recordings in a dry run; the rest is counting. */
    private static final double READ = 0.2;

    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Recordings recordings;
    private final Posing posing;

    Exporting(
            Workplace workplace, StudyState state, StoreLane store, Edits edits, Recordings recordings, Posing posing) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
        this.recordings = recordings;
        this.posing = posing;
    }

    /** What is known of a recording before a rule says what counts. */
    private record Known(Recording recording, Reel reel, Labels labels, Map<UUID, CagePose> poses) {}

    /** Starts the dry run under the study's rule: what would be written, and what is left out and why. */
    public Job<DatasetPlan> plan(ExportOrder order) {
        Study study = state.whole();
        InclusionRule rule = study.protocol().plan().inclusion();
        return workplace
                .jobs()
                .start(
                        order.profile().title(),
                        progress -> plans(study, order, List.of(rule), progress).get(0));
    }

    /** Starts looking which profiles there are: those that are built in and those of the lab. */
    public Job<ProfileShelf> profiles() {
        Datasets datasets = workplace.datasets();
        return workplace.jobs().start("profiles", progress -> datasets.profiles());
    }

    /** Starts reading the split of an earlier data set, or of its file, to be carried on. */
    public Job<FrozenSplit> split(Path kept) {
        Datasets datasets = workplace.datasets();
        return workplace.jobs().start(String.valueOf(kept.getFileName()), progress -> datasets.split(kept));
    }

    /** Starts the dry run under each of some rules, in their order, as if each were the study's. */
    public Job<List<DatasetPlan>> plans(ExportOrder order, List<InclusionRule> rules) {
        Study study = state.whole();
        return workplace.jobs().start(order.profile().title(), progress -> plans(study, order, rules, progress));
    }

    private List<DatasetPlan> plans(Study study, ExportOrder order, List<InclusionRule> rules, Progress progress)
            throws Exception {
        String head = store.await(StudyStore::headOfWork).hash();
        List<Known> known = new ArrayList<>();
        List<Recording> told = told(study);
        int count = told.size();
        for (Recording recording : told) {
            double done = READ * known.size() / count;
            progress.check();
            known.add(known(recording, order.profile(), progress.part(done, done + READ / count)));
        }
        List<ExportRequest> requests = new ArrayList<>();
        for (InclusionRule rule : rules) {
            progress.check();
            Study under =
                    study.with(study.protocol().withPlan(study.protocol().plan().withInclusion(rule)));
            List<ExportSource> sources = known.stream()
                    .map(one -> source(under, one, order.profile()))
                    .toList();
            requests.add(new ExportRequest(under, sources, order, head));
        }
        return workplace.datasets().plans(requests, progress.part(READ, 1));
    }

    /** The recordings that nobody rates blind at the moment; says so when there are others. */
    private List<Recording> told(Study study) {
        Secrecy secrecy = state.secrecy();
        List<Recording> told = study.recordings().stream()
                .filter(recording -> secrecy.open(recording.id()))
                .toList();
        int left = study.recordings().size() - told.size();
        if (left > 0) {
            workplace.fx().execute(() -> state.say(Notice.done("duty.export", left)));
        }
        return told;
    }

    private Known known(Recording recording, Profile profile, Progress progress) throws Exception {
        progress.report(0, recording.name());
        Reel reel = recordings.present(recording, progress);
        return new Known(
                recording,
                reel,
                store.ask(open -> Outdated.without(Labels.read(open, Viewer.PROGRAM, recording.id())))
                        .join(),
                profile.joints() == null ? Map.of() : poses(recording, reel, progress));
    }

    /** Key points count the frames of all files, so none of these may be missing. */
    private Map<UUID, CagePose> poses(Recording recording, Reel reel, Progress progress) throws Exception {
        List<PoseTrack> attached = posing.attached().join().stream()
                .filter(pose -> pose.recordingId().equals(recording.id()))
                .toList();
        if (!attached.isEmpty() && reel.index().frames() != recording.frames()) {
            throw new SessionException("A file of recording " + recording.name()
                    + " is missing, so nobody can tell which frames its key points belong to; relink it, or detach the"
                    + " key points.");
        }
        Map<UUID, CagePose> poses = new HashMap<>();
        posing.read(attached, progress)
                .forEach((track, points) -> poses.put(track.cageId(), new CagePose(track, points)));
        return poses;
    }

    private static ExportSource source(Study study, Known known, Profile profile) {
        Labels labels = known.labels();
        Inclusion inclusion =
                Inclusion.of(study, labels, study.protocol().plan().inclusion());
        boolean units = profile.sampling() == Profile.Sampling.AROUND_UNITS;
        List<CageSpan> disputed = inclusion.disputed().stream()
                .filter(finding -> finding.label().equals(Protocol.SEIZURE) != units)
                .map(finding -> new CageSpan(finding.cageId(), finding.span()))
                .toList();
        Evidence evidence = new Evidence(
                Stream.concat(labels.marks().stream(), inclusion.marks().stream())
                        .toList(),
                labels.coverage(),
                labels.settlements(),
                disputed,
                rejected(labels));
        return new ExportSource(known.recording(), known.reel(), evidence, motion(labels), known.poses());
    }

    /** What a model proposed, a rater rejected and nobody took. */
    private static List<CageSpan> rejected(Labels labels) {
        Map<UUID, Set<Decision.Verdict>> verdicts = labels.decisions().stream()
                .collect(Collectors.groupingBy(
                        Decision::proposalId, Collectors.mapping(Decision::verdict, Collectors.toSet())));
        return labels.proposals().stream()
                .filter(proposal -> Set.of(Decision.Verdict.REJECTED).equals(verdicts.get(proposal.id())))
                .map(proposal -> new CageSpan(proposal.cageId(), proposal.span()))
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
        return write(plan, folder, Optional.empty());
    }

    /**
     * The same, with the feature sequence of each clip.
     *
     * @param model whose encoder measures them
     */
    public Job<ExportOutcome> write(DatasetPlan plan, Path folder, Optional<String> model) {
        return workplace.jobs().start(plan.profile().title(), progress -> {
            ExportOutcome written = model.isPresent()
                    ? ClipFeatures.write(workplace, model.get(), plan, folder, progress)
                    : workplace.datasets().write(plan, folder, progress);
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

    /** Starts telling how large a planned data set becomes and how long writing it takes, from a few clips of it. */
    public Job<Optional<Estimate>> estimate(DatasetPlan plan) {
        Datasets datasets = workplace.datasets();
        return workplace.jobs().start(plan.profile().title(), progress -> datasets.estimate(plan, progress));
    }

    /** Starts drawing clips of a data set by chance, with a picture of each. */
    public Job<List<ContactPrint>> sheet(Path folder, int count, long seed) {
        Datasets datasets = workplace.datasets();
        ClipPictures pictures = new ClipPictures(workplace.videos());
        return workplace
                .jobs()
                .start(
                        String.valueOf(folder.getFileName()),
                        progress -> pictures.prints(datasets.sample(folder, count, seed), progress));
    }

    /** Starts reading a clip as a short film of {@link Loops#RATE} pictures a second. */
    public Job<List<Picture>> film(SampledClip clip) {
        ClipPictures pictures = new ClipPictures(workplace.videos());
        return workplace
                .jobs()
                .start(String.valueOf(clip.file().getFileName()), progress -> pictures.film(clip, progress));
    }

    /** Starts looking for what an export to this folder that was cut off has left to be gone on with. */
    public Job<Optional<Unfinished>> unfinished(Path folder) {
        Datasets datasets = workplace.datasets();
        return workplace.jobs().start(String.valueOf(folder.getFileName()), progress -> datasets.unfinished(folder));
    }

    /** Starts deleting that. */
    public Job<Path> discard(Path folder) {
        Datasets datasets = workplace.datasets();
        return workplace.jobs().start(String.valueOf(folder.getFileName()), progress -> {
            datasets.discard(folder);
            return folder;
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
