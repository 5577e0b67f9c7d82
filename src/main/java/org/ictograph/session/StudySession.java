package org.ictograph.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Edit;
import org.ictograph.model.FrameRate;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.video.FrameIndex;
import org.ictograph.work.Progress;

/**
 * One open study and everything that can be done with it, for the window and for commands alike. Closing it stores what
 * is pending and closes the study file. Called on the FX thread, apart from {@link #open} and {@link #create}.
 */
public final class StudySession implements AutoCloseable {

    private final Path file;
    private final Workplace workplace;
    private final StoreLane store;
    private final StudyState state;
    private final Edits edits;
    private final Playback playback;
    private final Recordings recordings;
    private final FrameTruth frameTruth;
    private final Presence presence;
    private final FilmStrip filmStrip;
    private final Cages cages;
    private final Marking marking;
    private final Reviewing reviewing;
    private final Signing signing;
    private final Assigning assigning;
    private final Attention attention = new Attention(System::nanoTime);
    private final Proposing proposing;
    private final Triaging triaging;
    private final Auditing auditing;
    private final Loops loops;
    private final Teaching teaching;
    private final Encoding encoding;
    private final Agreeing agreeing;
    private final Charting charting;
    private final Adjudicating adjudicating;
    private final Defining defining;
    private final Exporting exporting;
    private final Interchange interchange;
    private final CageFiles cageFiles;
    private final Posing posing;
    private final Snapshots snapshots;
    private final Merging merging;
    private final Safekeeping safekeeping;
    private final Drafts drafts;
    private final LogHead logHead;
    private final Chronicle chronicle;

    StudySession(Workplace workplace, StoreLane store, Path file, Study study, Rater rater) {
        this.file = file;
        this.workplace = workplace;
        this.store = store;
        this.state = new StudyState(study, rater);
        this.edits = new Edits(store, state, workplace.fx());
        this.playback = new Playback(workplace.videos(), workplace.sound(), workplace.fx(), System::nanoTime);
        this.recordings = new Recordings(workplace, state, edits, file);
        this.frameTruth = new FrameTruth(workplace, state, edits, recordings);
        state.recording().addListener((property, before, now) -> followRates(before, now));
        this.presence = new Presence(state, recordings, workplace.fx(), this::playAgain);
        this.filmStrip = new FilmStrip(workplace, recordings);
        this.cages = new Cages(state, edits);
        this.marking = new Marking(state, edits, playback);
        this.reviewing = new Reviewing(state, edits);
        this.signing = new Signing(store, state, edits, workplace);
        this.assigning = new Assigning(workplace, state, store, edits, recordings);
        this.proposing = new Proposing(workplace, state, edits, recordings, attention);
        NewestProposals newest = new NewestProposals();
        this.triaging = new Triaging(workplace, state, store, edits, newest, attention);
        this.auditing = new Auditing(workplace, state, store, edits, newest, attention);
        this.loops = new Loops(workplace, recordings);
        this.teaching = new Teaching(workplace, state, store, recordings);
        this.encoding = new Encoding(workplace, state, recordings);
        this.agreeing = new Agreeing(workplace, state, store);
        this.charting = new Charting(workplace, state, store);
        this.adjudicating = new Adjudicating(state, edits);
        this.defining = new Defining(state, store, edits);
        this.posing = new Posing(workplace, state, store, edits, recordings);
        this.exporting = new Exporting(workplace, state, store, edits, recordings, posing);
        this.safekeeping = new Safekeeping(store, state, edits, workplace.fx());
        this.cageFiles = new CageFiles(workplace, state, edits);
        this.interchange = new Interchange(workplace, state, recordings, store, edits, safekeeping);
        this.merging = new Merging(workplace, state, store, edits, safekeeping);
        this.snapshots = new Snapshots(workplace, state, playback, file);
        this.drafts = new Drafts(this, store);
        this.logHead = new LogHead(store, state, workplace.fx());
        this.chronicle = new Chronicle(this, store, workplace);
        playback.onWatched(reviewing::watched);
        playback.sound().onTrouble(failure -> state.say(Notice.done("sound.none", Sentence.of(failure))));
        playback.onTrouble(failure -> state.say(Notice.problem(failure)));
    }

    /**
     * Makes a new study with the standard protocol. The future completes on the FX executor and fails with a
     * {@link org.ictograph.store.StoreException}.
     */
    public static CompletableFuture<StudySession> create(
            Workplace workplace, Path file, String name, String raterName) {
        Rater rater = new Rater(UUID.randomUUID(), raterName);
        return new Opening(workplace, Optional.of(raterName))
                .begin(() -> workplace.files().create(file, name, Protocol.standard(), rater));
    }

