package org.ictograph.exchange.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignBox;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/**
 * Boxes of COCO: an image for each recording, named like its first video file, and an annotation of the category {@code cage}
 * for each cage, with number, animal and the masked part of the tag as attributes.
 */
public final class Coco implements BoxFormat {
    private static final String CATEGORY = "cage";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String id() {
        return "coco";
    }

    @Override
    public String description() {
        return "Boxes of COCO (JSON)";
    }

    @Override
    public LossReport write(Study study, List<Recording> recordings, Path file) throws ExchangeException {
        ArrayNode images = JSON.arrayNode();
        ArrayNode annotations = JSON.arrayNode();
        for (Recording recording : recordings) {
            int image = images.size() + 1;
            images.addObject()
                    .put("id", image)
                    .put("width", recording.width())
                    .put("height", recording.height())
                    .put("file_name", fileName(recording));
            for (Cage cage : study.cagesOf(recording.id())) {
                annotations.add(annotation(study, cage, image, annotations.size() + 1));
            }
        }
        ObjectNode document = JSON.objectNode();
        document.putObject("info").put("description", study.name()).put("version", "1.0");
        document.putArray("licenses");
        document.set("images", images);
        document.set("annotations", annotations);
        document.putArray("categories")
                .addObject()
                .put("id", 1)
                .put("name", CATEGORY)
                .put("supercategory", "");
        TextFile.write(file, JsonPlace.text(document));
        return new Losses().report(annotations.size());
    }

    static String fileName(Recording recording) {
        return String.valueOf(Path.of(recording.files().get(0).path()).getFileName());
    }

    private static ObjectNode annotation(Study study, Cage cage, int image, int id) {
        Box box = cage.box();
        ObjectNode annotation = JSON.objectNode();
        annotation.put("id", id);
        annotation.put("image_id", image);
        annotation.put("category_id", 1);
        annotation.set("bbox", edges(box));
        annotation.put("area", box.width() * box.height());
        annotation.put("iscrowd", 0);
        annotation.putArray("segmentation");
        ObjectNode attributes = annotation.putObject("attributes");
        attributes.put("cage", cage.position());
        study.subjectIn(cage).map(Subject::name).ifPresent(name -> attributes.put("animal", name));
        cage.tagMask().ifPresent(mask -> attributes.set("tag_mask", edges(mask)));
        return annotation;
    }

    private static ArrayNode edges(Box box) {
        return JSON.arrayNode().add(box.x()).add(box.y()).add(box.width()).add(box.height());
    }

    @Override
    public List<ForeignBox> read(Path file) throws ExchangeException {
        JsonPlace root = JsonPlace.read(file);
        Map<String, JsonNode> images = new HashMap<>();
        for (JsonPlace image : root.get("images").items("image")) {
            images.put(image.get("id").node().asText(), image.node());
        }
        Map<String, String> categories = new HashMap<>();
        for (JsonPlace category : root.get("categories").items("category")) {
            categories.put(
                    category.get("id").node().asText(),
                    category.node().path("name").asText());
        }
        List<ForeignBox> boxes = new ArrayList<>();
        for (JsonPlace one : root.get("annotations").items("annotation")) {
            JsonNode image = images.get(one.get("image_id").node().asText());
            if (image == null) {
                throw one.wrong("belongs to an image that the file does not have");
            }
            double width = image.path("width").asDouble();
            double height = image.path("height").asDouble();
            String category =
                    categories.getOrDefault(one.get("category_id").node().asText(), "");
            JsonNode attributes = one.node().path("attributes");
            boxes.add(new ForeignBox(
                    "Annotation " + one.get("id").node().asText(),
                    image.path("file_name").asText(),
                    width > 0 && height > 0 ? Optional.of(new ForeignBox.Size(width, height)) : Optional.empty(),
                    attributes.path("cage").asText(category.matches(".*\\d") ? category : ""),
                    attributes.path("animal").asText(""),
                    edges(one.get("bbox")),
                    attributes.has("tag_mask")
                            ? Optional.of(edges(one.get("attributes").get("tag_mask")))
                            : Optional.empty()));
        }
        return boxes;
    }

    private static ForeignBox.Edges edges(JsonPlace place) throws ExchangeException {
        List<JsonPlace> numbers = place.items("number");
        if (numbers.size() != 4) {
            throw place.wrong("must be x, y, width and height");
        }
        double x = numbers.get(0).number();
        double y = numbers.get(1).number();
        return new ForeignBox.Edges(
                x, y, x + numbers.get(2).number(), y + numbers.get(3).number());
    }
}
