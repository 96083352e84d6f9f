package dev.storetwin.cli.report;

import dev.storetwin.decision.Decision;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Evidence;
import java.util.List;

/** The decisions with the greatest gains: what, why, how sure, and what else there was. */
final class DetailSection {

    private static final int HASH = 12;

    private DetailSection() {}

    static void write(Report report, Markup out) {
        if (report.pages().isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", "Decisions in full");
        if (report.pages().size() < report.rows().size()) {
            out.leaf(
                    "p",
                    "The %s with the greatest expected gain of each capability; all %s are in the table below."
                            .formatted(Figures.count(report.pages().size()), Figures.count(report.count())),
                    "class",
                    "quiet");
        }
        report.pages().forEach(it -> page(it, out));
        out.closeLine();
    }

    private static void page(DecisionPage page, Markup out) {
        out.open("article", "class", "card", "id", "d" + page.row().page());
        heading(page.row(), out);
        reasons(page.decision().reasons(), out);
        BindingTable.write(page.decision(), out);
        charts(page.illustration(), out);
        evidence(page.decision().evidence(), out);
        AlternativesTable.write(page.decision(), out);
        provenance(page.decision(), out);
        out.closeLine();
    }

    private static void heading(DecisionRow row, Markup out) {
        out.open("div", "class", "top").open("div");
        out.open("h3").leaf("bdi", row.subject());
        if (!row.name().isEmpty()) {
            out.text(" ").leaf("bdi", row.name(), "class", "name");
        }
        out.close().open("p", "class", "quiet").text(Words.capitalized(Words.name(row.capability())));
        if (!row.place().isEmpty()) {
            out.text(", ").leaf("bdi", row.place());
        }
        out.text(" ");
        Subject.status(row.status(), out);
        out.close().close().open("div", "class", "answer");
        out.open("p", "class", "value").leaf("bdi", Words.action(row.action())).close();
        out.leaf("p", "%s expected over doing nothing".formatted(Figures.gain(row.gain(), row.unit())));
        out.close().close();
    }

    private static void reasons(List<String> reasons, Markup out) {
        if (reasons.isEmpty()) {
            return;
        }
        out.open("ul", "class", "reasons");
        reasons.forEach(it -> out.open("li").leaf("bdi", it).close());
        out.close();
    }

    private static void charts(Illustration drawing, Markup out) {
        if (drawing.equals(Illustration.NONE)) {
            return;
        }
        out.open("div", "class", "charts");
        drawing.prices().ifPresent(it -> LadderChart.draw(it, out));
        drawing.demand().ifPresent(it -> DemandChart.draw(it, drawing.prices(), out));
        drawing.markdown().ifPresent(it -> MarkdownChart.draw(it, out));
        drawing.forecast().ifPresent(it -> FanChart.draw(it, out));
        drawing.stock().ifPresent(it -> StockChart.draw(it, out));
        out.close();
    }

    private static void evidence(List<Evidence> evidence, Markup out) {
        if (evidence.isEmpty()) {
            return;
        }
        out.open("dl");
        for (var it : evidence) {
            out.open("div").leaf("dt", it.name());
            out.leaf("dd", Double.isFinite(it.value()) ? Figures.with(it.value(), it.unit()) : "unknown")
                    .close();
        }
        out.close();
    }

    private static <A extends Action> void provenance(Decision<A> decision, Markup out) {
        out.open("p", "class", "provenance")
                .text("decision ")
                .leaf("bdi", decision.id().value());
        out.text(" · revision %s · seed %s".formatted(Figures.count(decision.revision()), decision.seed()));
        decision.versions().forEach((name, version) -> out.text(" · ")
                .leaf("bdi", name)
                .text(" ")
                .leaf("bdi", version.length() > HASH ? version.substring(0, HASH) : version, "title", version));
        if (!decision.reproducible()) {
            out.text(" · not reproducible: a deadline cut the work short");
        }
        out.close();
    }
}
