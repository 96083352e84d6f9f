package dev.storetwin.cli.report;

import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.guardrail.Severity;

/** Small things that stand in several places: what a decision is about, and chips. */
final class Subject {

    private Subject() {}

    /** The SKU, which leads to the decision in full where there is one, and its name. */
    static void write(DecisionRow row, Markup out) {
        if (row.page() > 0) {
            out.open("a", "href", "#d" + row.page()).leaf("bdi", row.subject()).close();
        } else {
            out.leaf("bdi", row.subject());
        }
        if (!row.name().isEmpty()) {
            out.text(" ").leaf("bdi", row.name(), "class", "name");
        }
    }

    static void status(DecisionStatus status, Markup out) {
        out.leaf("span", Words.status(status), "class", "chip st-" + Words.style(status));
    }

    static void verdict(Severity severity, Markup out) {
        out.leaf("span", Words.severity(severity), "class", "verdict " + Words.style(severity));
    }
}
