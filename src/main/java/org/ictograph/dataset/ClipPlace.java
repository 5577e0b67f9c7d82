package org.ictograph.dataset;

import java.time.LocalDate;

/**
 * Where in the lab a clip was filmed.
 *
 * @param recording name of the recording
 * @param date local date of the recording's start as {@code yyyy-mm-dd}, empty when not known
 * @param cage position of the cage in the recording
 * @param subject the animal's id
 */
public record ClipPlace(String recording, String date, int cage, String subject) {
    public ClipPlace {
        if (!date.isEmpty()) {
            LocalDate.parse(date);
        }
    }
}
