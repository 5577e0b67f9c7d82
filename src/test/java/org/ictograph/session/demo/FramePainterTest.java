package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import org.ictograph.model.Box;
import org.ictograph.video.YuvPicture;
import org.junit.jupiter.api.Test;

class FramePainterTest {
    private final DemoRecording recording = DemoPlan.of(4, 2, 1).recordings().get(1);
    private final FramePainter painter = recording.painter();

    @Test
    void framesCarryTheirNumber() {
        for (int frame : new int[] {0, 1, 1023, 0xFFFFFF}) {
            assertEquals(
                    OptionalInt.of(frame),
                    FrameBarCode.read(painted(painter, frame, 0).y(), 640));
        }
    }

    @Test
    void aDamagedOrMissingCodeIsNotRead() {
        byte[] luma = painted(painter, 77, 0).y();
        for (int y = 465; y < 471; y++) {
            Arrays.fill(luma, y * 640 + 16, y * 640 + 24, (byte) 225);
        }
        assertEquals(OptionalInt.empty(), FrameBarCode.read(luma, 640));
        assertEquals(OptionalInt.empty(), FrameBarCode.read(new byte[640 * 480], 640));
        assertEquals(OptionalInt.empty(), FrameBarCode.read(new byte[64], 8));
    }

    @Test
    void theSamePlanGivesTheSamePixelsInAnyOrder() {
        FramePainter again = DemoPlan.of(4, 2, 1).recordings().get(1).painter();
        again.paint(900, recording.microsOf(900), new YuvPicture(640, 480));
        YuvPicture one = painted(painter, 300, recording.microsOf(300));
        YuvPicture other = painted(again, 300, recording.microsOf(300));
        assertArrayEquals(one.y(), other.y());
        assertArrayEquals(one.u(), other.u());
        assertArrayEquals(one.v(), other.v());
    }

    @Test
    void colourEndsWhenTheLightGoesOff() {
        YuvPicture day = painted(painter, 0, 0);
        YuvPicture night = painted(painter, 1799, recording.microsOf(1799));
        assertTrue(count(day.v(), 190) > 50, "the red caps");
        assertFalse(differs(night.v(), (byte) 128), "infrared has no colour");
        assertTrue(mean(night.y()) < mean(day.y()) - 30);
    }

    @Test
    void animalsMoveInsideTheirCagesOnly() {
        YuvPicture one = painted(painter, 0, 0);
        YuvPicture other = painted(painter, 100, recording.microsOf(100));
        for (DemoCage cage : recording.cages()) {
            assertTrue(largeChanges(one, other, cage.box()) > 200, "cage " + cage.position());
        }
        assertEquals(0, largeChanges(one, other, new Box(200, 464, 400, 16)), "nothing but noise beside the code");
    }

    private static YuvPicture painted(FramePainter painter, int frame, long micros) {
        YuvPicture picture = new YuvPicture(640, 480);
        painter.paint(frame, micros, picture);
        return picture;
    }

    private static int largeChanges(YuvPicture one, YuvPicture other, Box part) {
        int changes = 0;
        for (int y = part.y(); y < part.bottom(); y++) {
            for (int x = part.x(); x < part.right(); x++) {
                int at = y * one.width() + x;
                changes += Math.abs((one.y()[at] & 0xFF) - (other.y()[at] & 0xFF)) > 25 ? 1 : 0;
            }
        }
        return changes;
    }

    private static int count(byte[] plane, int atLeast) {
        int count = 0;
        for (byte value : plane) {
            count += (value & 0xFF) >= atLeast ? 1 : 0;
        }
        return count;
    }

    private static boolean differs(byte[] plane, byte from) {
        for (byte value : plane) {
            if (value != from) {
                return true;
            }
        }
        return false;
    }

    private static double mean(byte[] plane) {
        long sum = 0;
        for (byte value : plane) {
            sum += value & 0xFF;
        }
        return (double) sum / plane.length;
    }
}
