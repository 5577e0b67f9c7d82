package org.ictograph.dataset.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.ictograph.dataset.ClipForm;
import org.ictograph.dataset.Manifest;
import org.ictograph.video.Codec;

/**
 * The data set described as Croissant 1.0 (MLCommons) with fields of its responsible-AI extension, JSON-LD in {@code
 * croissant.json}: which files there are, the table {@code clips.csv} column by column, and the parts.
 */
final class Croissant {
    static final String FILE = "croissant.json";

    private static final String SPECIFICATION = "http://mlcommons.org/croissant/1.0";
    private static final String RESPONSIBLE = "http://mlcommons.org/croissant/RAI/1.0";
    private static final List<String> TERMS = List.of(
            "citeAs",
            "column",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "separator",
            "source",
            "subField",
            "transform");

    private final Manifest manifest;
    private final String manifestHash;
    private final String tableHash;

    /**
     * @param manifestHash SHA-256 of the manifest's text
     * @param tableHash SHA-256 of the table of clips
     */
    Croissant(Manifest manifest, String manifestHash, String tableHash) {
        this.manifest = manifest;
        this.manifestHash = manifestHash;
        this.tableHash = tableHash;
    }

    /** Of the clips themselves, then of their copies where those are of another. */
    static List<String> mediaTypes(Manifest manifest) {
        return manifest.profile().clip().codecs().stream()
                .map(Croissant::mediaType)
                .distinct()
                .toList();
    }

    private static String mediaType(Codec codec) {
        return codec == Codec.H264 ? "video/mp4" : "video/x-msvideo";
    }

    String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("@context", context());
        root.put("@type", "sc:Dataset");
        root.putArray("conformsTo").add(SPECIFICATION).add(RESPONSIBLE);
        root.put("name", DataCite.title(manifest));
        root.put("description", DataCite.description(manifest));
        root.put("datePublished", DataCite.year(manifest));
        root.put("version", "1.0.0");
        String licence = manifest.publication().licence();
        if (!licence.isEmpty()) {
            root.put("license", DataCite.isSpdx(licence) ? "https://spdx.org/licenses/" + licence : licence);
        }
        if (!manifest.publication().publisher().isEmpty()) {
            root.putObject("publisher")
                    .put("@type", "sc:Organization")
                    .put("name", manifest.publication().publisher());
        }
        for (String creator : manifest.publication().creators()) {
            root.withArray("creator").addObject().put("@type", "sc:Person").put("name", creator);
        }
        root.put(
                "rai:dataAnnotationProtocol",
                "Protocol \"" + manifest.study().protocol() + "\" version "
                        + manifest.study().protocolVersion() + "; events that count: "
                        + manifest.study().inclusion());
        root.put(
                "rai:dataLimitations",
                "Motionless, doubtful and unseen pieces were left out; figures measured on these clips do not tell"
                        + " false alarms per hour on whole recordings.");
        root.set("distribution", files());
        root.putArray("recordSet").add(clips()).add(parts());
        return Json.text(root);
    }

    private static ObjectNode context() {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("@language", "en").put("@vocab", "https://schema.org/").put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/").put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("dct", "http://purl.org/dc/terms/").put("conformsTo", "dct:conformsTo");
        context.putObject("data").put("@id", "cr:data").put("@type", "@json");
        context.putObject("examples").put("@id", "cr:examples").put("@type", "@json");
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        TERMS.forEach(term -> context.put(term, "cr:" + term));
        return context;
    }

    private ArrayNode files() {
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        files.add(file(ClipTable.FILE, "text/csv", tableHash));
        files.add(file(Manifest.FILE, "application/json", manifestHash));
        ClipForm form = manifest.profile().clip();
        for (Codec codec : form.codecs()) {
            String name =
                    codec == form.codec() ? "videos" : "videos-" + codec.name().toLowerCase(Locale.ROOT);
            ObjectNode videos = files.addObject();
            videos.put("@type", "cr:FileSet").put("@id", name).put("name", name);
            videos.put("encodingFormat", mediaType(codec));
            ArrayNode patterns = videos.putArray("includes");
            manifest.clips().stream()
                    .map(clip -> form.fileIn(codec, clip.file()).replaceFirst("[^/]+(\\.[a-z0-9]+)$", "*$1"))
                    .distinct()
                    .sorted()
                    .forEach(patterns::add);
        }
        return files;
    }

    private static ObjectNode file(String name, String format, String hash) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("@type", "cr:FileObject").put("@id", name).put("name", name);
        return file.put("contentUrl", name).put("encodingFormat", format).put("sha256", hash);
    }

    private ObjectNode clips() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.put("@type", "cr:RecordSet").put("@id", "clips").put("name", "clips");
        set.putObject("key").put("@id", "clips/clip");
        ArrayNode fields = set.putArray("field");
        for (ClipTable.Column column : ClipTable.columns(manifest)) {
            ObjectNode field = fields.addObject();
            field.put("@type", "cr:Field").put("@id", "clips/" + column.name()).put("name", column.name());
            field.put("description", column.meaning()).put("dataType", column.croissantType());
            ObjectNode source = field.putObject("source");
            source.putObject("fileObject").put("@id", ClipTable.FILE);
            source.putObject("extract").put("column", column.name());
            if (column.name().equals("part")) {
                field.putObject("references").putObject("field").put("@id", "parts/name");
            }
        }
        return set;
    }

    private ObjectNode parts() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.put("@type", "cr:RecordSet")
                .put("@id", "parts")
                .put("name", "parts")
                .put("dataType", "cr:Split");
        set.putObject("key").put("@id", "parts/name");
        set.putArray("field")
                .addObject()
                .put("@type", "cr:Field")
                .put("@id", "parts/name")
                .put("name", "name")
                .put("dataType", "sc:Text");
        ArrayNode rows = set.putArray("data");
        manifest.parts().forEach(part -> rows.addObject().put("parts/name", part.name()));
        return set;
    }
}
