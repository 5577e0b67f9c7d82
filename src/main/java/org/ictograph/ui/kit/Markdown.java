package org.ictograph.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Shows the little Markdown that the manual is written in: headings, paragraphs, lists, indented lines to be typed, and
 * words that are strong, emphasised or keys. Pictures are for the printed manual and left out.
 */
public final class Markdown extends VBox {
    private static final Pattern WORDS = Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|`(.+?)`|([^*`]+)");
    private static final Pattern ITEM = Pattern.compile("(\\d+\\.|-) (.*)");
    private static final List<String> STYLES = List.of("strong", "emphasis", "key", "plain");
    private static final String TYPED = "    ";

    public Markdown(String text) {
        getStyleClass().add("markdown");
        List<String> typed = new ArrayList<>();
        text.lines().forEach(line -> {
            if (line.startsWith(TYPED)) {
                typed.add(line.substring(TYPED.length()));
                return;
            }
            close(typed);
            if (!line.isBlank() && !line.startsWith("![")) {
                getChildren().add(block(line));
            }
        });
        close(typed);
    }

    /** Shows lines that are to be typed as they stand, together. */
    private void close(List<String> typed) {
        if (!typed.isEmpty()) {
            Text text = new Text(String.join("\n", typed));
            text.getStyleClass().addAll("words", "typed");
            TextFlow lines = new TextFlow(text);
            lines.getStyleClass().add("typed-lines");
            getChildren().add(lines);
            typed.clear();
        }
    }

    private static Node block(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '#') {
            depth++;
        }
        if (depth > 0) {
            return flow(line.substring(depth).strip(), "heading-" + depth);
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            TextFlow sign = flow(item.group(1).equals("-") ? "•" : item.group(1), "item-sign");
            TextFlow words = flow(item.group(2), "paragraph");
            HBox.setHgrow(words, Priority.ALWAYS);
            return new HBox(sign, words);
        }
        return flow(line, "paragraph");
    }

    private static TextFlow flow(String line, String style) {
        List<Text> texts = new ArrayList<>();
        Matcher words = WORDS.matcher(line);
        while (words.find()) {
            for (int kind = 1; kind <= STYLES.size(); kind++) {
                if (words.group(kind) != null) {
                    Text text = new Text(words.group(kind));
                    text.getStyleClass().addAll("words", STYLES.get(kind - 1));
                    texts.add(text);
                }
            }
        }
        TextFlow flow = new TextFlow(texts.toArray(Node[]::new));
        flow.getStyleClass().add(style);
        return flow;
    }
}
