package org.ictograph.model;

import java.time.Instant;

/**
 * Who writes in a study.
 *
 * @param user name of the account
 * @param host name of the machine
 * @param process number of the program's process there
 * @param since when the study was opened, by that machine's clock
 */
public record Holder(String user, String host, long process, Instant since) {}
