package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Mark;
import org.ictograph.model.Study;

/** Annotation files of ELAN ({@code .eaf}): XML with tiers, times in whole milliseconds, one recording in a file. */
public final class Elan implements LabelFormat {
    @Override
    public String id() {
        return "elan";
    }

    @Override
    public String description() {
        return "Annotation file of ELAN, one recording, times in milliseconds";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        return new ElanReader(file).read();
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        MarkRow.refuseSeveralRecordings(rows, "An ELAN file");
        MarkRow.loseDetails(rows, losses);
        TextFile.write(file, new ElanWriter(study, losses).document(rows));
        return losses.report(rows.size());
    }
}
