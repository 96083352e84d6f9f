package dev.storetwin.cli.plan;

import dev.storetwin.decision.Decision;
import dev.storetwin.type.Capability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The decisions with the greatest expected gain as text, then how many answers there are of each kind. Fits 100 columns. */
public final class BestDecisions {

    private static final int MOST = 20;

    /** Gains in money come before gains in other units; of equal gains the first by name. */
    private static final Comparator<DecisionLine> BEST_FIRST = Comparator.<DecisionLine, Boolean>comparing(
                    it -> it.gainUnit().length() != 3)
            .thenComparing(Comparator.comparingDouble(DecisionLine::gain).reversed())
            .thenComparing(DecisionLine::capability)
            .thenComparing(it -> it.target().key());

    private BestDecisions() {}

    /** All decisions, the best first. */
    public static List<Decision<?>> inOrder(List<Decision<?>> decisions) {
        return decisions.stream()
                .sorted(Comparator.<Decision<?>, DecisionLine>comparing(DecisionLine::of, BEST_FIRST))
                .toList();
    }

    public static List<String> lines(List<Decision<?>> decisions) {
        var all = decisions.stream().<DecisionLine>map(DecisionLine::of).toList();
        var lines = new ArrayList<String>();
        var best = all.stream()
                .filter(DecisionLine::acts)
                .sorted(BEST_FIRST)
                .limit(MOST)
                .toList();
        if (best.isEmpty()) {
            lines.add("No action is recommended.");
        } else {
            lines.addAll(table(best));
        }
        lines.add("");
        lines.addAll(tally(all));
        return lines;
    }

    private static List<String> table(List<DecisionLine> best) {
        var table = new TextTable()
                .left("capability", 10)
                .left("sku", 18)
                .left("where", 14)
                .left("decision", 28)
                .right("gain", 12)
                .left("status", 12);
        for (var line : best) {
            var target = line.target();
            table.row(
                    line.capability().name().toLowerCase(Locale.ROOT),
                    target.sku().map(Objects::toString).orElse(""),
                    target.channel()
                            .map(Objects::toString)
                            .or(() -> target.node().map(Objects::toString))
                            .orElse(""),
                    line.words(),
                    String.format(Locale.ROOT, "%,.2f %s", line.gain(), line.gainUnit()),
                    line.status().label());
        }
        return table.lines();
    }

    private static List<String> tally(List<DecisionLine> all) {
        var counts = new TreeMap<Capability, Map<String, Integer>>();
        for (var line : all) {
            counts.computeIfAbsent(line.capability(), it -> new TreeMap<>())
                    .merge(line.status().label(), 1, Integer::sum);
        }
        var table = new TextTable().left("capability", 10).left("status", 20).right("answers", 10);
        counts.forEach((capability, statuses) -> statuses.forEach((status, count) -> table.row(
                capability.name().toLowerCase(Locale.ROOT), status, String.format(Locale.ROOT, "%,d", count))));
        return table.lines();
    }
}
