package org.ictograph.dataset.format;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.FrozenSplit;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.ManifestText;
import org.ictograph.dataset.Sha256;
import org.ictograph.dataset.TextFile;
import org.ictograph.model.InclusionRule;
import org.ictograph.video.Modality;
import org.jspecify.annotations.Nullable;

/**
 * The manifest as JSON: the records of {@link Manifest} with their names in snake case. Clips are written and read one at a time, since
 * of tens of thousands a tree takes hundreds of megabytes.
 */
public final class JsonManifests implements ManifestText {
    private static final String CLIPS = "clips";

    private final ObjectMapper mapper = Json.mapper();
    private final ObjectReader pieces = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public String write(Manifest manifest) {
        ObjectNode root = mapper.valueToTree(manifest.withClips(List.of()));
        root.putPOJO(CLIPS, manifest.clips());
        Modality modality = manifest.profile().clip().modality();
        if (root.path("profile").path("clip") instanceof ObjectNode form && modality != Modality.PICTURE) {
            form.put("pixels", modality.pixels());
        }
        return Json.text(root);
    }

    /** The first manifests knew recordings of one file only, and did not say that it starts at 0. */
    private static void completeSource(JsonNode source) {
        if (source instanceof ObjectNode fields && !fields.has("first_frame")) {
            fields.put("first_frame", 0).put("start_micros", 0);
        }
    }

    /** Nor did they say who marked a clip, or have copies of clips. */
    private static void completeClip(JsonNode clip) {
        if (clip.path("truth") instanceof ObjectNode truth && !truth.has("marked_by")) {
            truth.putArray("marked_by");
        }
        if (clip instanceof ObjectNode fields && !fields.has("copies")) {
            fields.putArray("copies");
        }
    }

    /** Nor did they say what was looked at, and what their makers say. */
    private static void completeCard(ObjectNode root) {
        if (!root.has("seen")) {
            root.putArray("seen");
        }
        if (!root.has("publication")) {
            ObjectNode none = root.putObject("publication");
            none.put("title", "").put("publisher", "").put("year", "").put("licence", "");
            none.putArray("creators");
        }
    }

    /** Nor did they say what was left out because of its pictures. */
    private static void completeLeftOut(ObjectNode root) {
        if (!root.has("left_out")) {
            root.putArray("left_out");
        }
    }

    /** Nor did they say where each animal is, and what stays together. */
    private static void completeSplit(ObjectNode root) {
        if (!root.has("animals")) {
            root.putArray("animals");
        }
        if (root.path("profile").path("split") instanceof ObjectNode split && !split.has("together")) {
            split.putArray("together");
        }
    }

    /** Nor did they know profiles that are not built in. */
    private static void completeProfile(ObjectNode root) {
        if (root.path("profile") instanceof ObjectNode profile && !profile.has("layout_of")) {
            profile.put("layout_of", "");
        }
    }

    /** Nor did negative clips keep a distance, or were hard ones taken first. */
    private static void completeNegatives(ObjectNode root) {
        if (root.path("profile").path("negatives") instanceof ObjectNode negatives && !negatives.has("distance")) {
            negatives.put("distance", 0).put("hard", false);
        }
    }

    /** Nor did they have copies, or anything but all pictures. */
    private static void completeCopies(ObjectNode root) {
        if (root.path("profile").path("clip") instanceof ObjectNode form) {
            if (!form.has("copies")) {
                form.putArray("copies");
            }
            if (!form.has("sampled")) {
                form.put("sampled", 0);
            }
            if (!form.has("modality")) {
                form.put("modality", Modality.PICTURE.name());
            }
        }
    }

    /** Nor did they name the log, or a rule other than that only the consensus counts. */
    private static void complete(ObjectNode study) {
        if (!study.has("head")) {
            study.put("head", "");
        }
        if (!study.has("definitions")) {
            study.putObject("definitions");
        }
        if (!study.has("inclusion")) {
            study.put("inclusion", InclusionRule.ADJUDICATED.text());
        }
    }

    @Override
    public Manifest read(String text) throws DatasetException {
        try (JsonParser parser = mapper.createParser(text)) {
            Clips clips = new Clips();
            JsonNode root = root(parser, clips);
            int format = root.path("format").asInt();
            if (format > Manifest.FORMAT) {
                throw new DatasetException("The manifest has format " + format
                        + ", written by a newer version of this program; verify it with that version.");
            }
            if (format < 1) {
                throw new DatasetException("The manifest does not say which format it has.");
            }
            root.path("sources").forEach(JsonManifests::completeSource);
            if (root instanceof ObjectNode whole) {
                completeProfile(whole);
                completeSplit(whole);
                completeCard(whole);
                completeLeftOut(whole);
                completeCopies(whole);
                completeNegatives(whole);
            }
            if (root.path("study") instanceof ObjectNode study) {
                complete(study);
            }
            Manifest manifest = mapper.treeToValue(root, Manifest.class);
            if (clips.broken != null) {
                throw clips.broken;
            }
            return clips.read.isEmpty() ? manifest : manifest.withClips(clips.read);
        } catch (IOException | IllegalArgumentException broken) {
            throw new DatasetException("The manifest cannot be read as JSON of this format.", broken);
        }
    }

    /** The clips of a manifest, up to the first that cannot be read: before that is told, the format must be known. */
    private static final class Clips {
        private final List<Manifest.Clip> read = new ArrayList<>();
        private @Nullable JsonProcessingException broken;
    }

    /** Everything as a tree but the clips, of which none is in it. */
    private JsonNode root(JsonParser parser, Clips clips) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return mapper.missingNode();
        }
        ObjectNode root = mapper.createObjectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(CLIPS)) {
                root.putArray(CLIPS);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    read(pieces.readTree(parser), clips);
                }
            } else {
                root.set(name, pieces.readTree(parser));
            }
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "Something follows the manifest.");
        }
        return root;
    }

    private void read(JsonNode clip, Clips clips) {
        if (clips.broken != null) {
            return;
        }
        try {
            completeClip(clip);
            clips.read.add(mapper.treeToValue(clip, Manifest.Clip.class));
        } catch (JsonProcessingException broken) {
            clips.broken = broken;
        }
    }

    @Override
    public List<TextFile> beside(Manifest manifest, String text) {
        if (manifest.animals().isEmpty()) {
            return List.of();
        }
        FrozenSplit split =
                new FrozenSplit(FrozenSplit.FORMAT, manifest.profile().split(), manifest.animals());
        String table = ClipTable.text(manifest);
        Croissant croissant = new Croissant(manifest, Sha256.of(text), Sha256.of(table));
        List<TextFile> texts = new ArrayList<>(List.of(
                new TextFile(FrozenSplit.FILE, Json.text(split)),
                new TextFile(ClipTable.FILE, table),
                new TextFile(Croissant.FILE, croissant.text()),
                new TextFile(DataCite.FILE, DataCite.text(manifest))));
        texts.addAll(FeatureLists.table(manifest));
        return texts;
    }

    @Override
    public FrozenSplit readSplit(String text) throws DatasetException {
        try {
            JsonNode root = mapper.readTree(text);
            if (root.path("format").asInt() > FrozenSplit.FORMAT) {
                throw new DatasetException("The split has format "
                        + root.path("format").asInt()
                        + ", written by a newer version of this program; carry it on with that version.");
            }
            return mapper.treeToValue(root, FrozenSplit.class);
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new DatasetException("The split cannot be read as JSON of this format.", broken);
        }
    }
}
