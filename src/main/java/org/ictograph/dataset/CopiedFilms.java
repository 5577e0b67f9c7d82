package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;

/**
 * Finds recordings that show what another one shows: renamed, encoded again, in another size, or begun earlier or later. A
 * file with the same content is known by its fingerprint already; this looks at when the animals move, which the activity
 * curves tell without opening a video. What two recordings were found to be is remembered, whichever rule says what counts.
 */
final class CopiedFilms {
    private final ExportRequest request;
    private final long bin;
    private final double certain;
    private final Map<UUID, List<MotionSignature>> known = new TreeMap<>();
    private final Map<List<UUID>, Optional<String>> compared = new HashMap<>();

    CopiedFilms(ExportRequest request) {
        this.request = request;
        bin = MotionSignature.bin(request.sources().stream()
                .mapToLong(source -> source.index().duration())
                .max()
                .orElse(0));
        long cages = request.sources().stream()
                .mapToLong(source ->
                        request.study().cagesOf(source.recording().id()).size())
                .sum();
        certain = MotionSignature.certain(cages * (cages - 1) / 2);
    }

    /** A sentence about the earlier of these recordings that a recording is a copy of, when it is one of any. */
    Optional<String> original(ExportSource source, List<ExportSource> earlier) {
        return earlier.stream()
                .flatMap(other -> compared
                        .computeIfAbsent(
                                List.of(
                                        source.recording().id(),
                                        other.recording().id()),
                                pair -> compare(source, other))
                        .stream())
                .findFirst();
    }

    private Optional<String> compare(ExportSource source, ExportSource other) {
        for (MotionSignature mine : signatures(source)) {
            for (MotionSignature theirs : signatures(other)) {
                Optional<MotionSignature.Match> match = theirs.copy(mine, certain);
                if (match.isPresent()) {
                    return Optional.of(sentence(other.recording(), match.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static String sentence(Recording original, MotionSignature.Match match) {
        return String.format(
                Locale.ROOT,
                "It shows what recording %s shows, %.1f s %s (its motion correlates with %.2f): a copy.",
                original.name(),
                Math.abs(match.shiftMicros()) / (double) Span.SECOND,
                match.shiftMicros() < 0 ? "earlier" : "later",
                match.correlation());
    }

    private List<MotionSignature> signatures(ExportSource source) {
        return known.computeIfAbsent(source.recording().id(), id -> {
            List<MotionSignature> signatures = new ArrayList<>();
            for (Cage cage : request.study().cagesOf(id)) {
                MotionSignature.of(source.motion(), cage.id(), source.index().duration(), bin)
                        .ifPresent(signatures::add);
            }
            return signatures;
        });
    }
}
