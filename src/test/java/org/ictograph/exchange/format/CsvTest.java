package org.ictograph.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ictograph.exchange.ExchangeException;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void readsCellsOfRfc4180() throws ExchangeException {
        List<Csv.Row> rows = Csv.read("x.csv", "a,b\r\n\"1,5\",\"say \"\"no\"\"\"\r\n\r\n\"two\nlines\",\nlast,ö");
        assertEquals(
                List.of(
                        List.of("a", "b"),
                        List.of("1,5", "say \"no\""),
                        List.of("two\nlines", ""),
                        List.of("last", "ö")),
                rows.stream().map(Csv.Row::cells).toList());
        assertEquals(List.of(1, 2, 4, 6), rows.stream().map(Csv.Row::line).toList());
    }

    @Test
    void whatIsWrittenIsRead() throws ExchangeException {
        Random random = new Random(9);
        String alphabet = "a,\"\n\r';=é猫 ";
        for (int trial = 0; trial < 500; trial++) {
            List<String> cells = new ArrayList<>(List.of("first"));
            for (int i = random.nextInt(4); i >= 0; i--) {
                StringBuilder cell = new StringBuilder();
                for (int c = random.nextInt(6); c > 0; c--) {
                    cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                cells.add(cell.toString());
            }
            String text = Csv.line(cells.stream().map(Csv::cell).toList());
            List<Csv.Row> rows = Csv.read("x.csv", text);
            assertEquals(1, rows.size());
            assertEquals(cells, rows.get(0).cells().stream().map(Csv::text).toList());
        }
    }

    @Test
    void spreadsheetsGetNoFormulas() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1")) {
            assertEquals("'" + formula, Csv.cell(formula));
        }
        assertEquals("a=b", Csv.cell("a=b"));
    }

    @Test
    void brokenQuotesNameTheirLine() {
        String open = assertThrows(ExchangeException.class, () -> Csv.read("x.csv", "a\n\"b\nc"))
                .toString();
        assertTrue(open.contains("“x.csv”, line 2: a cell begins with a quote that is never closed."), open);
        String after = assertThrows(ExchangeException.class, () -> Csv.read("x.csv", "\"a\"b"))
                .toString();
        assertTrue(after.contains("line 1: text follows a closing quote"), after);
    }

    @Test
    void anEmptyFirstCellIsACell() throws Exception {
        assertEquals(",a,,b\n", Csv.line(List.of("", "a", "", "b")));
        assertEquals(List.of("", "a", "", "b"), Csv.read("x", ",a,,b\n").get(0).cells());
    }
}
