package org.ictograph.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.ictograph.model.Recording;
import org.ictograph.settings.Exposures;
import org.ictograph.settings.SkimBounds;
import org.ictograph.settings.TimelineTaste;

/** What the window does for the desk of the open study. */
final class DeskWindow implements Desk.Window {
    private final Workstation window;
    private final Likes likes;
    private final Ask ask;

    DeskWindow(Workstation window, Likes likes, Ask ask) {
        this.window = window;
        this.likes = likes;
        this.ask = ask;
    }

    @Override
    public void addVideos() {
        window.addVideos();
    }

    @Override
    public void newRater() {
        window.newRater();
    }

    @Override
    public void openDemo() {
        window.openDemo();
    }

    @Override
    public void takeOver() {
        window.takeOver();
    }

    @Override
    public void relink() {
        window.relink();
    }

    @Override
    public void works(String rater) {
        likes.change(now -> now.withRater(rater));
    }

    @Override
    public boolean sound() {
        return likes.now().viewing().sound();
    }

    @Override
    public void keepSound(boolean sound) {
        likes.changeViewing(now -> now.withSound(sound));
    }

    @Override
    public TimelineTaste timeline() {
        return likes.now().viewing().timeline();
    }

    @Override
    public void keepTimeline(TimelineTaste taste) {
        likes.changeViewing(now -> now.withTimeline(taste));
    }

    @Override
    public SkimBounds skim() {
        return likes.now().viewing().skim();
    }

    @Override
    public void keepSkim(SkimBounds bounds) {
        likes.changeViewing(now -> now.withSkim(bounds));
    }

    @Override
    public Exposures exposures() {
        return likes.exposures();
    }

    @Override
    public void keepExposures(Exposures exposures) {
        likes.keep(exposures);
    }

    @Override
    public int tour() {
        return likes.now().tour();
    }

    @Override
    public void keepTour(int step) {
        likes.change(now -> now.withTour(step));
    }

    @Override
    public Optional<Path> picture(Path suggested) {
        return ask.picture(suggested);
    }

    @Override
    public void salvage(Path damaged) {
        window.rescue().salvage(damaged);
    }

    @Override
    public void trainAgain() {
        window.models().trainAgain();
    }

    @Override
    public void missing(Recording recording, Throwable failure) {
        window.missing(recording, failure);
    }
}
