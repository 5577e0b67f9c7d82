package org.ictograph.ui.kit;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.ictograph.ui.kit.OnScreen.pixel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import org.ictograph.model.Label;
import org.ictograph.model.Protocol;
import org.ictograph.ui.kit.LabelPaint.Provenance;
import org.ictograph.video.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class LabelPaintTest {
    private final LabelPaint paint = new LabelPaint(Theme.LIGHT);

    private Picture painted(String label, Provenance provenance, double score) {
        Label painted = Protocol.standard().label(label).orElseThrow();
        return fx(() -> {
            Canvas canvas = new Canvas(40, 16);
            paint.bar(canvas.getGraphicsContext2D(), painted, provenance, score, 0, 0, 40, 16);
            return Snapshot.of(canvas);
        });
    }

    @Test
    void usesTheColoursOfOkabeAndIto() {
        Label staring = Protocol.standard().label("staring").orElseThrow();
        assertEquals(Color.web("#E69F00"), paint.colour(staring));
        assertEquals(Color.web("#E69F00"), pixel(painted("staring", Provenance.PERSON, 1), 20, 8));
    }

    @Test
    void unitsOfOneFamilyDifferByPattern() {
        Set<Integer> pictures = new HashSet<>();
        for (String label : new String[] {"mouth clonus", "head nodding", "neck jerk"}) {
            pictures.add(java.util.Arrays.hashCode(
                    painted(label, Provenance.PERSON, 1).bgra()));
        }
        assertEquals(3, pictures.size());
    }

    @Test
    void provenanceShowsInTheWayOfFilling() {
        byte[] person = painted("staring", Provenance.PERSON, 1).bgra();
        byte[] proposal = painted("staring", Provenance.PROPOSAL, 1).bgra();
        byte[] consensus = painted("staring", Provenance.CONSENSUS, 1).bgra();
        assertNotEquals(java.util.Arrays.hashCode(person), java.util.Arrays.hashCode(proposal));
        assertNotEquals(java.util.Arrays.hashCode(person), java.util.Arrays.hashCode(consensus));
    }

    @Test
    void lowScoresAreFainter() {
        Color sure = pixel(painted("staring", Provenance.PROPOSAL, 1), 20, 8);
        Color doubtful = pixel(painted("staring", Provenance.PROPOSAL, 0.1), 20, 8);
        assertTrue(doubtful.getSaturation() < sure.getSaturation(), sure + " " + doubtful);
    }
}
