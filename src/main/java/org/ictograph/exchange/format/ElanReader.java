package org.ictograph.exchange.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.Losses;

/**
 * Reads an annotation file of ELAN. The label is the text of an annotation or, where that is empty, the name of its tier;
 * the participant is the animal and the annotator the observer. Of tiers that depend on others only those are read that
 * this program writes. Source: EAF annotation format 3.0.
 */
final class ElanReader {
    private static final Pattern CAGE = Pattern.compile("(?i)\\bcage (\\d+)\\b");

    private final Path file;
    private final Losses losses = new Losses();
    private final Map<String, OptionalLong> slots = new HashMap<>();
    /** What dependent tiers say, by their ending and the annotation that they depend on. */
    private final Map<List<String>, String> remarks = new HashMap<>();

    ElanReader(Path file) {
        this.file = file;
    }

    ForeignLabels read() throws ExchangeException {
        XmlElement root = XmlElement.read(file);
        if (!root.name().equals("ANNOTATION_DOCUMENT")) {
            throw new ExchangeException("“" + file + "” is no annotation file of ELAN.");
        }
        String media = media(root);
        for (XmlElement order : root.all("TIME_ORDER")) {
            for (XmlElement slot : order.all("TIME_SLOT")) {
                slots.put(slot.attribute("TIME_SLOT_ID"), millis(slot.attribute("TIME_VALUE")));
            }
        }
        List<XmlElement> tiers = root.all("TIER");
        tiers.stream().filter(tier -> !tier.attribute("PARENT_REF").isEmpty()).forEach(this::dependent);
        List<ForeignMark> marks = new ArrayList<>();
        for (XmlElement tier : tiers) {
            if (tier.attribute("PARENT_REF").isEmpty()) {
                tier(tier, media, marks);
            }
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    private String media(XmlElement root) {
        List<XmlElement> media = new ArrayList<>();
        root.all("HEADER").forEach(header -> media.addAll(header.all("MEDIA_DESCRIPTOR")));
        if (media.size() > 1) {
            losses.note("The file names " + media.size() + " videos; its times are those of the first.");
        }
        return media.isEmpty()
                ? ""
                : URLDecoder.decode(media.get(0).attribute("MEDIA_URL").replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static OptionalLong millis(String text) {
        return text.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private void dependent(XmlElement tier) {
        String id = tier.attribute("TIER_ID");
        String kind =
                id.endsWith(ElanWriter.STAGE) ? ElanWriter.STAGE : id.endsWith(ElanWriter.NOTE) ? ElanWriter.NOTE : "";
        if (kind.isEmpty()) {
            losses.note("Tier “" + id + "” depends on another and is left out.");
            return;
        }
        for (XmlElement annotation : tier.all("ANNOTATION")) {
            for (XmlElement remark : annotation.all("REF_ANNOTATION")) {
                remarks.put(List.of(kind, remark.attribute("ANNOTATION_REF")), remark.textOf("ANNOTATION_VALUE"));
            }
        }
    }

    private void tier(XmlElement tier, String media, List<ForeignMark> marks) {
        String name = tier.attribute("TIER_ID");
        Matcher cage = CAGE.matcher(name);
        ForeignMark.Whose whose = new ForeignMark.Whose(
                cage.find() ? cage.group(1) : "", tier.attribute("PARTICIPANT"), tier.attribute("ANNOTATOR"));
        for (XmlElement holder : tier.all("ANNOTATION")) {
            for (XmlElement annotation : holder.all("ALIGNABLE_ANNOTATION")) {
                String place = "Tier “" + name + "”, line " + annotation.line();
                OptionalLong start = slots.getOrDefault(annotation.attribute("TIME_SLOT_REF1"), OptionalLong.empty());
                OptionalLong end = slots.getOrDefault(annotation.attribute("TIME_SLOT_REF2"), OptionalLong.empty());
                if (start.isEmpty() || end.isEmpty()) {
                    losses.refuse(place + ": an edge has no time of its own.");
                } else {
                    marks.add(mark(place, name, whose, annotation, clock(media, start), clock(media, end)));
                }
            }
        }
    }

    private static ForeignTime clock(String media, OptionalLong millis) {
        return new ForeignTime.Clock(media, millis.getAsLong() * 1000);
    }

    private ForeignMark mark(
            String place,
            String tier,
            ForeignMark.Whose whose,
            XmlElement annotation,
            ForeignTime start,
            ForeignTime end) {
        String id = annotation.attribute("ANNOTATION_ID");
        String value = annotation.textOf("ANNOTATION_VALUE");
        return new ForeignMark(
                place,
                whose,
                start,
                end,
                value.isEmpty() ? tier : value,
                ForeignMark.Remarks.of(
                        remarks.getOrDefault(List.of(ElanWriter.STAGE, id), ""),
                        remarks.getOrDefault(List.of(ElanWriter.NOTE, id), "")));
    }
}
