package org.ictograph.campaign;

import java.nio.file.Path;

/** One campaign: as many trials as are asked for, in a folder of its own. */
@FunctionalInterface
interface Campaign {
    void run(Path folder, int size, Trials trials) throws Exception;
}
