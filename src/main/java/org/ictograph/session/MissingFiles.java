package org.ictograph.session;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.model.VideoFile;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * Finds files again by what is in them, whatever they are called now. Only files of the right size are read at all. Blocks;
 * confined to one thread.
 */
final class MissingFiles {
    private final Videos videos;
    private final List<VideoFile> wanted;
    private final int all;
    private final Map<VideoFile, Path> found = new LinkedHashMap<>();

    MissingFiles(Videos videos, List<VideoFile> wanted) {
        this.videos = videos;
        this.wanted = new ArrayList<>(wanted);
        this.all = wanted.size();
    }

    /**
     * @param place a file, or a folder that is searched with all folders in it
     * @return where each missing file is, as far as it was found
     * @throws SessionException when nothing is missing, when the place cannot be read, or when a single file is none of those
     *     that are missing
     */
    Map<VideoFile, Path> search(Path place, Progress progress) throws SessionException {
        if (wanted.isEmpty()) {
            throw new SessionException("No video of the study is missing; there is nothing to relink.");
        }
        Path start = place.toAbsolutePath().normalize();
        if (!Files.isReadable(start)) {
            throw new SessionException(
                    start + " cannot be read; choose the file or the folder where the videos are now.");
        }
        try {
            Files.walkFileTree(start, new Search(progress));
        } catch (IOException failure) {
            throw new SessionException(
                    "The search in " + start + " broke off (" + failure.getMessage()
                            + "); check its disk and try again.",
                    failure);
        }
        if (found.isEmpty() && Files.isRegularFile(start)) {
            throw new SessionException(start + " is none of the videos that are missing: its content is another. "
                    + "Choose the original file.");
        }
        return found;
    }

    private void compare(Path file, long bytes) {
        if (wanted.stream().noneMatch(known -> known.bytes() == bytes)) {
            return;
        }
        String fingerprint;
        try {
            fingerprint = videos.fingerprint(file);
        } catch (VideoException unreadable) {
            return; // such a file cannot be shown either
        }
        for (Iterator<VideoFile> left = wanted.iterator(); left.hasNext(); ) {
            VideoFile known = left.next();
            if (known.bytes() == bytes && known.fingerprint().equals(fingerprint)) {
                found.put(known, file);
                left.remove();
            }
        }
    }

    /** Folders that cannot be entered are passed by. */
    private final class Search extends SimpleFileVisitor<Path> {
        private final Progress progress;

        Search(Progress progress) {
            this.progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            progress.check();
            progress.report((double) found.size() / all, "searching " + folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.check();
            if (attributes.isRegularFile()) {
                compare(file, attributes.size());
            }
            return wanted.isEmpty() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path folder, java.io.@org.jspecify.annotations.Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
