package org.ictograph.exchange.pose;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;
import org.jspecify.annotations.Nullable;

/**
 * An analysis file of SLEAP: {@code tracks} holds places (tracks × 2 × nodes × frames, or the other way round), {@code
 * point_scores} how sure each is (tracks × nodes × frames, likewise), {@code node_names} and {@code track_names} the names.
 * A file of one untracked animal has no names of tracks, and one of a SLEAP before 1.1.4 has no {@code point_scores}: its
 * points count as sure. Source: {@code sleap/info/write_tracking_h5.py}.
 */
final class SleapAnalysis {
    private final String file;
    private final List<String> nodes;
    private final List<String> names;
    private final int[] shape;
    private final boolean turned;
    private final Object places;
    private final @Nullable Object scores;

    private SleapAnalysis(String file, HdfFile hdf) throws ExchangeException {
        this.file = file;
        nodes = texts(hdf, "node_names");
        Dataset tracks = dataset(hdf, "tracks");
        int[] found = tracks.getDimensions();
        List<String> told = texts(hdf, "track_names");
        boolean four = found.length == 4;
        turned = four && found[1] == 2 && found[2] == nodes.size() && (found[2] != 2 || tracksAre(found[0], told));
        if (!four || (!turned && (found[1] != nodes.size() || found[2] != 2))) {
            throw new ExchangeException("“" + file + "” holds places of the form " + Arrays.toString(found) + ", but "
                    + nodes.size() + " nodes; export the analysis of SLEAP anew.");
        }
        shape = turned ? new int[] {found[0], found[3]} : new int[] {found[3], found[0]};
        names = told.isEmpty() && shape[0] == 1 ? List.of("") : told;
        if (names.size() != shape[0] || shape[1] == 0) {
            throw new ExchangeException("“" + file + "” names " + names.size() + " tracks, but holds " + shape[0]
                    + " of " + shape[1] + " frames; export the analysis of SLEAP anew.");
        }
        places = tracks.getDataFlat();
        scores = hdf.getChildren().containsKey("point_scores") ? scores(dataset(hdf, "point_scores")) : null;
    }

    private Object scores(Dataset sure) throws ExchangeException {
        int[] expected =
                turned ? new int[] {shape[0], nodes.size(), shape[1]} : new int[] {shape[1], nodes.size(), shape[0]};
        if (!Arrays.equals(sure.getDimensions(), expected)) {
            throw new ExchangeException("“" + file + "” has another number of scores than of points; export the"
                    + " analysis of SLEAP anew.");
        }
        return sure.getDataFlat();
    }

    private static boolean tracksAre(int number, List<String> told) {
        return number == Math.max(1, told.size());
    }

    static List<KeyPoints> read(String file, HdfFile hdf) throws ExchangeException {
        SleapAnalysis analysis = new SleapAnalysis(file, hdf);
        List<KeyPoints> tracks = new ArrayList<>();
        for (int track = 0; track < analysis.shape[0]; track++) {
            tracks.add(analysis.track(track));
        }
        return tracks;
    }

    private KeyPoints track(int track) throws ExchangeException {
        int frames = shape[1];
        FoundPoints found = new FoundPoints(file, names.get(track), nodes, frames);
        for (int frame = 0; frame < frames; frame++) {
            for (int node = 0; node < nodes.size(); node++) {
                found.put(
                        frame,
                        node,
                        number(places, place(track, 0, node, frame)),
                        number(places, place(track, 1, node, frame)),
                        scores == null ? 1 : score(number(scores, score(track, node, frame))));
            }
        }
        return found.keyPoints();
    }

    /** SLEAP's scores are heights of maps that may rise a little above 1; a point that a person set has none and is sure. */
    private static double score(double height) {
        return Double.isNaN(height) ? 1 : Math.max(0, Math.min(1, height));
    }

    private int place(int track, int axis, int node, int frame) {
        return turned
                ? ((track * 2 + axis) * nodes.size() + node) * shape[1] + frame
                : ((frame * nodes.size() + node) * 2 + axis) * shape[0] + track;
    }

    private int score(int track, int node, int frame) {
        return turned
                ? (track * nodes.size() + node) * shape[1] + frame
                : (frame * nodes.size() + node) * shape[0] + track;
    }

    private static double number(Object array, int at) {
        return array instanceof float[] singles ? singles[at] : ((double[]) array)[at];
    }

    private Dataset dataset(HdfFile hdf, String name) throws ExchangeException {
        if (hdf.getChildren().get(name) instanceof Dataset found) {
            return found;
        }
        throw new ExchangeException("“" + file + "” lacks “" + name + "”, which an analysis file of SLEAP has.");
    }

    private List<String> texts(HdfFile hdf, String name) throws ExchangeException {
        Dataset found = dataset(hdf, name);
        if (found.getSize() == 0) {
            return List.of();
        }
        if (found.getDataFlat() instanceof String[] texts) {
            return List.of(texts);
        }
        throw new ExchangeException("“" + file + "” holds no texts in “" + name + "”.");
    }
}
