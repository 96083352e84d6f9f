package dev.storetwin.core.guardrail.sheet;

import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a rule folder, as written: RFC 4180, except that a row never goes on in the next line.
 *
 * @param file   its name
 * @param header the first row
 * @param rows   the others, without those that are empty
 */
record Sheet(String file, Row header, List<Row> rows) {

    /**
     * One row.
     *
     * @param line  from 1
     * @param cells without the spaces around them
     */
    record Row(int line, List<String> cells) {

        /** A cell by its number from 1; empty beyond the last. */
        String cell(int number) {
            return number <= cells.size() ? cells.get(number - 1) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** Reads a table; what cannot be read is added to the findings. */
    static Sheet read(RuleFile file, List<Finding> findings) {
        var rows = new ArrayList<Row>();
        var lines = withoutMark(file.content()).split("\\r?\\n|\\r", -1);
        for (int line = 1; line <= lines.length; line++) {
            rows.add(new CellReader(file.name(), line, lines[line - 1], findings).row());
        }
        var header = rows.get(0);
        var others = rows.stream().skip(1).filter(it -> !it.isEmpty()).toList();
        var sheet = new Sheet(file.name(), header, others);
        others.forEach(row -> sheet.refuseLonger(row, findings));
        return sheet;
    }

    private void refuseLonger(Row row, List<Finding> findings) {
        for (int cell = header.cells().size() + 1; cell <= row.cells().size(); cell++) {
            if (!row.cell(cell).isEmpty()) {
                findings.add(finding(
                        row,
                        cell,
                        "'%s' stands in no column.".formatted(row.cell(cell)),
                        "Maybe a decimal comma, or a cell with a comma: put it in quotes."));
            }
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    Finding finding(Row row, int cell, String problem, String hint) {
        return new Finding(file, row.line(), cell, problem, hint);
    }
}
