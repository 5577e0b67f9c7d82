package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/** Cuts the planned clips: one decode pass for each recording serves all its cages. */
final class ClipCutter {
    /** Below this likeness, in dB, a frame of a clip does not show its source. */
    private static final double LEAST_LIKENESS = 15;

    private final Videos videos;

    ClipCutter(Videos videos) {
        this.videos = videos;
    }

    /** Cuts into a folder; the outcome of each clip by its path. */
    Map<String, CutClip> cut(DatasetPlan plan, Path folder, Progress progress)
            throws IOException, VideoException, DatasetException {
        Map<String, CutClip> cuts = new HashMap<>();
        int done = 0;
        for (ExportSource source : plan.request().sources()) {
            List<PlannedClip> clips = plan.clips().stream()
                    .filter(clip ->
                            clip.place().recording().equals(source.recording().name()))
                    .toList();
            if (!clips.isEmpty()) {
                double all = plan.clips().size();
                Progress part = progress.part(done / all, (done + clips.size()) / all);
                cutOne(plan.profile().clip(), source, clips, folder, part, cuts);
                done += clips.size();
            }
        }
        return cuts;
    }

    private void cutOne(
            ClipForm form,
            ExportSource source,
            List<PlannedClip> clips,
            Path folder,
            Progress progress,
            Map<String, CutClip> cuts)
            throws IOException, VideoException, DatasetException {
        List<ClipOrder> orders = new ArrayList<>(clips.size());
        Map<Long, List<Integer>> framesAt = new HashMap<>();
        for (PlannedClip clip : clips) {
            Path file = folder.resolve(clip.file());
            Files.createDirectories(file.getParent());
            orders.add(new ClipOrder(
                    file,
                    framesAt.computeIfAbsent(clip.source().startMicros(), start -> form.frames(source.index(), start)),
                    form.rate(),
                    clip.cage().box(),
                    clip.cage().tagMask(),
                    form.fit(),
                    form.side(),
                    form.codec()));
        }
        List<CutClip> outcomes = videos.cut(source.reel(), orders, progress);
        for (int i = 0; i < clips.size(); i++) {
            check(clips.get(i), outcomes.get(i), form);
            cuts.put(clips.get(i).file(), outcomes.get(i));
        }
    }

    private static void check(PlannedClip clip, CutClip outcome, ClipForm form) throws DatasetException {
        if (outcome.frames() != form.frames()) {
            throw new DatasetException("The clip " + clip.file() + " has " + outcome.frames() + " frames instead of "
                    + form.frames() + "; export again, with another codec if it stays so.");
        }
        if (Math.min(outcome.firstPsnr(), outcome.lastPsnr()) < LEAST_LIKENESS) {
            throw new DatasetException("The clip " + clip.file()
                    + " does not look like its source; export again, with another codec if it stays so.");
        }
    }
}
