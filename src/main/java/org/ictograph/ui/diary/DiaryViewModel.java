package org.ictograph.ui.diary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.measure.Diary;
import org.ictograph.measure.DiaryQuestion;
import org.ictograph.measure.ObservedCage;
import org.ictograph.model.Label;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.report.DiaryFigure;
import org.ictograph.report.DiaryFiles;
import org.ictograph.report.Words;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Spot;
import org.ictograph.session.LedgerLine;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a study and its animals: whose marks they show, of which animal and label, and what lies behind a spot. The
 * study is read and counted by jobs. FX thread.
 */
public final class DiaryViewModel {
    /** The size of a figure in a file, in units of a screen pixel. */
    static final double FILE_WIDTH = 900;

    static final double FILE_HEIGHT = 480;

    private final StudySession session;
    private final Words words;
    private final Supplier<LightSchedule> lights;
    private final ObjectProperty<DiaryFigure> figure = new SimpleObjectProperty<>(DiaryFigure.RASTER);
    private final ObjectProperty<Optional<Rater>> source;
    private final ObjectProperty<Optional<String>> animal = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<String> label = new SimpleObjectProperty<>(Protocol.SEIZURE);
    private final ObjectProperty<Optional<String>> dose = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Optional<Rater>> sources = FXCollections.observableArrayList();
    private final ObservableList<Optional<String>> animals = FXCollections.observableArrayList();
    private final ObservableList<String> labels = FXCollections.observableArrayList();
    private final ObservableList<Optional<String>> doses = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Diary>> diary = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private List<ObservedCage> cages = List.of();
    private @Nullable Job<?> running;
    private boolean watched;
    private boolean offering;
    private boolean told = true;
    /** False until it is settled whose marks are shown at first. */
    private boolean introduced;

    private Set<UUID> followed = Set.of();
    private int next;

    /**
     * @param words the language that figures speak
     * @param lights when it is light in the animal room
     */
    public DiaryViewModel(StudySession session, Words words, Supplier<LightSchedule> lights) {
        this.session = session;
        this.words = words;
        this.lights = lights;
        this.source =
                new SimpleObjectProperty<>(Optional.of(session.state().rater().get()));
        source.addListener((property, before, now) -> read());
        animal.addListener((property, before, now) -> count());
        label.addListener((property, before, now) -> count());
        dose.addListener((property, before, now) -> count());
        session.state().rater().addListener((property, before, now) -> {
            introduced = false;
            begin();
        });
        session.state().sighted().addListener((property, before, now) -> begin());
    }

    public ObjectProperty<DiaryFigure> figure() {
        return figure;
    }

    /** Whose marks and reviewed time are shown; empty for what counts under the study's rule. */
    public ObjectProperty<Optional<Rater>> source() {
        return source;
    }

    /** The animal that is shown; all together when empty. */
    public ObjectProperty<Optional<String>> animal() {
        return animal;
    }

    public ObjectProperty<String> label() {
        return label;
    }

    /** The label that stands for a dose. */
    public ObjectProperty<Optional<String>> dose() {
        return dose;
    }

    /** Who can be a source: a rater who works blind sees only their own marks. */
    public ObservableList<Optional<Rater>> sources() {
        return sources;
    }

    public ObservableList<Optional<String>> animals() {
        return animals;
    }

    public ObservableList<String> labels() {
        return labels;
    }

    public ObservableList<Optional<String>> doses() {
        return doses;
    }

    /** What was counted; empty until it is known. */
    public ReadOnlyObjectProperty<Optional<Diary>> diary() {
        return diary.getReadOnlyProperty();
    }

    /** Why nothing is shown, empty while there is no trouble. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Says whether somebody looks: only then is the study read, and each time anew. */
    public void watch(boolean looking) {
        watched = looking;
        if (looking) {
            begin();
        } else {
            callOff();
        }
    }

