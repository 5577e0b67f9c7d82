package org.ictograph.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.exchange.PoseFile;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;

/** Finds out into which cage each animal of a file of key points belongs. Pure. */
final class PosePlaces {
    /** Shared points of DeepLabCut, such as corners of the arena, stand under this name beside the animals. */
    private static final String SHARED = "single";

    /** At least this share of an animal's points must lie in its cage. */
    private static final double MOST = 0.5;

    private final String file;
    private final Recording recording;
    private final List<Cage> cages;
    private final PoseChoice choice;

    PosePlaces(String file, Recording recording, List<Cage> cages, PoseChoice choice) {
        this.file = file;
        this.recording = recording;
        this.cages = cages;
        this.choice = choice;
    }

    /** @throws SessionException when the file does not fit the recording, or no cage is an animal's own */
    Map<Cage, KeyPoints> place(PoseFile found) throws SessionException {
        checkFrames(found);
        if (cages.isEmpty()) {
            throw new SessionException("No cage is drawn in " + recording.name() + "; draw its cages first.");
        }
        List<KeyPoints> animals = animals(found);
        if (choice.cage().isPresent()) {
            return Map.of(named(animals), animals.get(0));
        }
        if (choice.inCage()) {
            throw new SessionException("Which cage did “" + file + "” see alone? Name it (for a command: --cage).");
        }
        Map<Cage, KeyPoints> placed = new LinkedHashMap<>();
        for (KeyPoints animal : animals) {
            Cage cage = cages.stream()
                    .max(Comparator.comparingDouble(each -> share(animal, each.box())))
                    .filter(each -> share(animal, each.box()) >= MOST)
                    .orElseThrow(() -> new SessionException("The key points " + of(animal) + " of “" + file
                            + "” lie in no cage of " + recording.name() + "; name the cage (for a command: --cage,"
                            + " and --in-cage when the program saw the cage alone)."));
            KeyPoints other = placed.put(cage, animal);
            if (other != null) {
                throw new SessionException("The key points " + of(other) + " and " + of(animal) + " of “" + file
                        + "” both lie in cage " + cage.position()
                        + "; attach one of them (for a command: --cage and --track).");
            }
        }
        return placed;
    }

    private void checkFrames(PoseFile found) throws SessionException {
        boolean fits = found.openEnded() ? found.frames() <= recording.frames() : found.frames() == recording.frames();
        if (!fits) {
            throw new SessionException("“" + file + "” tells of " + found.frames() + " frames, but " + recording.name()
                    + " has " + recording.frames() + "; attach what " + found.program() + " found in this very video.");
        }
    }

    private List<KeyPoints> animals(PoseFile found) throws SessionException {
        List<KeyPoints> animals = new ArrayList<>();
        for (KeyPoints track : found.tracks()) {
            boolean wanted = choice.track().isPresent()
                    ? choice.track().get().equals(track.track())
                    : found.tracks().size() == 1 || !track.track().equals(SHARED);
            if (wanted) {
                animals.add(track);
            }
        }
        String names =
                String.join(", ", found.tracks().stream().map(KeyPoints::track).toList());
        if (animals.isEmpty()) {
            throw new SessionException("“" + file + "” holds no animal “"
                    + choice.track().orElse("") + "”, only " + (names.isEmpty() ? "one without a name" : names) + ".");
        }
        if (choice.cage().isPresent() && animals.size() > 1) {
            throw new SessionException("“" + file + "” holds the animals " + names
                    + "; say which one lives in the cage (for a command: --track).");
        }
        return animals;
    }

    private Cage named(List<KeyPoints> animals) throws SessionException {
        int position = choice.cage().orElseThrow();
        Cage cage = cages.stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(() -> new SessionException(recording.name() + " has no cage " + position + "."));
        KeyPoints animal = animals.get(0);
        Box box = cage.box();
        double share = share(choice.inCage() ? animal.moved(box.x(), box.y()) : animal, box);
        if (share < MOST) {
            throw new SessionException(String.format(
                    Locale.ROOT,
                    "Only %.0f %% of the key points of “%s” lie in cage %d; name the right cage, and say so when the"
                            + " program saw the cage alone (for a command: --in-cage).",
                    100 * share,
                    file,
                    position));
        }
        return cage;
    }

    private static String of(KeyPoints animal) {
        return animal.track().isEmpty() ? "of the animal" : "of “" + animal.track() + "”";
    }

    /** Which share of the points that were found lies in a box. */
    static double share(KeyPoints animal, Box box) {
        long known = 0;
        long inside = 0;
        for (int frame = 0; frame < animal.frames(); frame++) {
            for (int point = 0; point < animal.points().size(); point++) {
                if (animal.known(frame, point)) {
                    known++;
                    float x = animal.x(frame, point);
                    float y = animal.y(frame, point);
                    inside += x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom() ? 1 : 0;
                }
            }
        }
        return known == 0 ? 0 : (double) inside / known;
    }
}
