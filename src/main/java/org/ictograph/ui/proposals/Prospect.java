package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Protocol;
import org.ictograph.session.Outlook;
import org.ictograph.session.StudySession;

/** What there is to learn from in a study, found out in the background. FX thread. */
final class Prospect {
    private final StudySession session;
    private final boolean decisions;
    private final ReadOnlyObjectWrapper<Optional<Outlook>> known = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param decisions whether it is what the rater who works decided, instead of what counts in the study */
    Prospect(StudySession session, boolean decisions) {
        this.session = session;
        this.decisions = decisions;
    }

    /** Finds out anew, see {@link #known()}. */
    void look() {
        var unused = session.teaching()
                .outlook(List.of(Protocol.SEIZURE), decisions)
                .result()
                .thenAcceptAsync(
                        found -> known.set(Optional.of(found)),
                        session.workplace().fx());
    }

    /** Empty before it is known. */
    ReadOnlyObjectProperty<Optional<Outlook>> known() {
        return known.getReadOnlyProperty();
    }
}
