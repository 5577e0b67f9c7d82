package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.ictograph.model.VideoFile;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;

/** What is checked before the first byte of a data set is written. Each check that fails is one sentence. */
final class Preflight {
    private static final long MEGABYTE = 1_000_000;

    /**
     * Bytes of a file beside its pictures. A clip of 48 pixels and 30 frames has 6,100 of an AVI file's own, its disk rounds it up
     * to whole blocks, and manifest and lists have 1,640 about it (50,688 clips, 2026-11-28).
     */
    private static final long FILE = 10_000;

    private final Videos videos;
    private final DiskSpace disk;

    Preflight(Videos videos, DiskSpace disk) {
        this.videos = videos;
        this.disk = disk;
    }

    /**
     * @param kept bytes that an export that was cut off has left to be gone on with
     */
    void check(DatasetPlan plan, Path folder, long kept) throws DatasetException {
        if (plan.obstacle().isPresent()) {
            throw new DatasetException(plan.obstacle().get());
        }
        Path parent = folder.getParent();
        if (parent == null || Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new DatasetException("The folder " + folder + " exists already; choose a new name for the data set.");
        }
        if (!Files.isDirectory(parent)) {
            throw new DatasetException("The folder " + parent + " does not exist; make it or choose another place.");
        }
        if (!Files.isWritable(parent)) {
            throw new DatasetException("The folder " + parent + " cannot be written to; choose another place.");
        }
        sources(plan);
        space(plan, parent, kept);
    }

    private void sources(DatasetPlan plan) throws DatasetException {
        Set<String> needed =
                plan.clips().stream().map(clip -> clip.place().recording()).collect(Collectors.toSet());
        for (ExportSource source : plan.request().sources()) {
            if (!needed.contains(source.recording().name())) {
                continue;
            }
            for (Reel.Piece piece : source.reel().pieces()) {
                source(source.recording().name(), piece.file(), source.fileOf(piece));
            }
        }
    }

    private void source(String recording, Path found, VideoFile known) throws DatasetException {
        if (!Files.isRegularFile(found)) {
            throw new DatasetException("The video " + found + " of recording " + recording
                    + " is not there; find it again and repeat the export.");
        }
        try {
            if (!videos.fingerprint(found).equals(known.fingerprint())) {
                throw new DatasetException("The video " + found + " is not the one that was marked as " + recording
                        + "; its content differs.");
            }
        } catch (VideoException e) {
            throw new DatasetException(String.valueOf(e.getMessage()), e);
        }
    }

    private void space(DatasetPlan plan, Path parent, long kept) throws DatasetException {
        long needed = Math.max(0, room(plan) - kept);
        try {
            long free = disk.usable(parent);
            if (free < needed) {
                throw new DatasetException(
                        "The disk of " + parent + " has " + free / MEGABYTE + " MB free, the data set may need "
                                + (needed / MEGABYTE + 1) + " MB; make room or choose another disk.");
            }
        } catch (IOException e) {
            throw new DatasetException("The free space of " + parent + " cannot be told: " + e.getMessage(), e);
        }
    }

    /** The room that must be free: what the files may take, and a tenth for the disk's own lists. */
    static long room(DatasetPlan plan) {
        return bytes(plan) / 10 * 11;
    }

    /**
     * A generous guess from the number of pixels, and a megabyte for the texts. Clips of the demo take 0.02 bytes for a
     * pixel of a frame as MPEG-4 (2026-11-21); grainy cameras take several times as much.
     */
    static long bytes(DatasetPlan plan) {
        ClipForm form = plan.profile().clip();
        double perPixel =
                form.codecs().stream().mapToDouble(Preflight::perPixel).sum();
        double bytes = MEGABYTE;
        for (PlannedClip clip : plan.clips()) {
            long pixels = form.fit() == Fit.NATIVE
                    ? (long) clip.cage().box().width() * clip.cage().box().height()
                    : (long) form.side() * form.side();
            bytes += perPixel * pixels * form.frames() + FILE * form.codecs().size();
            bytes += jointFiles(plan, clip);
        }
        return (long) bytes;
    }

    /** The same of the films of joints and of the array that tells where these are. */
    private static double jointFiles(DatasetPlan plan, PlannedClip clip) {
        JointForm joints = plan.profile().joints();
        if (joints == null
                || plan.request().sources().stream()
                        .noneMatch(
                                source -> source.poses().containsKey(clip.cage().id()))) {
            return 0;
        }
        ClipForm form = plan.profile().clip();
        double film = perPixel(form.codec()) * joints.side() * joints.side() * form.frames() + FILE;
        return FILE + film * joints.points().size();
    }

    private static double perPixel(Codec codec) {
        return switch (codec) {
            case H264 -> 0.08;
            case MPEG4 -> 0.1;
            case MJPEG -> 0.25;
            case FFV1 -> 0.75;
        };
    }
}
