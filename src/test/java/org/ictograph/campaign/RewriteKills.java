package org.ictograph.campaign;

import java.nio.file.Path;

/** Control: a text file that is emptied and written again must lose edits when the process is killed. */
final class RewriteKills implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.mustFail();
        trials.checks("the same, truncate and rewrite");
        for (int kill = 0; kill < size; kill++) {
            Path file = folder.resolve("text-" + kill);
            try (Child child = Child.start()) {
                child.next();
                child.order("rewrite", file);
                child.awaitEdits(50 + trials.dice().nextInt(100));
                child.kill();
                long found = TextStudy.read(file);
                trials.add(found < child.last() ? "lost" : "");
            }
        }
    }
}
