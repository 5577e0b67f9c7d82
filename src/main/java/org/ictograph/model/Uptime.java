package org.ictograph.model;

/**
 * A moment by a clock that never goes back, whatever happens to the clock on the wall.
 *
 * @param openedAfter sequence of the newest log entry when the study was opened
 * @param millis milliseconds since then
 */
public record Uptime(long openedAfter, long millis) {}
