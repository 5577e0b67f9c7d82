package org.ictograph.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.Coefficient;
import org.ictograph.measure.EventScoring;
import org.ictograph.measure.Figure;
import org.ictograph.measure.GroupReport;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.LabelConfusion;
import org.ictograph.measure.LabelDetail;
import org.ictograph.measure.RatedCage;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Label;
import org.ictograph.model.Span;
import org.ictograph.report.drawing.Block;

/** The report on how raters agree: a pair in full, and all raters together. Depends on nothing but what is passed in. */
public final class AgreementPaper {
    /**
     * A pair in full.
     *
     * @param cages in the order in which they were compared
     */
    public record Pair(String first, String second, List<RatedCage> cages, AgreementReport report) {}

    /** All raters together; the report names them. */
    public record Everybody(List<CageRatings> cages, GroupReport report) {}

    private static final double WIDE = 680;
    private static final double NARROW = 330;
    private static final int MOST_RASTERS = 12;

    private final String study;
    private final Pair pair;
    private final Everybody everybody;
    private final Map<UUID, String> recordings;
    private final List<Label> labels;

    /**
     * @param study name of its file
     * @param recordings names, by id, in the order in which their figures are to stand
     * @param labels of the protocol, in the order of the reports
     */
    public AgreementPaper(
            String study, Pair pair, Everybody everybody, Map<UUID, String> recordings, List<Label> labels) {
        this.study = study;
        this.pair = pair;
        this.everybody = everybody;
        this.recordings = recordings;
        this.labels = List.copyOf(labels);
    }

    public Pair pair() {
        return pair;
    }

    public Everybody everybody() {
        return everybody;
    }

    public String title() {
        return "Agreement of raters in " + study;
    }

    /** The whole report, from top to bottom. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(pair.first() + " and " + pair.second() + " in full; all raters: "
                + String.join(", ", everybody.report().raters()) + "."));
        blocks.add(new Block.Heading("Methods"));
        blocks.add(new Block.Paragraph(methods()));
        blocks.add(new Block.Heading("By label"));
        blocks.add(new Block.Picture(LabelBars.draw(pair.report(), WIDE, 30 + 40.0 * marked().size())));
        blocks.add(overview());
        blocks.add(new Block.Heading("Pairs of raters"));
        for (LabelAgreement label : everybody.report().raters().size() > 2 ? marked() : List.<LabelAgreement>of()) {
            double height = 24 + 28.0 * everybody.report().raters().size();
            for (String measure : List.of("cohen_kappa", "positive_agreement", "prevalence", "f1")) {
                blocks.add(
                        new Block.Picture(PairMatrix.draw(everybody.report(), label.label(), measure, WIDE, height)));
            }
        }
        blocks.add(group());
        blocks.add(new Block.Heading("Labels taken for each other"));
        LabelConfusion confusion = pair.report().overall().confusion();
        blocks.add(new Block.Picture(ConfusionGrid.draw(
                confusion, List.of(), pair.first(), pair.second(), WIDE, 40 + 24.0 * marked().size())));
        pair.report().overall().figures().forEach(figure -> blocks.add(new Block.Paragraph(sentence(figure))));
        for (LabelAgreement label : marked()) {
            label(blocks, label);
        }
        rasters(blocks);
        return blocks;
    }

    private List<LabelAgreement> marked() {
        return pair.report().labels().stream()
                .filter(label -> !label.findings().isEmpty())
                .toList();
    }

    /** Every parameter that a number of the report depends on. */
    public String methods() {
        AgreementParameters p = pair.report().parameters();
        return String.format(
                Locale.ROOT,
                "Only time that both raters reviewed was compared (%.1f s, %d animals); time that a rater did not review"
                        + " is missing, not empty. Time was cut into bins of %.3f s from the start of each reviewed"
                        + " stretch; a bin is marked when any part of it is. Events of one label were paired one to one"
                        + " and optimally (most pairs, then greatest sum of IoU) at IoU %s; point labels by closeness"
                        + " within %.3f s. Pairs whose onset or offset differ by more than %.3f s count as edges that"
                        + " differ. Differences are second rater minus first. SzCORE (timescoring 0.0.7): %s. Rodent"
                        + " preset: %s; as marked: %s. BORIS preset: κ as BORIS 9.12.3 at a time unit of %.3f s."
                        + " Intervals are 95 %% percentile intervals of a bootstrap over animals, %d resamples, seed %d;"
                        + " with fewer than 5 animals there is none. Drift compares quarters of the cages in the order"
                        + " of their recordings’ start. κ and α of rare behaviour depend on prevalence, so positive"
                        + " agreement and prevalence stand beside them.",
                pair.report().reviewedSeconds(),
                pair.report().subjects(),
                p.bin() / 1e6,
                p.likenesses().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                p.pointReach() / 1e6,
                p.edgeTolerance() / 1e6,
                EventScoring.SZCORE.inWords(),
                EventScoring.RODENT.inWords(),
                EventScoring.RODENT_AS_MARKED.inWords(),
                p.bin() / 1e6,
                p.resamples(),
                p.seed());
    }

