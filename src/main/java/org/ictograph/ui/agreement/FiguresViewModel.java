package org.ictograph.ui.agreement;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.LabelConfusion;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.report.AgreementPaper.Everybody;
import org.ictograph.report.ConfusionGrid;
import org.ictograph.report.DifferencePlot;
import org.ictograph.report.DriftPlot;
import org.ictograph.report.EdgeHistogram;
import org.ictograph.report.LabelBars;
import org.ictograph.report.PairMatrix;
import org.ictograph.report.RaterRaster;
import org.ictograph.report.Words;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Spot;
import org.ictograph.session.Agreeing.Comparison;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/**
 * The figures over a comparison: which one is shown, what it draws, and what lies behind a spot of it. All raters
 * together are compared only when a figure asks for it, in a job that can be cancelled. Blind raters get no figure. FX
 * thread.
 */
public final class FiguresViewModel {
    /** Measures of a pair of raters, by the names of their figures; κ is never offered without its companions. */
    static final List<String> MEASURES = List.of("cohen_kappa", "positive_agreement", "prevalence", "f1");

    private static final long STEP = Span.SECOND / 4;

    private final StudySession session;
    private final AgreementViewModel model;
    private final Words words;
    private final ObjectProperty<FigureKind> kind = new SimpleObjectProperty<>(FigureKind.TABLE);
    private final ObjectProperty<String> measure = new SimpleObjectProperty<>(MEASURES.get(0));
    private final ReadOnlyObjectWrapper<Optional<Everybody>> everybody = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Job<Everybody> comparing;
    private boolean fresh;

    /** @param words the language that figures and reports speak */
    public FiguresViewModel(StudySession session, AgreementViewModel model, Words words) {
        this.session = session;
        this.words = words;
        this.model = model;
        model.comparison().addListener((property, before, now) -> {
            if (!before.map(Comparison::report).equals(now.map(Comparison::report))) {
                if (now.isEmpty()) {
                    everybody.set(Optional.empty());
                }
                forget();
                ask();
            }
        });
        kind.addListener((property, before, now) -> ask());
    }

    public ObjectProperty<FigureKind> kind() {
        return kind;
    }

    /** Name of the figure that the matrix of pairs shows. */
    public ObjectProperty<String> measure() {
        return measure;
    }

    /** All raters together; empty until a figure has asked for it and while a rater works blind. */
    public ReadOnlyObjectProperty<Optional<Everybody>> everybody() {
        return everybody.getReadOnlyProperty();
    }

    /** What is shown stays until it is computed anew. */
    private void forget() {
        if (comparing != null) {
            comparing.cancel();
            comparing = null;
        }
        fresh = false;
    }

    private void ask() {
        if (kind.get().ofEverybody()
                && model.sighted().get()
                && model.comparison().get().isPresent()) {
            var unused = together().exceptionally(failure -> {
                if (!(Sentence.cause(failure) instanceof CancellationException)) {
                    model.fail(failure);
                }
                return Optional.empty();
            });
        }
    }

    /** All raters together, computed when it is not known yet. */
    private CompletableFuture<Optional<Everybody>> together() {
        if (fresh && everybody.get().isPresent()) {
            return CompletableFuture.completedFuture(everybody.get());
        }
        Job<Everybody> job = comparing;
        if (job == null || job.result().isDone()) {
            job = session.agreeing()
                    .compareAll(
                            AgreementParameters.standard().withBin(model.bin().get()));
            comparing = job;
        }
        Job<Everybody> running = job;
        return running.result()
                .thenApplyAsync(
                        made -> {
                            if (running.equals(comparing) && model.sighted().get()) {
                                fresh = true;
                                everybody.set(Optional.of(made));
                            }
                            return everybody.get();
                        },
                        session.workplace().fx());
    }

    /** The label that figures of one label show: the chosen one, or the first that somebody marked. */
    Optional<LabelAgreement> label() {
        Optional<String> chosen = model.label().get();
        return model.labels().stream()
                .filter(label -> chosen.isEmpty() || chosen.get().equals(label.label()))
                .findFirst();
    }

    /** The figure in this size; empty for the table, and while there is nothing to draw. */
    public Optional<Drawing> drawing(double width, double height) {
        Optional<Comparison> made = model.comparison().get();
        return made.isEmpty() || !model.sighted().get() ? Optional.empty() : drawing(made.get(), width, height);
    }

