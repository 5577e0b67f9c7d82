package org.ictograph.ui.export;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.Estimate;
import org.ictograph.dataset.ExportCourse;
import org.ictograph.dataset.ExportOutcome;
import org.ictograph.dataset.Finding;
import org.ictograph.dataset.FrozenSplit;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.Unfinished;
import org.ictograph.localizer.Localizer;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Role;
import org.ictograph.session.Notice;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a data set is made, shows what would be written before anything is, and writes it. The dry run follows
 * every change by itself; of several only the newest counts. FX thread.
 */
public final class ExportViewModel {
    /** The outcome of checking a data set: nothing found means that it is sound. */
    public record Check(Path folder, List<Finding> findings) {
        public Check {
            findings = List.copyOf(findings);
        }
    }

    private final StudySession session;
    private final Executor fx;
    private final ObjectProperty<ExportChoice> choice = new SimpleObjectProperty<>(ExportChoice.of(Profiles.RODEPIL));
    private final ObservableList<Profile> profiles = FXCollections.observableArrayList(Profiles.all());
    private final ReadOnlyObjectWrapper<String> flaw = new ReadOnlyObjectWrapper<>("");
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<DatasetPlan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<RulePreview> rules = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ExportOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Check>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Unfinished>> unfinished =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ExportReceipt> receipts = FXCollections.observableArrayList();
    private final EstimateViewModel estimating;
    private @Nullable Job<List<DatasetPlan>> planning;
    private @Nullable Job<ExportOutcome> job;
    private ExportCourse course = new ExportCourse(List.of());

    public ExportViewModel(StudySession session) {
        this.session = session;
        this.fx = session.workplace().fx();
        this.estimating = new EstimateViewModel(session);
        plan.addListener((property, before, now) -> now.ifPresentOrElse(estimating::about, estimating::stop));
        folder.addListener((property, before, now) -> lookForUnfinished());
        folder.set(suggested());
        choice.addListener((property, before, now) -> {
            if (!before.base().equals(now.base())) {
                folder.set(suggested());
            }
            dryRun();
        });
        session.state().study().addListener((property, before, now) -> {
            if (!before.protocol().equals(now.protocol())) {
                dryRun();
            }
        });
        refreshReceipts();
    }

    /** The profiles that are built in, and those of the lab once they are read. */
    public ObservableList<Profile> profiles() {
        return profiles;
    }

    /** A sentence about a file of the lab that is no profile, empty when all are. */
    public ReadOnlyObjectProperty<String> flaw() {
        return flaw.getReadOnlyProperty();
    }

    /** Starts looking for the lab's profiles again; the one that is chosen stays. */
    public void lookForProfiles() {
        then(session.exporting().profiles(), shelf -> {
            Profile chosen = choice.get().base();
            profiles.removeIf(profile -> !shelf.profiles().contains(profile) && !profile.equals(chosen));
            shelf.profiles().stream()
                    .filter(profile -> !profiles.contains(profile))
                    .forEach(profiles::add);
            flaw.set(shelf.troubles().isEmpty() ? "" : shelf.troubles().get(0));
        });
    }

    public ObjectProperty<ExportChoice> choice() {
        return choice;
    }

    /** Where the data set goes; must not exist yet. */
    public ObjectProperty<Path> folder() {
        return folder;
    }

    /** The dry run, empty while it is being made. */
    public ReadOnlyObjectProperty<Optional<DatasetPlan>> plan() {
        return plan.getReadOnlyProperty();
    }

    /** What the data set would hold under each rule that says which events count, empty while it is being made. */
    public ObservableList<RulePreview> rules() {
        return rules;
    }

    /** Makes a rule the study's, which is an edit; the dry run follows. */
    public void take(InclusionRule rule) {
        ReviewPlan now = session.adjudicating().plan();
        session.adjudicating().plan(now.withInclusion(rule));
    }

    /** Whether the rater who works may change the study's rule. */
    public boolean mayPlan() {
        return session.state()
                .study()
                .get()
                .roleOf(session.state().rater().get().id())
                .includes(Role.OWNER);
    }

    /** The data set that was written last. */
    public ReadOnlyObjectProperty<Optional<ExportOutcome>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** What checking a data set last found. */
    public ReadOnlyObjectProperty<Optional<Check>> check() {
        return check.getReadOnlyProperty();
    }

    /** A sentence why the last thing could not be done, empty when it could. */
    public ReadOnlyObjectProperty<String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** How large the data set becomes and how long writing it takes; empty while that is tried. */
    public ReadOnlyObjectProperty<Optional<Estimate>> estimate() {
        return estimating.estimate();
    }

    /** The export that is under way, or was last. */
    Optional<Job<ExportOutcome>> job() {
        return Optional.ofNullable(job);
    }

    /** What its progress is made of. */
    ExportCourse course() {
        return course;
    }

    /** Models whose encoder can measure clips. */
    List<String> encoders() {
        return session.proposing().localizers().stream()
                .filter(Localizer::sees)
                .map(Localizer::model)
                .toList();
    }

    public ReadOnlyBooleanProperty writing() {
        return writing.getReadOnlyProperty();
    }

    /** What an export to the chosen folder that was cut off or cancelled has left; writing goes on with it. */
    public ReadOnlyObjectProperty<Optional<Unfinished>> unfinished() {
        return unfinished.getReadOnlyProperty();
    }