    private Block overview() {
        List<List<String>> rows = new ArrayList<>();
        for (LabelAgreement label : marked()) {
            List<String> row = new ArrayList<>(List.of(label.label()));
            for (Coefficient coefficient : List.of(
                    Coefficient.COHEN_KAPPA,
                    Coefficient.POSITIVE_AGREEMENT,
                    Coefficient.PREVALENCE,
                    Coefficient.GWET_AC1)) {
                row.add(Numbers.interval(label.time().statistic(coefficient)));
            }
            row.add(Numbers.interval(
                    label.events().get(label.events().size() / 2).f1()));
            rows.add(row);
        }
        return new Block.Table(List.of("label", "κ", "positive agreement", "prevalence", "AC1", "F1"), rows);
    }

    private Block group() {
        List<List<String>> rows = new ArrayList<>();
        for (GroupReport.OneLabel label : everybody.report().labels()) {
            if (marked().stream().noneMatch(one -> one.label().equals(label.label()))) {
                continue;
            }
            label.figures().forEach(figure -> rows.add(row(label.label(), figure)));
        }
        return new Block.Table(List.of("all raters", "figure", "value [95 %]", "n", "definition or reason"), rows);
    }

    private static List<String> row(String label, Figure figure) {
        String note = Numbers.note(figure.statistic());
        return List.of(
                label,
                figure.name().replace('_', ' '),
                Numbers.interval(figure.statistic()),
                String.valueOf(figure.statistic().n()),
                note.isEmpty() ? figure.definition() : note + " " + figure.definition());
    }

    private static String sentence(Figure figure) {
        return figure.name().replace('_', ' ') + ": " + Numbers.told(figure.statistic()) + ". " + figure.definition();
    }

    private void label(List<Block> blocks, LabelAgreement label) {
        blocks.add(new Block.Heading(label.label()));
        blocks.add(new Block.Picture(DifferencePlot.draw(label, WIDE, 200)));
        blocks.add(new Block.Picture(EdgeHistogram.draw(label, true, Span.SECOND / 4, NARROW * 2, 150)));
        blocks.add(new Block.Picture(EdgeHistogram.draw(label, false, Span.SECOND / 4, NARROW * 2, 150)));
        LabelDetail detail = pair.report().detail(label.label()).orElseThrow();
        blocks.add(new Block.Picture(DriftPlot.draw(label, detail, pair.cages(), WIDE, 160)));
        List<List<String>> rows = new ArrayList<>();
        for (Coefficient coefficient : Coefficient.values()) {
            Statistic statistic = label.time().statistic(coefficient);
            rows.add(row(
                    label.label(),
                    new Figure(coefficient.name().toLowerCase(Locale.ROOT), coefficient.definition(), statistic)));
        }
        detail.figures().forEach(figure -> rows.add(row(label.label(), figure)));
        blocks.add(new Block.Table(List.of("label", "figure", "value [95 %]", "n", "definition or reason"), rows));
        blocks.add(new Block.Table(
                List.of(
                        "animal",
                        "reviewed s",
                        "events " + pair.first(),
                        "events " + pair.second(),
                        "matched",
                        "κ",
                        "PA",
                        "prev."),
                detail.animals().stream()
                        .map(animal -> List.of(
                                animal.subject(),
                                String.format(Locale.ROOT, "%.1f", animal.reviewedMicros() / 1e6),
                                String.valueOf(animal.events().a()),
                                String.valueOf(animal.events().b()),
                                String.valueOf(animal.events().matched()),
                                Numbers.two(Coefficient.COHEN_KAPPA.of(animal.bins())),
                                Numbers.two(Coefficient.POSITIVE_AGREEMENT.of(animal.bins())),
                                Numbers.two(Coefficient.PREVALENCE.of(animal.bins()))))
                        .toList()));
        blocks.add(new Block.Paragraph(ONE_ANIMAL));
    }

    /** Why a row of one animal has no interval. */
    static final String ONE_ANIMAL = "One animal has no interval: the bootstrap draws animals, and bouts of one animal"
            + " depend on each other, so that drawing them would claim more than is known.";

    private void rasters(List<Block> blocks) {
        blocks.add(new Block.Heading("Raters above each other"));
        if (recordings.size() > MOST_RASTERS) {
            blocks.add(new Block.Paragraph("The first " + MOST_RASTERS + " of " + recordings.size() + " recordings."));
        }
        String label = labels.stream()
                .map(Label::name)
                .filter(name -> marked().stream().anyMatch(one -> one.label().equals(name)))
                .findFirst()
                .orElse("");
        recordings.entrySet().stream().limit(MOST_RASTERS).forEach(recording -> {
            List<CageRatings> cages = everybody.cages().stream()
                    .filter(cage -> cage.recordingId().equals(recording.getKey()))
                    .toList();
            blocks.add(new Block.Paragraph(recording.getValue()));
            blocks.add(new Block.Picture(RaterRaster.draw(
                    everybody.report().raters(),
                    cages,
                    label,
                    WIDE,
                    24 + 12.0 * cages.size() * everybody.report().raters().size())));
        });
    }
}
