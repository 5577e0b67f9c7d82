package org.ictograph.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ictograph.store.sqlite.SideDoor;

/** Campaign 7: two processes open one study in the same instant, on a plain disk and in a synced folder. */
final class Races implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("exactly one writer, the other told in a sentence; the study is free and sound afterwards");
        Path plain = SideDoor.make(folder.resolve("plain.icto"));
        Files.createDirectories(folder.resolve("synced").resolve(".stfolder"));
        Path synced = SideDoor.make(folder.resolve("synced").resolve("study.icto"));
        try (Child one = Child.start();
                Child other = Child.start()) {
            one.next();
            other.next();
            for (int race = 0; race < size; race++) {
                trials.add(race(one, other, race % 2 == 0 ? plain : synced));
            }
        }
        trials.add(Found.after(plain, 9, ""));
        trials.add(Found.after(synced, 9, ""));
    }

    private static String race(Child one, Child other, Path file) throws Exception {
        one.order("hold", file);
        other.order("hold", file);
        String first = one.next();
        String second = other.next();
        one.order("close", file);
        other.order("close", file);
        one.next();
        other.next();
        boolean oneWrites = first.startsWith("writer") != second.startsWith("writer");
        String told = first.startsWith("writer") ? second : first;
        return oneWrites && told.startsWith("refused\t") ? "" : first + " / " + second;
    }
}
