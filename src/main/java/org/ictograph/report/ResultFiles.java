package org.ictograph.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.ictograph.measure.Statistic;
import org.ictograph.report.ResultTable.Cell;
import org.ictograph.report.ResultTable.Column;
import org.ictograph.report.ResultTable.Form;

/**
 * Tables of results as Markdown and LaTeX for readers, and as CSV for programs. English, with points in numbers, whatever the
 * window speaks; the same tables give the same bytes.
 */
public final class ResultFiles {
    private static final String NONE = "–";

    /** Makes a table that is wider than the page as wide as that, and leaves others as they are. */
    private static final String SHRINK = "\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n";

    private static final String PACKAGES = "% The document needs \\usepackage{graphicx}.\n";

    private ResultFiles() {}

    /** All tables, one below the other. */
    public static String markdown(List<ResultTable> tables) {
        StringBuilder text = new StringBuilder();
        for (ResultTable table : tables) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("## ")
                    .append(markdown(table.title()))
                    .append("\n\n");
            List<String> rule = new ArrayList<>();
            table.columns().forEach(column -> rule.add(column.form() == Form.TEXT ? "---" : "---:"));
            line(
                    text,
                    table.columns().stream()
                            .map(column -> markdown(head(column)))
                            .toList());
            line(text, rule);
            for (List<Cell> row : table.rows()) {
                line(text, cells(table, row, ResultFiles::markdown));
            }
            table.notes()
                    .forEach(note -> text.append("\n").append(markdown(note)).append("\n"));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String markdown(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("<", "&lt;")
                .replaceAll("\\R", " ");
    }

    /** All tables, each a {@code table}, which shrinks to the width of the page with the package graphicx. */
    public static String latex(List<ResultTable> tables) {
        StringBuilder text = new StringBuilder(PACKAGES);
        for (ResultTable table : tables) {
            StringBuilder form = new StringBuilder();
            table.columns().forEach(column -> form.append(column.form() == Form.TEXT ? "l" : "r"));
            text.append("\n\\begin{table}\n\\centering\n\\caption{")
                    .append(latex(table.title()))
                    .append("}\n\\label{tab:")
                    .append(table.name())
                    .append("}\n")
                    .append(SHRINK)
                    .append("\\begin{tabular}{")
                    .append(form)
                    .append("}\n\\hline\n")
                    .append(String.join(
                            " & ",
                            table.columns().stream()
                                    .map(column -> latex(head(column)))
                                    .toList()))
                    .append(" \\\\\n\\hline\n");
            for (List<Cell> row : table.rows()) {
                text.append(String.join(" & ", cells(table, row, ResultFiles::latex)))
                        .append(" \\\\\n");
            }
            text.append("\\hline\n\\end{tabular}}\n");
            table.notes()
                    .forEach(note ->
                            text.append("\n\\footnotesize ").append(latex(note)).append("\n"));
            text.append("\\end{table}\n");
        }
        return text.toString();
    }

    private static String latex(String text) {
        StringBuilder safe = new StringBuilder();
        for (char each : text.replaceAll("\\R", " ").toCharArray()) {
            switch (each) {
                case '\\' -> safe.append("\\textbackslash{}");
                case '~' -> safe.append("\\textasciitilde{}");
                case '^' -> safe.append("\\textasciicircum{}");
                case '<' -> safe.append("\\textless{}");
                case '>' -> safe.append("\\textgreater{}");
                case '|' -> safe.append("\\textbar{}");
                case '–' -> safe.append("--");
                case '&', '%', '$', '#', '_', '{', '}' -> safe.append('\\').append(each);
                default -> safe.append(each);
            }
        }
        return safe.toString();
    }

    private static String head(Column column) {
        return column.form() == Form.PERCENT ? column.title() + " (%)" : column.title();
    }

    private static List<String> cells(ResultTable table, List<Cell> row, UnaryOperator<String> safe) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Form form = table.columns().get(i).form();
            Cell cell = row.get(i);
            cells.add(safe.apply(cell.statistic().map(one -> told(one, form)).orElse(cell.text())));
        }
        return cells;
    }

    /** {@code 57.08 [50.12, 63.20]}, or a dash. */
    public static String told(Statistic statistic, Form form) {
        if (statistic.value().isEmpty()) {
            return NONE;
        }
        String value = number(statistic.value().getAsDouble(), form);
        return statistic.low().isEmpty() || statistic.high().isEmpty()
                ? value
                : value + " [" + number(statistic.low().getAsDouble(), form) + ", "
                        + number(statistic.high().getAsDouble(), form) + "]";
    }

    private static String number(double value, Form form) {
        return String.format(Locale.ROOT, "%.2f", form == Form.PERCENT ? 100 * value : value);
    }

    /** One table: each number as it is, with its interval, what it was counted over, and why something is missing. */
    public static String csv(ResultTable table) {
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>();
        for (Column column : table.columns()) {
            head.add(column.key());
            if (column.form() != Form.TEXT) {
                head.addAll(List.of(column.key() + "_low", column.key() + "_high"));
            }
        }
        head.add("remarks");
        csvLine(text, head);
        for (List<Cell> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            List<String> remarks = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Optional<Statistic> statistic = row.get(i).statistic();
                if (table.columns().get(i).form() == Form.TEXT) {
                    cells.add(row.get(i).text());
                } else {
                    cells.add(raw(statistic.map(Statistic::value).orElse(OptionalDouble.empty())));
                    cells.add(raw(statistic.map(Statistic::low).orElse(OptionalDouble.empty())));
                    cells.add(raw(statistic.map(Statistic::high).orElse(OptionalDouble.empty())));
                    statistic.map(Numbers::note).filter(note -> !note.isEmpty()).ifPresent(remarks::add);
                }
            }
            cells.add(String.join(" ", remarks.stream().distinct().toList()));
            csvLine(text, cells);
        }
        return text.toString();
    }

    private static void csvLine(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(Csv::quoted).toList())).append('\n');
    }

    private static String raw(OptionalDouble value) {
        return value.isEmpty() ? "" : Double.toString(value.getAsDouble());
    }
}
