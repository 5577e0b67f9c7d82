package org.ictograph.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameShadesTest {
    private static final int SIDE = 64;

    private final FrameShades shades = new FrameShades(SIDE, SIDE);

    private static byte[] noise(int seed, int from, int levels) {
        Random random = new Random(seed);
        byte[] luma = new byte[SIDE * SIDE];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (from + random.nextInt(levels));
        }
        return luma;
    }

    @Test
    void aFrameIsKnownAgainWithTheLossOfACodecButNotGreyBlackOrInAnothersPlace() {
        byte[] dark = noise(1, 60, 20);
        byte[] bright = noise(2, 150, 20);
        shades.add(dark);
        shades.add(bright);
        byte[] lossy = bright.clone();
        for (int i = 0; i < lossy.length; i++) {
            lossy[i] += (byte) (i % 7 - 3);
        }
        byte[] all = shades.all();
        assertThat(FrameShades.alike(all, 1, shades.of(lossy))).isTrue();
        assertThat(FrameShades.alike(all, 0, shades.of(lossy))).isFalse();
        assertThat(FrameShades.alike(all, 2, shades.of(lossy))).isFalse();
        for (int shade : new int[] {16, 128}) {
            byte[] lost = new byte[SIDE * SIDE];
            Arrays.fill(lost, (byte) shade);
            assertThat(FrameShades.alike(all, 0, shades.of(lost))).isFalse();
        }
    }

    @Test
    void aLostCornerTells() {
        byte[] whole = noise(1, 60, 20);
        shades.add(whole);
        byte[] torn = whole.clone();
        for (int y = SIDE - SIDE / 8; y < SIDE; y++) {
            Arrays.fill(torn, y * SIDE + SIDE - SIDE / 8, (y + 1) * SIDE, (byte) 128);
        }
        assertThat(FrameShades.alike(shades.all(), 0, shades.of(torn))).isFalse();
    }

    @Test
    void blankIsOneShadeBesideTheBlackOfPadding() {
        byte[] grey = new byte[SIDE * SIDE];
        Arrays.fill(grey, (byte) 128);
        Arrays.fill(grey, 0, SIDE * 8, (byte) 16);
        assertThat(shades.isBlank(grey)).isTrue();
        assertThat(shades.isBlank(noise(3, 16, 1))).isTrue();
        assertThat(shades.isBlank(noise(3, 18, 3))).isFalse();
    }
}
