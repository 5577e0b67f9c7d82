package org.ictograph.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ictograph.model.Box;
import org.ictograph.model.Subject;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.SessionException;

/** The cage layout that {@code add} reads: a CSV file {@code position,x,y,width,height,subject} in source pixels. */
final class CageFile {
    private static final String HEADER = "position,x,y,width,height,subject";
    private static final int COLUMNS = 6;

    private CageFile() {}

    static List<NewCage> read(Path file) throws SessionException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new SessionException(
                    "The cage file " + file + " cannot be read as UTF-8 text; check its name and encoding.",
                    unreadable);
        }
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equalsIgnoreCase(HEADER)) {
            throw new SessionException("The cage file " + file + " must begin with the line " + HEADER + ".");
        }
        List<NewCage> cages = new ArrayList<>();
        Set<Integer> positions = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                NewCage cage = cage(file, i + 1, lines.get(i));
                if (!positions.add(cage.position())) {
                    throw new SessionException(
                            "Line " + (i + 1) + " of " + file + " repeats position " + cage.position() + ".");
                }
                cages.add(cage);
            }
        }
        return cages;
    }

    /** Only the last column is free text, so commas in an animal's id do no harm; quotes around it are taken off. */
    private static NewCage cage(Path file, int number, String line) throws SessionException {
        String[] cells = line.split(",", COLUMNS);
        if (cells.length < COLUMNS) {
            throw new SessionException(
                    "Line " + number + " of " + file + " has " + cells.length + " columns; it needs " + HEADER + ".");
        }
        try {
            int[] n = new int[COLUMNS - 1];
            for (int c = 0; c < n.length; c++) {
                n[c] = Integer.parseInt(cells[c].strip());
            }
            if (n[0] < 1) {
                throw new SessionException(
                        "Line " + number + " of " + file + " numbers a cage " + n[0] + "; cages are numbered from 1.");
            }
            String name = unquoted(cells[COLUMNS - 1].strip());
            return new NewCage(
                    n[0],
                    new Box(n[1], n[2], n[3], n[4]),
                    Optional.empty(),
                    name.isBlank() ? Optional.empty() : Optional.of(Subject.named(name)));
        } catch (IllegalArgumentException wrong) {
            throw new SessionException(
                    "Line " + number + " of " + file
                            + " has no usable box; position, x, y, width and height are whole numbers of pixels.",
                    wrong);
        }
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
