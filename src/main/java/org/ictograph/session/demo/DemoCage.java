package org.ictograph.session.demo;

import java.util.Optional;
import org.ictograph.model.Box;

/**
 * A cage of a demo recording, its animal and all that the animal does.
 *
 * @param position counted from 1
 * @param box the glass front, in source pixels
 * @param tag the card with the cage's number, in source pixels
 */
public record DemoCage(int position, Box box, Box tag, DemoAnimal animal, Script script) {
    /** The tag where it hangs inside the box, so that clips must mask it; empty where it hangs below. */
    public Optional<Box> tagMask() {
        return box.overlaps(tag) ? Optional.of(tag) : Optional.empty();
    }
}
