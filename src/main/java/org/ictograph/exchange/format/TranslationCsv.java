package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.Translation;

/** What foreign names are called in a study, as CSV with the columns {@code kind}, {@code theirs} and {@code ours}. */
public final class TranslationCsv {
    private TranslationCsv() {}

    /** @throws ExchangeException when the file cannot be read or a line is wrong */
    public static Translation read(Path file) throws ExchangeException {
        CsvTable table = CsvTable.read(file, List.of("kind", "theirs", "ours"));
        Map<String, Map<String, String>> kinds =
                Map.of("label", new HashMap<>(), "subject", new HashMap<>(), "recording", new HashMap<>());
        for (Csv.Row row : table.rows()) {
            Map<String, String> names = kinds.get(table.cell(row, "kind").strip());
            if (names == null || !table.fits(row)) {
                throw new ExchangeException("“" + file + "”, line " + row.line()
                        + " needs three cells, and the first must be label, subject or recording.");
            }
            names.put(Csv.text(table.cell(row, "theirs")), Csv.text(table.cell(row, "ours")));
        }
        return new Translation(
                kinds.getOrDefault("label", Map.of()),
                kinds.getOrDefault("subject", Map.of()),
                kinds.getOrDefault("recording", Map.of()));
    }
}
