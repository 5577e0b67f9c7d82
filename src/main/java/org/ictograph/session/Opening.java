package org.ictograph.session;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ictograph.model.Access;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Lane;

/**
 * The way into a study: its file is opened and read on a lane of its own, then the session is made on the FX executor, and
 * somebody works in it before anybody sees it. Whatever fails on the way leaves neither thread nor open file.
 */
final class Opening {
    private record Opened(StudyStore store, Study study, Access access) {}

    private final Workplace workplace;
    private final Optional<String> raterName;
    private final Lane lane = new Lane("store");

    /** @param raterName who works; without one, the first rater of the study */
    Opening(Workplace workplace, Optional<String> raterName) {
        this.workplace = workplace;
        this.raterName = raterName;
    }

    /** @param file opens the file; called on the store's lane */
    CompletableFuture<StudySession> begin(Callable<StudyStore> file) {
        return lane.submit(file)
                .thenApplyAsync(Opening::read, lane)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        lane.close();
                    }
                })
                .thenComposeAsync(this::work, workplace.fx());
    }

    private static Opened read(StudyStore store) {
        try {
            return new Opened(store, store.study(), store.access());
        } catch (StoreException failure) {
            store.close();
            throw new CompletionException(failure);
        }
    }

    /** A new name becomes a new rater, but not in a study that can only be read. */
    private CompletableFuture<StudySession> work(Opened opened) {
        Study study = opened.study();
        Rater first = study.raters().get(0);
        Optional<Rater> known = raterName.flatMap(study::raterNamed);
        StudySession session = new StudySession(
                workplace, new StoreLane(lane, opened.store()), opened.store().file(), study, known.orElse(first));
        session.state().access(opened.access());
        Optional<String> works = opened.access().writing() ? raterName : known.map(Rater::name);
        return session.workAs(works.orElse(first.name()))
                .thenCompose(rater -> session.logHead().read())
                .thenApply(read -> session);
    }
}
