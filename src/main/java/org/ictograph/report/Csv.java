package org.ictograph.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ictograph.measure.Coefficient;
import org.ictograph.measure.EventAgreement;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.Figure;
import org.ictograph.measure.GroupReport;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.LabelConfusion;
import org.ictograph.measure.LabelDetail;
import org.ictograph.measure.Statistic;

/** Every number of a report, one a line: who, which label, which figure, value, interval, n, why not, definition. */
final class Csv {
    private static final String NO_INTERVAL = "A count or a value of one part; no interval.";

    /** Why a row of one animal has no interval. */
    private static final String ONE_ANIMAL = "One animal has no interval: the bootstrap draws animals, and bouts of one"
            + " animal depend on each other, so that drawing them would claim more than is known.";

    private static final String UNDEFINED = "Undefined: nothing to divide by, or no variation.";

    private final StringBuilder out = new StringBuilder("raters,label,part,figure,value,low,high,n,note,definition\n");

    private Csv() {}

    static String of(AgreementPaper paper) {
        Csv csv = new Csv();
        AgreementPaper.Pair pair = paper.pair();
        String both = pair.first() + " · " + pair.second();
        csv.line(both, "", "", "methods", "", "", "", "", "", paper.methods());
        for (LabelAgreement label : pair.report().labels()) {
            csv.label(both, label);
            pair.report().detail(label.label()).ifPresent(detail -> csv.detail(both, detail));
        }
        pair.report().overall().figures().forEach(figure -> csv.figure(both, "", "", figure));
        csv.confusion(both, pair.report().overall().confusion());
        GroupReport group = paper.everybody().report();
        for (GroupReport.OneLabel label : group.labels()) {
            label.figures()
                    .forEach(figure -> csv.figure(String.join(" · ", group.raters()), label.label(), "all", figure));
        }
        for (GroupReport.Pair two : group.pairs()) {
            String names =
                    group.raters().get(two.first()) + " · " + group.raters().get(two.second());
            two.labels()
                    .forEach(label ->
                            label.figures().forEach(figure -> csv.figure(names, label.label(), "pair", figure)));
        }
        return csv.out.toString();
    }

    private void label(String raters, LabelAgreement label) {
        for (Coefficient coefficient : Coefficient.values()) {
            statistic(
                    raters,
                    label.label(),
                    "",
                    coefficient.name().toLowerCase(Locale.ROOT),
                    label.time().statistic(coefficient),
                    coefficient.definition());
        }
        for (EventAgreement at : label.events()) {
            String part = "IoU " + at.likeness();
            statistic(
                    raters,
                    label.label(),
                    part,
                    "precision",
                    at.precision(),
                    "Part of the second rater’s events that are paired.");
            statistic(
                    raters,
                    label.label(),
                    part,
                    "recall",
                    at.recall(),
                    "Part of the first rater’s events that are paired.");
            statistic(
                    raters,
                    label.label(),
                    part,
                    "f1",
                    at.f1(),
                    "2 · paired / (events of the first + of the second rater).");
        }
    }

    private void detail(String raters, LabelDetail detail) {
        detail.figures().forEach(figure -> figure(raters, detail.label(), "", figure));
        for (LabelDetail.OneAnimal animal : detail.animals()) {
            String part = "animal " + animal.subject();
            long bins = animal.bins().n();
            animal(raters, detail, part, "reviewed_seconds", OptionalDouble.of(animal.reviewedMicros() / 1e6), bins);
            for (Coefficient coefficient :
                    List.of(Coefficient.COHEN_KAPPA, Coefficient.POSITIVE_AGREEMENT, Coefficient.PREVALENCE)) {
                String name = coefficient.name().toLowerCase(Locale.ROOT);
                animal(raters, detail, part, name, coefficient.of(animal.bins()), bins);
            }
            int events = animal.events().a() + animal.events().b();
            animal(raters, detail, part, "f1", EventRate.F1.of(animal.events()), events);
        }
        for (int i = 0; i < detail.drift().size(); i++) {
            LabelDetail.Quarter quarter = detail.drift().get(i);
            String part = "quarter " + (i + 1);
            value(
                    raters,
                    detail.label(),
                    part,
                    "f1",
                    EventRate.F1.of(quarter.events()),
                    quarter.events().a() + quarter.events().b());
            value(
                    raters,
                    detail.label(),
                    part,
                    "positive_agreement",
                    Coefficient.POSITIVE_AGREEMENT.of(quarter.bins()),
                    quarter.bins().n());
        }
    }

    private void confusion(String raters, LabelConfusion confusion) {
        int none = confusion.labels().size();
        for (int first = 0; first <= none; first++) {
            for (int second = 0; second <= none; second++) {
                int count = confusion.count(first, second);
                if (count > 0) {
                    value(
                            raters,
                            name(confusion, first),
                            "second rater: " + name(confusion, second),
                            "events",
                            OptionalDouble.of(count),
                            count);
                }
            }
        }
    }

    private static String name(LabelConfusion confusion, int label) {
        return label == confusion.labels().size() ? "none" : confusion.labels().get(label);
    }

    private void figure(String raters, String label, String part, Figure figure) {
        statistic(raters, label, part, figure.name(), figure.statistic(), figure.definition());
    }

    private void statistic(
            String raters, String label, String part, String name, Statistic statistic, String definition) {
        line(
                raters,
                label,
                part,
                name,
                number(statistic.value()),
                number(statistic.low()),
                number(statistic.high()),
                String.valueOf(statistic.n()),
                Numbers.note(statistic),
                definition);
    }

    private void animal(String raters, LabelDetail detail, String part, String name, OptionalDouble value, long n) {
        String note = (value.isEmpty() ? UNDEFINED + " " : "") + ONE_ANIMAL;
        line(raters, detail.label(), part, name, number(value), "", "", String.valueOf(n), note, "");
    }

    private void value(String raters, String label, String part, String name, OptionalDouble value, long n) {
        String note = value.isEmpty() ? UNDEFINED : NO_INTERVAL;
        line(raters, label, part, name, number(value), "", "", String.valueOf(n), note, "");
    }

    private void line(String... cells) {
        out.append(String.join(",", List.of(cells).stream().map(Csv::quoted).toList()))
                .append('\n');
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "" : String.valueOf(value.getAsDouble());
    }

    /** What begins like a formula gets an apostrophe before it, so that a spreadsheet does not run it. */
    static String quoted(String cell) {
        boolean number =
                !cell.isEmpty() && (Character.isDigit(cell.charAt(cell.length() - 1)) && cell.matches("-?[0-9.E-]+"));
        String safe = !number && !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.contains(",") || safe.contains("\"") || safe.contains("\n")
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
