package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.ictograph.model.HandedOver;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;
import org.ictograph.model.TakenIn;
import org.ictograph.model.Uptime;
import org.ictograph.store.StoreException;

/** Gives a rater's work out as a bundle and takes bundles in. */
final class Handover {
    private final Connection connection;

    Handover(Connection connection) {
        this.connection = connection;
    }

    /** @throws StoreException when there is no such rater, or the file cannot be written there */
    HandedOver give(UUID raterId, Path file) throws SQLException, StoreException {
        Study study = StudyFrame.read(connection);
        Rater rater = study.rater(raterId)
                .orElseThrow(() -> new StoreException("The study has no such rater; nothing was written."));
        try {
            return new BundleWriter(connection).write(study, rater, file);
        } catch (IOException failure) {
            throw new StoreException(
                    "The bundle " + file + " cannot be written; check the folder and the space on its disk.", failure);
        }
    }

    /**
     * Takes a whole bundle in, in one transaction.
     *
     * @param raterId who does it
     * @param dryRun true to learn what would come of it; nothing is changed then
     * @throws StoreException when it is no sound bundle of this study; nothing has changed then
     */
    TakenIn take(Path file, UUID raterId, Clock clock, Uptime uptime, boolean dryRun)
            throws SQLException, StoreException {
        Bundle bundle = BundleReader.read(file);
        refuseStrangers(bundle, file);
        return Transaction.run(connection, () -> {
            Sql.run(connection, "SAVEPOINT dry_run");
            Merge.Taken taken = merge(bundle, file, raterId, clock, uptime);
            if (dryRun) {
                Sql.run(connection, "ROLLBACK TO dry_run");
            }
            Sql.run(connection, "RELEASE dry_run");
            return new TakenIn(
                    bundle.raterName(), taken.fresh(), bundle.edits().size() - taken.fresh(), taken.conflicts());
        });
    }

    private Merge.Taken merge(Bundle bundle, Path file, UUID raterId, Clock clock, Uptime uptime)
            throws SQLException, StoreException {
        try {
            return new Merge(connection, uptime)
                    .take(bundle, raterId, clock.instant(), clock.getZone().getId());
        } catch (StoreException | IllegalArgumentException unfit) {
            throw new StoreException(
                    "The bundle " + file + " cannot be taken in. " + unfit.getMessage() + " Nothing was changed.",
                    unfit);
        }
    }

    private void refuseStrangers(Bundle bundle, Path file) throws SQLException, StoreException {
        Study study = StudyFrame.read(connection);
        String first = new EditLog(connection).after(0, 1).get(0).hash();
        if (!bundle.studyId().equals(study.id()) || !bundle.first().equals(first)) {
            throw new StoreException("The bundle " + file + " is of another study, “" + bundle.studyName()
                    + "”, which is no copy of “" + study.name() + "”. Nothing was changed.");
        }
    }
}
