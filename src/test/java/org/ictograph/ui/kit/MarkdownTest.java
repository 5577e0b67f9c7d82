package org.ictograph.ui.kit;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MarkdownTest {
    @Start
    void start(Stage stage) {
        stage.show();
    }

    @Test
    void linesToBeTypedStandTogetherAsTheyAre() {
        Markdown page =
                fx(() -> new Markdown("Type\n\n    {\"a\": 1,\n     \"b\": *}\n\nand *go* on\n\n    ictograph `x`\n"));
        assertEquals(
                List.of(
                        "paragraph: Type",
                        "typed-lines: {\"a\": 1,\n \"b\": *}",
                        "paragraph: and go on",
                        "typed-lines: ictograph `x`"),
                page.getChildren().stream().map(MarkdownTest::told).toList());
    }

    private static String told(Node block) {
        StringBuilder words = new StringBuilder();
        ((TextFlow) block).getChildren().forEach(text -> words.append(((Text) text).getText()));
        return block.getStyleClass().get(0) + ": " + words;
    }
}
