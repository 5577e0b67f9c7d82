package org.ictograph.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.ictograph.session.ContactPrint;
import org.ictograph.session.Loops;
import org.ictograph.session.Sentence;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.video.Picture;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Clips of a data set drawn by chance, with what the set says of each, to look them over; a click plays one. */
final class ContactSheet {
    /** Clips on a sheet. */
    static final int CLIPS = 24;

    private static final double WIDTH = 944;
    private static final double HEIGHT = 500;
    private static final double GAP = 8;

    private final Bench bench;
    private final Path dataset;
    private final TilePane tiles = new TilePane(GAP, GAP);
    private final Label said = new Label();
    private final Timeline clock = new Timeline();
    private final List<ContactTile> shown = new ArrayList<>();
    private Optional<ContactTile> playing = Optional.empty();
    private @Nullable Job<?> running;
    private long seed = 1;
    private long beat;

    ContactSheet(Bench bench, Path dataset) {
        this.bench = bench;
        this.dataset = dataset;
        clock.getKeyFrames().add(new KeyFrame(Duration.millis(1000.0 / Loops.RATE), tick -> {
            beat++;
            playing.ifPresent(tile -> tile.tick(beat));
        }));
        clock.setCycleCount(Timeline.INDEFINITE);
    }

    void show(Window owner) {
        Button others = new Button(bench.text("contact.others"), new FontIcon(Feather.SHUFFLE));
        others.setId("contact-others");
        others.setMinWidth(Region.USE_PREF_SIZE);
        others.setOnAction(pressed -> {
            seed++;
            draw();
        });
        said.getStyleClass().add("muted");
        said.setId("contact-said");
        said.setWrapText(true);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox head = new HBox(GAP, said, others);
        head.setAlignment(Pos.CENTER_LEFT);
        tiles.setId("contact");
        tiles.setPrefColumns(6);
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefSize(WIDTH, HEIGHT);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox content = new VBox(GAP, head, scroll);
        clock.play();
        draw();
        new Sheet(bench.text("contact.title", String.valueOf(dataset.getFileName())), content)
                .onHidden(this::leave)
                .show(owner);
    }

    private void leave() {
        clock.stop();
        if (running != null) {
            running.cancel();
        }
    }

    private void draw() {
        playing = Optional.empty();
        said.setText(bench.text("contact.drawing"));
        Job<List<ContactPrint>> job = bench.session().exporting().sheet(dataset, CLIPS, seed);
        running = job;
        var unused = job.result()
                .whenCompleteAsync(
                        (prints, failure) -> {
                            if (failure == null) {
                                show(prints);
                            } else {
                                said.setText(bench.failure(Sentence.of(failure)));
                            }
                        },
                        bench.session().workplace().fx());
    }

    private void show(List<ContactPrint> prints) {
        shown.clear();
        for (ContactPrint print : prints) {
            shown.add(new ContactTile(bench, print, this::play));
        }
        tiles.getChildren().setAll(shown);
        said.setText(bench.text("contact.said", prints.size(), seed));
    }

    /** Plays a clip again and again, or stops when it plays already. */
    private void play(ContactTile tile) {
        boolean stop = playing.filter(tile::equals).isPresent();
        playing.ifPresent(ContactTile::rest);
        playing = Optional.empty();
        if (stop) {
            return;
        }
        Job<List<Picture>> job = bench.session().exporting().film(tile.print().clip());
        running = job;
        var unused = job.result()
                .whenCompleteAsync(
                        (film, failure) -> {
                            if (job.equals(running) && failure == null) {
                                beat = -1;
                                tile.play(film);
                                playing = Optional.of(tile);
                            } else if (failure != null) {
                                said.setText(bench.failure(Sentence.of(failure)));
                            }
                        },
                        bench.session().workplace().fx());
    }
}
