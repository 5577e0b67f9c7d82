package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.video.Reel;

/** A plan that is being made: clips without parts, and refusals, in the order in which they are found. */
final class PlanDraft {
    private final ExportRequest request;
    private final Layout layout;
    private final List<PlannedClip> clips = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    PlanDraft(ExportRequest request, Layout layout) {
        this.request = request;
        this.layout = layout;
    }

    void refuse(String what, Reason reason, String why) {
        refusals.add(new Refusal(what, reason, why));
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    void add(CageFilm film, Span span, ClipTruth truth) {
        Recording recording = film.source().recording();
        List<Integer> frames = film.form().frames(film.index(), span.start());
        int first = frames.get(0);
        int last = frames.get(frames.size() - 1);
        ClipPlace place = new ClipPlace(
                recording.name(),
                RecordingDate.of(recording),
                film.cage().position(),
                film.subject().name());
        Reel reel = film.source().reel();
        Reel.Piece piece = reel.pieces().get(reel.pieceOf(first));
        ClipSource source = new ClipSource(
                String.valueOf(piece.file().getFileName()),
                film.source().fileOf(piece).fingerprint(),
                span.start(),
                span.end(),
                first,
                last,
                film.index().microsOf(first),
                film.index().microsOf(last));
        String file = layout.clipFile(place, source, truth.positive(), request.profile());
        clips.add(new PlannedClip(file, "", place, truth, source, film.cage()));
    }

    /**
     * Keeps as many negative clips as the profile takes. Which ones is drawn by hashing each clip's name with the seed,
     * so that the choice does not depend on the order of recordings; hard ones go first where the profile says so.
     */
    void limitNegatives() {
        int perHundred = request.profile().negatives().perHundred();
        if (perHundred == 0) {
            return;
        }
        long seed = request.profile().split().seed();
        List<PlannedClip> negatives =
                clips.stream().filter(clip -> !clip.truth().positive()).toList();
        int allowed = ((clips.size() - negatives.size()) * perHundred + 99) / 100;
        Set<PlannedClip> first = request.profile().negatives().hard() ? rejected(negatives) : Set.of();
        Set<PlannedClip> surplus = negatives.stream()
                .sorted(Comparator.<PlannedClip, Boolean>comparing(clip -> !first.contains(clip))
                        .thenComparingLong(clip -> SplitMix.rank(seed, clip.file()))
                        .thenComparing(PlannedClip::file))
                .skip(allowed)
                .collect(Collectors.toSet());
        for (PlannedClip clip : negatives) {
            if (surplus.contains(clip)) {
                refuse(
                        "recording " + clip.place().recording() + ", cage "
                                + clip.place().cage() + ", from "
                                + ClockText.of(clip.source().startMicros()),
                        Reason.NOT_NEEDED,
                        "The profile takes " + perHundred + " negative clips for each hundred positive ones.");
            }
        }
        clips.removeAll(surplus);
    }

    /** Those of which a model took some for the behaviour and a rater did not. */
    private Set<PlannedClip> rejected(List<PlannedClip> negatives) {
        Map<UUID, List<CageSpan>> pieces = request.sources().stream()
                .flatMap(source -> source.evidence().rejected().stream())
                .collect(Collectors.groupingBy(CageSpan::cageId));
        return negatives.stream()
                .filter(clip -> {
                    Span span =
                            new Span(clip.source().startMicros(), clip.source().endMicros());
                    return pieces.getOrDefault(clip.cage().id(), List.of()).stream()
                            .anyMatch(piece -> piece.span().overlaps(span));
                })
                .collect(Collectors.toSet());
    }

    List<PlannedClip> clips() {
        return List.copyOf(clips);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Names of the animals that have a clip. */
    Set<String> subjects() {
        return clips.stream().map(clip -> clip.place().subject()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
