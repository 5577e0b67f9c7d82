package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.ScoreTrack;

/** Score tracks as bundles write them; the scores are 32-bit little-endian floats in Base64. */
final class TrackJson {
    private TrackJson() {}

    static ObjectNode write(ScoreTrack track) {
        return Json.object()
                .put("run_id", track.runId().toString())
                .put("cage_id", track.cageId().toString())
                .put("label", track.label())
                .put("start_micros", track.start())
                .put("step_micros", track.step())
                .put("scores", Base64.getEncoder().encodeToString(TracksHash.bytes(track.values())));
    }

    /** @throws IllegalArgumentException when it is no track */
    static ScoreTrack read(JsonNode node) {
        return new ScoreTrack(
                UUID.fromString(Json.word(node, "run_id")),
                UUID.fromString(Json.word(node, "cage_id")),
                Json.word(node, "label"),
                Json.property(node, "start_micros").longValue(),
                Json.property(node, "step_micros").longValue(),
                floats(Base64.getDecoder().decode(Json.word(node, "scores"))));
    }

    /** Floats from the bytes of a table or bundle. */
    static List<Float> floats(byte[] bytes) {
        FloatBuffer buffer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        List<Float> values = new ArrayList<>(buffer.remaining());
        while (buffer.hasRemaining()) {
            values.add(buffer.get());
        }
        return values;
    }
}
