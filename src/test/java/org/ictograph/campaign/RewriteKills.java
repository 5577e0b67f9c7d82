package org.ictograph.campaign;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Control: a text file that is emptied and written again must lose edits when the process is killed. */
final class RewriteKills implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.mustFail();
        trials.checks("a text file, emptied and written again");
        for (int kill = 0; kill < size; kill++) {
            Path file = folder.resolve("text-" + kill);
            try (Child child = Child.start()) {
                child.next();
                child.order("rewrite", file);
                child.awaitEdits(5 + trials.dice().nextInt(20));
                LockSupport.parkNanos(trials.dice().nextInt(10_000_000));
                child.kill();
                long found = TextStudy.read(file);
                trials.add(found < child.last() ? "lost" : "");
            }
        }
    }
}