    /**
     * Opens a study.
     *
     * @param raterName who works; a new name becomes a new rater; without one, the first rater of the study
     */
    public static CompletableFuture<StudySession> open(Workplace workplace, Path file, Optional<String> raterName) {
        return new Opening(workplace, raterName).begin(() -> workplace.files().open(file));
    }

    /** Opens a study for writing or, where that cannot be, for reading; {@link StudyState#access} tells which, and why. */
    public static CompletableFuture<StudySession> openOrRead(
            Workplace workplace, Path file, Optional<String> raterName) {
        return new Opening(workplace, raterName).begin(() -> workplace.files().openOrRead(file));
    }

    /** Opens a study for writing whose writer has fallen silent, because a person said so. */
    public static CompletableFuture<StudySession> takeOver(Workplace workplace, Path file, Optional<String> raterName) {
        return new Opening(workplace, raterName).begin(() -> workplace.files().takeOver(file, raterName));
    }

    /** The study file. */
    public Path file() {
        return file;
    }

    public Workplace workplace() {
        return workplace;
    }

    public StudyState state() {
        return state;
    }

    public Edits edits() {
        return edits;
    }

    public Playback playback() {
        return playback;
    }

    public Recordings recordings() {
        return recordings;
    }

    public FrameTruth frameTruth() {
        return frameTruth;
    }

    /** Which files of the open recording are there. */
    public Presence presence() {
        return presence;
    }

    /** Stills for the timeline. */
    public FilmStrip filmStrip() {
        return filmStrip;
    }

    public Cages cages() {
        return cages;
    }

    public Marking marking() {
        return marking;
    }

    public Reviewing reviewing() {
        return reviewing;
    }

    /** Signatures and roles. */
    public Signing signing() {
        return signing;
    }

    /** What raters are to rate blind, and what they handed in. */
    public Assigning assigning() {
        return assigning;
    }

    /** What the person is asked about now. */
    public Attention attention() {
        return attention;
    }

    public Proposing proposing() {
        return proposing;
    }

    /** The proposals of all recordings together. */
    public Triaging triaging() {
        return triaging;
    }

    /** What no proposal found. */
    public Auditing auditing() {
        return auditing;
    }

    /** Short films for the screen. */
    public Loops loops() {
        return loops;
    }

    /** New models that learn from this study. */
    public Teaching teaching() {
        return teaching;
    }

    public Encoding encoding() {
        return encoding;
    }

    public Agreeing agreeing() {
        return agreeing;
    }

    public Charting charting() {
        return charting;
    }

    /** The consensus, and the plan by which it is made. */
    public Adjudicating adjudicating() {
        return adjudicating;
    }

    /** What raters look for. */
    public Defining defining() {
        return defining;
    }

    public Exporting exporting() {
        return exporting;
    }

    /** Boxes of cages in and out. */
    public CageFiles cageFiles() {
        return cageFiles;
    }

    /** Key points of animals. */
    public Posing posing() {
        return posing;
    }

    public Interchange interchange() {
        return interchange;
    }

    /** The work of other copies of the study. */
    public Merging merging() {
        return merging;
    }

    /** Snapshots of the study. */
    public Safekeeping safekeeping() {
        return safekeeping;
    }

    /** Where the rater is and what they have begun. */
    public Drafts drafts() {
        return drafts;
    }

    /** The end of the edit log. */
    public LogHead logHead() {
        return logHead;
    }

    /** What was done to the study, for the screen. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /** Pictures of single frames. */
    public Snapshots snapshots() {
        return snapshots;
    }

    /** Changes who works; a new name becomes a new rater. The new rater sees only what is their own. */
    public CompletableFuture<Rater> workAs(String raterName) {
        String name = raterName.strip();
        playback.pause();
        marking.clear();
        edits.reasons().forget();
        return edits.make(() -> state.study().get().raterNamed(name).isPresent()
                        ? Optional.empty()
                        : Optional.of(Edit.adding(Verb.ADD_RATER, new Rater(UUID.randomUUID(), name))))
                .thenComposeAsync(
                        entry -> {
                            Rater rater = state.study().get().raterNamed(name).orElseThrow();
                            state.work(rater, false);
                            return edits.recall(rater.id())
                                    .thenCompose(done -> readDuties())
                                    .thenCompose(done -> reread())
                                    .thenApply(done -> rater);
                        },
                        workplace.fx());
    }

    private CompletableFuture<Void> readDuties() {
        return store.ask(StudyStore::duties).thenAcceptAsync(state::owed, workplace.fx());
    }

    /**
     * Switches whether other raters' marks, the consensus and the proposals are shown. They stay hidden, with a notice, while
     * something waits to be submitted by the rater who works.
     */
    public CompletableFuture<Void> showOthers(boolean sighted) {
        if (sighted && !state.duties().get().isEmpty()) {
            state.say(Notice.done("duty.blind"));
        }
        state.work(state.rater().get(), sighted);
        return reread();
    }

