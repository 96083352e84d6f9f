package dev.storetwin.cli.prices;

import dev.storetwin.cli.series.Digits;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.core.pricing.plan.PricedPlan;
import dev.storetwin.csv.CsvOutput;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The prices of a plan as a file: one line for each product, in their order. */
public final class PriceTable {

    private static final List<String> HEADER = List.of(
            "series",
            "price_before",
            "price_after",
            "status",
            "expected_profit",
            "runner_up",
            "difference",
            "binding_rules",
            "reason");

    private final List<ProductRow> rows;
    private final PricedPlan plan;
    private final PriceTicks ticks;

    /** @param plan of the items of the rows, in their order */
    public PriceTable(List<ProductRow> rows, PricedPlan plan, PriceTicks ticks) {
        this.rows = rows;
        this.plan = plan;
        this.ticks = ticks;
    }

    public void write(Writer to) {
        try (var out = CsvOutput.to(to, HEADER)) {
            int next = 0;
            for (var row : rows) {
                out.write(row.item().isPresent() ? cells(row, plan.lines().get(next++)) : withoutPrice(row));
            }
        }
    }

    private static List<String> withoutPrice(ProductRow row) {
        var still = row.status().orElseThrow();
        return List.of(row.series(), row.price(), row.price(), still.status().word(), "", "", "", "", still.reason());
    }

    private List<String> cells(ProductRow row, PricedLine line) {
        var reasons = new ArrayList<>(List.of(line.reason()));
        reasons.addAll(row.notes());
        return List.of(
                row.series(),
                ticks.show(line.before()),
                ticks.show(line.after()),
                line.status().word(),
                number(line.expected()),
                line.runnerUp().isPresent() ? ticks.show(line.runnerUp().getAsLong()) : "",
                number(line.difference()),
                String.join("; ", line.binding()),
                String.join("; ", reasons));
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() && Double.isFinite(number.getAsDouble()) ? Digits.of(number.getAsDouble()) : "";
    }
}
