package dev.storetwin.core.guardrail.sheet;

import dev.storetwin.guardrail.Finding;
import java.util.ArrayList;
import java.util.List;

/** Splits one line of a table into cells; commas in quotes do not split, and two quotes within quotes are one. */
final class CellReader {

    private final String file;
    private final int line;
    private final String text;
    private final List<Finding> findings;
    private final List<String> cells = new ArrayList<>();
    private int at;

    CellReader(String file, int line, String text, List<Finding> findings) {
        this.file = file;
        this.line = line;
        this.text = text;
        this.findings = findings;
    }

    Sheet.Row row() {
        do {
            skipSpaces();
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (at++ < text.length());
        return new Sheet.Row(line, List.copyOf(cells));
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private String plain() {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        var cell = text.substring(at, end).strip();
        at = end;
        return cell;
    }

    private String quoted() {
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != '"') {
                cell.append(text.charAt(at));
            } else if (text.startsWith("\"\"", at)) {
                cell.append('"');
                at++;
            } else {
                at++;
                refuseRest(plain());
                return cell.toString().strip();
            }
        }
        add(
                "A quote opens here and is not closed on this line.",
                "Maybe a line break within the cell: write one line.");
        return cell.toString().strip();
    }

    private void refuseRest(String rest) {
        if (!rest.isEmpty()) {
            add(
                    "After the closing quote stands '%s', expected a comma.".formatted(rest),
                    "Maybe a quote within the cell: write it twice.");
        }
    }

    private void add(String problem, String hint) {
        findings.add(new Finding(file, line, cells.size() + 1, problem, hint));
    }
}
