package org.ictograph.ui.study;

import org.ictograph.session.LedgerLine;
import org.ictograph.session.LookedTime;

/**
 * One row of the coverage table.
 *
 * @param name what the row is about: a recording, an animal, a rater or all three
 * @param place the line of the ledger to go to: the first of the row that has unseen time, else its first
 */
public record CoverageRow(String name, LookedTime time, LedgerLine place) {}
