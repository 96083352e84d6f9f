package dev.storetwin.cli.report;

/** Which rules held decisions back, and how often. */
final class GuardrailSection {

    private GuardrailSection() {}

    static void write(Report report, Markup out) {
        out.open("section", "class", "card").leaf("h2", "Guardrails");
        if (report.rules().isEmpty()) {
            out.leaf("p", "No rule held anything back.", "class", "empty");
        } else {
            table(report, out);
        }
        out.closeLine();
    }

    private static void table(Report report, Markup out) {
        out.leaf("p", "How many alternatives each rule blocked, sent to review or adjusted.", "class", "quiet");
        out.open("table", "class", "rules").open("thead").open("tr");
        out.leaf("th", "Rule", "scope", "col").leaf("th", "", "scope", "col");
        for (var column : new String[] {"Blocked", "Review", "Adjusted", "Decisions"}) {
            out.leaf("th", column, "scope", "col", "class", "n");
        }
        out.leaf("th", "For example", "scope", "col").close().close().open("tbody");
        long most = report.rules().stream().mapToLong(RuleTally::total).max().orElse(1);
        report.rules().forEach(it -> row(it, most, out));
        out.close().close();
    }

    private static void row(RuleTally tally, long most, Markup out) {
        out.open("tr").open("td").leaf("bdi", tally.rule()).close();
        out.open("td").open("div", "class", "bar thin");
        part("blocked", tally.blocked(), out);
        part("needs-review", tally.reviewed(), out);
        part("adjusted", tally.adjusted(), out);
        part("rest", most - tally.total(), out);
        out.close().close();
        number(tally.blocked(), out);
        number(tally.reviewed(), out);
        number(tally.adjusted(), out);
        number(tally.decisions(), out);
        out.open("td", "class", "why").leaf("bdi", tally.example()).close().closeLine();
    }

    private static void part(String style, long count, Markup out) {
        if (count > 0) {
            out.leaf("i", "", "class", style, "style", "flex-grow:" + count);
        }
    }

    private static void number(long count, Markup out) {
        out.leaf("td", count == 0 ? "–" : Figures.count(count), "class", "n");
    }
}
