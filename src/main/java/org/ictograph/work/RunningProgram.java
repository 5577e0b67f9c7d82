package org.ictograph.work;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A run of a program on this machine, told apart from others that get the same number later by when it started.
 *
 * @param started to the millisecond; empty where the system does not tell
 */
public record RunningProgram(long process, Optional<Instant> started) {
    /** This run of this program. */
    public static RunningProgram own() {
        return of(ProcessHandle.current());
    }

    private static RunningProgram of(ProcessHandle handle) {
        return new RunningProgram(
                handle.pid(), handle.info().startInstant().map(at -> at.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** True while it runs; when the system does not tell when it started, a process of that number counts as it. */
    public boolean alive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(RunningProgram::of)
                .filter(found -> started.isEmpty()
                        || found.started().isEmpty()
                        || found.started().equals(started))
                .isPresent();
    }
}
