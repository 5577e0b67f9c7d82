package org.ictograph.ui.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.ictograph.model.Assignment;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.settings.Command;
import org.ictograph.settings.Exposures;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.ictograph.settings.SkimBounds;
import org.ictograph.settings.TimelineTaste;
import org.ictograph.ui.agreement.AgreementView;
import org.ictograph.ui.annotate.AnnotateView;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.duty.Duties;
import org.ictograph.ui.duty.DutyBar;
import org.ictograph.ui.duty.DutyViewModel;
import org.ictograph.ui.export.ExportView;
import org.ictograph.ui.kit.FrameImage;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.ShuttleKeys;
import org.ictograph.ui.proposals.ProposalsView;
import org.ictograph.ui.study.AddSheet;
import org.ictograph.ui.study.GiveSheet;
import org.ictograph.ui.study.LabelsSheet;
import org.ictograph.ui.study.StudyView;

/** The window's content while a study is open: header, rail and the workspace in front. Workspaces are made on first use. */
final class Desk extends BorderPane {
    /** What the window does for the desk. */
    interface Window {
        void addVideos();

        void newRater();

        void openDemo();

        /** Takes the study over from somebody who has fallen silent. */
        void takeOver();

        /** Makes a new study of what is sound of a damaged one. */
        void salvage(Path damaged);

        /** Says who works from now on, so that it is remembered. */
        void works(String rater);

        /** How the timeline is to be laid out. */
        TimelineTaste timeline();

        /** Says that the timeline is laid out otherwise from now on. */
        void keepTimeline(TimelineTaste taste);

        /** How recordings are skimmed. */
        SkimBounds skim();

        /** Says that recordings are skimmed otherwise from now on. */
        void keepSkim(SkimBounds bounds);

        /** True when sound is to be heard. */
        boolean sound();

        /** Says whether sound is to be heard from now on. */
        void keepSound(boolean sound);

        /** How cages are lit up for the eye. */
        Exposures exposures();

        /** Says that cages are lit up otherwise from now on. */
        void keepExposures(Exposures exposures);

        /** The step at which the guided tour was left. */
        int tour();

        /** Says at which step the guided tour is. */
        void keepTour(int step);

        /** Asks for a place for a picture. */
        Optional<Path> picture(Path suggested);

        /** Opens the way to a new model that learns from what was decided. */
        void trainAgain();

        /** Searches for missing videos. */
        void relink();

        /** Tells that the video of a recording is missing. */
        void missing(Recording recording, Throwable failure);
    }

    private final StudySession session;
    private final StudyState state;
    private final Look look;
    private final Supplier<KeyMap> keys;
    private final Window window;
    private final Bench bench;
    private final Transport transport;
    private final Rail rail;
    private final BannersViewModel banners;
    private final VBox head;
    private final Duties duties;
    private final Guiding guiding;
    private boolean resumed;
    private final Map<Workspace, WorkspaceView> views = new EnumMap<>(Workspace.class);
    private final ReadOnlyObjectWrapper<Workspace> front = new ReadOnlyObjectWrapper<>(Workspace.STUDY);

    Desk(Look look, StudySession session, NoticesViewModel notices, Supplier<KeyMap> keys, Window window) {
        this.look = look;
        this.session = session;
        this.state = session.state();
        this.keys = keys;
        this.window = window;
        FrameImage frame = new FrameImage();
        session.playback().onFrame(shown -> frame.show(shown.picture()));
        bench = new Bench(session, look, frame, notices::say);
        transport = new Transport(session);
        rail = new Rail(look, keys, this::go);
        setLeft(rail);
        banners = new BannersViewModel(session, look, window);
        session.presence().watch();
        DutyViewModel owed = new DutyViewModel(session);
        owed.at().addListener((property, before, now) -> {
            if (now.isEmpty()) {
                session.playback().stopAtEndsOf(Optional.empty());
            }
        });
        duties = new Duties(bench, owed, () -> getScene().getWindow(), this::show);
        guiding = new Guiding(look, new GuideViewModel(state, window.tour(), window::keepTour), keys, this);
        getChildren().add(guiding.spotlight());
        head = new VBox(
                new HeaderBar(look, session, new Wishes()),
                guiding.bar(),
                new DutyBar(look, owed, duties::handle),
                new BannersView(banners));
        setTop(head);
        state.study().addListener((property, before, now) -> openFirst());
        show(state.study().get().recordings().isEmpty() ? Workspace.STUDY : Workspace.ANNOTATE);
        resume();
    }

