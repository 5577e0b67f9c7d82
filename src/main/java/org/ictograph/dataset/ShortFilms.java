package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * Looks over short recordings before clips are cut from them. Of a film of twenty seconds and its copy that begins three later,
 * clips may share too little to tell, the films themselves do not; longer ones are known by their clips, and by when the animals
 * move.
 */
final class ShortFilms {
    /** Longest recording that is decoded once more for this. */
    private static final long SHORT = 60 * Span.SECOND;

    /** Share of looking over them; the rest is comparing. */
    private static final double LOOKED = 0.95;

    private final Videos videos;

    private record Cage(PlannedClip clip, FilmPrint.Maker maker) {}

    ShortFilms(Videos videos) {
        this.videos = videos;
    }

    /** The recordings that are looked over: none where there is only one. */
    static List<ExportSource> of(DatasetPlan plan) {
        Set<String> planned = plan.clipsByRecording().keySet();
        List<ExportSource> sources = plan.request().sources().stream()
                .filter(source -> source.index().duration() <= SHORT)
                .filter(source -> planned.contains(source.recording().name()))
                .toList();
        return sources.size() > 1 ? sources : List.of();
    }

    /**
     * Recordings of which clips are planned, and which show what others in another part show.
     *
     * @throws VideoException when one cannot be decoded
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<FilmLooks.Twin> copies(DatasetPlan plan, Progress progress) throws VideoException {
        Map<String, Map<Integer, PlannedClip>> planned = new HashMap<>();
        plan.clips()
                .forEach(clip -> planned.computeIfAbsent(clip.place().recording(), unknown -> new HashMap<>())
                        .putIfAbsent(clip.place().cage(), clip));
        List<ExportSource> sources = of(plan);
        FilmLooks looks = new FilmLooks(plan.request().sources().stream()
                .map(source -> source.recording().name())
                .toList());
        for (int i = 0; i < sources.size(); i++) {
            ExportSource source = sources.get(i);
            progress.check();
            progress.report(
                    LOOKED * i / sources.size(),
                    "looking for copies of " + source.recording().name());
            look(source, clips(planned, source), looks);
        }
        return looks.twins(progress.part(LOOKED, 1));
    }

    /** One clip of each cage. */
    private static List<PlannedClip> clips(Map<String, Map<Integer, PlannedClip>> planned, ExportSource source) {
        return List.copyOf(
                planned.getOrDefault(source.recording().name(), Map.of()).values());
    }

    private void look(ExportSource source, List<PlannedClip> clips, FilmLooks looks) throws VideoException {
        List<Cage> cages = new ArrayList<>();
        clips.forEach(clip -> cages.add(new Cage(clip, new FilmPrint.Maker(0))));
        try (FrameReader reader = videos.open(source.reel())) {
            int width = reader.width();
            reader.scan(
                    0,
                    reader.index().frames(),
                    (frame, micros, luma) -> cages.forEach(cage -> cage.maker()
                            .see(micros, luma, width, cage.clip().cage().box())),
                    Progress.NONE);
        }
        cages.forEach(cage ->
                looks.add(cage.clip().place(), cage.clip().part(), cage.maker().print()));
    }
}
