package org.ictograph.video.opencv;

/** A picture with structure everywhere, whose content is somewhere else in every picture. */
public final class Drift {
    /** Distance of the places between which brightness is interpolated. */
    private static final int MESH = 6;

    private static final int FAR = 600;

    private Drift() {}

    /** Brightness of a picture whose content is moved right and down, row by row. */
    public static byte[] picture(int width, int height, int right, int down) {
        byte[] picture = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture[y * width + x] = (byte) at(x + FAR - right, y + FAR - down);
            }
        }
        return picture;
    }

    private static int at(int x, int y) {
        int i = x / MESH;
        int j = y / MESH;
        int u = x % MESH;
        int v = y % MESH;
        int upper = mesh(i, j) * (MESH - u) + mesh(i + 1, j) * u;
        int lower = mesh(i, j + 1) * (MESH - u) + mesh(i + 1, j + 1) * u;
        return (upper * (MESH - v) + lower * v) / (MESH * MESH);
    }

    private static int mesh(int i, int j) {
        return 20 + (i * i * 31 + j * j * 17 + i * j * 7 + i * 41 + j * 89) % 199;
    }
}
