package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.BenchmarkFiles;
import org.ictograph.exchange.ClipAnswer;
import org.ictograph.exchange.ClipPrediction;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.PredictionDatabase;

/** Benchmark files as JSON of the ActivityNet family, and clip scores as CSV. */
public final class JsonBenchmarkFiles implements BenchmarkFiles {
    @Override
    public AnnotationDatabase readAnnotations(Path file) throws ExchangeException {
        return BenchmarkReader.annotations(file);
    }

    @Override
    public void writeAnnotations(AnnotationDatabase database, Path file) throws ExchangeException {
        TextFile.write(file, BenchmarkWriter.text(database));
    }

    @Override
    public String annotationText(AnnotationDatabase database) {
        return BenchmarkWriter.text(database);
    }

    @Override
    public PredictionDatabase readPredictions(Path file) throws ExchangeException {
        return BenchmarkReader.predictions(file);
    }

    @Override
    public List<ClipPrediction> readClips(Path file) throws ExchangeException {
        CsvTable table = CsvTable.read(file, List.of("clip", "truth", "score"));
        List<ClipPrediction> clips = new ArrayList<>();
        for (Csv.Row row : table.rows()) {
            if (!table.fits(row)) {
                throw wrong(
                        table,
                        row,
                        "has " + row.cells().size() + " cells instead of "
                                + table.columns().size());
            }
            String truth = table.cell(row, "truth").strip();
            if (!truth.equals("0") && !truth.equals("1")) {
                throw wrong(table, row, "has the truth “" + truth + "”, which is neither 0 nor 1");
            }
            clips.add(new ClipPrediction(Csv.text(table.cell(row, "clip")), truth.equals("1"), score(table, row)));
        }
        return clips;
    }

    @Override
    public List<ClipAnswer> readAnswers(Path file) throws ExchangeException {
        CsvTable table = CsvTable.read(file, List.of("clip", "score"));
        List<ClipAnswer> answers = new ArrayList<>();
        for (Csv.Row row : table.rows()) {
            if (!table.fits(row)) {
                throw wrong(
                        table,
                        row,
                        "has " + row.cells().size() + " cells instead of "
                                + table.columns().size());
            }
            answers.add(new ClipAnswer(
                    row.line(), Csv.text(table.cell(row, "clip")).strip(), task(table, row), score(table, row)));
        }
        return answers;
    }

    private static String task(CsvTable table, Csv.Row row) throws ExchangeException {
        String shots = table.cell(row, "shots").strip();
        if (shots.isEmpty()) {
            return "";
        }
        if (!shots.matches("[1-9][0-9]{0,3}")) {
            throw wrong(table, row, "has “" + shots + "” as the number of shots");
        }
        String draw = table.cell(row, "draw").strip();
        return shots + "-shot" + (draw.isEmpty() ? "" : " " + draw);
    }

    private static double score(CsvTable table, Csv.Row row) throws ExchangeException {
        String text = table.cell(row, "score");
        try {
            double score = Double.parseDouble(text);
            if (Double.isFinite(score)) {
                return score;
            }
        } catch (NumberFormatException e) {
            throw wrong(table, row, "has the score “" + text + "”, which is not a number");
        }
        throw wrong(table, row, "has the score “" + text + "”, which is not a number");
    }

    private static ExchangeException wrong(CsvTable table, Csv.Row row, String what) {
        return new ExchangeException("“" + table.name() + "”, line " + row.line() + " " + what + ".");
    }
}
