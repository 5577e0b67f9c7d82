package org.ictograph.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/**
 * Fits foreign boxes to a study as cages. A cage that is there stays as it is: one at the same place is not taken twice, one of
 * the same number elsewhere is refused. Boxes of a picture of another size are scaled; edges go to even pixels.
 */
public final class BoxFitting {
    private final Study study;
    private final Names names;
    private final Losses losses = new Losses();
    private final TreeMap<String, Integer> guesses = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Subject> animals = new HashMap<>();
    private final Map<UUID, Set<Integer>> taken = new HashMap<>();
    private int kept;
    private int known;

    private BoxFitting(Destination to) {
        this.study = to.study();
        this.names = new Names(to, this::guess);
        study.subjects().forEach(animal -> animals.put(animal.name(), animal));
        study.cages().forEach(cage -> positions(cage.recordingId()).add(cage.position()));
    }

    /** Fits boxes; nothing is in the study yet. */
    public static ImportedBoxes fit(List<ForeignBox> boxes, Destination to) {
        BoxFitting fitting = new BoxFitting(to);
        for (ForeignBox box : boxes) {
            try {
                fitting.fit(box);
            } catch (Misfit misfit) {
                fitting.losses.refuse(box.place() + ": " + misfit.sentence());
            }
        }
        fitting.guesses.forEach(
                (sentence, times) -> fitting.losses.note(times == 1 ? sentence : sentence + " (" + times + " times)"));
        return new ImportedBoxes(
                fitting.changes,
                fitting.losses.report(fitting.kept + fitting.known).known(fitting.known, "cages"));
    }

    private void guess(String sentence) {
        guesses.merge(sentence, 1, Integer::sum);
    }

    private Set<Integer> positions(UUID recording) {
        return taken.computeIfAbsent(recording, unknown -> new HashSet<>());
    }

    private void fit(ForeignBox box) throws Misfit {
        Recording recording = names.recording(box.media());
        Box place = snapped(box, box.edges(), recording);
        Optional<Box> mask = Optional.empty();
        if (box.mask().isPresent()) {
            mask = Optional.of(snapped(box, box.mask().get(), recording));
        }
        Set<Integer> numbers = positions(recording.id());
        Optional<Cage> same = study.cagesOf(recording.id()).stream()
                .filter(cage -> cage.box().equals(place))
                .findFirst();
        if (same.isPresent()) {
            known++;
            return;
        }
        int position = position(box.cage(), numbers);
        if (!numbers.add(position)) {
            throw new Misfit(
                    "“" + recording.name() + "” has a cage " + position + " at another place, which stays as it is.");
        }
        Optional<UUID> animal = box.animal().isBlank()
                ? Optional.empty()
                : Optional.of(animal(box.animal().strip()).id());
        changes.add(new Change.Added(new Cage(UUID.randomUUID(), recording.id(), position, place, mask, animal)));
        kept++;
    }

    private static int position(String told, Set<Integer> numbers) throws Misfit {
        if (told.isBlank()) {
            int free = 1;
            while (numbers.contains(free)) {
                free++;
            }
            return free;
        }
        Optional<Integer> number = Names.cageNumber(told);
        return number.filter(known -> known > 0)
                .orElseThrow(() -> new Misfit("“" + told + "” is no number of a cage; they begin with 1."));
    }

    private Subject animal(String name) {
        return animals.computeIfAbsent(name, unknown -> {
            Subject made = Subject.named(name);
            changes.add(new Change.Added(made));
            return made;
        });
    }

    private Box snapped(ForeignBox box, ForeignBox.Edges edges, Recording recording) throws Misfit {
        double across = box.size().map(size -> recording.width() / size.width()).orElse(1.0);
        double down = box.size().map(size -> recording.height() / size.height()).orElse(1.0);
        if (across != 1 || down != 1) {
            guess("A box was scaled from a picture of another size.");
        }
        ForeignBox.Edges here = edges.scaled(across, down);
        boolean outside = here.right() <= 0
                || here.bottom() <= 0
                || here.left() >= recording.width()
                || here.top() >= recording.height();
        if (outside || here.right() - here.left() < Box.GRID || here.bottom() - here.top() < Box.GRID) {
            throw new Misfit("its box is empty or outside the picture of “" + recording.name() + "”, which has "
                    + recording.width() + " × " + recording.height() + " pixels.");
        }
        Box found = Box.snapped(
                here.left(), here.top(), here.right(), here.bottom(), recording.width(), recording.height());
        if (found.x() != here.left()
                || found.y() != here.top()
                || found.right() != here.right()
                || found.bottom() != here.bottom()) {
            guess("The edges of a box were moved to even pixels inside the picture.");
        }
        return found;
    }
}
