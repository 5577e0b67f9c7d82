package org.ictograph.model;

import java.time.LocalTime;

/**
 * When it is light in the room where the animals live, every day the same.
 *
 * @param on when the lights go on
 * @param off when they go out; earlier than {@code on} where day and night are turned round
 */
public record LightSchedule(LocalTime on, LocalTime off) {
    /** What most animal houses do. */
    public static final LightSchedule STANDARD = new LightSchedule(LocalTime.of(7, 0), LocalTime.of(19, 0));

    public LightSchedule {
        if (on.equals(off)) {
            throw new IllegalArgumentException("The lights cannot go on and out at the same time: " + on);
        }
    }

    /** Reads {@code 07:00 - 19:00}. @throws IllegalArgumentException when it is not written like that */
    public static LightSchedule parse(String text) {
        String[] times = text.strip().split("\\s*[-–]\\s*", -1);
        if (times.length != 2 || !time(times[0]) || !time(times[1])) {
            throw new IllegalArgumentException("A light schedule is written like 07:00 - 19:00, not “" + text + "”.");
        }
        return new LightSchedule(read(times[0]), read(times[1]));
    }

    private static boolean time(String text) {
        return text.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]");
    }

    private static LocalTime read(String time) {
        return LocalTime.parse(time.length() == 4 ? "0" + time : time);
    }

    @Override
    public String toString() {
        return on + " - " + off;
    }
}
