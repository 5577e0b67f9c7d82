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

/** The project file of BORIS: JSON with ethogram, subjects and observations. */
public final class BorisProject implements LabelFormat {
    @Override
    public String id() {
        return "boris";
    }

    @Override
    public String description() {
        return "Project of BORIS, one observation for each recording and rater";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        return new BorisReader().read(JsonPlace.read(file));
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        MarkRow.loseDetails(rows, losses);
        BorisWriter writer = new BorisWriter(study, losses);
        TextFile.write(file, JsonPlace.text(writer.project(rows)));
        return losses.report(writer.kept());
    }
}
