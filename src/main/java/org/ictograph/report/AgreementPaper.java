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
    private final Words words;
    private final Numbers numbers;

    /**
     * @param study name of its file
     * @param recordings names, by id, in the order in which their figures are to stand
     * @param labels of the protocol, in the order of the reports
     * @param words the language that it speaks; names of figures, their definitions and reasons are English in all
     */
    public AgreementPaper(
            String study,
            Pair pair,
            Everybody everybody,
            Map<UUID, String> recordings,
            List<Label> labels,
            Words words) {
        this.study = study;
        this.pair = pair;
        this.everybody = everybody;
        this.recordings = recordings;
        this.labels = List.copyOf(labels);
        this.words = words;
        this.numbers = new Numbers(words);
    }

    public Pair pair() {
        return pair;
    }

    public Everybody everybody() {
        return everybody;
    }

    Words words() {
        return words;
    }

    public String title() {
        return words.text("paper.title", study);
    }

    /** The whole report, from top to bottom. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text(
                "paper.raters",
                pair.first(),
                pair.second(),
                String.join(", ", everybody.report().raters()))));
        blocks.add(heading("paper.methods"));
        blocks.add(new Block.Paragraph(methods()));
        blocks.add(heading("paper.labels"));
        blocks.add(new Block.Picture(LabelBars.draw(pair.report(), words, WIDE, 30 + 40.0 * marked().size())));
        blocks.add(overview());
        blocks.add(heading("paper.pairs"));
        for (LabelAgreement label : everybody.report().raters().size() > 2 ? marked() : List.<LabelAgreement>of()) {
            double height = 24 + 28.0 * everybody.report().raters().size();
            for (String measure : List.of("cohen_kappa", "positive_agreement", "prevalence", "f1")) {
                blocks.add(new Block.Picture(
                        PairMatrix.draw(everybody.report(), label.label(), measure, words, WIDE, height)));
            }
        }
        blocks.add(group());
        blocks.add(heading("paper.confusion"));
        LabelConfusion confusion = pair.report().overall().confusion();
        blocks.add(new Block.Picture(ConfusionGrid.draw(
                confusion, List.of(), pair.first(), pair.second(), words, WIDE, 40 + 24.0 * marked().size())));
        pair.report().overall().figures().forEach(figure -> blocks.add(new Block.Paragraph(sentence(figure))));
        for (LabelAgreement label : marked()) {
            label(blocks, label);
        }
        rasters(blocks);
        return blocks;
    }

    private Block heading(String key) {
        return new Block.Heading(words.text(key));
    }

    private List<LabelAgreement> marked() {
        return pair.report().labels().stream()
                .filter(label -> !label.findings().isEmpty())
                .toList();
    }

    /** Every parameter that a number of the report depends on. */
    public String methods() {
        AgreementParameters p = pair.report().parameters();
        return words.text(
                "paper.methods.text",
                pair.report().reviewedSeconds(),
                pair.report().subjects(),
                p.bin() / 1e6,
                p.likenesses().stream()
                        .map(likeness -> words.number("%.2f", likeness))
                        .collect(Collectors.joining(words.commaIsDecimal() ? "; " : ", ")),
                p.pointReach() / 1e6,
                p.edgeTolerance() / 1e6,
                scoring(EventScoring.SZCORE),
                scoring(EventScoring.RODENT),
                scoring(EventScoring.RODENT_AS_MARKED),
                p.resamples(),
                String.valueOf(p.seed()));
    }

    /** The five parameters. */
    private String scoring(EventScoring scoring) {
        return words.text(
                "paper.scoring",
                scoring.minOverlap(),
                scoring.before() / 1e6,
                scoring.after() / 1e6,
                scoring.mergeGap() / 1e6,
                scoring.longest() / 1e6);
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
                row.add(numbers.interval(label.time().statistic(coefficient)));
            }
            row.add(numbers.interval(
                    label.events().get(label.events().size() / 2).f1()));
            rows.add(row);
        }
        return new Block.Table(head("paper.head.overview"), rows);
    }

    private Block group() {
        List<List<String>> rows = new ArrayList<>();
        for (GroupReport.OneLabel label : everybody.report().labels()) {
            if (marked().stream().noneMatch(one -> one.label().equals(label.label()))) {
                continue;
            }
            label.figures().forEach(figure -> rows.add(row(label.label(), figure)));
        }
        return new Block.Table(head("paper.head.all"), rows);
    }

    private List<String> row(String label, Figure figure) {
        String note = Numbers.note(figure.statistic());
        return List.of(
                label,
                figure.name().replace('_', ' '),
                numbers.interval(figure.statistic()),
                String.valueOf(figure.statistic().n()),
                note.isEmpty() ? figure.definition() : note + " " + figure.definition());
    }

    private String sentence(Figure figure) {
        return figure.name().replace('_', ' ') + ": " + numbers.told(figure.statistic()) + ". " + figure.definition();
    }

    private void label(List<Block> blocks, LabelAgreement label) {
        blocks.add(new Block.Heading(label.label()));
        blocks.add(new Block.Picture(DifferencePlot.draw(label, words, WIDE, 200)));
        blocks.add(new Block.Picture(EdgeHistogram.draw(label, true, Span.SECOND / 4, words, NARROW * 2, 150)));
        blocks.add(new Block.Picture(EdgeHistogram.draw(label, false, Span.SECOND / 4, words, NARROW * 2, 150)));
        LabelDetail detail = pair.report().detail(label.label()).orElseThrow();
        blocks.add(new Block.Picture(DriftPlot.draw(label, detail, pair.cages(), words, WIDE, 160)));
        List<List<String>> rows = new ArrayList<>();
        for (Coefficient coefficient : Coefficient.values()) {
            Statistic statistic = label.time().statistic(coefficient);
            rows.add(row(
                    label.label(),
                    new Figure(coefficient.name().toLowerCase(Locale.ROOT), coefficient.definition(), statistic)));
        }
        detail.figures().forEach(figure -> rows.add(row(label.label(), figure)));
        blocks.add(new Block.Table(head("paper.head.label"), rows));
        blocks.add(new Block.Table(
                head("paper.head.animals", pair.first(), pair.second()),
                detail.animals().stream()
                        .map(animal -> List.of(
                                animal.subject(),
                                words.number("%.1f", animal.reviewedMicros() / 1e6),
                                String.valueOf(animal.events().a()),
                                String.valueOf(animal.events().b()),
                                String.valueOf(animal.events().matched()),
                                numbers.two(Coefficient.COHEN_KAPPA.of(animal.bins())),
                                numbers.two(Coefficient.POSITIVE_AGREEMENT.of(animal.bins())),
                                numbers.two(Coefficient.PREVALENCE.of(animal.bins()))))
                        .toList()));
        blocks.add(new Block.Paragraph(words.text("paper.animal")));
    }

    /** The heads of the columns; in the text a bar stands between them. */
    private List<String> head(String key, String... names) {
        return List.of(words.text(key, (Object[]) names).split("\\|"));
    }

    private void rasters(List<Block> blocks) {
        blocks.add(heading("paper.rasters"));
        if (recordings.size() > MOST_RASTERS) {
            blocks.add(new Block.Paragraph(words.text("paper.rasters.first", MOST_RASTERS, recordings.size())));
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
                    words,
                    WIDE,
                    24 + 12.0 * cages.size() * everybody.report().raters().size())));
        });
    }
}
