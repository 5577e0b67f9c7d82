package org.ictograph.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ictograph.exchange.Destination;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.Fitting;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.ImportedProposals;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.TableFormat;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Certainty;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Proposal;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.model.Visibility;
import org.ictograph.store.Viewer;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes foreign label files in and gives them out. Called on the FX thread. */
public final class Interchange {
    private static final Logger LOG = LoggerFactory.getLogger(Interchange.class);
    private static final UUID NOBODY = new UUID(0, 0);

    private final Workplace workplace;
    private final StudyState state;
    private final Recordings recordings;
    private final StoreLane store;
    private final Edits edits;
    private final Safekeeping safekeeping;

    Interchange(
            Workplace workplace,
            StudyState state,
            Recordings recordings,
            StoreLane store,
            Edits edits,
            Safekeeping safekeeping) {
        this.recordings = recordings;
        this.safekeeping = safekeeping;
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
    }

    /** Starts reading a file by itself, without fitting it to the study. */
    public Job<ForeignLabels> look(LabelFormat format, Path file) {
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> format.read(file));
    }

    /** Starts finding the names of the columns of a table. */
    public Job<List<String>> columns(TableFormat format, Path file) {
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> format.columnsOf(file));
    }

    /** Starts finding the formats that a file can be read in, the likeliest first. */
    public Job<List<LabelFormat>> formatsOf(Path file) {
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            List<LabelFormat> fit = new ArrayList<>();
            for (LabelFormat format : workplace.formats()) {
                progress.check();
                try {
                    if (!format.read(file).marks().isEmpty()) {
                        fit.add(format);
                    }
                } catch (ExchangeException another) {
                    LOG.debug("{} is no {}: {}", file, format.id(), another.getMessage());
                }
            }
            return List.copyOf(fit);
        });
    }

    /**
     * Starts taking a file in as the marks of one rater, who is added when new; all marks come with one edit. What the rater
     * has marked already in the same way is not taken twice, and neither is an event that the consensus holds, whoever it is
     * from.
     *
     * @param translation what the names in the file are called here
     * @param dryRun true to learn what would be lost without changing anything
     * @return the job; its result is what was kept and what was lost
     */
    public Job<LossReport> take(
            LabelFormat format, Path file, String raterName, Translation translation, boolean dryRun) {
        Study study = state.study().get();
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            if (format.predicts()) {
                throw new SessionException(
                        "“" + file.getFileName()
                                + "” holds what a model says; that comes in as its proposals and never as the marks of a rater.");
            }
            Optional<Rater> known = study.raterNamed(raterName);
            Rater rater = known.orElseGet(() -> new Rater(UUID.randomUUID(), raterName));
            Destination to = new Destination(study, rater, translation, new FilmClock(recordings, progress));
            ImportedMarks read = Fitting.fit(format.read(file), to);
            progress.check();
            List<Mark> fresh = unknown(read.marks(), study);
            List<Change> changes = new ArrayList<>();
            if (known.isEmpty()) {
                changes.add(new Change.Added(rater));
            }
            fresh.forEach(mark -> changes.add(new Change.Added(mark)));
            if (!dryRun && !fresh.isEmpty()) {
                var unusedSnapshot = safekeeping.keep(Snapshot.Reason.IMPORT).join();
                var unused = workplace
                        .onFx(() -> edits.make(new Edit(Verb.IMPORT_MARKS, changes)))
                        .join();
            }
            return read.losses().known(read.marks().size() - fresh.size());
        });
    }

    /**
     * Starts taking a file in as proposals of a model outside this program, with one edit; what the model is known to have
     * said of a recording is not taken twice.
     *
     * @param model its name, which no model of this program has
     * @param translation what the names in the file are called here
     * @param dryRun true to learn what would be lost without changing anything
     * @return the job; its result is what was kept and what was lost
     */
    public Job<LossReport> propose(
            LabelFormat format, Path file, String model, Translation translation, boolean dryRun) {
        Study study = state.study().get();
        Rater rater = state.rater().get();
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            if (workplace.localizers().byModel(model).isPresent()) {
                throw new SessionException(
                        "“" + model + "” is a model of this program; give what comes from outside a name of its own.");
            }
            Destination to = new Destination(study, rater, translation, new FilmClock(recordings, progress));
            ImportedProposals read = Fitting.propose(format.read(file), to, model);
            progress.check();
            List<Proposal> fresh = unsaid(read, model);
            List<Change> changes = new ArrayList<>();
            read.runs().stream()
                    .filter(run -> fresh.stream().anyMatch(one -> one.runId().equals(run.id())))
                    .forEach(run -> changes.add(new Change.Added(run)));
            fresh.forEach(one -> changes.add(new Change.Added(one)));
            if (!dryRun && !fresh.isEmpty()) {
                var unusedSnapshot = safekeeping.keep(Snapshot.Reason.IMPORT).join();
                var unused = workplace
                        .onFx(() -> edits.make(new Edit(Verb.PROPOSE, changes)))
                        .join();
            }
            return read.losses().known(read.proposals().size() - fresh.size(), "proposals");
        });
    }

    /** Those that the model has not made yet, whoever may see them. */
    private List<Proposal> unsaid(ImportedProposals read, String model) {
        Set<Proposal> there = new HashSet<>();
        for (Run run : read.runs()) {
            CompletableFuture<List<Run>> runs = store.ask(open -> open.runs(Viewer.PROGRAM, run.recordingId()));
            Set<UUID> own = runs.join().stream()
                    .filter(each -> each.model().equals(model))
                    .map(Run::id)
                    .collect(Collectors.toSet());
            CompletableFuture<List<Proposal>> said =
                    store.ask(open -> open.proposals(Viewer.PROGRAM, run.recordingId()));
            said.join().stream().filter(each -> own.contains(each.runId())).forEach(each -> there.add(nameless(each)));
        }
        return read.proposals().stream()
                .filter(each -> !there.contains(nameless(each)))
                .toList();
    }

    /** What a proposal says, whichever it is. */
    private static Proposal nameless(Proposal one) {
        return new Proposal(NOBODY, NOBODY, one.recordingId(), one.cageId(), one.label(), one.span(), one.score());
    }

    /**
     * Those that are not there yet with the same rater, cage, label and time, also where the rater who works is blind to what
     * is there.
     */
    private List<Mark> unknown(List<Mark> marks, Study study) {
        Set<Mark> there = new HashSet<>();
        for (Recording recording : study.recordings()) {
            CompletableFuture<List<Mark>> asked = store.ask(open -> open.marks(Viewer.PROGRAM, recording.id()));
            asked.join().forEach(mark -> there.add(statement(mark)));
        }
        return marks.stream().filter(mark -> !there.contains(statement(mark))).toList();
    }

    /**
     * What a mark says, whichever it is and wherever it came from. Raters may say the same, but the consensus is one: two
     * marks of it with one label and time are one event, whoever adjudicated it and whatever else they say of it.
     */
    private static Mark statement(Mark mark) {
        if (mark.layer() == Layer.RATING) {
            return mark.copiedAs(NOBODY).withOrigin(Origin.BY_HAND);
        }
        return new Mark(
                NOBODY,
                mark.recordingId(),
                mark.cageId(),
                NOBODY,
                Layer.CONSENSUS,
                mark.label(),
                mark.span(),
                "",
                Certainty.CERTAIN,
                Visibility.FULL,
                "",
                Origin.BY_HAND);
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
        int outdated = 0;
        for (Recording recording : study.recordings()) {
            progress.check();
            CompletableFuture<Labels> asked = store.ask(open -> Labels.empty(recording.id())
                    .with(open.marks(viewer, recording.id()), open.settlements(viewer, recording.id())));
            Labels labels = asked.join();
            outdated += Outdated.among(labels).size();
            Outdated.without(labels).marks().stream().filter(wanted).forEach(marks::add);
        }
        if (outdated > 0) {
            int left = outdated;
            workplace.fx().execute(() -> state.say(Notice.done("agreement.outdated", left)));
        }
        return format.write(study, marks, new FilmClock(recordings, progress), file);
    }
}
