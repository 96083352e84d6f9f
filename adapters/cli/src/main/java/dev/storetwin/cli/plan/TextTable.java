package dev.storetwin.cli.plan;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns; what is too long for its column is cut. */
final class TextTable {

    private static final String CUT = "...";
    private static final String GAP = " ";

    private record Column(String name, int most, boolean right) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TextTable left(String name, int most) {
        columns.add(new Column(name, most, false));
        return this;
    }

    TextTable right(String name, int most) {
        columns.add(new Column(name, most, true));
        return this;
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The header, a rule, the rows; no line ends with a space. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(line(columns.stream().map(Column::name).toList()));
        lines.add("-".repeat(lines.get(0).length()));
        rows.forEach(it -> lines.add(line(it)));
        return lines;
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(padded(i, cells.get(i)));
        }
        return line.toString().stripTrailing();
    }

    private String padded(int column, String cell) {
        int width = width(column);
        var text = cell.length() <= width ? cell : cell.substring(0, width - CUT.length()) + CUT;
        var space = " ".repeat(width - text.length());
        return columns.get(column).right() ? space + text : text + space;
    }

    /** As wide as its widest cell, within its limit. */
    private int width(int column) {
        int widest = columns.get(column).name().length();
        for (var row : rows) {
            widest = Math.max(widest, row.get(column).length());
        }
        return Math.max(
                columns.get(column).name().length(),
                Math.min(columns.get(column).most(), widest));
    }
}
