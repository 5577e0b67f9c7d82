package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Containers × codings × stamps: whichever way a frame is reached, it is the frame of that number in a sequential decode and
 * carries that number as its bar code. The usual run takes a short dose that our own encoders can write. The whole campaign:
 *
 * <pre>mvn test -Dtest=FrameMatrixTest -Dframes.positions=200 -Dframes.program=ffmpeg -Dframes.folder=FOLDER</pre>
 *
 * takes all cells, those that only FFmpeg's program can write included, and all videos of a folder. Cells that cannot be
 * written are listed. {@code -Dframes.cells=REGEX} takes some cells only.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FrameMatrixTest {
    private static final int POSITIONS = Integer.getInteger("frames.positions", 0);
    private static final String PROGRAM = System.getProperty("frames.program", "");
    private static final String CELLS = System.getProperty("frames.cells", ".*");
    private static final int DOSE = 8;
    /** Each so many positions are asked of a reader that knows nothing yet. */
    private static final int FRESH = 4;
    /** Where a file was cut short, so many of the last frames may be half there, or be out of order without their neighbours. */
    private static final int TORN = 8;

    @TempDir
    Path folder;

    private final Videos videos = new FfmpegVideos();
    private final List<String> unwritten = new ArrayList<>();
    private int written;

    static List<Cell> cells() {
        Cell.Coding[] codings = Cell.Coding.values();
        Cell.Stamps[] stamps = Cell.Stamps.values();
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < Cell.CONTAINERS.size(); c++) {
            for (int p = 0; p < codings.length; p++) {
                for (int s = 0; s < stamps.length; s++) {
                    Cell cell = new Cell(Cell.CONTAINERS.get(c), codings[p], stamps[s]);
                    // Half of a Latin square: each container meets each second coding once, and all stamps come round.
                    boolean dose = s == (c + 2 * p) % stamps.length && (c + p) % 2 == 0;
                    boolean wanted = codings[p].needsProgram() ? !PROGRAM.isEmpty() : dose || POSITIONS > 0;
                    if (wanted && cell.name().matches(CELLS)) {
                        cells.add(cell);
                    }
                }
            }
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyWayToAFrameLeadsToIt(Cell cell) throws Exception {
        Path file = folder.resolve(cell.name() + "." + cell.container());
        if (!cell.write(file, PROGRAM)) {
            unwritten.add(cell.name());
            return;
        }
        written++;
        int frames = agree(file, POSITIONS > 0 ? POSITIONS : DOSE, cell.stamps() == Cell.Stamps.TRUNCATED ? TORN : 0);
        if (cell.stamps() == Cell.Stamps.TRUNCATED) {
            assertTrue(frames > Cell.FRAMES / 2 && frames <= Cell.FRAMES, "frames " + frames);
        } else {
            assertEquals(cell.frames(), frames);
        }
        Files.delete(file);
    }

    /** With {@code -Dframes.folder=FOLDER}: the videos of a folder, whose frames carry no number. */
    @Test
    void theSameOfRecordedFiles() throws Exception {
        String given = System.getProperty("frames.folder", "");
        assumeFalse(given.isEmpty(), "give -Dframes.folder=FOLDER");
        try (var files = Files.list(Path.of(given))) {
            for (Path file : files.filter(name -> !name.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                System.out.println(file.getFileName() + ": " + agree(file, Math.max(DOSE, POSITIONS), Integer.MAX_VALUE)
                        + " frames agree");
            }
        }
    }

    @AfterAll
    void list() {
        System.out.println("frame matrix: " + written + " cells agree or are told above; " + unwritten.size()
                + " cannot be written: " + String.join(", ", unwritten));
        assertTrue(written > unwritten.size(), "most cells can be written");
    }

    /** @param torn frames at the end whose numbers cannot be told */
    private int agree(Path file, int positions, int torn) throws VideoException, IOException {
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        int frames = index.frames();
        long[] truth = new long[frames];
        Picture picture;
        try (FrameReader sequence = videos.open(file, fromStart(index))) {
            picture = new Picture(sequence.width(), sequence.height());
            for (int frame = 0; frame < frames; frame++) {
                sequence.read(frame, picture);
                truth[frame] = sum(picture);
                if (frame < frames - torn) {
                    assertEquals(frame, BarCode.read(picture), "bar code");
                }
            }
        }
        // The decoder paints what is missing of a torn last frame by guess, each time another.
        int sure = torn == TORN ? frames - 1 : frames;
        Random random = new Random(frames);
        try (FrameReader reader = videos.open(file, index)) {
            for (int i = 0; i < positions; i++) {
                int frame = random.nextInt(sure);
                String where = "frame " + frame + " of " + frames;
                if (i % FRESH == 0) {
                    try (FrameReader fresh = videos.open(file, index)) {
                        fresh.read(frame, picture);
                        assertEquals(truth[frame], sum(picture), where + ", fresh");
                    }
                }
                reader.read(frame, picture);
                assertEquals(truth[frame], sum(picture), where);
            }
        }
        return frames;
    }

    private static long sum(Picture picture) {
        CRC32C sum = new CRC32C();
        sum.update(picture.bgra());
        return sum.getValue();
    }

    /** An index that makes a reader decode from the start. */
    private static FrameIndex fromStart(FrameIndex index) {
        long[] micros = new long[index.frames()];
        Arrays.setAll(micros, index::microsOf);
        return new FrameIndex(micros, new boolean[index.frames()], index.duration());
    }
}
