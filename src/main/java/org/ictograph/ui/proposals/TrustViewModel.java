package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.localizer.Trust;
import org.ictograph.session.Sentence;
import org.ictograph.session.Workplace;
import org.jspecify.annotations.Nullable;

/** The TorchScript modules of the shelf, and whether they may run. Their files are read by a job. */
public final class TrustViewModel {
    private final Workplace workplace;
    private final ObservableList<Trust.Module> modules = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    public TrustViewModel(Workplace workplace) {
        this.workplace = workplace;
    }

    /** All modules by name of their model, once {@link #look} has found them. */
    public ObservableList<Trust.Module> modules() {
        return modules;
    }

    /** The module of a model, where it has one. */
    public Optional<Trust.Module> of(String model) {
        return modules.stream().filter(one -> one.model().equals(model)).findFirst();
    }

    /** Why something could not be done, or nothing. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Looks at the shelf. */
    public void look() {
        workplace.localizers().trust().ifPresent(trust -> start(trust::modules));
    }

    /** Lets a module run, as its file is. */
    public void give(Trust.Module module) {
        workplace
                .localizers()
                .trust()
                .ifPresent(trust -> start(() -> {
                    trust.give(module);
                    return trust.modules();
                }));
    }

    /** Lets a module run no more. */
    public void withdraw(Trust.Module module) {
        workplace
                .localizers()
                .trust()
                .ifPresent(trust -> start(() -> {
                    trust.withdraw(module);
                    return trust.modules();
                }));
    }

    private void start(Callable<List<Trust.Module>> work) {
        var unused = workplace
                .jobs()
                .start("TorchScript", progress -> work.call())
                .result()
                .whenCompleteAsync(this::told, workplace.fx());
    }

    private void told(@Nullable List<Trust.Module> found, @Nullable Throwable failure) {
        trouble.set(failure == null ? "" : Sentence.of(failure));
        if (found != null) {
            modules.setAll(found);
        }
    }
}
