package org.ictograph.ui.kit;

import javafx.scene.paint.Color;

/**
 * Colours of what is painted on canvases.
 *
 * @param ground behind lanes that were looked at
 * @param strip behind rulers and headers
 * @param focus behind the lane that has the focus
 * @param line between lanes
 * @param ink texts and short lines that matter
 * @param muted texts and lines that matter less
 * @param hatch of time that was not looked at
 * @param accent outline of what is selected
 * @param first the first of the eight label colours: black on paper, nearly white in the dark
 */
public record Palette(
        Color ground,
        Color strip,
        Color focus,
        Color line,
        Color ink,
        Color muted,
        Color hatch,
        Color accent,
        Color first) {
    static final Palette LIGHT = new Palette(
            Color.web("#ffffff"),
            Color.web("#f3f5f7"),
            Color.web("#e8f2fd"),
            Color.web("#d0d7de"),
            Color.web("#24292f"),
            Color.web("#57606a"),
            Color.web("#c3cad2"),
            Color.web("#0969da"),
            Color.web("#2f3640"));

    static final Palette DARK = new Palette(
            Color.web("#0d1117"),
            Color.web("#161b22"),
            Color.web("#14263d"),
            Color.web("#30363d"),
            Color.web("#e6edf3"),
            Color.web("#9198a1"),
            Color.web("#3a424c"),
            Color.web("#58a6ff"),
            Color.web("#d8dee6"));

    static final Palette CONTRAST = new Palette(
            Color.web("#000000"),
            Color.web("#000000"),
            Color.web("#002b55"),
            Color.web("#c0c0c0"),
            Color.web("#ffffff"),
            Color.web("#e6e6e6"),
            Color.web("#6a6a6a"),
            Color.web("#ffe14d"),
            Color.web("#ffffff"));
}