    private Optional<Drawing> drawing(Comparison made, double width, double height) {
        return switch (kind.get()) {
            case TABLE -> Optional.empty();
            case LABELS -> Optional.of(LabelBars.draw(made.report(), words, width, height));
            case PAIRS ->
                everybody
                        .get()
                        .flatMap(all -> label().map(label -> PairMatrix.draw(
                                model.hides(all.cages()) ? veil().pairs(all.report()) : all.report(),
                                label.label(),
                                measure.get(),
                                words,
                                width,
                                height)));
            case CONFUSION -> Optional.of(confusion(made, width, height));
            case DURATIONS -> label().map(label -> DifferencePlot.draw(label, words, width, height));
            case ONSETS -> label().map(label -> EdgeHistogram.draw(label, true, STEP, words, width, height));
            case OFFSETS -> label().map(label -> EdgeHistogram.draw(label, false, STEP, words, width, height));
            case DRIFT ->
                label().flatMap(label -> made.report()
                        .detail(label.label())
                        .map(detail -> DriftPlot.draw(label, detail, made.cages(), words, width, height)));
            case RASTER ->
                everybody.get().flatMap(all -> label().map(label -> raster(all, label.label(), width, height)));
        };
    }

    private Veil veil() {
        return new Veil(session.state().study().get().id());
    }

    private Drawing raster(Everybody all, String label, double width, double height) {
        boolean hidden = model.hides(all.cages());
        List<CageRatings> cages = cages(all);
        return RaterRaster.draw(
                hidden
                        ? Veil.letters(all.report().raters().size())
                        : all.report().raters(),
                hidden ? cages.stream().map(veil()::cage).toList() : cages,
                label,
                words,
                width,
                height);
    }

    private Drawing confusion(Comparison made, double width, double height) {
        List<Label> labels = session.state().study().get().protocol().labels();
        List<LabelConfusion.Crossing> named = LabelConfusion.crossings(
                made.report().findings(), labels, made.report().parameters());
        boolean hidden = model.hidesPair();
        List<LabelConfusion.Crossing> crossings = hidden ? veil().crossings(named) : named;
        return ConfusionGrid.draw(
                hidden
                        ? LabelConfusion.of(crossings, labels)
                        : made.report().overall().confusion(),
                crossings,
                hidden ? "A" : made.a().name(),
                hidden ? "B" : made.b().name(),
                words,
                width,
                height);
    }

    /** The cages of the open recording, or of the first. */
    private List<CageRatings> cages(Everybody all) {
        Optional<UUID> open = session.state().recording().get().map(Recording::id);
        Optional<UUID> wanted =
                open.or(() -> all.cages().stream().map(CageRatings::recordingId).findFirst());
        return all.cages().stream()
                .filter(cage -> wanted.filter(cage.recordingId()::equals).isPresent())
                .toList();
    }

    /**
     * Follows a spot: a pair of raters becomes the pair that is compared, unless nobody may know who they are; of events, the list shows those behind it and
     * the first is selected.
     *
     * @return a mark to jump to where it is no event of the pair, such as a third rater's
     */
    public Optional<Mark> follow(Spot spot) {
        if (spot.raters().isPresent()) {
            if (everybody.get().filter(all -> model.hides(all.cages())).isPresent()) {
                return Optional.empty();
            }
            List<Rater> raters = model.raters();
            model.choose(
                    raters.get(spot.raters().get().first()),
                    raters.get(spot.raters().get().second()));
            return Optional.empty();
        }
        Set<UUID> marks = spot.marks();
        model.behind().set(Optional.of(marks));
        if (!model.findings().isEmpty()) {
            model.selected().set(Optional.of(model.findings().get(0)));
            return Optional.empty();
        }
        model.behind().set(Optional.empty());
        return everybody
                .get()
                .flatMap(all -> all.cages().stream()
                        .flatMap(cage -> cage.ratings().stream())
                        .flatMap(rating -> rating.marks().stream())
                        .filter(mark -> marks.contains(mark.id()))
                        .findFirst());
    }

    /** Writes the report of the pair and of all raters. Fails with a sentence while there is nothing to report. */
    public CompletableFuture<Path> write(Path file) {
        return together()
                .thenComposeAsync(
                        all -> session.agreeing()
                                .write(
                                        session.agreeing()
                                                .paper(
                                                        model.comparison().get().orElseThrow(),
                                                        all.orElseThrow(),
                                                        words),
                                        file)
                                .result(),
                        session.workplace().fx());
    }
}