    /** Goes back to where the rater was, or to the first recording. */
    private void resume() {
        var unused = session.drafts()
                .resume()
                .whenCompleteAsync(
                        (recovery, failure) -> {
                            if (failure != null) {
                                state.recording().get().ifPresent(open -> tell(open.id(), failure));
                            } else {
                                recovery.ifPresent(banners::recovered);
                            }
                            resumed = true;
                            openFirst();
                            session.drafts().start();
                        },
                        session.workplace().fx());
    }

    /** The workspace in front. */
    ReadOnlyObjectProperty<Workspace> front() {
        return front.getReadOnlyProperty();
    }

    /** How far the header and the banners reach down, in pixels. */
    ReadOnlyDoubleProperty headHeight() {
        return head.heightProperty();
    }

    StudySession session() {
        return session;
    }

    /** Brings a workspace to the front. */
    void go(Workspace workspace) {
        if (workspace != front.get()) {
            view(front.get()).left();
            show(workspace);
        }
    }

    private void show(Workspace workspace) {
        front.set(workspace);
        WorkspaceView view = view(workspace);
        setCenter(view.node());
        rail.show(workspace);
        view.entered();
    }

    private WorkspaceView view(Workspace workspace) {
        return views.computeIfAbsent(workspace, made -> switch (made) {
            case STUDY ->
                new StudyView(
                        bench,
                        duties,
                        this::openForMarking,
                        this::workAs,
                        () -> go(Workspace.ANNOTATE),
                        () -> window.timeline().lights());
            case ANNOTATE -> annotate();
            case PROPOSALS -> new ProposalsView(bench, window::trainAgain);
            case AGREEMENT -> new AgreementView(bench);
            case EXPORT -> new ExportView(bench);
        });
    }

    /** Shows a window of an assignment where it can be marked. */
    private void show(Assignment.Window window) {
        go(Workspace.ANNOTATE);
        bench.inRecording(window.recordingId(), () -> {
            session.playback().seek(window.span().start());
            session.playback().stopAtEndsOf(Optional.of(window.span()));
            if (view(Workspace.ANNOTATE) instanceof AnnotateScreen screen) {
                screen.show(window.span());
            }
        });
    }

    private WorkspaceView annotate() {
        return new AnnotateScreen(
                session, look, keys, new AnnotateView.Doors(window::addVideos, window::openDemo, this::say), window);
    }

    /** Does what a key or a menu asks for; false when it means nothing in the workspace in front. */
    boolean handle(Command command) {
        if (command.edits() && !state.mayEdit()) {
            return true;
        }
        for (Workspace workspace : Workspace.values()) {
            if (workspace.command() == command) {
                go(workspace);
                return true;
            }
        }
        if (command == Command.SHOW_FIGURES) {
            view(Workspace.STUDY).handle(command);
            go(Workspace.STUDY);
            return true;
        }
        if (command == Command.ATTACH_POINTS) {
            go(Workspace.STUDY);
            return view(Workspace.STUDY).handle(command);
        }
        if (command == Command.SHOW_TRIAGE) {
            view(Workspace.PROPOSALS).handle(command);
            go(Workspace.PROPOSALS);
            return true;
        }
        if (command == Command.SNAPSHOT || command == Command.SNAPSHOT_AS) {
            takeSnapshot(command == Command.SNAPSHOT_AS);
            return front.get().hasPicture();
        }
        return guiding.handle(command)
                || duties.handle(command)
                || view(front.get()).handle(command)
                || (hasPicture() && transport.handle(command))
                || takesBack(command);
    }

    /** What was done last can be undone in every workspace. */
    private boolean takesBack(Command command) {
        if (command == Command.UNDO) {
            session.edits().undo();
        } else if (command == Command.REDO) {
            session.edits().redo();
        }
        return command == Command.UNDO || command == Command.REDO;
    }

