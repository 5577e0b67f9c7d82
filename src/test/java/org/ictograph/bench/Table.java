package org.ictograph.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows measured so far. Each is printed as it comes, all of them as one table at the end. */
final class Table {
    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    Table(PrintStream out) {
        this.out = out;
    }

    void add(Row row) {
        rows.add(row);
        out.println(line(row));
    }

    void print() {
        out.println();
        out.println(machine());
        out.println("| Measure | On | Ours | Rival | Ratio | Bar | |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        rows.forEach(row -> out.println(line(row)));
        out.println();
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s (%s) | %.3f | ≤ %.2f | %s |",
                row.measure(),
                row.on(),
                amount(row.ours(), row.unit()),
                amount(row.rival(), row.unit()),
                row.against(),
                row.ratio(),
                row.bar(),
                row.verdict());
    }

    private static String amount(double value, String unit) {
        String digits = value >= 100 ? "%.0f %s" : "%.3g %s";
        return String.format(Locale.ROOT, digits, value, unit);
    }

    private static String machine() {
        return "%d × %s, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("processor");
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
