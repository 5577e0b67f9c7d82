package org.ictograph.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * On what networks compute on this machine.
 *
 * @param device one of {@link #DEVICES}
 * @param cuda the folder with PyTorch's libraries for NVIDIA cards
 */
public record Computing(String device, Optional<Path> cuda) {
    public static final List<String> DEVICES = List.of("auto", "cpu", "gpu");

    /** What holds until somebody chooses. */
    public static final Computing STANDARD = new Computing("auto", Optional.empty());

    public Computing {
        if (!DEVICES.contains(device)) {
            throw new IllegalArgumentException("Networks compute on auto, cpu or gpu, not on " + device);
        }
    }
}
