package org.ictograph.session.demo;

import java.util.Arrays;
import java.util.List;
import org.ictograph.model.Box;
import org.ictograph.video.YuvPicture;

/**
 * All that does not move: the rack, the cages with their bedding and tags, and what the glass reflects. Painted once for
 * each light and copied into every frame. Immutable after construction.
 */
final class Scenery {
    private static final int LID = 14;
    private static final double SIDE_WALL = 0.16;

    private final boolean day;
    private final YuvPicture picture;
    private final byte[] glare;
    private final Dice dice;

    Scenery(int width, int height, List<DemoCage> cages, boolean day, Dice dice) {
        this.day = day;
        this.dice = dice;
        this.picture = new YuvPicture(width, height);
        this.glare = new byte[width * height];
        colour(new Box(0, 0, width, height), 126, 130);
        rack();
        for (DemoCage cage : cages) {
            cage(cage.box());
            bottle(cage.box());
            tag(cage);
            reflections(cage.box());
        }
    }

    /** Copies the scene into a frame. */
    void copyTo(YuvPicture frame) {
        System.arraycopy(picture.y(), 0, frame.y(), 0, frame.y().length);
        System.arraycopy(picture.u(), 0, frame.u(), 0, frame.u().length);
        System.arraycopy(picture.v(), 0, frame.v(), 0, frame.v().length);
    }

    /** Copies a part of the scene's brightness over what an animal hides: for what hangs before the glass. */
    void copyTo(YuvPicture frame, Box part) {
        for (int y = part.y(); y < part.bottom(); y++) {
            int from = y * picture.width() + part.x();
            System.arraycopy(picture.y(), from, frame.y(), from, part.width());
        }
    }

    /** What the glass adds to the brightness of every pixel. */
    byte[] glare() {
        return glare;
    }

    private void rack() {
        byte[] luma = picture.y();
        int base = day ? 62 : 36;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                luma[y * picture.width() + x] = (byte) (base + 10 - y / 40 + (y % 230 < 3 ? 30 : 0));
            }
        }
    }

    private void cage(Box box) {
        CageView view = new CageView(box);
        double[] bedding = bedding(box);
        for (int y = box.y(); y < box.bottom(); y++) {
            int fromFront = view.frontEdge() - y;
            double sideWall =
                    Math.max(4, (y > view.backEdge() ? fromFront : view.frontEdge() - view.backEdge()) * SIDE_WALL);
            for (int x = box.x(); x < box.right(); x++) {
                int fromSide = Math.min(x - box.x(), box.right() - 1 - x);
                double luma;
                if (fromSide < 2 || y >= box.bottom() - 2) {
                    luma = 188;
                } else if (y < box.y() + LID) {
                    luma = (x - box.x()) % 7 < 3 ? 140 : 88;
                } else if (y > view.backEdge()) {
                    double grain = bedding[(y - box.y()) * box.width() + x - box.x()];
                    luma = 128 + grain - (fromFront < 0 ? 22 : fromFront * 0.12) - (fromSide < sideWall ? 18 : 0);
                } else {
                    luma = 150 - 0.12 * (y - box.y()) - (fromSide < sideWall ? 16 : 0);
                }
                picture.y()[y * picture.width() + x] = lit(luma);
            }
        }
        colour(new Box(box.x(), box.y(), box.width(), (view.backEdge() - box.y()) & ~1), 130, 126);
        colour(new Box(box.x(), view.backEdge() & ~1, box.width(), (box.bottom() - view.backEdge()) & ~1), 114, 138);
    }

    /** Wood shavings: short light strokes in random directions over a coarse unevenness. */
    private double[] bedding(Box box) {
        double[] grain = new double[box.width() * box.height()];
        for (int i = 0; i < grain.length / 14; i++) {
            double x = dice.between(0, box.width());
            double y = dice.between(0, box.height());
            double angle = dice.between(0, Math.PI);
            double bright = dice.between(-26, 24);
            for (int step = 0; step < 7; step++) {
                int column = (int) (x + step * Math.cos(angle));
                int row = (int) (y + step * Math.sin(angle) * 0.5);
                if (column >= 0 && column < box.width() && row < box.height()) {
                    grain[row * box.width() + column] = bright;
                }
            }
        }
        return grain;
    }

    private void bottle(Box box) {
        CageView view = new CageView(box);
        Brush brush = new Brush(picture, box, new byte[1024]);
        Ball mouth = view.see(20.5, 8.5, -6, 0.5);
        Ball neck = view.see(22, 13, -6, 0.7);
        Coat steel = new Coat(170, 128, 128, 0.6, 0);
        brush.paint(new Bone(neck, mouth, day ? steel : steel.inInfrared()));
        Ball low = new Ball(box.x() + 34, box.y() + LID + 16, 15, 0);
        Ball high = new Ball(box.x() + 76, box.y() + LID + 4, 15, 0);
        Coat hopper = new Coat(118, 126, 130, 0.35, 20);
        brush.paint(new Bone(low, high, day ? hopper : hopper.inInfrared()));
    }

    private void tag(DemoCage cage) {
        Box tag = cage.tag();
        for (int y = tag.y(); y < tag.bottom(); y++) {
            Arrays.fill(picture.y(), y * picture.width() + tag.x(), y * picture.width() + tag.right(), lit(222));
        }
        colour(tag, 128, 128);
        String name = cage.animal().name();
        int left = tag.x() + (tag.width() - Lettering.width(name, 2)) / 2;
        int top = tag.y() + (tag.height() - Lettering.height(2)) / 2;
        Lettering.print(name, 2, (column, row) -> picture.y()[(top + row) * picture.width() + left + column] = lit(40));
    }

    /** A window by day (two slanting bands), the infrared lamp at night (a round spot). */
    private void reflections(Box box) {
        double band = dice.between(0.35, 0.8) * box.width();
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                double slant = x - box.x() + 0.55 * (y - box.y()) - band;
                double lampX = (x - box.x() - box.width() * 0.5) / 70.0;
                double lampY = (y - box.y() - box.height() * 0.42) / 50.0;
                double bright =
                        day ? 17 * bell(slant / 13) + 9 * bell((slant - 34) / 6) : 30 * bell(lampX) * bell(lampY);
                glare[y * picture.width() + x] = (byte) bright;
            }
        }
    }

    private static double bell(double x) {
        return Math.exp(-x * x);
    }

    private byte lit(double luma) {
        double seen = day ? luma : 20 + luma * 0.5;
        return (byte) Math.max(16, Math.min(235, Math.round(seen)));
    }

    private void colour(Box part, int u, int v) {
        int half = picture.width() / 2;
        for (int y = part.y() / 2; y < part.bottom() / 2; y++) {
            Arrays.fill(picture.u(), y * half + part.x() / 2, y * half + part.right() / 2, (byte) (day ? u : 128));
            Arrays.fill(picture.v(), y * half + part.x() / 2, y * half + part.right() / 2, (byte) (day ? v : 128));
        }
    }
}
