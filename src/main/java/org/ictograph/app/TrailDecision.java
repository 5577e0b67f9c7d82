package org.ictograph.app;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ictograph.model.Decision;
import org.ictograph.model.Entity;
import org.ictograph.session.TrailLine;

/** What the id of a decision tells of how it came about, for the audit trail. */
final class TrailDecision {
    private TrailDecision() {}

    /** The decision that a line is about, if it is about one. */
    static Optional<Decision> in(TrailLine.Touched touched) {
        Entity entity = touched.change().after().or(touched.change()::before).orElseThrow();
        return entity instanceof Decision decision ? Optional.of(decision) : Optional.empty();
    }

    /** As fields by name: for how long it was looked at, and whether it was made before the proposal was known. */
    static Map<String, String> fields(Decision decision) {
        Map<String, String> fields = new TreeMap<>();
        if (decision.millis().isPresent()) {
            fields.put("looked_millis", Long.toString(decision.millis().getAsLong()));
        }
        fields.put("unaided", Boolean.toString(decision.unaided()));
        return fields;
    }
}
