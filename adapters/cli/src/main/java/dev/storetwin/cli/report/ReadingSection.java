package dev.storetwin.cli.report;

/** How to read the report, and how to check it. */
final class ReadingSection {

    private ReadingSection() {}

    static void write(Report report, Markup out) {
        out.open("footer").leaf("h2", "How to read this");
        out.open("ul");
        out.leaf(
                "li",
                "A gain is what an action is expected to bring over doing nothing, measured as its decision says. It is a forecast, not a promise.");
        out.leaf(
                "li",
                "A band holds so many of 100 outcomes; sales are what was bought, so days without stock say nothing about demand.");
        out.leaf(
                "li",
                "Guardrails judge every alternative before one is chosen. What waits for approval is not done until somebody says yes.");
        report.checkpoint().ifPresent(it -> out.open("li")
                .text("These decisions stand in the audit trail with checkpoint ")
                .leaf("code", it)
                .text(". Keep it elsewhere: it shows later whether the trail was changed or cut.")
                .close());
        out.close().closeLine();
    }
}
