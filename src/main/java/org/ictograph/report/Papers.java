package org.ictograph.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.ictograph.report.pdf.PdfPages;

/** Writes a report in the form that the file's ending names. The same study gives the same bytes. Blocks. */
public final class Papers {
    /** The endings that can be written. */
    public static final List<String> ENDINGS = List.of(".html", ".pdf", ".csv");

    private Papers() {}

    /** True when the ending of a file is one that can be written. */
    public static boolean canWrite(Path file) {
        return ENDINGS.stream().anyMatch(name(file)::endsWith);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /**
     * Nothing half-written stays: the file is written beside its place and then moved there.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(AgreementPaper paper, Path file) throws IOException {
        byte[] bytes;
        if (name(file).endsWith(".pdf")) {
            bytes = PdfPages.of(paper.title(), paper.blocks());
        } else if (name(file).endsWith(".csv")) {
            bytes = Csv.of(paper).getBytes(StandardCharsets.UTF_8);
        } else {
            String language = paper.words().language().getLanguage();
            bytes = Html.of(paper.title(), paper.blocks(), language).getBytes(StandardCharsets.UTF_8);
        }
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
