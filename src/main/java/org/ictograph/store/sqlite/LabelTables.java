package org.ictograph.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Certainty;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.Settlement;
import org.ictograph.model.Visibility;

/** The tables of what people and models say about recordings, and of what left the study. */
final class LabelTables {
    static final EntityTable<Mark> MARK = new EntityTable<>(
            Mark.class,
            "mark",
            List.of(
                    Column.id("id", Mark::id),
                    Column.id("recording_id", Mark::recordingId),
                    Column.id("cage_id", Mark::cageId),
                    Column.id("rater_id", Mark::raterId),
                    Column.word("layer", Mark::layer),
                    Column.text("label", Mark::label),
                    Column.integer("start_micros", mark -> mark.span().start()),
                    Column.integer("end_micros", mark -> mark.span().end()),
                    Column.text("stage", Mark::stage),
                    Column.word("certainty", Mark::certainty),
                    Column.word("visibility", Mark::visibility),
                    Column.text("note", Mark::note),
                    Column.word("origin", mark -> mark.origin().kind()),
                    Column.json("sources", mark -> ids(mark.origin().sources()))),
            row -> new Mark(
                    row.id("id"),
                    row.id("recording_id"),
                    row.id("cage_id"),
                    row.id("rater_id"),
                    row.word("layer", Layer.class),
                    row.text("label"),
                    row.span(),
                    row.text("stage"),
                    row.word("certainty", Certainty.class),
                    row.word("visibility", Visibility.class),
                    row.text("note"),
                    new Origin(row.word("origin", Origin.Kind.class), ids(row.json("sources")))));

    static final EntityTable<Coverage> COVERAGE = new EntityTable<>(
            Coverage.class,
            "coverage",
            List.of(
                    Column.id("id", Coverage::id),
                    Column.id("rater_id", Coverage::raterId),
                    Column.id("recording_id", Coverage::recordingId),
                    Column.id("cage_id", Coverage::cageId),
                    Column.integer("start_micros", coverage -> coverage.span().start()),
                    Column.integer("end_micros", coverage -> coverage.span().end()),
                    Column.word("seen", Coverage::seen),
                    Column.real("speed", Coverage::speed)),
            row -> new Coverage(
                    row.id("id"),
                    row.id("rater_id"),
                    row.id("recording_id"),
                    row.id("cage_id"),
                    row.span(),
                    row.word("seen", Coverage.Seen.class),
                    row.real("speed")));

    static final EntityTable<Run> RUN = new EntityTable<>(
            Run.class,
            "run",
            List.of(
                    Column.id("id", Run::id),
                    Column.id("recording_id", Run::recordingId),
                    Column.text("model", Run::model),
                    Column.text("weights", Run::weights),
                    Column.json("parameters", run -> parameters(run.parameters())),
                    Column.text("tracks_hash", Run::tracksHash)),
            row -> new Run(
                    row.id("id"),
                    row.id("recording_id"),
                    row.text("model"),
                    row.text("weights"),
                    parameters(row.json("parameters")),
                    row.text("tracks_hash")));

    static final EntityTable<Proposal> PROPOSAL = new EntityTable<>(
            Proposal.class,
            "proposal",
            List.of(
                    Column.id("id", Proposal::id),
                    Column.id("run_id", Proposal::runId),
                    Column.id("recording_id", Proposal::recordingId),
                    Column.id("cage_id", Proposal::cageId),
                    Column.text("label", Proposal::label),
                    Column.integer("start_micros", proposal -> proposal.span().start()),
                    Column.integer("end_micros", proposal -> proposal.span().end()),
                    Column.real("score", Proposal::score)),
            row -> new Proposal(
                    row.id("id"),
                    row.id("run_id"),
                    row.id("recording_id"),
                    row.id("cage_id"),
                    row.text("label"),
                    row.span(),
                    row.real("score")));

    static final EntityTable<Decision> DECISION = new EntityTable<>(
            Decision.class,
            "decision",
            List.of(
                    Column.id("id", Decision::id),
                    Column.id("proposal_id", Decision::proposalId),
                    Column.id("rater_id", Decision::raterId),
                    Column.word("verdict", Decision::verdict),
                    Column.text(
                            "mark_id",
                            decision -> decision.markId().map(UUID::toString).orElse(null))),
            row -> new Decision(
                    row.id("id"),
                    row.id("proposal_id"),
                    row.id("rater_id"),
                    row.word("verdict", Decision.Verdict.class),
                    row.textIfAny("mark_id").map(UUID::fromString)));

    static final EntityTable<Settlement> SETTLEMENT = new EntityTable<>(
            Settlement.class,
            "settlement",
            List.of(
                    Column.id("id", Settlement::id),
                    Column.id("recording_id", Settlement::recordingId),
                    Column.id("cage_id", Settlement::cageId),
                    Column.id("rater_id", Settlement::raterId),
                    Column.json("sources", settlement -> ids(settlement.sources())),
                    Column.word("outcome", Settlement::outcome),
                    Column.text(
                            "mark_id",
                            settlement ->
                                    settlement.markId().map(UUID::toString).orElse(null)),
                    Column.json(
                            "rule",
                            settlement -> settlement.rule().map(PlanJson::rule).orElse(null)),
                    Column.text("reason", settlement -> settlement.reason().isEmpty() ? null : settlement.reason()),
                    Column.json(
                            "doubt",
                            settlement ->
                                    settlement.doubt().map(PlanJson::doubt).orElse(null))),
            row -> new Settlement(
                    row.id("id"),
                    row.id("recording_id"),
                    row.id("cage_id"),
                    row.id("rater_id"),
                    ids(row.json("sources")),
                    row.word("outcome", Settlement.Outcome.class),
                    row.textIfAny("mark_id").map(UUID::fromString),
                    row.jsonIfAny("rule").map(PlanJson::rule),
                    row.textIfAny("reason").orElse(""),
                    row.jsonIfAny("doubt").map(PlanJson::doubt)));

    static final EntityTable<ExportReceipt> EXPORT_RECEIPT = new EntityTable<>(
            ExportReceipt.class,
            "export_receipt",
            List.of(
                    Column.id("id", ExportReceipt::id),
                    Column.text("profile", ExportReceipt::profile),
                    Column.text("folder", ExportReceipt::folder),
                    Column.text("manifest_hash", ExportReceipt::manifestHash),
                    Column.integer("clips", ExportReceipt::clips)),
            row -> new ExportReceipt(
                    row.id("id"),
                    row.text("profile"),
                    row.text("folder"),
                    row.text("manifest_hash"),
                    row.small("clips")));

    private LabelTables() {}

    private static JsonNode ids(List<UUID> ids) {
        return Json.texts(ids.stream().map(UUID::toString).toList());
    }

    private static List<UUID> ids(JsonNode node) {
        return Json.list(node, id -> UUID.fromString(id.asText()));
    }

    private static JsonNode parameters(SortedMap<String, Double> parameters) {
        ObjectNode node = Json.object();
        parameters.forEach(node::put);
        return node;
    }

    private static SortedMap<String, Double> parameters(JsonNode node) {
        SortedMap<String, Double> parameters = new TreeMap<>();
        node.properties()
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().doubleValue()));
        return parameters;
    }
}