    /** Starts deleting that. */
    @CanIgnoreReturnValue
    public Job<Path> discard() {
        trouble.set("");
        Job<Path> job = session.exporting().discard(folder.get());
        then(job, gone -> lookForUnfinished());
        return job;
    }

    private void lookForUnfinished() {
        Path wanted = folder.get();
        unfinished.set(Optional.empty());
        then(session.exporting().unfinished(wanted), found -> {
            if (wanted.equals(folder.get())) {
                unfinished.set(found);
            }
        });
    }

    /** Earlier exports of this study, newest first. */
    public ObservableList<ExportReceipt> receipts() {
        return receipts;
    }

    /** Why the plan on screen cannot be written, when it cannot. */
    public Optional<String> obstacle() {
        return plan.get().flatMap(DatasetPlan::obstacle);
    }

    /** A folder beside the study that does not exist yet. */
    private Path suggested() {
        String study = String.valueOf(session.file().getFileName()).replaceFirst("\\.icto$", "");
        String name = study + "-" + choice.get().base().id();
        Path free = session.file().resolveSibling(name);
        for (int n = 2; Files.exists(free); n++) {
            free = session.file().resolveSibling(name + "-" + n);
        }
        return free;
    }

    /** Starts the dry run of what is chosen. */
    public void dryRun() {
        if (planning != null) {
            planning.cancel();
        }
        plan.set(Optional.empty());
        trouble.set("");
        InclusionRule now = session.adjudicating().plan().inclusion();
        List<InclusionRule> compared = Stream.concat(Stream.of(now), InclusionRule.offered().stream())
                .distinct()
                .sorted(Comparator.comparing(InclusionRule::kind)
                        .thenComparing(InclusionRule::likeness, Comparator.reverseOrder()))
                .toList();
        try {
            Job<List<DatasetPlan>> job = session.exporting().plans(choice.get().order(), compared);
            planning = job;
            then(job, made -> {
                if (job.equals(planning)) {
                    planning = null; // it holds on to the plans of all rules
                    List<RulePreview> previews = new ArrayList<>();
                    for (int i = 0; i < compared.size(); i++) {
                        InclusionRule rule = compared.get(i);
                        previews.add(RulePreview.of(rule, made.get(i), rule.equals(now)));
                    }
                    rules.setAll(previews);
                    plan.set(Optional.of(made.get(compared.indexOf(now))));
                }
            });
        } catch (DatasetException refused) {
            trouble.set(Sentence.of(refused));
        }
    }

    /**
     * Starts reading the split of an earlier data set, which then is carried on.
     *
     * @param from the data set, or its {@code split.json}
     */
    @CanIgnoreReturnValue
    public Job<FrozenSplit> keep(Path from) {
        trouble.set("");
        Job<FrozenSplit> job = session.exporting().split(from);
        then(job, read -> {
            ExportChoice now = choice.get();
            choice.set(now.withSplit(now.split().withKept(Optional.of(new SplitChoice.KeptSplit(from, read)))));
        });
        return job;
    }

    /** Starts writing the plan on screen; nothing happens while there is none or it has an obstacle. */
    @CanIgnoreReturnValue
    public Optional<Job<ExportOutcome>> export() {
        Optional<DatasetPlan> ready = plan.get().filter(made -> made.obstacle().isEmpty() && !writing.get());
        return ready.map(made -> {
            estimating.rest();
            trouble.set("");
            check.set(Optional.empty());
            Optional<String> encoder = Optional.of(choice.get().features()).filter(model -> !model.isEmpty());
            course = ExportCourse.of(made, encoder.isPresent());
            Job<ExportOutcome> started = session.exporting().write(made, folder.get(), encoder);
            job = started;
            writing.set(true);
            var unused = then(started, written -> {
                        if (!written.plan().equals(made)
                                && plan.get().filter(made::equals).isPresent()) {
                            plan.set(Optional.of(written.plan()));
                        }
                        outcome.set(Optional.of(written));
                        session.state().say(Notice.done("export.done", written.clips(), written.folder()));
                        folder.set(suggested());
                        refreshReceipts();
                    })
                    .whenComplete((written, failure) -> {
                        writing.set(false);
                        if (failure != null) {
                            lookForUnfinished();
                        }
                    });
            return started;
        });
    }

    /** Starts checking a data set again. */
    @CanIgnoreReturnValue
    public Job<List<Finding>> verify(Path dataset) {
        trouble.set("");
        Job<List<Finding>> job = session.exporting().verify(dataset);
        then(job, findings -> check.set(Optional.of(new Check(dataset, findings))));
        return job;
    }

    private void refreshReceipts() {
        var unused = session.exporting()
                .receipts()
                .thenAcceptAsync(
                        read -> {
                            List<ExportReceipt> newestFirst = new ArrayList<>(read);
                            java.util.Collections.reverse(newestFirst);
                            receipts.setAll(newestFirst);
                        },
                        fx);
    }

    /** Shows what a job brings; the stage returned completes once it is shown. */
    @CanIgnoreReturnValue
    private <T> CompletableFuture<T> then(Job<T> job, Consumer<T> taker) {
        return job.result()
                .whenCompleteAsync(
                        (result, failure) -> {
                            if (failure == null) {
                                taker.accept(result);
                            } else if (!(Sentence.cause(failure) instanceof CancellationException)) {
                                trouble.set(Sentence.of(failure));
                            }
                        },
                        fx);
    }
}
