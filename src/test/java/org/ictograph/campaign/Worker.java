package org.ictograph.campaign;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;

/** The process that is killed, stopped or starved: does what it is told and tells each edit once it is stored. */
public final class Worker {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        // What is logged must not come between what is told.
        System.setOut(System.err);
        SideDoor.warm();
        OUT.println("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] words = line.split("\t", -1);
            Path file = Path.of(words[1]);
            switch (words[0]) {
                case "work" -> new Rater(file, Long.parseLong(words[2]), OUT).work();
                case "unsynced" -> write(SideDoor.openUnsynced(file, words[2]));
                case "hold" -> hold(file, orders);
                case "open" -> open(file);
                case "faults" -> new FaultLoop(file, Path.of(words[2]), OUT).run(Integer.parseInt(words[3]));
                case "rewrite" -> rewrite(file);
                case "rename" -> rename(file);
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    static void tell(PrintStream out, long sequence, String hash) {
        out.println("stored\t" + sequence + "\t" + hash + "\t.");
    }

    private static void write(StudyStore store) throws StoreException {
        while (true) {
            var entry = SideDoor.mark(store);
            tell(OUT, entry.sequence(), entry.hash());
        }
    }

    /** Opens a study, tells whether it could, and keeps it until the next line. */
    private static void hold(Path file, BufferedReader orders) throws IOException {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            OUT.println("writer\t" + store.head().sequence());
            orders.readLine();
        } catch (StoreException refused) {
            OUT.println("refused\t" + refused.getMessage());
            orders.readLine();
        }
        OUT.println("closed");
    }

    private static void open(Path file) {
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            OUT.println("opened\t" + store.head().sequence());
        } catch (StoreException refused) {
            OUT.println("refused\t" + refused.getMessage());
        }
    }

    /** A control: the whole file is emptied and written again at each edit. */
    private static void rewrite(Path file) throws IOException {
        for (long edit = 1; true; edit++) {
            TextStudy.write(file, edit);
            tell(OUT, edit, "");
        }
    }

    /** A control: a new file takes the place of the old one, but nothing is synced. */
    private static void rename(Path file) throws IOException {
        Path beside = file.resolveSibling("new");
        for (long edit = 1; true; edit++) {
            TextStudy.write(beside, edit);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            tell(OUT, edit, "");
        }
    }
}
