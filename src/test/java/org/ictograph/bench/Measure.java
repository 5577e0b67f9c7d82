package org.ictograph.bench;

/** One thing to measure. Ours and the rival's turns alternate, so that other load on the machine hits both. */
@FunctionalInterface
interface Measure {
    /** Measures and adds its rows. */
    void into(Table table) throws Exception;
}
