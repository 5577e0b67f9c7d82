package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignBox;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;

/**
 * Boxes of CVAT (XML 1.1): a track for each cage where the file is about one video, which a cage enters at its first frame and
 * leaves after its last, and boxes in an image for each recording where it is about several. Of a track that moves the first
 * box counts.
 */
public final class Cvat implements BoxFormat {
    static final String MASK = "tag_mask";
    private static final int NUMBERS = 4;

    @Override
    public String id() {
        return "cvat";
    }

    @Override
    public String description() {
        return "Boxes of CVAT (XML 1.1, for a video or for images)";
    }

    @Override
    public LossReport write(Study study, List<Recording> recordings, Path file) throws ExchangeException {
        TextFile.write(file, new CvatWriter(study).document(recordings));
        return new Losses()
                .report(recordings.stream()
                        .mapToInt(recording -> study.cagesOf(recording.id()).size())
                        .sum());
    }

    @Override
    public List<ForeignBox> read(Path file) throws ExchangeException {
        XmlElement root = XmlElement.read(file);
        if (!root.name().equals("annotations")) {
            throw new ExchangeException("“" + file + "” is no file of CVAT: it begins with <" + root.name()
                    + "> and not with <annotations>.");
        }
        List<ForeignBox> boxes = new ArrayList<>();
        for (XmlElement image : root.all("image")) {
            for (XmlElement box : image.all("box")) {
                boxes.add(box(file, box, image.attribute("name"), size(image), box.attribute("label")));
            }
        }
        XmlElement task = root.all("meta").stream()
                .flatMap(meta -> meta.children().stream())
                .filter(child -> child.name().equals("task") || child.name().equals("job"))
                .findFirst()
                .orElse(root);
        String media = task.textOf("source").isEmpty() ? task.textOf("name") : task.textOf("source");
        Optional<ForeignBox.Size> size = task.all("original_size").stream()
                .findFirst()
                .flatMap(told -> size(number(told.textOf("width")), number(told.textOf("height"))));
        for (XmlElement track : root.all("track")) {
            Optional<XmlElement> first = track.all("box").stream()
                    .filter(box -> !box.attribute("outside").equals("1"))
                    .findFirst();
            if (first.isPresent()) {
                boxes.add(box(file, first.get(), media, size, track.attribute("label")));
            }
        }
        return boxes;
    }

    private static Optional<ForeignBox.Size> size(XmlElement image) {
        return size(number(image.attribute("width")), number(image.attribute("height")));
    }

    private static Optional<ForeignBox.Size> size(double width, double height) {
        return width > 0 && height > 0 ? Optional.of(new ForeignBox.Size(width, height)) : Optional.empty();
    }

    /** 0 for what is no number. */
    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static ForeignBox box(Path file, XmlElement box, String media, Optional<ForeignBox.Size> size, String label)
            throws ExchangeException {
        String cage = attribute(box, "cage");
        String mask = attribute(box, MASK);
        return new ForeignBox(
                "Line " + box.line(),
                media,
                size,
                cage.isEmpty() && label.matches(".*\\d") ? label : cage,
                attribute(box, "animal"),
                edges(
                        file,
                        box,
                        box.attribute("xtl"),
                        box.attribute("ytl"),
                        box.attribute("xbr"),
                        box.attribute("ybr")),
                mask.isEmpty() ? Optional.empty() : Optional.of(edges(file, box, mask.split(",", -1))));
    }

    private static String attribute(XmlElement box, String name) {
        return box.all("attribute").stream()
                .filter(attribute -> attribute.attribute("name").equals(name))
                .map(attribute -> attribute.text().toString().strip())
                .findFirst()
                .orElse("");
    }

    private static ForeignBox.Edges edges(Path file, XmlElement box, String... texts) throws ExchangeException {
        double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            try {
                numbers[i] = Double.parseDouble(texts.length == NUMBERS ? texts[i] : "");
            } catch (NumberFormatException wrong) {
                throw new ExchangeException(
                        "“" + file + "”, line " + box.line() + " has a box without four edges in pixels.", wrong);
            }
        }
        return new ForeignBox.Edges(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
