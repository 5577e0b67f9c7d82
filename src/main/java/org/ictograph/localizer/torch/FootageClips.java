package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.ictograph.localizer.Footage;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trainer;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;

/** Clips of cages, drawn by a seed from all that was filmed: each moment is as likely as any other. */
record FootageClips(ClipReader clips, List<Footage> cages) {
    private record Drawn(int cage, long start) {}

    FootageClips {
        cages = List.copyOf(cages);
    }

    /** Names of the animals, without those that nobody named. */
    List<String> animals() {
        return cages.stream()
                .map(Footage::animal)
                .filter(animal -> !animal.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Reads so many clips, by cage and time.
     *
     * @throws LocalizerException when nothing is as long as a clip
     * @throws VideoException when a video cannot be decoded
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<StoredClip> read(int count, long seed, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException {
        List<Drawn> drawn = draw(count, new Random(seed));
        List<StoredClip> read = new ArrayList<>();
        @Nullable Recording open = null;
        @Nullable FrameReader reader = null;
        try {
            for (Drawn one : drawn) {
                progress.check();
                Footage footage = cages.get(one.cage);
                progress.report(
                        (double) read.size() / drawn.size(), footage.recording().name());
                if (reader == null || !footage.recording().equals(open)) {
                    if (reader != null) {
                        reader.close();
                    }
                    open = footage.recording();
                    reader = films.open(open);
                }
                read.add(clips.read(Objects.requireNonNull(reader), footage.cage(), one.start, progress));
            }
        } finally {
            if (reader != null) {
                reader.close();
            }
        }
        return read;
    }

    private List<Drawn> draw(int count, Random random) throws LocalizerException {
        long room = 0;
        for (Footage footage : cages) {
            for (Span span : footage.filmed().spans()) {
                room += starts(span);
            }
        }
        if (room == 0) {
            throw new LocalizerException("There is no cage whose film is as long as a clip of " + clips.length() / 1000
                    + " ms, so there is nothing to look at.");
        }
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(at((long) (random.nextDouble() * room)));
        }
        drawn.sort(Comparator.comparingInt(Drawn::cage).thenComparingLong(Drawn::start));
        return drawn;
    }

    /** Moments at which a clip can begin that ends in the same piece. */
    private long starts(Span span) {
        return Math.max(0, span.length() - clips.length());
    }

    private Drawn at(long place) {
        long left = place;
        for (int i = 0; i < cages.size(); i++) {
            for (Span span : cages.get(i).filmed().spans()) {
                if (left < starts(span)) {
                    return new Drawn(i, span.start() + left);
                }
                left -= starts(span);
            }
        }
        throw new IllegalArgumentException("There is no such place.");
    }

    /** All that the clips depend on; the ids that a copy of the study would not share are left out. */
    static String text(List<Footage> cages) {
        StringBuilder text = new StringBuilder();
        for (Footage footage : cages) {
            footage.recording()
                    .files()
                    .forEach(file ->
                            text.append(file.fingerprint()).append(file.start()).append(file.rate()));
            Cage cage = footage.cage();
            text.append('\n').append(cage.position()).append(cage.box()).append(cage.tagMask());
            text.append('\n').append(footage.filmed()).append('\n');
        }
        return text.toString();
    }
}
