package org.ictograph.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The exposures that a person chose for cages of recordings; all others are seen as filmed. */
public record Exposures(Map<UUID, Exposure> chosen) {
    /** Everything as it was filmed. */
    public static final Exposures NONE = new Exposures(Map.of());

    public Exposures {
        chosen = Map.copyOf(chosen);
    }

    /** How a cage is seen. */
    public Exposure of(UUID cageId) {
        return Optional.ofNullable(chosen.get(cageId)).orElse(Exposure.NONE);
    }

    public Exposures with(UUID cageId, Exposure exposure) {
        Map<UUID, Exposure> changed = new LinkedHashMap<>(chosen);
        changed.remove(cageId);
        if (!exposure.equals(Exposure.NONE)) {
            changed.put(cageId, exposure);
        }
        return new Exposures(changed);
    }
}
