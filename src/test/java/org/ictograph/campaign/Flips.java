package org.ictograph.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Progress;

/** Campaign 5: flipped bits, cut ends and exchanged pages. What can be seen to be other than before is told. */
final class Flips implements Campaign {
    private static final int PAGE = 4096;

    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("every visible change told by opening or verify, no crash");
        Path sound = SideDoor.make(folder.resolve("sound.icto"));
        List<Object> before;
        try (StudyStore store = new SqliteStudyFiles().open(sound)) {
            for (int i = 0; i < 100; i++) {
                SideDoor.mark(store);
            }
            before = Found.content(store);
        }
        byte[] bytes = Files.readAllBytes(sound);
        for (int trial = 0; trial < size; trial++) {
            Path file = folder.resolve("flipped.icto");
            Found.remove(file);
            Files.write(file, damaged(bytes, trials));
            trials.add(wrong(file, before));
        }
    }

    private static byte[] damaged(byte[] sound, Trials trials) {
        var dice = trials.dice();
        byte[] bytes = sound.clone();
        int pages = bytes.length / PAGE;
        switch (dice.nextInt(10)) {
            case 0 -> {
                return java.util.Arrays.copyOf(bytes, dice.nextInt(bytes.length));
            }
            case 1 -> {
                int one = dice.nextInt(pages) * PAGE;
                int other = dice.nextInt(pages) * PAGE;
                System.arraycopy(sound, one, bytes, other, PAGE);
                System.arraycopy(sound, other, bytes, one, PAGE);
            }
            default -> bytes[dice.nextInt(bytes.length)] ^= (byte) (1 << dice.nextInt(8));
        }
        return bytes;
    }

    private static String wrong(Path file, List<Object> before) {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            boolean told = !store.verify(Progress.NONE).isEmpty();
            return told || Found.content(store).equals(before) ? "" : "a visible change was not told";
        } catch (StoreException refused) {
            return "";
        } catch (RuntimeException crash) {
            return "crash: " + crash;
        }
    }
}
