package org.ictograph.campaign;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.ictograph.store.sqlite.SideDoor;

/** Campaign 1: the process is killed at random moments of random work; what it told is there. */
final class Kills implements Campaign {
    private static final int SAME_STUDY = 20;

    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("acknowledged ≤ found ≤ acknowledged + 1, verify clean");
        Queue<Child> warm = new ArrayDeque<>();
        try {
            warm.add(Child.start());
            for (int kill = 0; kill < size; kill++) {
                Path file = folder.resolve("kill-" + kill / SAME_STUDY + ".icto");
                if (kill % SAME_STUDY == 0) {
                    SideDoor.make(file);
                }
                Child child = warm.remove();
                warm.add(Child.start());
                trials.add(kill(child, file, trials));
                if (kill % SAME_STUDY == SAME_STUDY - 1) {
                    Found.remove(file);
                }
            }
        } finally {
            warm.forEach(Child::close);
        }
    }

    private static String kill(Child child, Path file, Trials trials) throws Exception {
        try (child) {
            child.next();
            child.order("work", file, trials.dice().nextLong());
            child.awaitEdits(1 + trials.dice().nextInt(20));
            LockSupport.parkNanos(trials.dice().nextInt(2_000_000));
            child.kill();
            return child.last() == 0 ? "the worker did not begin" : Found.after(file, child.last(), child.hash());
        }
    }
}
