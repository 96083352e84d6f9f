package dev.storetwin.cli;

import dev.storetwin.cli.prices.ElasticityTable;
import dev.storetwin.cli.prices.PriceTable;
import dev.storetwin.cli.prices.ProductPrices;
import dev.storetwin.cli.prices.ProductRow;
import dev.storetwin.cli.prices.RuleFile;
import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.core.pricing.plan.PricedPlan;
import dev.storetwin.pricing.PriceRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prices of many products together, under rules. */
@Command(
        name = "price",
        description = {
            "The prices of all products of a file, by their elasticities and within rules that may tie them together.",
            "Writes series,price_before,price_after,status,expected_profit,runner_up,difference,binding_rules,reason in the order of the products."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class PriceCommand implements Callable<Integer> {

    private static final double WORTH_TELLING = .005;

    @Option(
            names = "--elasticities",
            required = true,
            paramLabel = "FILE",
            description = "series,elasticity,lower,upper,method,status,reason, as the command elasticity writes it.")
    private Path elasticities;

    @Option(
            names = "--products",
            required = true,
            paramLabel = "FILE",
            description =
                    "series,price,cost,stock,weeks_left,ladder_low,ladder_high,ending,family,size_rank[,units][,channel][,...].")
    private Path products;

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE",
            description = "scope,rule,value[,priority]; docs/guide/pricing.md lists the rules.")
    private Path rules;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    PriceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var result = new ResultFile(out, console).check().beside(Stream.of(elasticities, products, rules));
        var shelf = ProductPrices.read(products);
        var merchant = RuleFile.read(rules, shelf);
        var rows = shelf.rows(ElasticityTable.read(elasticities));
        var items = rows.stream().flatMap(it -> it.item().stream()).toList();
        var plan = plan(shelf, items, merchant);
        result.write(new PriceTable(rows, plan, shelf.ticks())::write);
        console.say("%d products: %s".formatted(rows.size(), tally(rows, plan)));
        plan.shared().forEach(console::say);
        if (plan.gap() >= WORTH_TELLING) {
            console.say(String.format(Locale.ROOT, "No plan within the rules is better by more than %.2f", plan.gap()));
        }
        return ExitCode.DONE;
    }

    private static PricedPlan plan(ProductPrices shelf, List<PricedItem> items, List<PriceRule> rules) {
        try (var workers = new Workers()) {
            return PriceOptimiser.of(shelf.ticks())
                    .with(workers, Runtime.getRuntime().availableProcessors())
                    .plan(items, rules);
        }
    }

    /** Those without a price that stands are no part of the plan. */
    private static String tally(List<ProductRow> rows, PricedPlan plan) {
        var unplanned = rows.stream()
                .filter(it -> it.item().isEmpty())
                .map(it -> it.status().orElseThrow().status());
        var byStatus = Stream.concat(plan.lines().stream().map(PricedLine::status), unplanned)
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
        return byStatus.entrySet().stream()
                .map(it -> "%d %s".formatted(it.getValue(), it.getKey().word()))
                .collect(Collectors.joining(", "));
    }
}
