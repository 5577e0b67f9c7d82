package org.ictograph.ui.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.model.Access;
import org.ictograph.model.Draft;
import org.ictograph.model.Span;
import org.ictograph.session.Recovery;
import org.ictograph.session.StudySession;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.Look;

/**
 * What must stay in sight about the open study as a whole: that it is only read, that edits are not stored, what was
 * recovered after a crash. FX thread.
 */
public final class BannersViewModel {
    /** How a banner looks. */
    public enum Kind {
        NEWS,
        WARNING,
        PROBLEM
    }

    /** Something that can be done about it. */
    public record Way(String id, String words, Runnable action) {}

    /** One banner. */
    public record Banner(Kind kind, String text, List<Way> ways) {}

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final StudySession session;
    private final Look look;
    private final Desk.Window window;
    private final ObservableList<Banner> banners = FXCollections.observableArrayList();
    private final ObservableList<Banner> shown = FXCollections.unmodifiableObservableList(banners);
    private Optional<Recovery> recovery = Optional.empty();

    BannersViewModel(StudySession session, Look look, Desk.Window window) {
        this.session = session;
        this.look = look;
        this.window = window;
        session.state().absent().addListener((property, before, now) -> show());
        session.edits().unstored().addListener((property, before, now) -> show());
        session.logHead().doubt().addListener((property, before, now) -> show());
        show();
    }

    /** From top to bottom. */
    public ObservableList<Banner> banners() {
        return shown;
    }

    /** Tells what was recovered, until it is dismissed. */
    public void recovered(Recovery found) {
        recovery = Optional.of(found);
        show();
    }

    private void show() {
        List<Banner> now = new ArrayList<>();
        Access access = session.state().access();
        if (!access.writing()) {
            List<Way> ways = new ArrayList<>();
            if (access.takeable()) {
                ways.add(new Way("take-over", look.text("banner.takeover"), window::takeOver));
            }
            if (access.damaged()) {
                ways.add(new Way("salvage", look.text("salvage.do"), () -> window.salvage(session.file())));
            }
            now.add(new Banner(Kind.WARNING, look.messages().failure(access.why()), ways));
        }
        session.logHead()
                .doubt()
                .get()
                .ifPresent(doubt -> now.add(new Banner(
                        Kind.PROBLEM,
                        doubt,
                        List.of(new Way(
                                "trust-file",
                                look.text("banner.trust"),
                                () -> session.logHead().trust())))));
        int waiting = session.edits().unstored().get();
        if (waiting > 0) {
            now.add(new Banner(
                    Kind.PROBLEM,
                    (waiting == 1 ? look.text("banner.unstored.one") : look.text("banner.unstored.many", waiting)) + " "
                            + look.messages().failure(session.edits().whyUnstored()),
                    List.of(
                            new Way(
                                    "store-again",
                                    look.text("banner.again"),
                                    () -> session.edits().storeAgain()),
                            new Way(
                                    "let-go",
                                    look.text("banner.giveup"),
                                    () -> session.edits().giveUp()))));
        }
        List<Span> absent = session.state().absent().get().spans();
        if (!absent.isEmpty()) {
            now.add(new Banner(
                    Kind.WARNING,
                    absent(absent.size(), absent.get(0)),
                    List.of(new Way("relink-absent", look.text("study.relink"), window::relink))));
        }
        recovery.ifPresent(found -> now.add(banner(found)));
        banners.setAll(now);
    }

    private String absent(int count, Span first) {
        String from = TimeText.clock(first.start());
        String to = TimeText.clock(first.end());
        return count == 1 ? look.text("banner.absent", from, to) : look.text("banner.absent.many", count, from, to);
    }

    private Banner banner(Recovery found) {
        List<String> lines = new ArrayList<>();
        lines.add(
                found.edits() == 0 || found.last().isEmpty()
                        ? look.text("banner.recovered.none")
                        : look.text(
                                "banner.recovered",
                                found.edits(),
                                CLOCK.format(found.last().get().atZone(ZoneId.systemDefault()))));
        found.begun()
                .forEach(onset -> lines.add(look.text(
                        "banner.recovered.onset",
                        look.label(onset.label()),
                        cage(onset.cageId()),
                        TimeText.clock(onset.onset()))));
        List<Way> ways = new ArrayList<>();
        found.dragged().ifPresent(dragged -> mark(lines, ways, dragged));
        ways.add(new Way("dismiss-recovery", look.text("banner.dismiss"), this::dismiss));
        return new Banner(Kind.NEWS, String.join("\n", lines), ways);
    }

    private void mark(List<String> lines, List<Way> ways, Draft.Dragged dragged) {
        session.marking().own(dragged.markId()).ifPresent(mark -> {
            lines.add(look.text(
                    "banner.recovered.dragged",
                    look.label(mark.label()),
                    cage(mark.cageId()),
                    TimeText.clock(dragged.span().start()),
                    TimeText.clock(dragged.span().end())));
            ways.add(new Way("put-there", look.text("banner.putthere"), () -> {
                session.marking().change(mark.id(), now -> now.withSpan(dragged.span()));
                dismiss();
            }));
        });
    }

    private String cage(UUID cageId) {
        return session.state()
                .study()
                .get()
                .cage(cageId)
                .map(cage -> Integer.toString(cage.position()))
                .orElse("?");
    }

    private void dismiss() {
        recovery = Optional.empty();
        show();
    }
}
