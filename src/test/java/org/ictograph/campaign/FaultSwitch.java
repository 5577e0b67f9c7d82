package org.ictograph.campaign;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells {@code faults.c}, in this or another process, which call is to fail. */
final class FaultSwitch {
    static final int EIO = 5;
    static final int ENOSPC = 28;

    private final MappedByteBuffer shared;

    FaultSwitch(Path control) throws IOException {
        try (FileChannel channel = FileChannel.open(control, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            shared = channel.map(FileChannel.MapMode.READ_WRITE, 0, 64);
        }
        shared.order(ByteOrder.nativeOrder());
    }

    /** From now on the k-th call fails, or all from it on. */
    void arm(int k, boolean fromThenOn, int error) {
        set(k, fromThenOn, error, false);
    }

    /** From now on the process dies at the k-th call. */
    void armDeath(int k) {
        set(k, false, 0, true);
    }

    private void set(int k, boolean fromThenOn, int error, boolean death) {
        shared.putInt(4, k);
        shared.putInt(8, fromThenOn ? 1 : 0);
        shared.putInt(12, error);
        shared.putInt(16, 0);
        shared.putInt(20, death ? 1 : 0);
        shared.putInt(0, 1);
    }

    /** Lets everything through again and says how many calls there were. */
    int disarm() {
        shared.putInt(0, 0);
        return shared.getInt(16);
    }
}
