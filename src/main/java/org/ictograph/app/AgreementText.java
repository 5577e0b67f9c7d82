package org.ictograph.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.BinTable;
import org.ictograph.measure.Coefficient;
import org.ictograph.measure.EdgeDifferences;
import org.ictograph.measure.EventAgreement;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.session.Agreeing.Comparison;
import org.jspecify.annotations.Nullable;

/** A comparison as the command line prints it: a table for people, a document for programs. */
final class AgreementText {
    private AgreementText() {}

    static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s and %s over %.1f s that both reviewed, %d animals, bins of %.3f s",
                comparison.a().name(),
                comparison.b().name(),
                comparison.report().reviewedSeconds(),
                comparison.report().subjects(),
                comparison.report().parameters().bin() / 1e6));
        lines.add(String.format(
                Locale.ROOT,
                "%-28s %6s %6s %6s %6s %6s %6s  %-15s %s",
                "label",
                "bins",
                "kappa",
                "pos.ag",
                "prev.",
                "AC1",
                "alpha",
                "F1 at IoU " + iou(comparison),
                "onset, offset difference: median (p95) s"));
        comparison.report().labels().forEach(label -> lines.add(line(label)));
        lines.addAll(AgreementDetailText.lines(comparison.report()));
        return lines;
    }

    private static String iou(Comparison comparison) {
        return String.join(
                "/",
                comparison.report().parameters().likenesses().stream()
                        .map(String::valueOf)
                        .toList());
    }

    private static String line(LabelAgreement label) {
        String f1 = String.join(
                " ", label.events().stream().map(at -> Console.number(at.f1())).toList());
        return String.format(
                Locale.ROOT,
                "%-28s %6d %6s %6s %6s %6s %6s  %-18s %s, %s",
                label.label(),
                label.time().bins().n(),
                Console.number(label.time().statistic(Coefficient.COHEN_KAPPA)),
                Console.number(label.time().statistic(Coefficient.POSITIVE_AGREEMENT)),
                Console.number(label.time().statistic(Coefficient.PREVALENCE)),
                Console.number(label.time().statistic(Coefficient.GWET_AC1)),
                Console.number(label.time().statistic(Coefficient.KRIPPENDORFF_ALPHA)),
                f1,
                difference(label.onset()),
                difference(label.offset()));
    }

    private static String difference(EdgeDifferences edge) {
        return edge.n() == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%+.2f (%.2f)",
                        edge.median().orElse(0) / 1e6,
                        edge.p95().orElse(0) / 1e6);
    }

    static Map<String, Object> document(Comparison comparison) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("raters", List.of(comparison.a().name(), comparison.b().name()));
        document.put("reviewed_seconds", comparison.report().reviewedSeconds());
        document.put("subjects", comparison.report().subjects());
        document.put("bootstrap_resamples", comparison.report().parameters().resamples());
        document.put("bootstrap_seed", comparison.report().parameters().seed());
        Map<String, Object> labels = new LinkedHashMap<>();
        comparison.report().labels().forEach(label -> labels.put(label.label(), label(label, comparison.report())));
        document.put("labels", labels);
        document.put(
                "overall",
                AgreementDetailText.figures(comparison.report().overall().figures()));
        document.put(
                "confusion",
                AgreementDetailText.confusionTable(comparison.report().overall().confusion()));
        return document;
    }

    private static Map<String, Object> label(LabelAgreement label, AgreementReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bins", bins(label.time().bins(), report.parameters().bin()));
        for (Coefficient coefficient : Coefficient.values()) {
            fields.put(
                    coefficient.name().toLowerCase(Locale.ROOT),
                    AgreementDetailText.statistic(label.time().statistic(coefficient)));
        }
        fields.put("events", label.events().stream().map(AgreementText::events).toList());
        fields.put("onset_difference", differences(label.onset()));
        fields.put("offset_difference", differences(label.offset()));
        report.detail(label.label()).ifPresent(detail -> {
            fields.put("figures", AgreementDetailText.figures(detail.figures()));
            fields.put("animals", AgreementDetailText.animals(detail));
            fields.put("drift", AgreementDetailText.drift(detail));
        });
        return fields;
    }

    private static Map<String, Object> bins(BinTable table, long bin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unit", bin / 1e6);
        fields.put("n", table.n());
        fields.put("both", table.both());
        fields.put("only_a", table.onlyA());
        fields.put("only_b", table.onlyB());
        fields.put("neither", table.neither());
        return fields;
    }

    private static Map<String, Object> events(EventAgreement at) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("iou", at.likeness());
        fields.put("a", at.counts().a());
        fields.put("b", at.counts().b());
        fields.put("matched", at.counts().matched());
        fields.put("precision", AgreementDetailText.statistic(at.precision()));
        fields.put("recall", AgreementDetailText.statistic(at.recall()));
        fields.put("f1", AgreementDetailText.statistic(at.f1()));
        return fields;
    }

    private static Map<String, @Nullable Object> differences(EdgeDifferences edge) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("median", seconds(edge.median()));
        fields.put("mad", seconds(edge.mad()));
        fields.put("p95", seconds(edge.p95()));
        fields.put("n", edge.n());
        return fields;
    }

    private static @Nullable Double seconds(OptionalLong micros) {
        return micros.isPresent() ? micros.getAsLong() / 1e6 : null;
    }
}
