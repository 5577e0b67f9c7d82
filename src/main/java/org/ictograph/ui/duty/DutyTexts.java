package org.ictograph.ui.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Submission;
import org.ictograph.session.DutyStanding;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.Look;

/** Assignments in words. */
record DutyTexts(Look look) {
    String rater(Study study, DutyStanding standing) {
        return study.rater(standing.assignment().raterId()).map(Rater::name).orElse("?");
    }

    String what(DutyStanding standing) {
        return look.text(
                "duty.what",
                standing.windows(),
                standing.assignment().recordings().size());
    }

    String hidden(Assignment assignment) {
        return assignment.hides().isEmpty()
                ? look.text("duty.hides.none")
                : assignment.hides().stream()
                        .map(what -> look.text("duty.hides." + what.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
    }

    String state(DutyStanding standing) {
        if (standing.assigned().submission().isPresent()) {
            return look.text(
                            "duty.state.submitted",
                            when(standing.assigned().submission().get().at()))
                    + (standing.assigned().asSealed() ? "" : look.text("duty.state.amended"));
        }
        return standing.begun()
                ? look.text("duty.state.seen", standing.seen(), standing.windows())
                : look.text("duty.state.none");
    }

    /** In how many windows what was planted was found; it is told after the seal only. */
    String found(DutyStanding standing) {
        return standing.found()
                .map(found -> look.text("duty.found", found, standing.planted()))
                .orElse("");
    }

    String window(Study study, Window window) {
        return look.text(
                "duty.window",
                clock(window.span().start()),
                clock(window.span().end()),
                study.recording(window.recordingId()).map(Recording::name).orElse("?"));
    }

    String seal(Submission seal) {
        return look.text(
                "duty.seal",
                when(seal.at()),
                seal.work(),
                Long.toString(seal.head().sequence()),
                seal.head().hash());
    }

    /** A line for each edit after the seal: when, who, what, why. */
    String amendments(Study study, List<LogEntry> all) {
        return all.stream()
                .map(entry -> look.text(
                        "duty.amendment",
                        when(entry.at()),
                        study.rater(entry.raterId()).map(Rater::name).orElse("?"),
                        look.verb(entry.edit().verb()),
                        entry.edit().reason()))
                .collect(Collectors.joining("\n"));
    }

    private String when(Instant at) {
        return look.moment(at.atZone(ZoneId.systemDefault()));
    }

    private static String clock(long micros) {
        String text = TimeText.clock(micros);
        return text.substring(0, text.indexOf('.'));
    }
}
