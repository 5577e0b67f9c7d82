package org.ictograph.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;

/** Finds what a foreign file's names mean in a study. Each guess is told. */
final class Names {
    private static final Pattern CAGE = Pattern.compile("(?i)(?:cage|arena|box)?[ _-]*0*(\\d{1,4})");

    private final Study study;
    private final Translation translation;
    private final Consumer<String> guess;

    Names(Destination to, Consumer<String> guess) {
        this.study = to.study();
        this.translation = to.translation();
        this.guess = guess;
    }

    /** The recording that is called so or has a file of this name, with or without its ending. */
    Recording recording(String media) throws Misfit {
        String wanted = translation.recording(media);
        Optional<Recording> found = only(recording -> recording.name().equals(wanted))
                .or(() -> only(recording -> recording.files().stream().anyMatch(file -> named(file, wanted))))
                .or(() -> only(recording ->
                        Alike.file(wanted, List.of(recording.name())).isPresent()));
        if (found.isEmpty() && wanted.isEmpty() && study.recordings().size() == 1) {
            guess.accept("The file names no video; the only recording was taken.");
            return study.recordings().get(0);
        }
        return found.orElseThrow(() -> new Misfit("the study has no recording “" + wanted + "”."));
    }

    private Optional<Recording> only(Predicate<Recording> fits) {
        List<Recording> found = study.recordings().stream().filter(fits).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Where the file of this name begins in the recording; 0 when the name is that of the recording itself. */
    long startOf(Recording recording, String media) {
        String wanted = translation.recording(media);
        return recording.files().stream()
                .filter(file -> named(file, wanted))
                .mapToLong(VideoFile::start)
                .findFirst()
                .orElse(0);
    }

    private static boolean named(VideoFile file, String media) {
        return Alike.file(media, List.of(file.path())).isPresent();
    }

    /** The cage of this number, or in which this animal lives. */
    Cage cage(Recording recording, ForeignMark.Whose whose) throws Misfit {
        String subject = translation.subject(whose.subject());
        List<Cage> cages = study.cagesOf(recording.id());
        if (!whose.cage().isBlank()) {
            Cage cage = numbered(cages, whose.cage())
                    .orElseThrow(
                            () -> new Misfit("“" + recording.name() + "” has no cage number “" + whose.cage() + "”."));
            if (!whose.subject().isEmpty()) {
                refuseOther(recording, cage, subject);
            }
            return cage;
        }
        Optional<Cage> found = cages.stream()
                .filter(cage -> study.subjectIn(cage)
                        .map(Subject::name)
                        .filter(name -> name.strip().equalsIgnoreCase(subject.strip()))
                        .isPresent())
                .findFirst();
        if (found.isEmpty()) {
            Matcher matcher = CAGE.matcher(subject.strip());
            found = matcher.matches() ? numbered(cages, matcher.group(1)) : found;
        }
        if (found.isEmpty() && subject.isBlank() && cages.size() == 1) {
            guess.accept("The file names no animal; the only cage of the recording was taken.");
            return cages.get(0);
        }
        return found.orElseThrow(() -> new Misfit(
                subject.isBlank()
                        ? "it names no animal, and “" + recording.name() + "” has " + cages.size() + " cages."
                        : "no cage of “" + recording.name() + "” holds “" + subject + "”."));
    }

    /** The number in a cage's name such as {@code 3} or {@code cage 3}. */
    static Optional<Integer> cageNumber(String name) {
        Matcher matcher = CAGE.matcher(name.strip());
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static Optional<Cage> numbered(List<Cage> cages, String number) {
        return cages.stream()
                .filter(cage -> String.valueOf(cage.position()).equals(number.strip()))
                .findFirst();
    }

    private void refuseOther(Recording recording, Cage cage, String subject) throws Misfit {
        String lives = study.subjectIn(cage).map(Subject::name).orElse("");
        if (!subject.isEmpty() && !lives.isEmpty() && !subject.equals(lives)) {
            throw new Misfit("cage " + cage.position() + " of “" + recording.name() + "” holds “" + lives + "”, not “"
                    + subject + "”.");
        }
    }

    /** The label of the protocol; empty when marks of this one are to be left out. */
    Optional<String> label(String foreign) throws Misfit {
        Optional<String> translated = translation.label(foreign);
        if (translated.isPresent() && translated.get().isBlank()) {
            guess.accept("Marks “" + foreign + "” were left out, as wished.");
            return Optional.empty();
        }
        String wanted = translated.orElse(foreign);
        if (study.protocol().label(wanted).isPresent()) {
            return Optional.of(wanted);
        }
        String alike = Alike.label(wanted, study.protocol().labels())
                .orElseThrow(() -> new Misfit("the protocol has no label “" + wanted + "”."));
        guess.accept("“" + wanted + "” was taken for “" + alike + "”.");
        return Optional.of(alike);
    }

    /** The stage of the protocol, empty when it has none of this name. */
    String stage(String foreign) {
        if (foreign.isEmpty() || study.protocol().stages().contains(foreign)) {
            return foreign;
        }
        guess.accept("The protocol has no stage “" + foreign + "”; the mark is taken without a stage.");
        return "";
    }
}