    /** Opens a recording: its labels and its first frame. Fails with a sentence when the video cannot be shown. */
    public CompletableFuture<Void> open(UUID recordingId) {
        Recording recording = state.study().get().recording(recordingId).orElseThrow();
        playback.pause();
        marking.clear();
        edits.reasons().forget();
        Viewer viewer = state.viewer();
        return store.ask(open -> Labels.read(open, viewer, recordingId))
                .thenAcceptAsync(labels -> state.show(recording, labels), workplace.fx())
                .thenComposeAsync(done -> play(recording), workplace.fx())
                .thenApply(index -> null);
    }

    /** Plays the open recording anew when its frames have other times, as after stating a rate or undoing that. */
    private void followRates(Optional<Recording> before, Optional<Recording> now) {
        boolean same = before.map(Recording::id).equals(now.map(Recording::id));
        if (same && now.isPresent() && !rates(before.get()).equals(rates(now.get()))) {
            var unused = play(now.get());
        }
    }

    private static List<Optional<FrameRate>> rates(Recording recording) {
        return recording.files().stream().map(VideoFile::rate).toList();
    }

    private CompletableFuture<FrameIndex> play(Recording recording) {
        state.absent(SpanSet.EMPTY);
        return playback.open(() -> presence.reel(recording)).thenApply(index -> {
            presence.opened(recording, index);
            return index;
        });
    }

    /** Files of the open recording vanished or returned. */
    private CompletableFuture<FrameIndex> playAgain() {
        long at = playback.position().get();
        return play(state.recording().get().orElseThrow()).whenComplete((index, failure) -> {
            if (failure == null) {
                playback.seek(at);
            } else {
                state.say(Notice.problem(failure));
            }
        });
    }

    /** Completes once everything so far is stored or refused. */
    public CompletableFuture<Void> settled() {
        return edits.settled();
    }

    /** All that is said about a recording, whoever works: for commands and the program itself, never for a screen. */
    public CompletableFuture<Labels> everythingAbout(UUID recordingId) {
        return store.ask(open -> Labels.read(open, Viewer.PROGRAM, recordingId));
    }

    /** What the store says is wrong with the study: sentences, none when it is sound. */
    public CompletableFuture<List<String>> verify(Progress progress) {
        return safekeeping.verify(progress);
    }

    /** How far the work on each recording is, in the order of the recordings, as the rater who works may know it. */
    public CompletableFuture<List<Standing>> standings() {
        Viewer viewer = state.viewer();
        Study study = state.study().get();
        return store.ask(open -> {
                    List<Standing> standings = new ArrayList<>();
                    for (Recording recording : study.recordings()) {
                        standings.add(Standing.read(open, viewer, recordings.available(recording)));
                    }
                    return standings;
                })
                .thenApplyAsync(standings -> standings, workplace.fx());
    }

    /** How each rater has looked at each cage, as the rater who works may know it, by recording. */
    public CompletableFuture<List<LedgerLine>> coverageLedger() {
        Viewer viewer = state.viewer();
        Study study = state.study().get();
        return store.ask(open -> {
                    List<LedgerLine> lines = new ArrayList<>();
                    for (Recording recording : study.recordings()) {
                        lines.addAll(LedgerLine.read(open, viewer, study, recordings.available(recording)));
                    }
                    return lines;
                })
                .thenApplyAsync(lines -> lines, workplace.fx());
    }

    /** The hash that the first entry of the edit log follows. */
    public CompletableFuture<String> seed() {
        return store.ask(StudyStore::seed);
    }

    /** The edit log, oldest first. */
    public CompletableFuture<List<LogEntry>> log() {
        return store.ask(open -> open.log(0, Integer.MAX_VALUE));
    }

    /** Stops all jobs and closes the study without making anybody wait. */
    public Closing leave() {
        playback.pause();
        return new Closing(this);
    }

    /** Closes at once, and waits for it: for whoever has no window. */
    @Override
    public void close() {
        end();
        shut(Progress.NONE);
    }

    /** The part of closing that belongs to the FX thread: what is on the screen is stored as it is. */
    void end() {
        playback.onWatched(pieces -> reviewing.coverage(pieces).ifPresent(edits::makeLast));
        drafts.close();
        presence.close();
        playback.end();
    }

    /**
     * The part of closing that waits, for any thread, after {@link #end}.
     *
     * @param progress of the last snapshot, which is not kept when that is cancelled
     */
    void shut(Progress progress) {
        filmStrip.close();
        loops.close();
        playback.close();
        safekeeping.close(progress);
        progress.report(1, "");
        store.close();
    }

    private CompletableFuture<Void> reread() {
        Optional<Recording> open = state.recording().get();
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Viewer viewer = state.viewer();
        return store.ask(reader -> Labels.read(reader, viewer, open.get().id()))
                .thenAcceptAsync(state::show, workplace.fx());
    }
}
