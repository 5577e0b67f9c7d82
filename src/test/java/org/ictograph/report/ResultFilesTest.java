package org.ictograph.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ictograph.measure.Statistic;
import org.ictograph.report.ResultTable.Cell;
import org.ictograph.report.ResultTable.Column;
import org.ictograph.report.ResultTable.Form;
import org.junit.jupiter.api.Test;

class ResultFilesTest {
    private static final ResultTable TABLE = new ResultTable(
            "clips",
            "Seizure or not",
            List.of(
                    new Column("model", "Model", Form.TEXT),
                    new Column("f1", "F1", Form.PERCENT),
                    new Column("false_per_day", "False per 24 h", Form.NUMBER)),
            List.of(
                    List.of(
                            Cell.of("a_b|c & 5 %"),
                            Cell.of(Statistic.of(0.97, 0.94088, 0.9915, 10)),
                            Cell.of(Statistic.of(1.25, 10, "No interval: few."))),
                    List.of(
                            Cell.of("=motion"),
                            Cell.of(Statistic.undefined("Undefined: nothing, at all.", 3)),
                            Cell.of(Statistic.of(0, 3, "No interval: few.")))),
            List.of("From 0 to 1."));

    @Test
    void readersGetPercentWithIntervalsAndNoFormatting() {
        assertEquals("""
                ## Seizure or not

                | Model | F1 (%) | False per 24 h |
                | --- | ---: | ---: |
                | a\\_b\\|c & 5 % | 97.00 [94.09, 99.15] | 1.25 |
                | =motion | – | 0.00 |

                From 0 to 1.
                """, ResultFiles.markdown(List.of(TABLE)));
        assertEquals("""
                % The document needs \\usepackage{graphicx}.

                \\begin{table}
                \\centering
                \\caption{Seizure or not}
                \\label{tab:clips}
                \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%
                \\begin{tabular}{lrr}
                \\hline
                Model & F1 (\\%) & False per 24 h \\\\
                \\hline
                a\\_b\\textbar{}c \\& 5 \\% & 97.00 [94.09, 99.15] & 1.25 \\\\
                =motion & -- & 0.00 \\\\
                \\hline
                \\end{tabular}}

                \\footnotesize From 0 to 1.
                \\end{table}
                """, ResultFiles.latex(List.of(TABLE)));
    }

    @Test
    void programsGetNumbersAsTheyAre() {
        assertEquals("""
                model,f1,f1_low,f1_high,false_per_day,false_per_day_low,false_per_day_high,remarks
                a_b|c & 5 %,0.97,0.94088,0.9915,1.25,,,No interval: few.
                '=motion,,,,0.0,,,"Undefined: nothing, at all. No interval: few."
                """, ResultFiles.csv(TABLE));
    }
}
