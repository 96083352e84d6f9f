package dev.storetwin.cli;

import dev.storetwin.Twin;
import dev.storetwin.cli.plan.BestDecisions;
import dev.storetwin.cli.plan.LongestStock;
import dev.storetwin.cli.report.Input;
import dev.storetwin.core.ApprovalOptions;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.testing.FakeShop;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An invented shop, from its first event to decisions that were carried out and confirmed. */
@Command(
        name = "demo",
        description = {
            "Invents a shop with a year of history, plans it within guardrails, writes the decisions back to it and hears of them.",
            "Needs no files. Writes decisions.csv, audit.jsonl and report.html, and prints the best decisions."
        })
final class DemoCommand implements Callable<Integer> {

    private static final PricingOptions PRICING = PricingOptions.DEFAULT;
    private static final int MARKDOWN_DAYS = 56;
    private static final long WEEKLY_BUDGET = 40_000;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go; demo-out unless given.")
    private Path out = Path.of("demo-out");

    @Option(names = "--seed", paramLabel = "N", description = "Another number, another shop; 1 unless given.")
    private long seed = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps the twin there for good, for explain and reproduce; forgotten unless given.")
    private Optional<Path> data = Optional.empty();

    private final Console console;
    private final LongFunction<SyntheticShop> shops;

    DemoCommand(Console console) {
        this(console, SyntheticShop::of);
    }

    /**
     * For another size of shop.
     *
     * @param shops one for each seed
     */
    DemoCommand(Console console, LongFunction<SyntheticShop> shops) {
        this.console = console;
        this.shops = shops;
    }

    @Override
    public Integer call() {
        var history = shops.apply(seed);
        console.say("Living through a year of %d SKUs, %d channels and %d nodes."
                .formatted(
                        history.skus().size(),
                        history.channels().size(),
                        history.nodes().size()));
        var shop = history.reopened();
        try (var results = ResultFolder.in(out);
                var memory = RunMemory.of(results, data);
                var twin = twin(history, shop, memory)) {
            long events = twin.load(history.events()).accepted();
            var run = PlanRun.of(console, twin, memory, history.end(), PRICING.horizonDays(), seed);
            var decisions = run.decide();
            var until = history.until().plusDays(MARKDOWN_DAYS);
            var markdown = LongestStock.markedDown(twin.pricing(), decisions, until).stream()
                    .toList();
            var acting = new Acting(twin, shop);
            BestDecisions.inOrder(decisions).forEach(acting::on);
            run.publish(results, "Demo shop", input(history, events), decisions, markdown);
            console.print("");
            acting.lines().forEach(console::print);
            console.say("Results: " + out);
        }
        return ExitCode.DONE;
    }

    private Twin twin(SyntheticShop history, FakeShop shop, RunMemory memory) {
        var options = StoreTwin.builder()
                .zone(history.zone())
                .currency(history.currency())
                .clock(shop.clock())
                .seed(seed)
                .guardrails(rules())
                .limits(List.of(new Limit("weekly budget", "*", Money.of(WEEKLY_BUDGET, history.currency()))))
                .pricing(PRICING)
                .writer(shop)
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .autonomy(Capability.INVENTORY, Autonomy.FULL)
                .approvals(ApprovalOptions.DEFAULT.trustingGuesses()); // a made-up shop has nothing to lose
        return memory.of(options).build();
    }

    private static RuleSet rules() {
        return RuleSet.fromClasspath(
                "rules/price/daily-price-move.drl",
                "rules/price/discount-while-short.drl",
                "rules/price/margin-floor.drl",
                "rules/replenishment/order-approval.drl",
                "rules/price/price-ending.drl",
                "rules/replenishment/supplier-terms.drl",
                "rules/replenishment/weekly-budget.drl");
    }

    private static Input input(SyntheticShop history, long events) {
        var sentence = String.format(
                Locale.ROOT,
                "%,d events of an invented shop, %s to %s.",
                events,
                history.from(),
                history.until().minusDays(1));
        return new Input(sentence, List.of());
    }
}
