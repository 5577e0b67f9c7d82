package org.ictograph.session;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.LogEntry;
import org.ictograph.store.LoggedEdit;

/**
 * An entry of the edit log with what a person needs to understand it, by the names that things had at that time.
 *
 * @param rater name of who did it
 * @param anomalies what is remarkable about it
 */
public record TrailLine(LoggedEdit logged, String rater, List<Touched> touched, Set<Anomaly> anomalies) {
    /**
     * One thing that the entry changes.
     *
     * @param recording name of the recording that it belongs to, empty for what belongs to none
     * @param animal name of the animal that it is about, empty when there is none
     * @param whose name of the rater whose statement it is, empty for what is nobody's
     */
    public record Touched(Change change, String recording, String animal, String whose) {
        public UUID id() {
            return change.entityId();
        }
    }

    /** The entry itself. */
    public LogEntry entry() {
        return logged.entry();
    }

    public TrailLine {
        touched = List.copyOf(touched);
        anomalies = Set.copyOf(anomalies);
    }
}
