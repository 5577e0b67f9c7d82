package org.ictograph.session.demo;

import org.ictograph.model.Box;
import org.ictograph.video.YuvPicture;

/** Paints rounded parts into the planes of a picture, inside one cage only. Confined to one thread. */
final class Brush {
    private static final int TEXTURE_MASK = 1023;
    private static final double SOFT_JOINTS = 0.8;

    private final YuvPicture picture;
    private final Box inside;
    private final byte[] texture;

    /** @param texture 1024 small numbers that make fur rough */
    Brush(YuvPicture picture, Box inside, byte[] texture) {
        this.picture = picture;
        this.inside = inside;
        this.texture = texture;
    }

    /**
     * Paints a bone: every pixel whose distance to the line between the balls is less than the radius there. The
     * surface is lit as if it were round, from above and a little from the left.
     */
    void paint(Bone bone) {
        Ball a = bone.from();
        Ball b = bone.to();
        double reach = Math.max(a.radius(), b.radius()) + 1;
        int left = Math.max(inside.x(), (int) (Math.min(a.x(), b.x()) - reach));
        int right = Math.min(inside.right() - 1, (int) (Math.max(a.x(), b.x()) + reach));
        int top = Math.max(inside.y(), (int) (Math.min(a.y(), b.y()) - reach));
        int bottom = Math.min(inside.bottom() - 1, (int) (Math.max(a.y(), b.y()) + reach));
        for (int y = top; y <= bottom; y++) {
            row(bone, y, left, right);
        }
    }

    private void row(Bone bone, int y, int left, int right) {
        Ball a = bone.from();
        Ball b = bone.to();
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double perLength = 1 / (dx * dx + dy * dy + 1e-9);
        for (int x = left; x <= right; x++) {
            double px = x - a.x();
            double py = y - a.y();
            double along = Math.max(0, Math.min(1, (px * dx + py * dy) * perLength));
            double ox = px - along * dx;
            double oy = py - along * dy;
            double radius = a.radius() + along * (b.radius() - a.radius());
            double distance = ox * ox + oy * oy;
            if (distance < radius * radius) {
                // Where bones join, the ends are lit as the sides are, or each joint would look like a ball.
                double end = (ox * dx + oy * dy) * perLength * SOFT_JOINTS;
                double light = light((ox - end * dx) / radius, (oy - end * dy) / radius);
                int hair = 37 * (int) (along * 23) + 11 * (int) ((ox - 0.6 * oy) * 8 / radius + 8);
                double rough = texture[hair & TEXTURE_MASK] * 0.02;
                double luma = bone.coat().luma() * (1 - bone.coat().rounding() * (0.75 - light));
                double cover = Math.min(1, radius - Math.sqrt(distance));
                dot(
                        bone.coat(),
                        y * picture.width() + x,
                        luma + rough * bone.coat().fur(),
                        cover);
            }
        }
    }

    /** How much light falls on a round surface whose normal has the given share in the picture's plane. */
    private static double light(double nx, double ny) {
        double facing = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
        return Math.min(0.75, 0.62 * facing - 0.66 * ny - 0.28 * nx);
    }

    private void dot(Coat coat, int at, double luma, double cover) {
        int under = picture.y()[at] & 0xFF;
        picture.y()[at] = (byte) Math.max(16, Math.min(235, under + cover * (luma - under)));
        int x = at % picture.width();
        int y = at / picture.width();
        if (((x | y) & 1) == 0) {
            int half = y / 2 * (picture.width() / 2) + x / 2;
            picture.u()[half] = (byte) coat.u();
            picture.v()[half] = (byte) coat.v();
        }
    }

    /** Darkens an ellipse on the floor. */
    void shadow(Ball under, double wide, double high) {
        int top = Math.max(inside.y(), (int) (under.y() - high));
        int bottom = Math.min(inside.bottom() - 1, (int) (under.y() + high));
        int left = Math.max(inside.x(), (int) (under.x() - wide));
        int right = Math.min(inside.right() - 1, (int) (under.x() + wide));
        byte[] luma = picture.y();
        for (int y = top; y <= bottom; y++) {
            double v = (y - under.y()) / high;
            for (int x = left; x <= right; x++) {
                double u = (x - under.x()) / wide;
                double depth = 1 - u * u - v * v;
                if (depth > 0) {
                    int at = y * picture.width() + x;
                    luma[at] = (byte) ((luma[at] & 0xFF) * (1 - 0.45 * depth));
                }
            }
        }
    }
}
