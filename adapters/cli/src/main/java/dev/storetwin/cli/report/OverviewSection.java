package dev.storetwin.cli.report;

import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.monitor.Kpi;
import dev.storetwin.type.Capability;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The first screen: what shop, which moment, the key figures, and what was decided. */
final class OverviewSection {

    private static final int GREATEST = 8;

    private OverviewSection() {}

    static void write(Report report, Markup out) {
        heading(report, out);
        kpis(report, out);
        out.open("section", "class", "split");
        statuses(report, out);
        greatest(report, out);
        out.closeLine();
    }

    private static void heading(Report report, Markup out) {
        out.open("header").leaf("h1", report.title());
        out.open("p", "class", "lead").leaf("bdi", report.shop());
        out.text(", as of %s (%s)".formatted(Figures.moment(report.asOf(), report.zone()), report.zone()))
                .close();
        out.leaf("p", inOneSentence(report)).closeLine();
    }

    private static String inOneSentence(Report report) {
        if (report.rows().isEmpty()) {
            return "No decision was made.";
        }
        var byStatus = new TreeMap<DecisionStatus, Long>();
        report.statuses().forEach(it -> byStatus.merge(it.status(), it.decisions(), Long::sum));
        return byStatus.entrySet().stream()
                .map(it -> Figures.count(it.getValue()) + " " + Words.status(it.getKey()))
                .collect(Collectors.joining(" · ", Words.counted(report.count(), "decision", "decisions") + ": ", ""));
    }

    private static void kpis(Report report, Markup out) {
        if (report.kpis().figures().isEmpty()) {
            return;
        }
        out.open("section").open("div", "class", "tiles");
        report.kpis().figures().forEach(it -> tile(it, out));
        out.close()
                .leaf(
                        "p",
                        "Key figures of %s to %s."
                                .formatted(
                                        Figures.date(report.kpis().from()),
                                        Figures.date(report.kpis().until().minusDays(1))),
                        "class",
                        "quiet")
                .closeLine();
    }

    private static void tile(Kpi kpi, Markup out) {
        out.open("div", "class", "tile")
                .leaf("h3", Words.capitalized(kpi.name()))
                .open("p", "class", "value");
        if (kpi.value().isPresent() && Double.isFinite(kpi.value().getAsDouble())) {
            out.text(Figures.headline(kpi.value().getAsDouble(), kpi.unit()))
                    .text(" ")
                    .leaf("small", kpi.unit());
        } else {
            out.leaf("span", "unknown", "class", "quiet");
        }
        out.close();
        if (!kpi.note().isEmpty()) {
            out.leaf("p", kpi.note(), "class", "quiet");
        }
        out.close();
    }

    private static void statuses(Report report, Markup out) {
        out.open("div", "class", "card").leaf("h2", "What was decided");
        if (report.statuses().isEmpty()) {
            out.leaf("p", "Nothing was asked, so nothing was decided.", "class", "empty");
        }
        var byCapability = report.statuses().stream()
                .collect(Collectors.groupingBy(StatusTally::capability, TreeMap::new, Collectors.toList()));
        for (Map.Entry<Capability, List<StatusTally>> it : byCapability.entrySet()) {
            capability(it.getKey(), it.getValue(), out);
        }
        out.close();
    }

    private static void capability(Capability capability, List<StatusTally> tallies, Markup out) {
        out.leaf("h3", Words.capitalized(Words.name(capability))).open("div", "class", "bar");
        for (var it : tallies) {
            out.leaf("i", "", "class", "st-" + Words.style(it.status()), "style", "flex-grow:" + it.decisions());
        }
        out.close().open("table", "class", "plain tally");
        tallies.forEach(it -> tally(it, out));
        out.close();
    }

    private static void tally(StatusTally tally, Markup out) {
        out.open("tr").open("td").leaf("i", "", "class", "key st-" + Words.style(tally.status()));
        out.text(Words.status(tally.status())).close();
        out.leaf("td", Figures.count(tally.decisions()), "class", "n");
        var known = tally.gain() != 0 && !tally.unit().isEmpty();
        out.leaf("td", known ? Figures.gain(tally.gain(), tally.unit()) : "", "class", "n")
                .closeLine();
    }

    private static void greatest(Report report, Markup out) {
        out.open("div", "class", "card").leaf("h2", "Greatest expected gains");
        var rows = report.rows().stream()
                .filter(it -> it.gain() > 0)
                .limit(GREATEST)
                .toList();
        if (rows.isEmpty()) {
            out.leaf("p", "No decision is expected to bring more than leaving things as they are.", "class", "empty");
        } else {
            out.open("table", "class", "plain gains");
            rows.forEach(it -> greatest(it, out));
            out.close();
        }
        out.close();
    }

    private static void greatest(DecisionRow row, Markup out) {
        out.open("tr").open("td");
        Subject.write(row, out);
        out.close().open("td").leaf("bdi", Words.action(row.action())).text(" ");
        if (row.status() != DecisionStatus.ADVISED) {
            Subject.status(row.status(), out);
        }
        out.close()
                .leaf("td", Figures.gain(row.gain(), row.unit()), "class", "n")
                .closeLine();
    }
}
