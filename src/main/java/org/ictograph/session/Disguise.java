package org.ictograph.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;

/** Takes from recordings, files and animals what somebody who rates blind must not know. Pure. */
final class Disguise {
    private final Set<Hidden> hides;

    Disguise(Set<Hidden> hides) {
        this.hides = hides;
    }

    /** The study as somebody sees it for whom these assignments wait; the very same where nothing is hidden. */
    static Study of(Study whole, List<Assignment> duties) {
        Set<Hidden> hides = EnumSet.noneOf(Hidden.class);
        Set<UUID> order = new LinkedHashSet<>();
        for (Assignment duty : duties) {
            hides.addAll(duty.hides());
            order.addAll(duty.recordings());
        }
        if (hides.isEmpty()) {
            return whole;
        }
        whole.recordings().forEach(recording -> order.add(recording.id()));
        return new Disguise(hides).told(whole, List.copyOf(order));
    }

    private Study told(Study whole, List<UUID> order) {
        return new Study(
                whole.id(),
                whole.name(),
                whole.protocol(),
                whole.raters(),
                hides.contains(Hidden.ANIMALS)
                        ? List.of()
                        : whole.subjects().stream().map(this::of).toList(),
                whole.recordings().stream()
                        .map(recording -> of(recording, order.indexOf(recording.id()) + 1))
                        .toList(),
                whole.cages().stream().map(this::of).toList());
    }

    /** @param number under which it is known instead of its name */
    Recording of(Recording recording, int number) {
        List<VideoFile> files = new ArrayList<>();
        for (VideoFile file : recording.files()) {
            files.add(hides.contains(Hidden.NAMES) ? file.at(fileName(file.path(), number, files.size() + 1)) : file);
        }
        boolean dated = !hides.contains(Hidden.DATES);
        return recording
                .foundAt(files)
                .described(
                        hides.contains(Hidden.NAMES) ? "Recording " + number : recording.name(),
                        dated ? recording.startedAt() : Optional.empty(),
                        dated ? recording.zone() : "");
    }

    /** @param number of the recording */
    static String fileName(String path, int number, int part) {
        String own = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        String ending = own.contains(".") ? own.substring(own.lastIndexOf('.')) : "";
        return "video-" + number + "-" + part + ending;
    }

    Cage of(Cage cage) {
        return hides.contains(Hidden.ANIMALS) ? cage.withSubject(Optional.empty()) : cage;
    }

    Subject of(Subject subject) {
        return hides.contains(Hidden.GROUPS) ? new Subject(subject.id(), subject.name(), "", "", "") : subject;
    }
}
