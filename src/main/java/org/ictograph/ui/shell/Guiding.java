package org.ictograph.ui.shell;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import org.ictograph.session.Notice;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.shell.GuideViewModel.Place;

/** Leads through the open study: brings to the front what a step is about and points at it. FX thread. */
final class Guiding {
    private final GuideViewModel model;
    private final Desk desk;
    private final Spotlight spotlight;
    private final GuideBar bar;

    Guiding(Look look, GuideViewModel model, Supplier<KeyMap> keys, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.spotlight = new Spotlight(desk);
        this.bar = new GuideBar(look, model, keys, this::handle);
        model.place().addListener((property, before, now) -> show(before, now));
        desk.session().state().study().addListener((property, before, now) -> follow());
    }

    /** The frame around what a step points at. */
    Spotlight spotlight() {
        return spotlight;
    }

    /** The bar that tells what to do. */
    GuideBar bar() {
        return bar;
    }

    void start(Guide guide) {
        model.start(guide);
    }

    /** Does what a key or a button asks for; false when it means nothing to a guide. */
    @CanIgnoreReturnValue
    boolean handle(Command command) {
        Optional<Place> now = model.place().get();
        if (now.isEmpty()) {
            return false;
        }
        switch (command) {
            case GUIDE_NEXT -> {
                if (model.next()) {
                    desk.go(Workspace.ANNOTATE);
                    desk.say(Notice.done(now.get().guide().messageKey() + ".done"));
                }
            }
            case GUIDE_BACK -> model.back();
            case GUIDE_LEAVE -> {
                model.leave();
                desk.say(Notice.done("guide.left"));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Tells anew how far the study is, and points anew once the screen has followed it. */
    private void follow() {
        bar.show();
        desk.session().workplace().fx().execute(() -> point(model.place().get()));
    }

    private void point(Optional<Place> now) {
        spotlight.point(now.map(place -> place.step().targets()).orElse(List.of()));
    }

    private void show(Optional<Place> before, Optional<Place> now) {
        if (before.filter(was -> was.step().drawing()).isPresent()
                && now.filter(is -> is.step().drawing()).isEmpty()) {
            desk.draw(false);
        }
        now.ifPresent(place -> {
            desk.go(place.step().front());
            if (place.step().drawing()) {
                desk.draw(true);
            }
        });
        point(now);
        spotlight.field().filter(field -> !field.isDisabled()).ifPresent(TextField::requestFocus);
    }
}
