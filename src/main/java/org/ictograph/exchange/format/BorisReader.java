package org.ictograph.exchange.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.Losses;

/**
 * Reads a BORIS project. Whether an event lasts stands in the ethogram; a state begins with the first event of the same
 * subject, code and modifiers and ends with the next. Source: user guide of BORIS 9 and its {@code tests/files}.
 */
final class BorisReader {
    /** Modifier set in which this program writes the stage. */
    static final String STAGE = "stage";

    /** Independent variable in which this program writes the rater. */
    static final String RATER = "rater";

    private final Losses losses = new Losses();
    private final List<ForeignMark> marks = new ArrayList<>();
    private final Set<String> points = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    /** Number of the modifier set that holds the stage, by code. */
    private final Map<String, Integer> stages = new HashMap<>();

    private record Event(long micros, String subject, String code, String modifiers, String comment) {
        List<String> thread() {
            return List.of(subject, code, modifiers);
        }
    }

    ForeignLabels read(JsonPlace project) throws ExchangeException {
        for (Map.Entry<String, JsonPlace> behaviour :
                project.get("behaviors_conf").entries()) {
            ethogram(behaviour.getValue());
        }
        for (Map.Entry<String, JsonPlace> observation :
                project.get("observations").entries()) {
            observation(observation.getKey(), observation.getValue());
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    private void ethogram(JsonPlace behaviour) throws ExchangeException {
        String code = behaviour.get("code").text();
        known.add(code);
        if (behaviour.get("type").text().toLowerCase(Locale.ROOT).startsWith("point")) {
            points.add(code);
        }
        int set = 0;
        for (JsonNode modifiers : behaviour.node().path("modifiers")) {
            if (modifiers.path("name").asText().equalsIgnoreCase(STAGE)) {
                stages.put(code, set);
            }
            set++;
        }
    }

    private void observation(String id, JsonPlace observation) throws ExchangeException {
        String type = observation.node().path("type").asText("MEDIA");
        String place = "Observation “" + id + "”";
        if (!type.equals("MEDIA")) {
            losses.note(place + " was made " + (type.equals("LIVE") ? "live" : "of pictures")
                    + ", not of a video; its times are taken as those of the recording “" + id + "”.");
        }
        FilmAxis axis = axis(id, observation.node());
        if (observation.node().path("file").path("2").size() > 0) {
            losses.note(place + " shows several videos at once; its times are those of the first.");
        }
        List<Event> events = new ArrayList<>();
        int number = 0;
        for (JsonPlace event : observation.get("events").items("event")) {
            number++;
            try {
                events.add(event(event.node()));
            } catch (Misread misread) {
                losses.refuse(place + ", event " + number + ": " + misread.sentence());
            }
        }
        events.sort(Comparator.comparingLong(Event::micros));
        String observer =
                observation.node().path("independent_variables").path(RATER).asText("");
        pair(place, events, axis, observer);
    }

    private static FilmAxis axis(String id, JsonNode observation) throws ExchangeException {
        List<FilmAxis.File> files = new ArrayList<>();
        for (JsonNode path : observation.path("file").path("1")) {
            double seconds = observation
                    .path("media_info")
                    .path("length")
                    .path(path.asText())
                    .asDouble(0);
            files.add(new FilmAxis.File(path.asText(), Math.round(seconds * 1e6)));
        }
        return new FilmAxis(files.isEmpty() ? List.of(new FilmAxis.File(id, 0)) : files);
    }

    private static Event event(JsonNode event) throws Misread {
        if (!event.isArray() || event.size() < 3) {
            throw new Misread("it is no list of time, subject, code, modifier and comment.");
        }
        return new Event(
                Times.micros(event.get(0)),
                event.get(1).asText(),
                event.get(2).asText(),
                event.path(3).asText(""),
                event.path(4).asText(""));
    }

    private void pair(String place, List<Event> events, FilmAxis axis, String observer) {
        Map<List<String>, Event> open = new LinkedHashMap<>();
        for (Event event : events) {
            if (!known.contains(event.code())) {
                losses.refuse(place + ": the ethogram of the project has no “" + event.code() + "” (at "
                        + Times.seconds(event.micros()) + " s).");
            } else if (points.contains(event.code())) {
                marks.add(mark(place, event, event, axis, observer));
            } else {
                Event begun = open.remove(event.thread());
                if (begun == null) {
                    open.put(event.thread(), event);
                } else {
                    marks.add(mark(place, begun, event, axis, observer));
                }
            }
        }
        open.values()
                .forEach(begun -> losses.refuse(place + ": “" + begun.code() + "” of “" + begun.subject()
                        + "” begins at " + Times.seconds(begun.micros()) + " s and never ends."));
    }

    private ForeignMark mark(String place, Event begun, Event ended, FilmAxis axis, String observer) {
        ForeignTime start = axis.at(begun.micros());
        return new ForeignMark(
                place + ", at " + Times.seconds(begun.micros()) + " s",
                new ForeignMark.Whose("", begun.subject(), observer),
                start,
                begun.equals(ended) ? start : axis.at(ended.micros()),
                begun.code(),
                remarks(begun, ended));
    }

    private ForeignMark.Remarks remarks(Event begun, Event ended) {
        List<String> notes = new ArrayList<>();
        String stage = "";
        String[] modifiers = begun.modifiers().split("\\|", -1);
        for (int i = 0; i < modifiers.length; i++) {
            String modifier = modifiers[i].strip();
            if (Integer.valueOf(i).equals(stages.get(begun.code()))) {
                stage = modifier.equals("None") ? "" : modifier;
            } else if (!modifier.isEmpty() && !modifier.equals("None")) {
                notes.add(modifier);
            }
        }
        for (Event event : begun.equals(ended) ? List.of(begun) : List.of(begun, ended)) {
            if (!event.comment().isBlank()) {
                notes.add(event.comment().strip());
            }
        }
        return ForeignMark.Remarks.of(stage, String.join("; ", notes));
    }
}
