package org.ictograph.ui.annotate;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.ictograph.model.Cage;
import org.ictograph.model.Rater;
import org.ictograph.model.Subject;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.Lanes;
import org.ictograph.ui.kit.FittedText;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.PaintedRegion;
import org.ictograph.ui.kit.Palette;

/** Names beside the lanes. A click focuses the cage, a click on the triangle opens or closes its lane. */
final class LaneHeadersView extends PaintedRegion {
    static final double WIDTH = 122;
    private static final double TRIANGLE = 18;
    private static final double NUMBER = 36;
    private static final double FOCUS_BAR = 3;

    private final TimelineViewModel timeline;
    private final StudyState state;
    private final Look look;
    private final DoubleProperty top;
    private final FittedText bold = new FittedText(Font.font("System", FontWeight.BOLD, 12));
    private final FittedText plain = new FittedText(Font.font(12));
    private final FittedText small = new FittedText(Font.font(10));

    LaneHeadersView(TimelineViewModel timeline, Look look, DoubleProperty top) {
        this.timeline = timeline;
        this.state = timeline.session().state();
        this.look = look;
        this.top = top;
        setId("lane-headers");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        timeline.lanes().addListener((property, before, now) -> repaint());
        state.focusedCage().addListener((property, before, now) -> repaint());
        look.theme().addListener((property, before, now) -> repaint());
        top.addListener((property, before, now) -> repaint());
        setOnMouseClicked(this::click);
    }

    private void click(MouseEvent clicked) {
        timeline.lanes().get().laneAt(clicked.getY() + top.get()).ifPresent(lane -> {
            if (clicked.getX() < TRIANGLE || clicked.getClickCount() == 2) {
                timeline.toggle(lane.cageId());
            } else {
                state.focusedCage().set(Optional.of(lane.cageId()));
            }
        });
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        Palette palette = look.palette();
        canvas.setFill(palette.strip());
        canvas.fillRect(0, 0, width, height);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.save();
        canvas.translate(0, -top.get());
        for (Lanes.CageLane lane : timeline.lanes().get().cages()) {
            paintLane(canvas, lane, width, palette);
        }
        canvas.restore();
        canvas.setStroke(palette.line());
        canvas.strokeLine(width - 0.5, 0, width - 0.5, height);
    }

    private void paintLane(GraphicsContext canvas, Lanes.CageLane lane, double width, Palette palette) {
        UUID cage = lane.cageId();
        if (state.focusedCage().get().filter(cage::equals).isPresent()) {
            canvas.setFill(palette.focus());
            canvas.fillRect(0, lane.y(), width, lane.height());
            canvas.setFill(palette.accent());
            canvas.fillRect(0, lane.y(), FOCUS_BAR, lane.height() - 1);
        }
        double middle = lane.y() + Lanes.AIR + (lane.closed() ? Lanes.CLOSED : Lanes.ROW) / 2;
        triangle(canvas, lane.closed(), middle, palette);
        canvas.setFill(palette.ink());
        canvas.setFont(bold.font());
        String number = state.study()
                .get()
                .cage(cage)
                .map(Cage::position)
                .map(String::valueOf)
                .orElse("");
        canvas.fillText(number, TRIANGLE + 2, middle);
        canvas.setFont(plain.font());
        canvas.fillText(plain.fit(animal(cage), width - NUMBER - 4), NUMBER, middle);
        if (!lane.closed()) {
            paintSubLanes(canvas, lane, width, palette);
        }
        double bottom = Math.floor(lane.y() + lane.height()) - 0.5;
        canvas.setLineWidth(1);
        canvas.setStroke(palette.line());
        canvas.strokeLine(0, bottom, width, bottom);
    }

    private void paintSubLanes(GraphicsContext canvas, Lanes.CageLane lane, double width, Palette palette) {
        canvas.setFill(palette.muted());
        canvas.setFont(small.font());
        for (Lanes.SubLane sub : lane.subLanes()) {
            String name = name(sub);
            if (!name.isEmpty()) {
                String shown = small.fit(name, width - NUMBER - 6);
                double middle = sub.y() + Math.min(sub.height(), Lanes.ROW) / 2;
                canvas.fillText(shown, NUMBER, middle);
            }
        }
    }

    private String name(Lanes.SubLane sub) {
        return switch (sub.group().kind()) {
            case OWN -> "";
            case OTHER ->
                sub.group()
                        .raterId()
                        .flatMap(state.study().get()::rater)
                        .map(Rater::name)
                        .orElse("");
            case CONSENSUS -> look.text("annotate.lane.consensus");
            case PROPOSALS -> look.text("annotate.lane.proposals");
            case SCORE -> look.text("annotate.lane.score");
        };
    }

    private String animal(UUID cage) {
        return state.study()
                .get()
                .cage(cage)
                .flatMap(state.study().get()::subjectIn)
                .map(Subject::name)
                .orElse("–");
    }

    private static void triangle(GraphicsContext canvas, boolean closed, double middle, Palette palette) {
        canvas.setFill(palette.muted());
        if (closed) {
            canvas.fillPolygon(new double[] {7, 13, 7}, new double[] {middle - 4, middle, middle + 4}, 3);
        } else {
            canvas.fillPolygon(new double[] {6, 14, 10}, new double[] {middle - 3, middle - 3, middle + 3}, 3);
        }
    }
}