    /** A letter or digit, before it means a command; true when the workspace in front had a use for it. */
    boolean press(KeyChord chord) {
        return view(front.get()).press(chord);
    }

    private void takeSnapshot(boolean asks) {
        if (front.get().hasPicture()) {
            Path usual =
                    session.snapshots().folder().resolve(session.snapshots().name());
            Optional<Path> place = asks ? window.picture(usual) : Optional.of(usual);
            place.ifPresent(session.snapshots()::take);
        }
    }

    private boolean hasPicture() {
        return front.get().hasPicture() && view(front.get()).showsPicture();
    }

    /** The keys that are held and let go, while a picture is in front. */
    Optional<ShuttleKeys> shuttle() {
        return hasPicture() ? Optional.of(transport.shuttle()) : Optional.empty();
    }

    /** Takes a label file of another program in. */
    void takeLabels(Path file) {
        new LabelsSheet(bench, file).show(getScene().getWindow());
    }

    /** Attaches a file of key points to cages. */
    void attachPoints(Path file) {
        go(Workspace.STUDY);
        if (state.mayEdit() && view(Workspace.STUDY) instanceof StudyView study) {
            study.attachPoints(file);
        }
    }

    /** Writes labels for another program. */
    void giveLabels() {
        new GiveSheet(bench).show(getScene().getWindow());
    }

    /** Leads through the study or the window, from where that was left. */
    void guide(Guide guide) {
        guiding.start(guide);
    }

    /** Lets cages be drawn where recordings are marked, or no longer. */
    void draw(boolean drawing) {
        if (view(Workspace.ANNOTATE) instanceof AnnotateScreen screen) {
            screen.draw(drawing && state.mayEdit());
        }
    }

    /** Says something at the foot of the window. */
    void say(Notice notice) {
        bench.say().accept(notice);
    }

    /** Starts adding videos to the study. */
    void add(List<Path> videos) {
        if (!state.mayEdit()) {
            return;
        }
        new AddSheet(bench).add(videos, getScene().getWindow());
    }

    /** Opens a recording and tells when its video is missing. */
    void open(UUID recordingId) {
        var unused = session.open(recordingId)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                tell(recordingId, failure);
                            }
                        },
                        session.workplace().fx());
    }

    private void tell(UUID recordingId, Throwable failure) {
        if (Sentence.calledOff(failure)) {
            return;
        }
        Optional<Recording> missing = state.study().get().recording(recordingId).filter(session.recordings()::missing);
        missing.ifPresentOrElse(
                recording -> window.missing(recording, failure),
                () -> bench.say().accept(Notice.problem(failure)));
    }

    private void openForMarking(UUID recordingId) {
        open(recordingId);
        go(Workspace.ANNOTATE);
    }

    /** As soon as there is a recording, one is open. */
    private void openFirst() {
        if (resumed && state.recording().get().isEmpty()) {
            state.study().get().recordings().stream()
                    .filter(recording -> !session.recordings().lost(recording))
                    .findFirst()
                    .ifPresent(recording -> open(recording.id()));
        }
    }

    /** Changes who works. */
    void workAs(String rater) {
        view(front.get()).left();
        var unused = session.workAs(rater).thenAccept(now -> {
            window.works(now.name());
            bench.say().accept(Notice.done("rater.works", now.name()));
        });
    }

    /** Switches between working blind and reviewing. */
    void showOthers(boolean sighted) {
        var unused = session.showOthers(sighted).thenAccept(done -> {
            view(front.get()).entered();
            String rater = session.state().rater().get().name();
            bench.say().accept(Notice.done(sighted ? "rater.reviews" : "rater.works", rater));
        });
    }

    private final class Wishes implements HeaderBar.Wishes {
        @Override
        public void open(UUID recordingId) {
            Desk.this.open(recordingId);
        }

        @Override
        public void workAs(String rater) {
            Desk.this.workAs(rater);
        }

        @Override
        public void newRater() {
            window.newRater();
        }

        @Override
        public void showOthers(boolean sighted) {
            Desk.this.showOthers(sighted);
        }
    }
}
