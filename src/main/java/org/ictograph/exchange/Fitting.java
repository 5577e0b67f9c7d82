package org.ictograph.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.Span;

/**
 * Fits what a foreign file says to a study.
 *
 * <p>A mark is taken whole or refused with a reason; what had to be guessed, cut or lengthened is told. Marks of one foreign
 * observer become the importing rater's; in a file of several observers only the marks of the one with the same name are
 * taken, so that two ratings never melt into one. Times stay as the file has them, and it is told how far they lie from
 * frames.
 */
public final class Fitting {
    /** An end may be rounded, in the file or by the rate that its writer believed in: so far beyond the video is no error. */
    private static final long ROUNDING = 100_000;

    private final Destination to;
    private final Names names;
    private final Losses losses = new Losses();
    private final Residuals residuals = new Residuals();
    private final TreeMap<String, Integer> guesses = new TreeMap<>();

    private Fitting(Destination to) {
        this.to = to;
        this.names = new Names(to, this::guess);
    }

    /** Fits marks; nothing is in the study yet. */
    public static ImportedMarks fit(ForeignLabels foreign, Destination to) {
        return new Fitting(to).fit(foreign);
    }

    private ImportedMarks fit(ForeignLabels foreign) {
        Set<String> observers =
                foreign.marks().stream().map(mark -> mark.whose().observer()).collect(Collectors.toSet());
        boolean several = observers.size() > 1;
        if (!several) {
            observers.stream()
                    .filter(name -> !name.isEmpty() && !name.equals(to.rater().name()))
                    .forEach(name -> losses.note("The marks of “" + name + "” become those of “"
                            + to.rater().name() + "”."));
        }
        if (foreign.marks().stream().anyMatch(mark -> mark.score().isPresent())) {
            losses.note("Scores are not kept with marks.");
        }
        List<Mark> marks = new ArrayList<>();
        for (ForeignMark mark : foreign.marks()) {
            try {
                fitted(mark, several).ifPresent(marks::add);
            } catch (Misfit misfit) {
                losses.refuse(mark.place() + ": " + misfit.sentence());
            }
        }
        tellGuesses();
        return new ImportedMarks(marks, losses.report(marks.size()).after(foreign.losses()));
    }

    /** Fits what a model says; nothing is in the study yet. */
    public static ImportedProposals propose(ForeignLabels foreign, Destination to, String model) {
        return new Fitting(to).proposed(foreign, model);
    }

    private ImportedProposals proposed(ForeignLabels foreign, String model) {
        Scale scale = Scale.of(foreign.marks());
        Map<UUID, Run> runs = new LinkedHashMap<>();
        List<Proposal> proposals = new ArrayList<>();
        for (ForeignMark mark : foreign.marks()) {
            try {
                Optional<Place> place = placed(mark);
                if (place.isPresent()) {
                    UUID recording = place.get().recording().id();
                    Run run = runs.computeIfAbsent(
                            recording, id -> new Run(UUID.randomUUID(), id, model, "", new TreeMap<>(), ""));
                    proposals.add(new Proposal(
                            UUID.randomUUID(),
                            run.id(),
                            recording,
                            place.get().cage().id(),
                            place.get().label(),
                            place.get().span(),
                            scale.of(mark)));
                }
            } catch (Misfit misfit) {
                losses.refuse(mark.place() + ": " + misfit.sentence());
            }
        }
        if (!proposals.isEmpty()) {
            scale.sentence().ifPresent(losses::note);
        }
        tellGuesses();
        return new ImportedProposals(
                List.copyOf(runs.values()),
                proposals,
                losses.report(proposals.size()).after(foreign.losses()));
    }

    /** Where a mark belongs. */
    private record Place(Recording recording, Cage cage, String label, Span span) {}

    /** Empty for a mark that is left out on wish. */
    private Optional<Place> placed(ForeignMark mark) throws Misfit {
        Optional<String> label = names.label(mark.label());
        if (label.isEmpty()) {
            return Optional.empty();
        }
        Recording recording = names.recording(mark.start().media());
        Cage cage = names.cage(recording, mark.whose());
        return Optional.of(new Place(recording, cage, label.get(), span(recording, mark)));
    }

    private void tellGuesses() {
        guesses.forEach((sentence, times) -> losses.note(times == 1 ? sentence : sentence + " (" + times + " times)"));
        residuals.sentence().ifPresent(losses::note);
    }

    /** Empty for a mark that is left out on wish. */
    private Optional<Mark> fitted(ForeignMark mark, boolean several) throws Misfit {
        String by = mark.whose().observer();
        if (several && !by.equals(to.rater().name())) {
            throw new Misfit(
                    "it is a mark of “" + by + "”, not of “" + to.rater().name() + "”.");
        }
        ForeignMark.Remarks remarks = mark.remarks();
        Optional<Place> place = placed(mark);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mark(
                UUID.randomUUID(),
                place.get().recording().id(),
                place.get().cage().id(),
                to.rater().id(),
                remarks.layer(),
                place.get().label(),
                place.get().span(),
                names.stage(remarks.stage()),
                remarks.certainty(),
                remarks.visibility(),
                remarks.note(),
                new Origin(Origin.Kind.IMPORT, List.of())));
    }

    private Span span(Recording recording, ForeignMark mark) throws Misfit {
        long start = micros(recording, mark.start());
        long end = micros(recording, mark.end());
        if (start < 0 || start >= recording.duration() || end > recording.duration() + ROUNDING) {
            throw new Misfit("the time from " + seconds(start) + " to " + seconds(end) + " is not inside “"
                    + recording.name() + "”, which ends at " + seconds(recording.duration()) + ".");
        }
        if (mark.point()) {
            end = afterFrame(recording, start);
        }
        if (end > recording.duration()) {
            guess("A mark that ended after the last frame was cut there.");
            end = recording.duration();
        }
        if (end <= start) {
            throw new Misfit("the offset " + seconds(end) + " is not after the onset " + seconds(start) + ".");
        }
        residuals.add(recording, start, to.frames());
        residuals.add(recording, end, to.frames());
        return new Span(start, end);
    }

    private long micros(Recording recording, ForeignTime time) throws Misfit {
        long fileStart = names.startOf(recording, time.media());
        if (time instanceof ForeignTime.Clock clock) {
            return fileStart + clock.micros();
        }
        long number = ((ForeignTime.Frame) time).number();
        long first =
                fileStart == 0 ? 0 : to.frames().nearest(recording, fileStart).orElseThrow(() -> noFrames(recording));
        return to.frames()
                .start(recording, Math.addExact(first, number))
                .orElseThrow(() -> recording.frames() < first + number
                        ? new Misfit("“" + recording.name() + "” has " + recording.frames()
                                + " frames and none numbered " + (first + number) + ".")
                        : noFrames(recording));
    }

    private static Misfit noFrames(Recording recording) {
        return new Misfit(
                "it names frames, and the video of “" + recording.name() + "” is not there to tell their times.");
    }

    /** What happens at one moment is seen for one frame. */
    private long afterFrame(Recording recording, long start) {
        guess("Something that happens at one moment was given the length of a frame.");
        long usual = Math.max(1, recording.filmed() / recording.frames());
        return to.frames().nearest(recording, start).stream()
                .flatMap(frame -> to.frames().start(recording, frame + 1).stream())
                .filter(next -> next > start)
                .findFirst()
                .orElse(Math.min(start + usual, recording.duration()));
    }

    private void guess(String sentence) {
        guesses.merge(sentence, 1, Integer::sum);
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
