package org.ictograph.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Look;

/** What comes into the open study as a file and leaves it as one; nothing happens while no study is open. */
final class Deliveries {
    private final Look look;
    private final Supplier<Optional<Desk>> desk;
    private final Ask ask;
    private final Consumer<Notice> say;
    private final Colleagues colleagues;

    Deliveries(Look look, Supplier<Optional<Desk>> desk, Ask ask, Consumer<Notice> say, Colleagues colleagues) {
        this.look = look;
        this.desk = desk;
        this.ask = ask;
        this.say = say;
        this.colleagues = colleagues;
    }

    private Optional<StudySession> session() {
        return desk.get().map(Desk::session);
    }

    /** Takes a label file of another program in, which the person chooses. */
    void takeLabels() {
        desk.get().ifPresent(open -> ask.labels().ifPresent(open::takeLabels));
    }

    /** Takes this label file in. */
    void takeLabels(Path file) {
        desk.get().ifPresent(open -> open.takeLabels(file));
    }

    /** Writes labels for another program. */
    void giveLabels() {
        desk.get().ifPresent(Desk::giveLabels);
    }

    /** Takes cages from a file of a tool for pictures. */
    void takeBoxes() {
        session().ifPresent(open -> ask.boxes().ifPresent(boxes(open)::take));
    }

    /** Writes the cages for a tool for pictures. */
    void giveBoxes() {
        session().ifPresent(open -> ask.newBoxes().ifPresent(boxes(open)::give));
    }

    private BoxFiles boxes(StudySession open) {
        return new BoxFiles(look.messages(), open, say);
    }

    /** Attaches key points that a pose program found to cages. */
    void attachPoints(Path file) {
        desk.get().ifPresent(open -> open.attachPoints(file));
    }

    /** Writes the work of the rater who works as a bundle. */
    void handOver() {
        session()
                .ifPresent(open -> ask.newBundle(open.state().rater().get().name())
                        .ifPresent(file -> colleagues.handOver(open, file)));
    }

    /** Takes bundles in, which the person chooses. */
    void takeIn() {
        session().ifPresent(open -> colleagues.takeIn(open, ask.bundles()));
    }

    /** Takes these bundles in. */
    void takeIn(List<Path> bundles) {
        session().ifPresent(open -> colleagues.takeIn(open, bundles));
    }

    /** What waits for a decision since bundles were taken in. */
    void reviewList() {
        session().ifPresent(colleagues::review);
    }
}
