package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.MergedEdit.Strand;

/** The table of edits that came with bundles, and the way from a row of another copy's log to such an edit. */
final class MergedEdits {
    static final EntityTable<MergedEdit> TABLE = new EntityTable<>(
            MergedEdit.class,
            "merged_edit",
            List.of(
                    Column.id("id", MergedEdit::id),
                    Column.text("hash", MergedEdit::hash),
                    Column.json("entry", edit -> Json.parse(edit.entry())),
                    Column.json("strands", edit -> Json.array(edit.strands(), MergedEdits::node)),
                    Column.text("undoes", edit -> edit.undoes().orElse(null))),
            row -> new MergedEdit(
                    row.id("id"),
                    row.text("hash"),
                    Json.text(row.json("entry")),
                    Json.list(row.json("strands"), MergedEdits::strand),
                    row.textIfAny("undoes")));

    private MergedEdits() {}

    static MergedEdit of(LogRow made, List<Strand> strands, java.util.Optional<String> undoes) {
        return new MergedEdit(idOf(made.hash()), made.hash(), Json.text(made.json()), strands, undoes);
    }

    /** The row of the other copy's log. @throws IllegalArgumentException when it is not the row that the hash names */
    static LogRow entry(MergedEdit edit) {
        LogRow made = LogRow.of(Json.parse(edit.entry()));
        boolean same = made.hash().equals(edit.hash()) && edit.id().equals(idOf(made.hash()));
        if (!same || !made.origin().isEmpty() || !made.intact()) {
            throw new IllegalArgumentException("the edit " + edit.hash() + " was changed after it was made");
        }
        return made;
    }

    private static UUID idOf(String hash) {
        return new UUID(Long.parseUnsignedLong(hash.substring(0, 16), 16), Long.parseUnsignedLong(hash, 16, 32, 16));
    }

    private static JsonNode node(Strand strand) {
        return Json.object()
                .put("entity_id", strand.entityId().toString())
                .put("stamp", strand.stamp())
                .set("follows", Json.texts(strand.follows()));
    }

    private static Strand strand(JsonNode node) {
        return new Strand(
                UUID.fromString(Json.word(node, "entity_id")),
                Json.property(node, "stamp").longValue(),
                Json.list(Json.property(node, "follows"), JsonNode::asText));
    }
}
