package org.ictograph.exchange.format;

import java.util.List;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/** Writes boxes as CVAT does, with the label {@code cage} and number, animal and masked part as attributes. */
final class CvatWriter {
    private final Study study;
    private final StringBuilder text = new StringBuilder();

    CvatWriter(Study study) {
        this.study = study;
    }

    String document(List<Recording> recordings) {
        line("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        line("<annotations>");
        line("  <version>1.1</version>");
        if (recordings.size() == 1) {
            video(recordings.get(0));
        } else {
            images(recordings);
        }
        line("</annotations>");
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void meta(String mode, long size, String inside) {
        line("  <meta>");
        line("    <task>");
        line("      <name>" + escaped(study.name()) + "</name>");
        line("      <size>" + size + "</size>");
        line("      <mode>" + mode + "</mode>");
        line("      <labels><label><name>cage</name></label></labels>");
        text.append(inside);
        line("    </task>");
        line("  </meta>");
    }

    private void video(Recording recording) {
        meta(
                "interpolation",
                recording.frames(),
                "      <original_size><width>" + recording.width() + "</width><height>" + recording.height()
                        + "</height></original_size>\n      <source>" + escaped(Coco.fileName(recording))
                        + "</source>\n");
        int track = 0;
        for (Cage cage : study.cagesOf(recording.id())) {
            line("  <track id=\"" + track++ + "\" label=\"cage\" source=\"manual\">");
            box(cage, "frame=\"0\" outside=\"0\" occluded=\"0\" keyframe=\"1\" ");
            if (recording.frames() > 1) {
                box(cage, "frame=\"" + (recording.frames() - 1) + "\" outside=\"0\" occluded=\"0\" keyframe=\"1\" ");
            }
            line("  </track>");
        }
    }

    private void images(List<Recording> recordings) {
        meta("annotation", recordings.size(), "");
        int image = 0;
        for (Recording recording : recordings) {
            line("  <image id=\"" + image++ + "\" name=\"" + escaped(Coco.fileName(recording)) + "\" width=\""
                    + recording.width() + "\" height=\"" + recording.height() + "\">");
            for (Cage cage : study.cagesOf(recording.id())) {
                box(cage, "label=\"cage\" occluded=\"0\" ");
            }
            line("  </image>");
        }
    }

    private void box(Cage cage, String attributes) {
        Box box = cage.box();
        line("    <box " + attributes + "xtl=\"" + box.x() + "\" ytl=\"" + box.y() + "\" xbr=\"" + box.right()
                + "\" ybr=\"" + box.bottom() + "\" z_order=\"0\">");
        attribute("cage", String.valueOf(cage.position()));
        study.subjectIn(cage).map(Subject::name).ifPresent(name -> attribute("animal", name));
        cage.tagMask()
                .ifPresent(mask ->
                        attribute(Cvat.MASK, mask.x() + "," + mask.y() + "," + mask.right() + "," + mask.bottom()));
        line("    </box>");
    }

    private void attribute(String name, String value) {
        line("      <attribute name=\"" + name + "\">" + escaped(value) + "</attribute>");
    }

    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(c < ' ' ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
