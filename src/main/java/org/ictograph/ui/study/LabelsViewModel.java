package org.ictograph.ui.study;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.exchange.Alike;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.TableFormat;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Label;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/**
 * A foreign label file before it is taken in: in which format it is read, whose marks it holds, what its names mean here, and
 * what would be lost. Nothing is in the study before {@link #take}. FX thread.
 */
public final class LabelsViewModel {
    /** Stands before the number of a cage where a foreign animal is a cage of the study. */
    static final String CAGE = "cage ";

    private final StudySession session;
    private final Path file;
    private final ObservableList<LabelFormat> formats = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LabelFormat> format = new SimpleObjectProperty<>();
    private final StringProperty rater = new SimpleStringProperty();
    private final StringProperty outside = new SimpleStringProperty();
    private final BooleanProperty proposing = new SimpleBooleanProperty();
    private final ColumnsViewModel columns = new ColumnsViewModel();
    private final ObservableList<ForeignName> names = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<LossReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>("");
    private @Nullable Job<LossReport> trying;
    private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

    public LabelsViewModel(StudySession session, Path file) {
        this.session = session;
        this.file = file;
        this.rater.set(session.state().rater().get().name());
        this.outside.set(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", ""));
        format.addListener((property, before, now) -> choose(now));
        rater.addListener((property, before, now) -> tryOut());
        outside.addListener((property, before, now) -> tryOut());
        proposing.addListener((property, before, now) -> tryOut());
        columns.changed().addListener((property, before, now) -> read(format.get()));
    }

    /** Starts finding out how the file can be read. Completes when it is known what would be lost. */
    public CompletableFuture<Void> open() {
        return session.interchange()
                .formatsOf(file)
                .result()
                .handleAsync(this::offer, session.workplace().fx())
                .thenCompose(offered -> settled);
    }

    /** Completes when it is known what would be lost by what is chosen now. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    private @Nullable Void offer(@Nullable List<LabelFormat> fit, @Nullable Throwable failure) {
        if (fit == null || fit.isEmpty()) {
            formats.setAll(session.workplace().formats());
            trouble.set(failure == null ? "" : Sentence.of(failure));
        } else {
            formats.setAll(fit);
        }
        format.set(formats.get(0));
        return null;
    }

    public Path file() {
        return file;
    }

    /** The formats that the file can be read in or, when there is none, all. */
    public ObservableList<LabelFormat> formats() {
        return formats;
    }

    public ObjectProperty<@Nullable LabelFormat> format() {
        return format;
    }

    /** Whose marks they become; a new name becomes a new rater. */
    public StringProperty rater() {
        return rater;
    }

    /** True when the file becomes proposals of a model instead of marks; the only choice for what a model says. */
    public BooleanProperty proposing() {
        return proposing;
    }

    /** The name of the model outside the program whose proposals they become. */
    public StringProperty outside() {
        return outside;
    }

    /** What the columns are, where somebody has to say. */
    ColumnsViewModel columns() {
        return columns;
    }

    public List<String> raters() {
        return study().raters().stream().map(Rater::name).toList();
    }

    /** The names in the file. */
    public ObservableList<ForeignName> names() {
        return names;
    }

    /** What would be kept and lost now; empty while that is being found out. */
    public ReadOnlyObjectProperty<Optional<LossReport>> report() {
        return report.getReadOnlyProperty();
    }

    /** Why the file cannot be read, empty when it can. */
    public ReadOnlyObjectProperty<String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    private Study study() {
        return session.state().study().get();
    }

    private void choose(@Nullable LabelFormat chosen) {
        proposing.set(chosen != null && chosen.predicts());
        if (chosen instanceof TableFormat table) {
            settled = session.interchange()
                    .columns(table, file)
                    .result()
                    .handle(Columned::new)
                    .thenComposeAsync(
                            columned -> columned(table, columned),
                            session.workplace().fx());
        } else {
            columns.hide();
            read(chosen);
        }
    }

    /** What came of looking for columns: one of the two is there. */
    private record Columned(
            @Nullable List<String> columns, @Nullable Throwable failure) {}

    private CompletableFuture<Void> columned(TableFormat asked, Columned found) {
        if (!asked.equals(format.get())) {
            return CompletableFuture.completedFuture(null);
        }
        if (found.columns() != null) {
            columns.show(found.columns(), asked::guess);
        }
        return read(asked);
    }

    /** The format, told what the columns are. */
    private LabelFormat told(LabelFormat chosen) {
        return chosen instanceof TableFormat table ? table.with(columns.map()) : chosen;
    }

    @CanIgnoreReturnValue
    private CompletableFuture<Void> read(@Nullable LabelFormat chosen) {
        names.clear();
        report.set(Optional.empty());
        trouble.set("");
        if (chosen != null) {
            settled = session.interchange()
                    .look(told(chosen), file)
                    .result()
                    .handle(Looked::new)
                    .thenComposeAsync(
                            looked -> looked(chosen, looked),
                            session.workplace().fx());
        }
        return settled;
    }

    /** What came of reading the file: one of the two is there. */
    private record Looked(
            @Nullable ForeignLabels read, @Nullable Throwable failure) {}

    private CompletableFuture<Void> looked(LabelFormat asked, Looked looked) {
        if (asked.equals(format.get())) {
            if (looked.failure() != null) {
                trouble.set(Sentence.of(looked.failure()));
            } else if (looked.read() != null) {
                names.setAll(namesIn(looked.read()));
                names.forEach(name -> name.ours().addListener((property, before, now) -> tryOut()));
                return tryOut();
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private List<ForeignName> namesIn(ForeignLabels read) {
        Study study = study();
        List<String> labels = new ArrayList<>(List.of(""));
        study.protocol().labels().stream().map(Label::name).forEach(labels::add);
        List<String> animals = new ArrayList<>();
        study.subjects().stream().map(Subject::name).sorted().forEach(animals::add);
        study.cages().stream()
                .map(cage -> CAGE + cage.position())
                .distinct()
                .sorted()
                .forEach(animals::add);
        List<String> recordings =
                study.recordings().stream().map(Recording::name).toList();
        Map<ForeignName.Kind, Function<ForeignMark, String>> kinds = new EnumMap<>(ForeignName.Kind.class);
        kinds.put(ForeignName.Kind.LABEL, ForeignMark::label);
        kinds.put(ForeignName.Kind.RECORDING, mark -> mark.start().media());
        boolean caged =
                read.marks().stream().noneMatch(mark -> mark.whose().cage().isEmpty());
        if (!caged) {
            kinds.put(ForeignName.Kind.SUBJECT, mark -> mark.whose().subject());
        }
        List<ForeignName> found = new ArrayList<>();
        kinds.forEach((kind, name) -> {
            List<String> choices =
                    switch (kind) {
                        case LABEL -> labels;
                        case SUBJECT -> animals;
                        case RECORDING -> recordings;
                    };
            Map<String, Long> counts = new TreeMap<>();
            read.marks().forEach(mark -> counts.merge(name.apply(mark), 1L, Long::sum));
            counts.forEach((theirs, marks) -> found.add(new ForeignName(
                    kind, theirs, marks, choices, alike(kind, theirs, choices).orElse(""))));
        });
        // What needs an answer comes first.
        found.sort(Comparator.comparing(name -> !name.ours().get().isEmpty()));
        return found;
    }

    private Optional<String> alike(ForeignName.Kind kind, String theirs, List<String> choices) {
        return switch (kind) {
            case LABEL -> Alike.label(theirs, study().protocol().labels());
            case SUBJECT -> Alike.word(theirs, choices);
            case RECORDING -> Alike.file(theirs, choices);
        };
    }

    private Translation translation() {
        Map<ForeignName.Kind, Map<String, String>> kinds = new EnumMap<>(ForeignName.Kind.class);
        for (ForeignName.Kind kind : ForeignName.Kind.values()) {
            kinds.put(kind, new TreeMap<>());
        }
        for (ForeignName name : names) {
            if (name.kind() == ForeignName.Kind.LABEL || !name.ours().get().isEmpty()) {
                kinds.getOrDefault(name.kind(), new TreeMap<>())
                        .put(name.theirs(), name.ours().get());
            }
        }
        return new Translation(
                kinds.getOrDefault(ForeignName.Kind.LABEL, Map.of()),
                kinds.getOrDefault(ForeignName.Kind.SUBJECT, Map.of()),
                kinds.getOrDefault(ForeignName.Kind.RECORDING, Map.of()));
    }

    /** Finds out what would be lost; of several tries only the newest counts. */
    @CanIgnoreReturnValue
    private CompletableFuture<Void> tryOut() {
        LabelFormat chosen = format.get();
        if (trying != null) {
            trying.cancel();
        }
        if (chosen == null
                || names.isEmpty()
                || (proposing.get() ? outside : rater).get().isBlank()) {
            report.set(Optional.empty());
            return CompletableFuture.completedFuture(null);
        }
        Job<LossReport> job = start(chosen, true);
        trying = job;
        settled = job.result()
                .handleAsync(
                        (told, failure) -> tried(job, told, failure),
                        session.workplace().fx());
        return settled;
    }

    private @Nullable Void tried(Job<LossReport> job, @Nullable LossReport told, @Nullable Throwable failure) {
        if (job.equals(trying)) {
            report.set(Optional.ofNullable(told));
            trouble.set(
                    failure == null || Sentence.cause(failure) instanceof CancellationException
                            ? ""
                            : Sentence.of(failure));
        }
        return null;
    }

    /** Starts taking the marks or proposals in, with one edit. The future fails with a sentence. */
    public CompletableFuture<LossReport> take() {
        LabelFormat chosen = format.get();
        return chosen == null
                ? CompletableFuture.failedFuture(new IllegalStateException("No format is chosen."))
                : start(chosen, false).result();
    }

    private Job<LossReport> start(LabelFormat chosen, boolean dryRun) {
        return proposing.get()
                ? session.interchange()
                        .propose(told(chosen), file, outside.get().strip(), translation(), dryRun)
                : session.interchange().take(told(chosen), file, rater.get().strip(), translation(), dryRun);
    }
}
