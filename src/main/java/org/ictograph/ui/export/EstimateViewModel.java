package org.ictograph.ui.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.dataset.ClipForm;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.Estimate;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/** Size and time of the data set on screen, from clips that are cut for trial: once for each form of clips. FX thread. */
final class EstimateViewModel {
    private final StudySession session;
    private final ReadOnlyObjectWrapper<Optional<Estimate>> estimate = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<ClipForm, Estimate> known = new HashMap<>();
    private @Nullable Job<Optional<Estimate>> running;

    EstimateViewModel(StudySession session) {
        this.session = session;
    }

    ReadOnlyObjectProperty<Optional<Estimate>> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** Forgets the estimate on screen and stops the trial. */
    void stop() {
        rest();
        estimate.set(Optional.empty());
    }

    /** Stops the trial; what was told stays. */
    void rest() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /** Starts a trial for a plan, unless clips of its form were tried before. */
    void about(DatasetPlan plan) {
        stop();
        if (plan.clips().isEmpty() || plan.obstacle().isPresent()) {
            return;
        }
        ClipForm form = plan.profile().clip();
        Estimate before = known.get(form);
        if (before != null) {
            estimate.set(Optional.of(before.forClips(plan.clips().size())));
            return;
        }
        Job<Optional<Estimate>> job = session.exporting().estimate(plan);
        running = job;
        var unused = job.result()
                .whenCompleteAsync(
                        (made, failure) -> {
                            if (failure == null && job.equals(running)) {
                                made.ifPresent(one -> known.put(form, one));
                                estimate.set(made);
                            }
                        },
                        session.workplace().fx());
    }
}
