package org.ictograph.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ictograph.model.Label;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Messages;

/** All keys on a page that can be printed, as HTML that needs nothing else. */
public final class KeySheet {
    private static final String PAGE = "/org/ictograph/ui/keys.html";

    private KeySheet() {}

    /**
     * The page.
     *
     * @param labels of a study, none for the keys of the program alone
     */
    public static String html(Messages messages, KeyMap keys, List<Label> labels) {
        KeysViewModel model = new KeysViewModel(messages);
        model.show(keys, labels);
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        for (KeyRow row : model.rows()) {
            StringBuilder section = sections.computeIfAbsent(row.group(), group -> new StringBuilder());
            section.append("<tr><td>").append(safe(row.what())).append("</td><td>");
            for (String key : row.keys().split("   ", -1)) {
                section.append(key.isEmpty() ? "" : "<kbd>" + safe(key) + "</kbd> ");
            }
            section.append("</td></tr>\n");
        }
        StringBuilder tables = new StringBuilder();
        sections.forEach((group, rows) -> tables.append("<h2>")
                .append(safe(group))
                .append("</h2>\n<table>\n")
                .append(rows)
                .append("</table>\n"));
        return page().replace("{language}", messages.language().toString())
                .replace("{title}", safe(messages.text("keys.title")))
                .replace("{keys}", tables);
    }

    private static String page() {
        try (InputStream in = KeySheet.class.getResourceAsStream(PAGE)) {
            return new String(Objects.requireNonNull(in, PAGE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String safe(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
