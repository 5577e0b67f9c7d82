package org.ictograph.ui.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.util.Duration;
import org.ictograph.session.Loops;
import org.ictograph.ui.kit.Look;

/** The next candidates beside each other, each looping. They stand still while nobody sees them. */
final class LoopGrid extends GridPane {
    private static final double GAP = 6;

    private final TriageViewModel model;
    private final List<LoopTile> tiles = new ArrayList<>();
    private final Timeline clock = new Timeline();
    private long beat;

    LoopGrid(Look look, TriageViewModel model) {
        this.model = model;
        setHgap(GAP);
        setVgap(GAP);
        setPadding(new Insets(GAP));
        setMinSize(0, 0);
        for (int i = 0; i < TriageViewModel.TILES; i++) {
            LoopTile tile = new LoopTile(look, model::select);
            tile.setId("loop-" + (i + 1));
            tiles.add(tile);
            add(tile, i % TriageViewModel.COLUMNS, Math.floorDiv(i, TriageViewModel.COLUMNS));
        }
        for (int column = 0; column < TriageViewModel.COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / TriageViewModel.COLUMNS);
            getColumnConstraints().add(share);
        }
        for (int row = 0; row < TriageViewModel.TILES / TriageViewModel.COLUMNS; row++) {
            RowConstraints share = new RowConstraints();
            share.setPercentHeight(100.0 * TriageViewModel.COLUMNS / TriageViewModel.TILES);
            share.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(share);
        }
        clock.getKeyFrames().add(new KeyFrame(Duration.millis(1000.0 / Loops.RATE), tick -> tick()));
        clock.setCycleCount(Timeline.INDEFINITE);
        model.selected().addListener((property, before, now) -> show());
        model.films().addListener((property, before, now) -> show());
        model.tally().addListener((property, before, now) -> show());
        show();
    }

    /** Lets the films run, or stand still. */
    void run(boolean running) {
        if (running) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    private void tick() {
        beat++;
        tiles.forEach(tile -> tile.tick(beat));
    }

    private void show() {
        List<TriageRow> page = model.page();
        Optional<TriageRow> selected = model.selected().get();
        for (int i = 0; i < tiles.size(); i++) {
            Optional<TriageRow> row = i < page.size() ? Optional.of(page.get(i)) : Optional.empty();
            tiles.get(i)
                    .show(
                            row,
                            row.map(shown -> model.films().get().get(shown.id())),
                            row.isPresent() && row.equals(selected));
        }
    }
}
