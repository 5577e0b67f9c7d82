package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.Losses;

/**
 * Annotations of JABS: frames from 0, ends inclusive, by animal and behaviour. Source: {@code annotations} of a JABS project
 * as written by JABS-behavior-classifier.
 */
public final class Jabs extends ReadOnly {
    @Override
    public String id() {
        return "jabs";
    }

    @Override
    public String description() {
        return "Annotations of JABS for one video, frames from 0";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        JsonPlace root = JsonPlace.read(file);
        String media = root.get("file").text();
        boolean whole = root.has("unfragmented_labels");
        List<ForeignMark> marks = new ArrayList<>();
        int absent = 0;
        for (Map.Entry<String, JsonPlace> animal :
                root.get(whole ? "unfragmented_labels" : "labels").entries()) {
            for (Map.Entry<String, JsonPlace> behaviour : animal.getValue().entries()) {
                for (JsonPlace bout : behaviour.getValue().items("bout")) {
                    if (!bout.node().path("present").asBoolean(true)) {
                        absent++;
                        continue;
                    }
                    int first = bout.get("start").wholeNumber();
                    int last = bout.get("end").wholeNumber();
                    if (last < first) {
                        throw bout.wrong("ends at frame " + last + " before it starts at frame " + first);
                    }
                    marks.add(new ForeignMark(
                            "“" + behaviour.getKey() + "” of “" + animal.getKey() + "”, frame " + first,
                            ForeignMark.Whose.subject(animal.getKey()),
                            new ForeignTime.Frame(media, first),
                            new ForeignTime.Frame(media, last + 1L),
                            behaviour.getKey(),
                            ForeignMark.Remarks.NONE));
                }
            }
        }
        Losses losses = new Losses();
        if (absent > 0) {
            losses.note(absent + " pieces that say that a behaviour is absent are not kept.");
        }
        return new ForeignLabels(marks, losses.report(0));
    }
}
