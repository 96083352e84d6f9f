package dev.storetwin.cli.report;

import dev.storetwin.decision.BindingRule;
import dev.storetwin.decision.Decision;

/** Rules that held back something better, what that would be worth, and what going without one of them would bring. */
final class BindingTable {

    private BindingTable() {}

    static void write(Decision<?> decision, Markup out) {
        var unit = decision.objective().unit();
        var binding = decision.bindingRules();
        if (binding.isEmpty()) {
            return;
        }
        out.open("table", "class", "binding plain").open("thead").open("tr");
        out.leaf("th", "Binding rule", "scope", "col").leaf("th", "Holds back", "scope", "col");
        out.leaf("th", "Worth more by", "scope", "col", "class", "n");
        out.leaf("th", "Without it alone", "scope", "col", "class", "n");
        out.close().close().open("tbody");
        binding.forEach(it -> row(it, unit, out));
        out.close().close();
    }

    private static void row(BindingRule rule, String unit, Markup out) {
        out.open("tr").open("td").leaf("bdi", rule.rule(), "class", "rule").text(" ");
        Subject.verdict(rule.severity(), out);
        out.close().open("td").leaf("bdi", Words.action(rule.best()));
        if (rule.heldBack() > 1) {
            out.leaf("span", " and %s more".formatted(Figures.count(rule.heldBack() - 1L)), "class", "quiet");
        }
        out.close();
        out.leaf("td", Figures.with(rule.cost(), unit), "class", "n");
        out.leaf("td", rule.alone() > 0 ? Figures.gain(rule.alone(), unit) : "nothing", "class", "n")
                .closeLine();
    }
}
