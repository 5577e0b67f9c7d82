package org.ictograph.exchange;

import java.util.Optional;

/**
 * One box as a foreign file tells it.
 *
 * @param place where in the file, for sentences
 * @param media the picture or video as the file names it
 * @param size of that picture, empty when the file does not say
 * @param cage number of the cage, empty when the file does not say
 * @param animal name of the animal, empty when none is told
 * @param edges of the box in pixels of that picture
 * @param mask edges of the part that is painted over, empty when there is none
 */
public record ForeignBox(
        String place,
        String media,
        Optional<Size> size,
        String cage,
        String animal,
        Edges edges,
        Optional<Edges> mask) {
    /** How large a picture is, in pixels. */
    public record Size(double width, double height) {}

    /** The edges of a rectangle, origin at the top left. */
    public record Edges(double left, double top, double right, double bottom) {
        Edges scaled(double across, double down) {
            return new Edges(left * across, top * down, right * across, bottom * down);
        }
    }
}
