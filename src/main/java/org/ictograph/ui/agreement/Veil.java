package org.ictograph.ui.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.GroupReport;
import org.ictograph.measure.LabelConfusion.Crossing;

/**
 * Takes the raters' names from figures while nobody may know who marked what. Letters stand for them, in an order that is
 * drawn anew for each event of a table, each cage of a raster and the matrix of pairs, so that one answer that names its
 * raters does not tell the others. The same study draws the same.
 */
record Veil(UUID study) {
    /** What raters are called, by place. */
    static List<String> letters(int raters) {
        return IntStream.range(0, raters)
                .mapToObj(place -> (char) ('A' + place % 26) + (place < 26 ? "" : String.valueOf(place / 26)))
                .toList();
    }

    /** Events with their two raters in an order that tells nothing. */
    List<Crossing> crossings(List<Crossing> named) {
        return named.stream()
                .map(crossing -> QuestionRow.drawn(crossing.marks(), study) ? crossing.swapped() : crossing)
                .toList();
    }

    /** A cage with its raters in an order that tells nothing. */
    CageRatings cage(CageRatings named) {
        return new CageRatings(
                named.recordingId(),
                named.cageId(),
                named.subject(),
                order(named.ratings().size(), named.cageId()).stream()
                        .map(named.ratings()::get)
                        .toList());
    }

    /** All pairs with the raters in an order that tells nothing. */
    GroupReport pairs(GroupReport named) {
        List<Integer> order = order(named.raters().size(), study);
        List<GroupReport.Pair> pairs = named.pairs().stream()
                .map(pair -> {
                    int one = order.indexOf(pair.first());
                    int other = order.indexOf(pair.second());
                    return new GroupReport.Pair(Math.min(one, other), Math.max(one, other), pair.labels());
                })
                .toList();
        return new GroupReport(letters(named.raters().size()), named.parameters(), named.labels(), pairs);
    }

    /** The places of raters, shuffled. */
    private List<Integer> order(int raters, UUID thing) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, raters).boxed().toList());
        Collections.shuffle(order, new Random(31 * bits(study) + bits(thing)));
        return order;
    }

    private static long bits(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }
}
