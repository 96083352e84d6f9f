package dev.storetwin.cli.plan;

import dev.storetwin.csv.CsvOutput;
import dev.storetwin.decision.Decision;
import java.io.Writer;
import java.util.List;

/** Decisions as a file, one row per question, in the order of the decisions. */
public final class DecisionTable {

    private DecisionTable() {}

    public static void write(List<Decision<?>> decisions, Writer to) {
        try (var table = CsvOutput.to(to, DecisionLine.HEADER)) {
            decisions.forEach(it -> table.write(DecisionLine.of(it).cells()));
        }
    }
}
