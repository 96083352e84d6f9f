package dev.storetwin.cli.report;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that could have been done instead, folded away until somebody asks. */
final class AlternativesTable {

    private static final int MOST = 25;

    private AlternativesTable() {}

    static <A extends Action> void write(Decision<A> decision, Markup out) {
        out.open("details").leaf("summary", summary(decision.alternatives()));
        out.open("div", "class", "wide").open("table").open("thead").open("tr");
        out.leaf("th", "Alternative", "scope", "col");
        out.leaf("th", Words.capitalized(decision.objective().name()), "scope", "col", "class", "n");
        out.leaf("th", "Over nothing", "scope", "col", "class", "n");
        out.leaf("th", "Chance", "scope", "col", "class", "n");
        out.leaf("th", "Verdict", "scope", "col").leaf("th", "Rules", "scope", "col");
        out.close().close().open("tbody");
        var shown = shown(decision);
        shown.forEach(it -> row(it, decision, out));
        out.close().close().close();
        int more = decision.alternatives().size() - shown.size();
        if (more > 0) {
            out.leaf("p", "%s more stand in the audit trail.".formatted(Figures.count(more)), "class", "quiet");
        }
        out.close();
    }

    /** The best ones, and in any case the one that was chosen and "do nothing". */
    private static <A extends Action> List<JudgedAlternative<A>> shown(Decision<A> decision) {
        var shown = new ArrayList<JudgedAlternative<A>>();
        for (var it : decision.alternatives()) {
            if (shown.size() < MOST
                    || it.equals(decision.chosen())
                    || it.proposed().isDoNothing()) {
                shown.add(it);
            }
        }
        return shown;
    }

    private static String summary(List<? extends JudgedAlternative<?>> alternatives) {
        var verdicts = Stream.of(Severity.values())
                .map(severity -> {
                    var count = alternatives.stream()
                            .filter(it -> it.verdict().severity() == severity)
                            .count();
                    return count == 0 ? "" : Figures.count(count) + " " + Words.severity(severity);
                })
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
        return "%s: %s".formatted(Words.counted(alternatives.size(), "alternative", "alternatives"), verdicts);
    }

    private static <A extends Action> void row(JudgedAlternative<A> judged, Decision<A> decision, Markup out) {
        var unit = decision.objective().unit();
        var value = judged.expectedValue();
        out.open("tr", "class", judged.equals(decision.chosen()) ? "chosen" : "");
        out.open("td").leaf("bdi", Words.action(judged.proposed().describe()));
        if (!judged.outcome().action().equals(judged.proposed().action())) {
            out.open("div", "class", "quiet")
                    .text("becomes ")
                    .leaf("bdi", Words.action(judged.outcome().describe()))
                    .close();
        }
        out.close();
        out.leaf("td", Double.isFinite(value) ? Figures.in(value, unit) : "unlimited", "class", "n");
        var gain = value - decision.baseline();
        var differs = !judged.proposed().isDoNothing() && Double.isFinite(gain);
        out.leaf("td", differs ? Figures.sign(gain) + Figures.in(gain, unit) : "", "class", "n");
        out.leaf("td", judged.propensity() == 0 ? "" : Figures.percent(judged.propensity()), "class", "n");
        out.open("td");
        Subject.verdict(judged.verdict().severity(), out);
        out.close().open("td", "class", "why");
        judged.hits().forEach(hit -> out.open("div")
                .leaf("bdi", hit.rule(), "class", "rule")
                .text(" ")
                .leaf("bdi", hit.reason())
                .close());
        out.close().closeLine();
    }
}
