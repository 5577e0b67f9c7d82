package org.ictograph.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ictograph.store.sqlite.SideDoor;

/** Campaign 11: bundles in any order, twice, interleaved with work. */
final class Bundles implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("five orders of each lab's bundles, some twice: the same tables and review list, nothing new the"
                + " second time, verify clean");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i * SideDoor.ORDERS < size; i++) {
                long seed = trials.seed() + i;
                work.add(() -> trial(folder, seed));
            }
            for (Future<String> done : both.invokeAll(work)) {
                String wrong = done.get();
                for (int order = 0; order < SideDoor.ORDERS; order++) {
                    trials.add(wrong);
                }
            }
        } finally {
            both.shutdown();
        }
    }

    private static String trial(Path folder, long seed) throws Exception {
        try {
            SideDoor.bundles(folder, seed);
            return "";
        } catch (AssertionError wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }
}
