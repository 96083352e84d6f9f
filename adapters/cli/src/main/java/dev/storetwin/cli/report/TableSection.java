package dev.storetwin.cli.report;

import java.util.List;
import java.util.stream.Stream;

/** All decisions, one line each; a script, where one may run, sorts and filters them. */
final class TableSection {

    private static final List<String> NUMBERS = List.of("Gain");

    private TableSection() {}

    static void write(Report report, Markup out) {
        out.open("section", "class", "card", "id", "all").leaf("h2", "All decisions");
        if (report.rows().isEmpty()) {
            out.leaf("p", "There are none. The notes on the data above may say why.", "class", "empty")
                    .closeLine();
            return;
        }
        out.open("p", "class", "tools", "hidden", "hidden")
                .empty(
                        "input",
                        "id",
                        "find",
                        "type",
                        "search",
                        "placeholder",
                        "Filter by SKU, status, rule ...",
                        "aria-label",
                        "Filter")
                .text(" ")
                .leaf("span", "", "id", "found", "class", "quiet")
                .close();
        out.open("table", "class", "all", "id", "rows").open("thead").open("tr");
        Stream.of("SKU", "Where", "Capability", "Status", "Action", "Gain", "Rules", "Reason")
                .forEach(it -> out.leaf("th", it, "scope", "col", "class", NUMBERS.contains(it) ? "n" : ""));
        out.close().closeLine().open("tbody");
        report.rows().forEach(it -> row(it, out));
        out.close().close();
        out.leaf("p", "On paper only the first 200 lines are printed.", "class", "quiet paper")
                .closeLine();
    }

    private static void row(DecisionRow row, Markup out) {
        out.open("tr").open("td");
        Subject.write(row, out);
        out.close();
        cell(row.place(), out);
        out.leaf("td", Words.name(row.capability())).open("td");
        Subject.status(row.status(), out);
        out.close();
        cell(Words.action(row.action()), out);
        out.leaf("td", row.gain() == 0 ? "" : Figures.gain(row.gain(), row.unit()), "class", "n");
        cell(String.join(", ", row.rules()), out);
        cell(row.reason(), out);
        out.closeLine();
    }

    private static void cell(String text, Markup out) {
        out.leaf("td", text);
    }
}
