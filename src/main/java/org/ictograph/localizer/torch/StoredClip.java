package org.ictograph.localizer.torch;

import java.util.List;

/** A clip of one cage in memory, brightness as bytes. Immutable. */
final class StoredClip {
    private final List<byte[]> pictures;
    private final int size;

    /**
     * @param pictures oldest first, row by row, not copied
     * @param size height and width
     */
    StoredClip(List<byte[]> pictures, int size) {
        this.pictures = List.copyOf(pictures);
        this.size = size;
    }

    int frames() {
        return pictures.size();
    }

    int size() {
        return size;
    }

    /** Brightness from 0 to 255. */
    int at(int frame, int row, int column) {
        return pictures.get(frame)[row * size + column] & 0xff;
    }
}
