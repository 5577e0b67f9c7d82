package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ictograph.model.Edit;
import org.ictograph.model.Rater;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.Moment;
import org.ictograph.store.Restored;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;

/** Puts a snapshot in the place of its study, and says so in the log of the study that comes of it. */
final class Restorer {
    private final StudyFiles files;
    private final Migrations migrations;
    private final Clock clock;

    Restorer(StudyFiles files, Migrations migrations, Clock clock) {
        this.files = files;
        this.migrations = migrations;
        this.clock = clock;
    }

    Restored restore(Path study, Copying copying, Path snapshot, Optional<String> raterName)
            throws SQLException, IOException, StoreException {
        Restoration.finish(study);
        if (!Files.isRegularFile(snapshot)) {
            throw new StoreException("There is no snapshot " + snapshot + ".");
        }
        Optional<Snapshot> before = Files.exists(study) ? keepPresent(study) : Optional.empty();
        Path prepared = copying.shelf().hidden();
        try {
            Files.copy(snapshot, prepared);
            long edits = prepare(study, copying, prepared, snapshot, raterName);
            Path aside = copying.aside();
            new Restoration(study, prepared, aside).run();
            return new Restored(before, aside, edits);
        } finally {
            Shelf.discard(prepared);
        }
    }

    /** A damaged study cannot be kept as a snapshot; its files are put aside as they are. */
    private Optional<Snapshot> keepPresent(Path study) throws StoreException {
        try (StudyStore present = files.open(study);
                Moment moment = present.moment()) {
            return Optional.of(moment.keep(Snapshot.Reason.RESTORE, Progress.NONE));
        } catch (StoreException failure) {
            if (failure.trouble() == Trouble.DAMAGED || failure.trouble() == Trouble.REFUSED) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private long prepare(Path study, Copying copying, Path prepared, Path snapshot, Optional<String> raterName)
            throws SQLException, IOException, StoreException {
        new Opening(prepared, migrations, copying).refuseStrangers();
        try (Connection connection = StudyConnection.open(prepared, false, Journal.SHARED)) {
            migrations.apply(connection);
            List<String> faults = new Verification(connection).ofCopy(Progress.NONE);
            if (!faults.isEmpty()) {
                throw new StoreException(
                        Trouble.DAMAGED,
                        "The snapshot " + snapshot + " is not sound: " + faults.get(0)
                                + " Choose another one; nothing was changed.");
            }
            SqliteStudyStore store = new SqliteStudyStore(
                    study, new OpenFile(prepared, () -> connection), clock, copying, Tenure.unknown(study));
            Rater rater = rater(store.study(), raterName);
            String account = "restored from " + snapshot.getFileName();
            return store.commit(rater.id(), Edit.noting(Verb.RESTORE, rater, account), OptionalLong.empty(), List.of())
                    .sequence();
        }
    }

    private static Rater rater(Study study, Optional<String> name) {
        return name.flatMap(study::raterNamed).orElseGet(() -> study.raters().get(0));
    }
}
