package org.ictograph.ui.shell;

import java.util.Optional;
import org.ictograph.work.Job;

/**
 * A job that is under way, as the status bar shows it.
 *
 * @param fraction from 0 to 1
 * @param what it does at the moment, may be empty
 * @param secondsLeft at the pace so far
 */
public record JobRow(Job<?> job, double fraction, String what, Optional<Long> secondsLeft, boolean cancelling) {
    static JobRow of(Job<?> job) {
        return new JobRow(
                job,
                job.state().fraction(),
                job.state().what(),
                job.secondsLeft().map(Math::round),
                job.cancelled());
    }

    public String name() {
        return job.name();
    }
}
