package org.ictograph.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ictograph.measure.Diary;
import org.ictograph.report.drawing.Drawing;

/** A diary as files: a figure as SVG, its numbers as CSV. The same diary gives the same bytes. */
public final class DiaryFiles {
    private DiaryFiles() {}

    public static String svg(Drawing figure) {
        return Svg.file(figure);
    }

    /** Every number behind the figures, one a line, and every event. English, whatever the window speaks. */
    public static String csv(Diary diary) {
        return DiaryCsv.of(diary);
    }

    /**
     * Nothing half-written stays: the file is written beside its place and then moved there. Blocks.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(String content, Path file) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(beside, content.getBytes(StandardCharsets.UTF_8));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
