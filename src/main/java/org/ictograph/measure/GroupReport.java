package org.ictograph.measure;

import java.util.List;
import java.util.Optional;

/**
 * How all raters of a study agree: together, and each with each.
 *
 * @param raters their names
 * @param labels the figures for all raters together
 * @param pairs each pair of raters once, the earlier in the list first
 */
public record GroupReport(
        List<String> raters, AgreementParameters parameters, List<OneLabel> labels, List<Pair> pairs) {
    public GroupReport {
        raters = List.copyOf(raters);
        labels = List.copyOf(labels);
        pairs = List.copyOf(pairs);
    }

    /** What is said about one label, by all raters or by a pair. */
    public record OneLabel(String label, List<Figure> figures) {
        public OneLabel {
            figures = List.copyOf(figures);
        }

        public Optional<Figure> figure(String name) {
            return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
        }
    }

    /**
     * Two of the raters.
     *
     * @param first place in the list of raters
     * @param second place in the list of raters, later
     */
    public record Pair(int first, int second, List<OneLabel> labels) {
        public Pair {
            labels = List.copyOf(labels);
        }
    }

    public Optional<OneLabel> label(String name) {
        return labels.stream().filter(label -> label.label().equals(name)).findFirst();
    }
}
