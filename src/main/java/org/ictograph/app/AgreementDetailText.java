package org.ictograph.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.Coefficient;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.Figure;
import org.ictograph.measure.GroupReport;
import org.ictograph.measure.LabelConfusion;
import org.ictograph.measure.LabelDetail;
import org.ictograph.measure.Statistic;
import org.jspecify.annotations.Nullable;

/** What a comparison says beyond its table: figures with definitions, animals, drift and confusion. */
final class AgreementDetailText {
    private AgreementDetailText() {}

    /** The lines below the table: per label what a reader of rare events asks for, then the confusion of labels. */
    static List<String> lines(AgreementReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Events of the second rater against the first, 95 % intervals over animals:");
        for (LabelDetail detail : report.details()) {
            if (report.label(detail.label())
                    .filter(label -> label.findings().isEmpty())
                    .isPresent()) {
                continue;
            }
            lines.add(detail.label());
            for (String name : List.of(
                    "any_overlap_f1",
                    "any_overlap_false_per_day",
                    "szcore_f1",
                    "rodent_f1",
                    "rodent_as_marked_f1",
                    "onset_within",
                    "offset_within",
                    "duration_icc_2_1",
                    "drift_f1")) {
                detail.figure(name).ifPresent(figure -> lines.add(line(figure)));
            }
        }
        report.overall().figures().forEach(figure -> lines.add(line(figure)));
        lines.addAll(confusion(report.overall().confusion()));
        return lines;
    }

    private static String line(Figure figure) {
        return String.format(
                Locale.ROOT,
                "  %-26s %-26s %s",
                figure.name(),
                interval(figure.statistic()),
                figure.statistic().undefined().isEmpty()
                        ? figure.definition()
                        : figure.statistic().undefined());
    }

    private static String interval(Statistic statistic) {
        if (statistic.value().isEmpty()) {
            return "–";
        }
        String value = String.format(Locale.ROOT, "%.3f", statistic.value().getAsDouble());
        return statistic.low().isEmpty() || statistic.high().isEmpty()
                ? value
                : String.format(
                        Locale.ROOT,
                        "%s [%.3f, %.3f]",
                        value,
                        statistic.low().getAsDouble(),
                        statistic.high().getAsDouble());
    }

    private static List<String> confusion(LabelConfusion confusion) {
        List<String> lines = new ArrayList<>();
        int none = confusion.labels().size();
        for (int first = 0; first <= none; first++) {
            for (int second = 0; second <= none; second++) {
                if (first != second && first < none && second < none && confusion.count(first, second) > 0) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "  %d events are %s for the first and %s for the second rater",
                            confusion.count(first, second),
                            confusion.labels().get(first),
                            confusion.labels().get(second)));
                }
            }
        }
        return lines;
    }

    static Map<String, Object> figures(List<Figure> figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Figure figure : figures) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>(statistic(figure.statistic()));
            one.put("definition", figure.definition());
            fields.put(figure.name(), one);
        }
        return fields;
    }

    static Map<String, @Nullable Object> statistic(Statistic statistic) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("value", number(statistic.value()));
        fields.put("low", number(statistic.low()));
        fields.put("high", number(statistic.high()));
        fields.put("n", statistic.n());
        fields.put("undefined", statistic.undefined().isEmpty() ? null : statistic.undefined());
        fields.put("remark", statistic.remark().isEmpty() ? null : statistic.remark());
        return fields;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    static List<Map<String, @Nullable Object>> animals(LabelDetail detail) {
        return detail.animals().stream()
                .map(animal -> {
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put("animal", animal.subject());
                    fields.put("reviewed_seconds", animal.reviewedMicros() / 1e6);
                    fields.put("kappa", number(Coefficient.COHEN_KAPPA.of(animal.bins())));
                    fields.put("positive_agreement", number(Coefficient.POSITIVE_AGREEMENT.of(animal.bins())));
                    fields.put("prevalence", number(Coefficient.PREVALENCE.of(animal.bins())));
                    fields.put("a", animal.events().a());
                    fields.put("b", animal.events().b());
                    fields.put("matched", animal.events().matched());
                    return fields;
                })
                .toList();
    }

    static List<Map<String, @Nullable Object>> drift(LabelDetail detail) {
        return detail.drift().stream()
                .map(quarter -> {
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put("cages", quarter.cages());
                    fields.put("positive_agreement", number(Coefficient.POSITIVE_AGREEMENT.of(quarter.bins())));
                    fields.put("prevalence", number(Coefficient.PREVALENCE.of(quarter.bins())));
                    fields.put("f1", number(EventRate.F1.of(quarter.events())));
                    fields.put("a", quarter.events().a());
                    fields.put("b", quarter.events().b());
                    fields.put(
                            "onset_median",
                            quarter.onset().isPresent() ? quarter.onset().getAsLong() / 1e6 : null);
                    return fields;
                })
                .toList();
    }

    /** Rows are the first rater's labels, columns the second's; the last of both is none. */
    static Map<String, Object> confusionTable(LabelConfusion confusion) {
        List<String> names = new ArrayList<>(confusion.labels());
        names.add("none");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("labels", names);
        fields.put("counts", confusion.counts());
        return fields;
    }

    /** All raters together, then each pair: κ never without positive agreement and prevalence. */
    static List<String> groupLines(GroupReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("All raters: " + String.join(", ", report.raters()));
        report.labels().forEach(label -> lines.add(groupLine(label)));
        for (GroupReport.Pair pair : report.pairs()) {
            lines.add(
                    report.raters().get(pair.first()) + " · " + report.raters().get(pair.second()));
            pair.labels().forEach(label -> lines.add(groupLine(label)));
        }
        return lines;
    }

    private static String groupLine(GroupReport.OneLabel label) {
        return "  " + label.label() + ": "
                + String.join(
                        ", ",
                        label.figures().stream()
                                .map(figure -> figure.name() + " " + interval(figure.statistic()))
                                .toList());
    }

    static Map<String, Object> group(GroupReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("raters", report.raters());
        fields.put("labels", labels(report.labels()));
        fields.put(
                "pairs",
                report.pairs().stream()
                        .map(pair -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("a", report.raters().get(pair.first()));
                            one.put("b", report.raters().get(pair.second()));
                            one.put("labels", labels(pair.labels()));
                            return one;
                        })
                        .toList());
        return fields;
    }

    private static Map<String, Object> labels(List<GroupReport.OneLabel> labels) {
        Map<String, Object> fields = new LinkedHashMap<>();
        labels.forEach(label -> fields.put(label.label(), figures(label.figures())));
        return fields;
    }
}