    /** Shows whoever works at first; where they have looked at nothing, the one who has looked most. */
    private void begin() {
        offering = true;
        Rater self = session.state().rater().get();
        if (!introduced) {
            source.set(Optional.of(self));
        }
        offer();
        if (!watched) {
            return;
        }
        if (introduced || !session.state().sighted().get()) {
            read();
            return;
        }
        introduced = true;
        callOff();
        running = null;
        told = false;
        // Where it cannot be read, reading the marks tells why.
        var unused = session.coverageLedger()
                .exceptionally(failure -> List.of())
                .thenAccept(lines -> {
                    Map<Rater, Long> looked = lines.stream()
                            .collect(Collectors.groupingBy(
                                    LedgerLine::rater,
                                    Collectors.summingLong(line -> line.time().looked())));
                    Optional<Rater> most = looked.entrySet().stream()
                            .filter(one -> one.getValue() > 0)
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .filter(one -> looked.getOrDefault(self, 0L) == 0
                                    && source.get().equals(Optional.of(self)));
                    if (most.isPresent()) {
                        source.set(most);
                    } else {
                        read();
                    }
                });
    }

    /** True when nothing is being read or counted. */
    boolean settled() {
        return told;
    }

    private void offer() {
        offering = true;
        List<Optional<Rater>> who = new ArrayList<>();
        if (session.state().sighted().get()) {
            who.add(Optional.empty());
            session.state().study().get().raters().forEach(rater -> who.add(Optional.of(rater)));
        } else {
            who.add(Optional.of(session.state().rater().get()));
        }
        set(sources, who);
        if (!who.contains(source.get())) {
            source.set(Optional.of(session.state().rater().get()));
        }
        List<String> names = session.state().study().get().protocol().labels().stream()
                .map(Label::name)
                .toList();
        set(labels, names);
        if (!names.isEmpty() && !names.contains(label.get())) {
            label.set(names.get(0));
        }
        List<Optional<String>> given = new ArrayList<>();
        given.add(Optional.empty());
        names.forEach(name -> given.add(Optional.of(name)));
        set(doses, given);
        offering = false;
    }

    private static <T> void set(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private void callOff() {
        if (running != null) {
            running.cancel();
        }
    }

    private void read() {
        if (!watched || offering) {
            return;
        }
        callOff();
        Job<List<ObservedCage>> job = session.charting().observe(source.get());
        running = job;
        follow(job, read -> {
            cages = read;
            List<Optional<String>> all = new ArrayList<>();
            all.add(Optional.empty());
            read.stream().map(ObservedCage::animal).distinct().sorted().forEach(name -> all.add(Optional.of(name)));
            set(animals, all);
            if (!all.contains(animal.get())) {
                animal.set(Optional.empty());
            } else {
                count();
            }
        });
    }

    private void count() {
        if (!watched || offering) {
            return;
        }
        callOff();
        DiaryQuestion question =
                session.charting().question(label.get(), lights.get()).about(animal.get(), dose.get());
        Job<Diary> job = session.charting().diary(cages, question);
        running = job;
        follow(job, made -> diary.set(Optional.of(made)));
    }

    private <T> void follow(Job<T> job, java.util.function.Consumer<T> then) {
        told = false;
        var unused = job.result()
                .whenCompleteAsync(
                        (made, failure) -> {
                            if (!job.equals(running)) {
                                return;
                            }
                            if (failure == null) {
                                trouble.set("");
                                then.accept(made);
                            } else if (!Sentence.calledOff(failure)) {
                                diary.set(Optional.empty());
                                trouble.set(Sentence.of(failure));
                            }
                            told |= job.equals(running);
                        },
                        session.workplace().fx());
    }

    /** The figure in this size; empty while nothing was reviewed. */
    public Optional<Drawing> drawing(double width, double height) {
        return diary.get()
                .filter(made -> made.reviewed() > 0)
                .map(made -> figure.get().draw(made, words, width, height));
    }

    /** Where a spot leads: to its first event, and to the next each time it is followed again. */
    public Optional<Mark> follow(Spot spot) {
        List<Mark> marks = diary.get().stream()
                .flatMap(made -> made.marks(spot.marks()).stream())
                .toList();
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        next = spot.marks().equals(followed) ? (next + 1) % marks.size() : 0;
        followed = spot.marks();
        return Optional.of(marks.get(next));
    }

    /**
     * Starts writing the figure as SVG, or every number as CSV, as the file's ending says.
     *
     * @return when it is written; empty while there is nothing to write, or when the ending asks for a picture
     */
    public Optional<CompletableFuture<Path>> write(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        Optional<String> content = name.endsWith(".csv")
                ? diary.get().map(DiaryFiles::csv)
                : name.endsWith(".png")
                        ? Optional.empty()
                        : drawing(FILE_WIDTH, FILE_HEIGHT).map(DiaryFiles::svg);
        return content.map(text -> session.charting().write(text, file).result());
    }
}
