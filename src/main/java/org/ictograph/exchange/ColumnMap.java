package org.ictograph.exchange;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the columns of a table are.
 *
 * @param columns name of the column by what it says; a thing that no column says is not in it
 * @param counting how the table counts time
 */
public record ColumnMap(Map<Field, String> columns, Counting counting) {
    /** What a column can say. */
    public enum Field {
        START,
        END,
        LENGTH,
        LABEL,
        ANIMAL,
        CAGE,
        VIDEO,
        OBSERVER,
        STAGE,
        NOTE,
        SCORE
    }

    /** How a table counts time. Times with colons are hours, minutes and seconds whatever is chosen. */
    public enum Counting {
        SECONDS,
        MILLISECONDS,
        MINUTES,
        /** Frames from 0; the end is the first frame that is no longer part. */
        FRAMES,
        /** Frames from 0; the end is the last frame that is part. */
        FRAMES_LAST,
        /** Frames from 1; the end is the first frame that is no longer part. */
        FRAMES_FROM_1,
        /** Frames from 1; the end is the last frame that is part. */
        FRAMES_FROM_1_LAST;

        public boolean frames() {
            return compareTo(FRAMES) >= 0;
        }

        /** Number of the first frame. */
        public int first() {
            return this == FRAMES_FROM_1 || this == FRAMES_FROM_1_LAST ? 1 : 0;
        }

        /** True when an end is the last frame that is part. */
        public boolean inclusive() {
            return this == FRAMES_LAST || this == FRAMES_FROM_1_LAST;
        }
    }

    public ColumnMap {
        Map<Field, String> named = new EnumMap<>(Field.class);
        columns.forEach((field, column) -> {
            if (!column.isEmpty()) {
                named.put(field, column);
            }
        });
        columns = Map.copyOf(named);
    }

    /** Empty when no column says it. */
    public String column(Field field) {
        return columns.getOrDefault(field, "");
    }

    public boolean has(Field field) {
        return columns.containsKey(field);
    }
}
