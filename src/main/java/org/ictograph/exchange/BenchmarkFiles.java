package org.ictograph.exchange;

import java.nio.file.Path;
import java.util.List;

/** The files of detection benchmarks. Implementations are stateless and may be used from any thread; all block. */
public interface BenchmarkFiles {
    /**
     * Reads annotations as RatSeizure, ActionFormer or ActivityNet write them.
     *
     * @throws ExchangeException when the file cannot be read or an entry is wrong
     */
    AnnotationDatabase readAnnotations(Path file) throws ExchangeException;

    /**
     * Writes annotations as RatSeizure does: {@code database} alone at the top, clips by id, segments by time. The file
     * appears whole or not at all, and equal databases give the same bytes.
     *
     * @throws ExchangeException when the file cannot be written
     */
    void writeAnnotations(AnnotationDatabase database, Path file) throws ExchangeException;

    /** The text that {@link #writeAnnotations} writes, for files that become part of something larger. */
    String annotationText(AnnotationDatabase database);

    /**
     * Reads predictions as ActivityNet ({@code results}) or ActionFormer ({@code database}) write them.
     *
     * @throws ExchangeException when the file cannot be read or an entry is wrong
     */
    PredictionDatabase readPredictions(Path file) throws ExchangeException;

    /**
     * Reads clip-level predictions: CSV with the columns {@code clip}, {@code truth} (0 or 1) and {@code score}.
     *
     * @throws ExchangeException when the file cannot be read or a line is wrong
     */
    List<ClipPrediction> readClips(Path file) throws ExchangeException;

    /**
     * Reads predictions for the clips of a data set: CSV with the columns {@code clip} and {@code score}, and for tasks of
     * few shots {@code shots} and {@code draw}.
     *
     * @throws ExchangeException when the file cannot be read or a score is no number
     */
    List<ClipAnswer> readAnswers(Path file) throws ExchangeException;
}
