package org.ictograph.exchange;

import java.util.List;

/**
 * What a foreign file says.
 *
 * @param marks in the order of the file
 * @param losses what could not even be read; nothing in it is counted as kept
 */
public record ForeignLabels(List<ForeignMark> marks, LossReport losses) {
    public ForeignLabels {
        marks = List.copyOf(marks);
    }
}
